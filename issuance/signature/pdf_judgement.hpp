// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/finalise/signature_reading.hpp"
#include "printing/finalise/validation_store.hpp"
#include "signing/cms/cades_verification.hpp"

/// Internal to issuance/signature: signatures of a PDF judged with the proofs that it keeps.
namespace issuance {

/// One signature or document time-stamp, and what was found of it.
struct JudgedSignature {
    printing::PdfSignature place;
    signing::CadesVerdict cades;                    ///< of signatures
    std::optional<signing::TimestampToken> token;   ///< of document time-stamps that hold
    std::vector<base::Fault> tokenFaults;           ///< why one does not
    std::optional<base::Timestamp> archivedMoment;  ///< by the first document time-stamp over it that holds
};

/// The proofs of a PDF's store as the checks take them. What cannot be read proves nothing.
struct KeptProofs {
    std::vector<signing::Certificate> certificates;
    std::vector<signing::RevocationList> lists;  ///< and the question's own
    std::vector<base::Bytes> responses;
};
base::Result<KeptProofs> keptProofs(base::BytesView pdf, const signing::CadesQuestion& question);

/// Each in the order of the form. A document time-stamp is judged at the moment of the next one over it, the last one
/// at the question's moment; a signature at the moment of the first that covers it (EN 319 102-1 5.6.3). Refuses what
/// readSignatures refuses.
base::Result<std::vector<JudgedSignature>> judgeSignatures(base::BytesView pdf, const signing::CadesQuestion& question);

}  // namespace issuance
