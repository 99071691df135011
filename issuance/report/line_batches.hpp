// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "issuance/line/stage.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// The orders of one kind for one site of delivery: what leaves the house together.
struct LineBatch {
    std::string kind;
    std::string deliverySite;
    /// How many have come how far: all that the line has, and those that it released on the day.
    std::map<std::pair<Stage, Standing>, std::int64_t> stages;
    std::int64_t urgent = 0;   ///< of those that the line has
    std::int64_t overdue = 0;  ///< of those that the line has: due before the day
    std::string oldest;        ///< when the oldest that the line has was taken; empty where it has none
    std::string due;           ///< first day on which one that the line has is due; empty where none is
};

/// By kind and site of delivery, on a day of Guatemala.
std::vector<LineBatch> batchesOf(records::Connection& connection, base::Date day);

}  // namespace issuance
