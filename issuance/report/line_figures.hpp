// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"
#include "issuance/line/station_book.hpp"

namespace issuance {

/// What the line stands at, and what it did of `day` so far: orders by stage and standing, stations, steps by end with
/// their durations, refusals by cause, documents. No order, person or workstation is named, and no word of a person's.
std::vector<contract::Figure> lineFigures(records::Connection& connection, const StationBook& stations, base::Date day);

}  // namespace issuance
