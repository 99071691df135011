// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/bytes.hpp"

/// The document security store of a PDF: proofs that let signatures be judged when nobody can be asked any more (/DSS,
/// EN 319 142-1 5.4, ISO 32000-2 12.8.4.3). What the proofs are worth is no matter of this room.
namespace printing {

/// All in DER.
struct ValidationMaterial {
    std::vector<base::Bytes> certificates;
    std::vector<base::Bytes> lists;      ///< CertificateList
    std::vector<base::Bytes> responses;  ///< OCSPResponse
    [[nodiscard]] bool empty() const { return certificates.empty() && lists.empty() && responses.empty(); }
};

/// Proofs for one signature, which its /Contents names.
struct SignatureProofs {
    base::Bytes contents;
    ValidationMaterial material;
};

/// The PDF with the proofs in its store, by an incremental update; what the store had stays, and nothing stands in it
/// twice. The catalogue declares the extension ESIC. Refuses "printing.pdf-not-readable", "printing.pdf-encrypted".
base::Result<base::Bytes> addValidationMaterial(base::BytesView pdf, const std::vector<SignatureProofs>& proofs);

/// What the store holds, of at most 1024 objects and 16 MiB; nothing where there is none. Refuses
/// "printing.pdf-not-readable".
base::Result<ValidationMaterial> readValidationMaterial(base::BytesView pdf);

}  // namespace printing
