// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "inventory/cases/case.hpp"
#include "inventory/holdings.hpp"

namespace inventory {

/// Whether a blank in this state can be held in the hand: not missing, lost, stolen or destroyed.
bool isPhysical(std::string_view state);

/// The serials that must be found at a place, in ascending order and the fewest ranges.
std::vector<SerialRange> presentAt(records::Connection& connection, std::string_view place);

/// What is done about a difference between count and books.
enum class OnDifference { Refuse, OpenCase };

/// What was counted against what must be there.
struct CountDifference {
    std::vector<SerialRange> missing;  ///< must be there and was not counted
    std::vector<SerialRange> surplus;  ///< was counted and must not be there
    [[nodiscard]] bool none() const { return missing.empty() && surplus.empty(); }
};
/// Both in ascending order without overlaps.
CountDifference differenceOf(const std::vector<SerialRange>& expected, const std::vector<SerialRange>& counted);

/// One fault for each range: "custody.not-counted" and "custody.not-here", which says where the books have it.
std::vector<base::Fault> faultsOf(records::Connection& connection, const ItemCatalogue& catalogue,
                                  const CountDifference& difference);

/// The difference as a case tells it; what is surplus with the place where the books have it.
std::vector<CaseMatter> mattersOf(records::Connection& connection, const CountDifference& difference);

/// What people or scanners read, each serial once. Refuses as `rangesScanned`; serials that came twice are no fault,
/// for a scanner sends twice.
base::Result<std::vector<SerialRange>> countedFrom(records::Connection& connection,
                                                   const std::vector<std::string>& texts,
                                                   const ItemCatalogue& catalogue);

}  // namespace inventory
