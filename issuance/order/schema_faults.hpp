// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/xml.hpp"

namespace issuance {

/// Faults of a schema, told apart by what they concern.
struct SortedFaults {
    /// By order, in document order.
    std::vector<std::vector<base::Fault>> ofOrder;
    /// Of the file as a whole: outside any order, or of unknown place.
    std::vector<base::Fault> ofFile;
};

/// Gives each fault to the order whose lines it falls on; one that falls on a line which several orders share is a
/// fault of all of them.
SortedFaults sortByOrder(std::vector<base::Fault> faults, const std::vector<base::xml::Element>& orders);

}  // namespace issuance
