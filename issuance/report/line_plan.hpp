// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "issuance/report/line_forecast.hpp"
#include "issuance/report/line_production.hpp"

namespace issuance {

/// A step as it was measured, and the stations that do it.
struct PlannedStep {
    Step step = Step::Clear;
    std::int64_t stations = 0;
    std::int64_t measured = 0;  ///< passes; none where 0, and then neither of the others
    double seconds = 0;         ///< median, from the claim to the outcome
    double yield = 1;
};

/// Orders of one kind in one lane.
struct PlannedGroup {
    std::string kind;
    Priority priority = Priority::Normal;
    std::int64_t orders = 0;
    std::int64_t unplanned = 0;  ///< of these, those that cannot be foretold
    std::optional<base::Timestamp> firstReady, lastReady;
    std::optional<base::Date> due;  ///< the first
    std::int64_t missed = 0;        ///< ready after the day they are due on
};

/// An order that will be ready after the day it is due on.
struct MissedDue {
    ForecastOrder order;
    std::optional<base::Timestamp> ready;  ///< none where it cannot be foretold, and is late already
};

/// What the stations will do when with what waits.
struct LinePlanning {
    std::optional<ReportedWork> measured;  ///< the production that was measured; none where there was none
    std::vector<PlannedStep> steps;        ///< clear to inspect
    std::vector<PlannedGroup> groups;      ///< urgent before ordinary, of each kind
    std::vector<MissedDue> missed;         ///< by due date
    std::vector<Step> unmeasured;          ///< that an order waits for, and nothing is known of
    std::vector<Duty> unmanned;            ///< that an order waits for, and no station does
    std::int64_t stopped = 0;              ///< orders held or in doubt: they wait for a person and are not planned
    std::int64_t waitingForRelease = 0;
};

/// From the last week that had production. "Ready" is: inspected, and waiting for its release, which is a person's.
/// Blanks and people are taken to be there.
LinePlanning planLine(records::Connection& connection, base::Timestamp now,
                      const std::vector<ForecastStation>& stations, int hoursADay);

}  // namespace issuance
