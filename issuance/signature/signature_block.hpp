// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/finalise/signature_field.hpp"

namespace issuance {

/// A person who signs a document of the house, as the page says it.
struct SignerOnPage {
    std::string name;    ///< "María Núñez López"
    std::string role;    ///< "Certificadora"
    std::string reason;  ///< "Constancia DGM-2026-000123"; may be empty
    base::Timestamp moment;
    std::string caption = "Firmado electrónicamente por";  ///< an endorser: "Visto bueno electrónico de"
};

/// The field of a signature that can be seen on a page (counted from 0) at a box of millimetres: who, in which office,
/// when by Guatemala's clock, what for. Refuses what drawSignatureAppearance refuses.
base::Result<printing::SignatureField> visibleField(const SignerOnPage& signer, int page, const printing::Box& box,
                                                    std::shared_ptr<const printing::FontSet> fonts);

}  // namespace issuance
