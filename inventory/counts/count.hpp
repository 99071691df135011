// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "inventory/ranges_held.hpp"

namespace inventory {

struct NewCount {
    std::string place;
    std::string kind;                ///< "planned", "cyclic", "unannounced"
    std::vector<std::string> items;  ///< empty: all
};

/// Serials about which a round of a count and the books do not agree, or which moved meanwhile.
struct CountFinding {
    std::string
        finding;  ///< "disputed" (between the counters), "lacking", "elsewhere", "found_again", "unknown", "moved"
    SerialRange range;
    std::string detail;  ///< where the books have them: "vault usable"
    friend bool operator==(const CountFinding&, const CountFinding&) = default;
};

struct Counter {
    std::int64_t round = 0;
    std::string person;
    std::string startedAt;
    std::string finishedAt;                ///< empty while counting
    std::optional<std::int64_t> quantity;  ///< nothing where the reader may not see it yet
};

/// A count as somebody may see it. Figures of others and of the books are there only once it is in variance or closed.
/// These are also the values of the count act.
struct Count {
    std::string number;  ///< "CONTEO-2026-000001"
    std::string place;
    std::string kind;
    std::vector<std::string> items;
    std::string state;  ///< "planned", "counting", "recount", "variance", "closed", "cancelled"
    std::int64_t round = 1;
    std::string plannedAt;
    std::string plannedBy;
    std::string closedAt;
    std::string closedBy;
    std::string closedWith;
    std::string reason;
    std::vector<Counter> counters = {};
    std::vector<CountFinding> findings = {};  ///< of the last round that both finished
};

/// What a counter has sent so far, for one who goes on after a stop.
struct CountProgress {
    std::string number;
    std::int64_t round = 1;
    std::vector<std::string> batches;
    std::int64_t quantity = 0;  ///< different serials
    std::int64_t repeated = 0;  ///< serials of this batch that were counted already
};

struct CountClosing {
    std::string state;
    std::vector<std::string> cases;  ///< opened by the approval
    std::vector<UsedBlank> lacking;  ///< orders and documents whose blanks are now missing
    std::vector<UsedBlank> found;    ///< those whose blanks are now withheld
};

/// A place that is to be counted every so many days.
struct CountDue {
    std::string place;
    std::int64_t everyDays = 0;
    std::string lastClosed;  ///< empty: never
    base::Date due{};
    bool overdue = false;
};

}  // namespace inventory
