// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_inspections.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// What a document's order, its pages as they were read and its chip say, side by side, and the pictures of them.
struct InspectedParts {
    std::vector<contract::InspectedPart> parts;
    std::vector<contract::InspectedPicture> pictures;
};

InspectedParts inspectedPartsOf(House& house, records::Connection& connection, const DocumentEntry& entry);

}  // namespace issuance
