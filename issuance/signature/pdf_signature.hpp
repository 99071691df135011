// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/finalise/signature_field.hpp"
#include "printing/finalise/signature_reading.hpp"
#include "signing/cms/cades_signature.hpp"
#include "signing/cms/cades_verification.hpp"

/// Electronic signatures inside PDFs: PAdES baseline B-B, and B-T with a time-stamp; B-LT and B-LTA are made of them by
/// long_term.hpp (docs/formats/pdf-signature.md).
namespace issuance {

/// The PDF with one more signature; those that it has stay valid. The room for it is as large as its certificates and
/// its time-stamp want. Refuses what prepareSignature, signCades and placeSignature refuse, and
/// "signing.certificate-not-in-force" at the field's moment.
base::Result<base::Bytes> signPdf(base::BytesView pdf, const printing::SignatureField& field,
                                  const signing::CadesSigner& signer);

/// What one signature or document time-stamp of a PDF is worth.
struct PdfSignatureReport {
    printing::PdfSignature::Kind kind = printing::PdfSignature::Kind::Signature;
    std::string field;
    std::string name, reason, location, claimedMoment;  ///< by the signer's own word
    bool intact = false;                                ///< made by the signer over what it covers
    bool trusted = false;                               ///< intact, and the signer's certificate is trusted
    std::string signer;                                 ///< the certificate's subject; empty where none is bound
    std::optional<base::Timestamp> provenMoment;        ///< by a time-stamp that holds, in the signature or over it
    bool revocationKnown = false;                       ///< that none of its certificates was revoked is proven
    bool archived = false;                              ///< a document time-stamp over it holds
    bool certifies = false;
    printing::PdfSignature::Later later = printing::PdfSignature::Later::Other;
    std::size_t end = 0;              ///< of the revision that it covers
    std::vector<base::Fault> faults;  ///< everything found, of form, signature, path and time-stamp

    [[nodiscard]] bool coversWholeFile() const { return later == printing::PdfSignature::Later::Nothing; }
};

/// A report for each signature, in the order of the form; none for a PDF without. The proofs that the file keeps are
/// used. Refuses what readSignatures refuses.
base::Result<std::vector<PdfSignatureReport>> verifyPdfSignatures(base::BytesView pdf,
                                                                  const signing::CadesQuestion& question);

}  // namespace issuance
