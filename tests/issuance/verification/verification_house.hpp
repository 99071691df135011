// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/signature/long_term.hpp"
#include "issuance/signature/signature_block.hpp"
#include "issuance/verification/judgement_by_books.hpp"
#include "issuance/verification/verification.hpp"
#include "printing/flow/flow_document.hpp"
#include "signing/seals/act_seal.hpp"
#include "tests/issuance/signature/signing_house.hpp"

namespace issuance {

/// A house that writes sealed and signed certificates, and a reader who has its certificates.
class VerificationHouse : public SigningHouse {
   protected:
    VerificationHouse();

    [[nodiscard]] signing::ActSeal act() const;
    [[nodiscard]] base::Bytes sealOf(const signing::ActSeal& act) const;
    /// One page that says what the seal states.
    [[nodiscard]] printing::FlowDocument document(const base::Bytes& seal) const;
    [[nodiscard]] base::Bytes page() const;
    [[nodiscard]] printing::SignatureField field(const std::string& name, double x = 110) const;
    /// Signed by the certifier, who certifies.
    [[nodiscard]] base::Bytes signedPage() const { return signedBy(page()); }
    [[nodiscard]] base::Bytes signedBy(base::BytesView pdf) const;

    /// As it is told once the books were asked.
    [[nodiscard]] Verification verify(base::BytesView content, const IssuedActs* acts = nullptr) const;
    [[nodiscard]] std::string verdictOf(base::BytesView content) const {
        return std::string{nameOf(verify(content).verdict)};
    }
    /// Whether this is the verdict, and one of its reasons has the code.
    [[nodiscard]] testing::AssertionResult says(base::BytesView content, Verdict verdict,
                                                const std::string& code = "") const;

    signing::SigningIdentity certifier = signer("María Núñez"), endorser = signer("Ana Ixcot");
    signing::KeyId countryKey, sealKey;
    VerificationTrust trust;
};

}  // namespace issuance
