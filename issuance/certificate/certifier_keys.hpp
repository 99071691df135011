// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "issuance/signature/house_authority.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"
#include "signing/keys/file_key_store.hpp"

namespace issuance {

/// A person's signing key, as the books know it.
struct CertifierEntry {
    std::string entry;  ///< "FIRMA-2026-000001"
    std::string person;
    std::string title;  ///< of office
    signing::KeyId key;
    signing::Certificate certificate;
    std::string store;
    std::string ended;
    std::string reason;
    std::string revoked;  ///< from when on the key may be in other hands; empty where it only ended
};

/// How a person's key ends. Retired: what it signed stays as it is. Compromised: it may be in other hands, its
/// certificate goes on the house's revocation list, and readers believe only what a time-stamp proves to be older.
enum class CertifierEnding { Retired, Compromised };

/// A key whose owner has just opened it: signs while it lives.
struct OpenCertifier {
    CertifierEntry entry;
    std::unique_ptr<signing::KeyStore> store;
};

/// A token that holds a person's key.
struct CertifierToken {
    std::string module;
    std::string label;
};

/// What a new signer is.
struct CertifierEnrolment {
    std::string organisation;
    std::string name;
    std::string title;
    std::optional<CertifierToken> token = {};
};

/// The keys with which people sign certificates. Each lies in a store of its own, a file of the home or a token, which
/// only its owner's secret opens; the house certifies them and keeps no way in.
class CertifierKeys {
   public:
    CertifierKeys(std::filesystem::path folder, const base::Clock& clock, signing::PassphraseCost cost = {})
        : m_folder(std::move(folder)), m_clock(clock), m_cost(cost) {}

    /// Makes and certifies the key of the author's second person. Refuses "certifier.has-key", "certifier.field-wrong",
    /// "signing.passphrase-short" and what the token refuses.
    base::Result<CertifierEntry> enrol(records::Transaction& tx, const records::Author& author,
                                       const CertifierEnrolment& enrolment, const base::SecretBytes& secret,
                                       const signing::Authority& authority) const;

    /// The key that a person signs with now; refuses "certifier.no-key".
    [[nodiscard]] base::Result<CertifierEntry> of(records::Connection& connection, const std::string& person) const;
    /// The same, opened. Refuses "signing.passphrase-wrong", "signing.pin-wrong", "certifier.key-expired".
    [[nodiscard]] base::Result<OpenCertifier> open(records::Connection& connection, const std::string& person,
                                                   const base::SecretBytes& secret) const;
    [[nodiscard]] std::vector<CertifierEntry> all(records::Connection& connection) const;
    /// Ends a key; one that was retired may turn out to be compromised later. Refuses "certifier.unknown".
    base::Outcome end(records::Transaction& tx, const records::Author& author, const std::string& entry,
                      CertifierEnding ending, const std::string& reason) const;

   private:
    [[nodiscard]] base::Result<std::unique_ptr<signing::KeyStore>> newStore(const CertifierEnrolment& enrolment,
                                                                            const std::string& entry,
                                                                            const base::SecretBytes& secret) const;

    std::filesystem::path m_folder;
    const base::Clock& m_clock;
    signing::PassphraseCost m_cost;
};

}  // namespace issuance
