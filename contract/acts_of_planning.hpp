// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

/// What a supervisor plans the line by.
namespace contract {

/// The orders of one kind for one site of delivery: those that the line has, and those that it released on the day.
struct BatchLine {
    std::string kind;
    std::string deliverySite;
    std::vector<StageCount> stages;  ///< in the line's order; "released" are those of the day
    std::int64_t urgent = 0;         ///< of those that the line has
    std::int64_t overdue = 0;        ///< of those that the line has: due before the day
    std::string oldest;              ///< when the oldest that the line has was taken; empty where it has none
    std::string due;                 ///< first day on which one that the line has is due; empty where none is
    static constexpr std::array kFields{
        field<&BatchLine::kind>("kind"),       field<&BatchLine::deliverySite>("delivery_site"),
        field<&BatchLine::stages>("stages"),   field<&BatchLine::urgent>("urgent"),
        field<&BatchLine::overdue>("overdue"), field<&BatchLine::oldest>("oldest"),
        field<&BatchLine::due>("due")};
};

struct BatchesTold {
    std::string day;
    std::vector<BatchLine> batches;
    static constexpr std::array kFields{field<&BatchesTold::day>("day"), field<&BatchesTold::batches>("batches")};
};

/// Batches by kind and site of delivery, on a day of Guatemala (UTC-6; today where none is named). Refuses
/// "order.due-unclear".
struct LineBatches {
    static constexpr Declaration kAct{"line.batches", "order.view", Effect::Reads};
    using Answer = BatchesTold;
    std::optional<std::string> day;
    static constexpr std::array kFields{field<&LineBatches::day>("day")};
};

/// A step of the line as it was measured in the last week that had production, and how many stations do it.
struct PlanStep {
    std::string step;
    std::int64_t stations = 0;
    std::int64_t measured = 0;  ///< passes; 0 where nothing is known of it
    std::int64_t work = 0;      ///< milliseconds from the claim to the outcome, median
    std::int64_t good = 0;      ///< of a thousand passes
    static constexpr std::array kFields{field<&PlanStep::step>("step"), field<&PlanStep::stations>("stations"),
                                        field<&PlanStep::measured>("measured"), field<&PlanStep::work>("work_ms"),
                                        field<&PlanStep::good>("good_of_thousand")};
};

/// The waiting orders of one kind in one lane. Moments are empty where none of them can be foretold, the due date where
/// none is due.
struct PlanGroup {
    std::string kind;
    std::string priority;
    std::int64_t orders = 0;
    std::int64_t unplanned = 0;  ///< of these, those that cannot be foretold
    std::string firstReady;
    std::string lastReady;
    std::string due;          ///< the first day
    std::int64_t missed = 0;  ///< ready after the day they are due on
    static constexpr std::array kFields{field<&PlanGroup::kind>("kind"),
                                        field<&PlanGroup::priority>("priority"),
                                        field<&PlanGroup::orders>("orders"),
                                        field<&PlanGroup::unplanned>("unplanned"),
                                        field<&PlanGroup::firstReady>("first_ready"),
                                        field<&PlanGroup::lastReady>("last_ready"),
                                        field<&PlanGroup::due>("due"),
                                        field<&PlanGroup::missed>("missed")};
};

/// An order that will be ready after the day it is due on; `ready` is empty where nobody can tell, and it is late now.
struct PlanMissed {
    std::string order;
    std::string kind;
    std::string priority;
    std::string due;
    std::string ready;
    static constexpr std::array kFields{field<&PlanMissed::order>("order"), field<&PlanMissed::kind>("kind"),
                                        field<&PlanMissed::priority>("priority"), field<&PlanMissed::due>("due"),
                                        field<&PlanMissed::ready>("ready")};
};

struct LinePlanned {
    std::string at;
    std::string measuredFrom;   ///< empty where there was no production yet
    std::string measuredUntil;  ///< the same
    std::int64_t hours = 0;     ///< of work in each day
    std::vector<PlanStep> steps;
    std::vector<PlanGroup> groups;
    std::vector<PlanMissed> missed;
    std::vector<std::string> unmeasured;  ///< steps that orders wait for, and nothing is known of
    std::vector<std::string> unmanned;    ///< duties that orders wait for, and no station does
    std::int64_t stopped = 0;             ///< orders held or in doubt: not planned
    std::int64_t waitingForRelease = 0;
    static constexpr std::array kFields{field<&LinePlanned::at>("at"),
                                        field<&LinePlanned::measuredFrom>("measured_from"),
                                        field<&LinePlanned::measuredUntil>("measured_until"),
                                        field<&LinePlanned::hours>("hours"),
                                        field<&LinePlanned::steps>("steps"),
                                        field<&LinePlanned::groups>("groups"),
                                        field<&LinePlanned::missed>("missed"),
                                        field<&LinePlanned::unmeasured>("unmeasured"),
                                        field<&LinePlanned::unmanned>("unmanned"),
                                        field<&LinePlanned::stopped>("stopped"),
                                        field<&LinePlanned::waitingForRelease>("waiting_for_release")};
};

/// So many stations that do one duty each.
struct PlanStations {
    std::string duty;
    std::int64_t stations = 0;
    static constexpr std::array kFields{field<&PlanStations::duty>("duty"), field<&PlanStations::stations>("stations")};
};

/// What the stations at work now will have ready when, or those that are named instead. "Ready" is inspected: the
/// release is a person's. Blanks, printers and people are taken to be there. `hours` (1 to 24, 8 where none is told)
/// are worked in each 24 hours from now on. Refuses "line.unknown-duty", "line.plan-hours", "line.plan-stations".
struct LinePlan {
    static constexpr Declaration kAct{"line.plan", "order.view", Effect::Reads};
    using Answer = LinePlanned;
    std::optional<std::int64_t> hours;
    std::vector<PlanStations> stations;
    static constexpr std::array kFields{field<&LinePlan::hours>("hours"), field<&LinePlan::stations>("stations")};
};

using PlanningActs = std::tuple<LineBatches, LinePlan>;

}  // namespace contract
