// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/certificate/certificate_book.hpp"
#include "issuance/certificate/certifier_keys.hpp"
#include "issuance/certificate/draft_values.hpp"
#include "issuance/certificate/template_book.hpp"
#include "issuance/certificate/training_mark.hpp"
#include "printing/finalise/signature_field.hpp"
#include "printing/flow/draw_flow.hpp"
#include "signing/seals/seal_signer.hpp"

namespace issuance {

/// A person as certificates name them.
struct CertificatePerson {
    std::string id;
    std::string name;
    std::string title;
};

/// Who signs, with their key open.
struct CertificateSigner {
    CertificatePerson person;
    const OpenCertifier& key;
    std::span<const signing::Certificate> chain;  ///< its issuers
};

/// What drawing and signing takes.
struct SigningMatter {
    const CertificateType& type;
    const CertificateText& text;
    const DraftEntry& draft;
    RequestEntry& request;
    CertificatePerson reviewer;
    std::optional<CertificatePerson> endorser;
    std::string legalReviewer = {};  ///< person; empty where the draft had none
};

/// A drawn page waits for its signatures at these keys of the template.
inline constexpr const char* kCertifierPlace = "certificador";
inline constexpr const char* kEndorserPlace = "visto-bueno";

/// Draws, numbers, seals and signs certificates; made for training, they say so across each page. Works inside the
/// caller's transaction.
class CertificateDesk {
   public:
    CertificateDesk(const RequestBook& requests, const CertificateBook& certificates,
                    std::shared_ptr<const printing::FontSet> fonts, const base::Clock& clock, MadeFor madeFor)
        : m_requests(requests),
          m_certificates(certificates),
          m_fonts(std::move(fonts)),
          m_clock(clock),
          m_madeFor(madeFor) {}

    /// What the draft would look like, with BORRADOR across each page, and no number, seal or signature. Refuses what
    /// filling and drawing refuse.
    [[nodiscard]] base::Result<base::Bytes> preview(const CertificateText& text, const DraftEntry& draft,
                                                    bool endorsed) const;

    /// Gives the number, draws, seals and signs. Refuses "certificate.same-person" where who signs or endorses wrote or
    /// reviewed the draft, "certificate.legal-review-missing", "certificate.template-changed",
    /// "certificate.step-not-now", and what filling, drawing, sealing and signing refuse.
    base::Result<CertificateEntry> sign(records::Transaction& tx, const records::Author& author,
                                        const SigningMatter& matter, const CertificateSigner& certifier,
                                        const signing::SealSigner& seals) const;

    /// Adds the endorser's signature. Refuses "certificate.not-endorser", "certificate.step-not-now", and what signing
    /// refuses.
    base::Result<CertificateEntry> endorse(records::Transaction& tx, const records::Author& author,
                                           RequestEntry& request, const CertificateSigner& endorser) const;

   private:
    struct Drawn {
        base::Bytes pdf;
        printing::FlowSignature certifierPlace;
    };
    /// Lays out, seals with the count of the pages, and draws.
    base::Result<Drawn> drawn(const SigningMatter& matter, CertificateEntry& entry, const signing::SealSigner& seals,
                              base::Timestamp now) const;
    base::Result<base::Bytes> signedBy(const CertificateSigner& signer, const base::Bytes& pdf,
                                       const printing::SignatureField& field) const;

    const RequestBook& m_requests;
    const CertificateBook& m_certificates;
    std::shared_ptr<const printing::FontSet> m_fonts;
    const base::Clock& m_clock;
    MadeFor m_madeFor;
};

}  // namespace issuance
