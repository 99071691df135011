// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "issuance/line/stage.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// What is reported on: all that ended from a moment until before another, of one workstation or of all.
struct ReportedWork {
    base::Timestamp from;
    base::Timestamp until;
    std::string workstation = {};  ///< empty for all
};

/// How long something took, in seconds: of half of them at most `median`, of nineteen of twenty at most `p95`.
struct Durations {
    double median = 0;
    double p95 = 0;
};

/// One step of the line, at one workstation or at all of them.
struct StepProduction {
    Step step = Step::Clear;
    std::string workstation;  ///< empty for all
    std::int64_t done = 0;    ///< by the machine, or found done by a person
    std::int64_t refused = 0;
    std::int64_t doubts = 0;  ///< times that a person had to say how it ended
    Durations work;           ///< from the claim to the outcome, of what a machine finished or refused
    Durations waiting;        ///< from the end of what the order went through before

    /// Share that was good, of what was decided; 1 where nothing was.
    [[nodiscard]] double yield() const;
};

/// Blanks that a step was refused for.
struct RefusedFor {
    Step step = Step::Print;
    std::string workstation;
    std::string cause;  ///< code, or a person's word
    std::int64_t count = 0;
};

struct HourOfProduction {
    base::Timestamp begin;
    std::int64_t released = 0;
};

/// What the line did.
struct LineProduction {
    std::vector<StepProduction> steps;          ///< of all workstations that are reported on, in the line's order
    std::vector<StepProduction> byWorkstation;  ///< the same for each
    std::vector<RefusedFor> refusals;           ///< most frequent first
    std::vector<HourOfProduction> hours;        ///< those in which something was released
    std::int64_t released = 0;                  ///< documents
    std::int64_t releasedAtFirst = 0;           ///< of these, made of the first blank
    std::int64_t cancelled = 0;                 ///< orders
    std::int64_t sentBack = 0;                  ///< orders that could not be made as they came
    std::int64_t held = 0;                      ///< times that an order was held for a person

    /// Share of the documents that were made of the first blank (first-pass yield); 1 where there are none.
    [[nodiscard]] double firstPassYield() const;
};

/// From the orders' history, at one moment.
LineProduction reportLine(records::Connection& connection, const ReportedWork& work);

}  // namespace issuance
