// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/failure.hpp"
#include "signing/certificates/authority.hpp"
#include "signing/keys/file_key_store.hpp"
#include "signing/sod/document_signer.hpp"
#include "tests/support/paths.hpp"

/// A small issuing institution for tests: a key store on disk, a CSCA, a document signer, an operational root and a
/// capture station.
namespace signing::testing {

using namespace base::literals;

base::Timestamp moment(std::string_view text);
base::Bytes file(std::string_view nameInTestData);
Certificate certificate(std::string_view nameInTestData);

inline constexpr PassphraseCost kQuick{8 * 1024, 1, 1};
base::SecretBytes passphrase();

CscaProfile cscaProfile();
DocumentSignerProfile documentSignerProfile();

class House {
   public:
    explicit House(KeyAlgorithm country = KeyAlgorithm::EcdsaP384, KeyAlgorithm signer = KeyAlgorithm::EcdsaP256);

    base::ManualClock clock{moment("2026-11-23T10:00:00.000000Z")};
    support::ScratchFolder folder;
    std::unique_ptr<FileKeyStore> keys;
    KeyId countryKey, signerKey, rootKey, stationKey;
    std::vector<Certificate> anchors;
    Certificate documentSignerCertificate;
    Certificate root, station;

    [[nodiscard]] Authority countryAuthority() const { return {*keys, countryKey, anchors.front()}; }
    [[nodiscard]] Authority rootAuthority() const { return {*keys, rootKey, root}; }
    [[nodiscard]] DocumentSigner documentSigner() const;
    [[nodiscard]] SigningIdentity stationIdentity() const { return {*keys, stationKey, station}; }
};

/// Hashes of made-up data groups 1, 2, 11 and 14.
std::map<int, base::Bytes> someHashes(base::DigestAlgorithm digest);

/// Runs a program with its arguments, without a shell; its exit code and what it said.
struct RunOutcome {
    int exitCode = -1;
    std::string output;
};
RunOutcome run(const std::string& program, const std::vector<std::string>& arguments);

}  // namespace signing::testing
