// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "issuance/signature/house_authority.hpp"
#include "issuance/signature/pdf_signature.hpp"
#include "tests/printing/signed_samples.hpp"
#include "tests/signing/timestamp_authority.hpp"

namespace issuance {

using signing::KeyAlgorithm;
using signing::testing::run;

inline std::size_t countOf(const std::string& words, const std::string& text) {
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

/// A house with its authority and people who sign.
class SigningHouse : public ::testing::Test {
   protected:
    explicit SigningHouse(KeyAlgorithm algorithm = KeyAlgorithm::EcdsaP256)
        : m_keys(base::expected(signing::FileKeyStore::create(folder.path() / "keys", signing::testing::passphrase(),
                                                              clock, signing::testing::kQuick),
                                "keys")),
          m_authority(
              base::expected(foundHouseAuthority(*m_keys, "Instituto de Prueba", clock.now(), algorithm), "authority")),
          anchors{m_authority.certificate} {}

    [[nodiscard]] signing::SigningIdentity signer(const std::string& name,
                                                  KeyAlgorithm algorithm = KeyAlgorithm::EcdsaP256) {
        return enrolled({"Instituto de Prueba", name, "", std::chrono::days{30}, algorithm});
    }
    [[nodiscard]] signing::SigningIdentity enrolled(const SignerEnrolment& enrolment) {
        auto made = base::expected(
            enrolSigner(*m_keys, {*m_keys, m_authority.key, m_authority.certificate}, enrolment, clock.now()),
            enrolment.commonName);
        return {*m_keys, made.key, made.certificate};
    }
    /// The authority's revocation list, which names these.
    [[nodiscard]] signing::RevocationList houseList(const std::vector<signing::Certificate>& revoked = {}) const {
        signing::RevocationProfile profile;
        const auto now = std::chrono::floor<std::chrono::seconds>(clock.now());
        for (const auto& each : revoked) profile.revoked.push_back({each.serialNumber, now - std::chrono::hours{1}});
        profile.thisUpdate = now;
        profile.nextUpdate = now + std::chrono::days{60};
        const auto made = signing::makeRevocationList({*m_keys, m_authority.key, m_authority.certificate}, profile);
        return base::expected(signing::readRevocationList(base::expected(made, "list")), "list");
    }
    [[nodiscard]] signing::FileKeyStore& keys() const { return *m_keys; }
    /// What pdfsig says, for whom the roots are trusted.
    [[nodiscard]] std::string pdfsig(base::BytesView pdf, const std::vector<signing::Certificate>& roots) const {
        const auto database = (folder.path() / "nss").string();
        // Made twice, it would ask for the password that it does not have.
        if (std::filesystem::create_directories(database))
            run("certutil", {"-N", "-d", "sql:" + database, "--empty-password"});
        int number = 0;
        for (const auto& trusted : roots)
            run("certutil", {"-A", "-d", "sql:" + database, "-n", "root" + std::to_string(++number), "-t", "CT,C,C",
                             "-i", write("trusted.pem", base::bytesOf(signing::pemOfCertificate(trusted.der)))});
        return run("pdfsig", {"-nssdir", "sql:" + database, write("signed.pdf", pdf)}).output;
    }
    [[nodiscard]] printing::SignatureField now(printing::SignatureField field) const {
        field.moment = clock.now();
        return field;
    }
    [[nodiscard]] base::Bytes signedBy(base::BytesView pdf, const signing::SigningIdentity& who,
                                       const printing::SignatureField& field,
                                       const signing::TimestampClient* timestamps = nullptr) const {
        return base::expected(signPdf(pdf, now(field), {who, anchors, timestamps}), "signed PDF");
    }
    [[nodiscard]] std::vector<PdfSignatureReport> reports(base::BytesView pdf) const {
        return base::expected(verifyPdfSignatures(pdf, {anchors, {}, clock.now()}), "reports");
    }
    [[nodiscard]] std::string write(const std::string& name, base::BytesView content) const {
        base::writeFileDurably(folder.path() / name, content);
        return (folder.path() / name).string();
    }
    [[nodiscard]] std::string root() const {
        return write("root.pem", base::bytesOf(signing::pemOfCertificate(anchors.front().der)));
    }
    void expectOpenSslVerifies(base::BytesView pdf) const {
        const auto found = base::expected(printing::readSignatures(pdf), "signatures");
        for (const auto& signature : found) {
            if (signature.kind != printing::PdfSignature::Kind::Signature) continue;
            const auto verified =
                run("openssl", {"cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
                                write("cms", signature.cms), "-content", write("tbs", signature.signedOctets(pdf)),
                                "-CAfile", root(), "-purpose", "any", "-out", (folder.path() / "out").string()});
            EXPECT_EQ(verified.exitCode, 0) << signature.field << verified.output;
        }
    }

    base::SystemClock clock;
    support::ScratchFolder folder;

   private:
    std::unique_ptr<signing::FileKeyStore> m_keys;
    CertifiedKey m_authority;

   protected:
    std::vector<signing::Certificate> anchors;
};

}  // namespace issuance
