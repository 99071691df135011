// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "issuance/line/station_duties.hpp"
#include "issuance/line/turn.hpp"

namespace issuance {

/// An order that the line has to do, in the queue's order.
struct ForecastOrder {
    std::string order;
    std::string kind;
    Priority priority = Priority::Normal;
    std::optional<base::Date> due;
    Stage stage = Stage::Received;
    Route route = Route::PageOnly;
    std::string item;  ///< the blank it is made of
};

/// A station that works on: what it does, and with which blanks.
struct ForecastStation {
    std::vector<Duty> duties;
    std::vector<std::string> items = {};  ///< all where empty
};

/// How long a step takes, in seconds of a station's time, with the share of it that is done again for what is refused.
using StepSeconds = std::map<Step, double>;

/// Seconds of work from now until each order is ready for its release, in the order given; nothing for an order that no
/// station can finish. Stations take work as the queue hands it out: what is furthest first, then by the order given,
/// and each does one thing at a time. Every step of StepSeconds that an order needs must be there.
std::vector<std::optional<double>> forecast(const std::vector<ForecastOrder>& orders,
                                            const std::vector<ForecastStation>& stations, const StepSeconds& seconds);

/// The moment at which so many seconds of work are done, where each day of 24 hours from now on has so many hours of
/// work.
base::Timestamp momentOfWork(base::Timestamp now, double seconds, int hoursADay);

}  // namespace issuance
