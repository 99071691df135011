// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/json.hpp"
#include "issuance/certificate/certificate_type.hpp"
#include "issuance/certificate/request_book.hpp"
#include "printing/flow/act_shape.hpp"

namespace issuance {

/// The values that the template leaves to the clerk, in its order.
std::vector<contract::FreeValueLine> freeValues(const printing::ActShape& shape);

/// What a draft's values come from.
struct DraftSources {
    const RequestEntry& request;
    std::string place;  ///< where it is written, in words
    std::string diligence;
    printing::ActMap registers;  ///< lists by the registers' names
    contract::TextMap typed;     ///< of a list of texts one a line
};
/// The values of a draft: all but those that the signature gives. Refuses "certificate.value-unknown" for what the
/// template does not leave to the clerk.
base::Result<printing::ActMap> draftValues(const DraftSources& sources, const printing::ActShape& shape);

/// What only the signature gives.
struct SignatureValues {
    std::string number;
    std::string code;
    base::Timestamp moment;
    printing::ActMap certifier, reviewer, endorser;  ///< "nombre", "cargo"; empty where there is none
};
printing::ActMap valuesOf(const SignatureValues& given);
/// The same for a preview: what cannot be taken for the real thing.
SignatureValues previewSignature(base::Timestamp moment);

}  // namespace issuance
