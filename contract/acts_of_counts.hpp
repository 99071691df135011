// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Counts of places by two people, who see no figure before both have finished.
namespace contract {

struct CountNumbered {
    std::string number;
    static constexpr std::array kFields{field<&CountNumbered::number>("count")};
};

/// `kind`: planned, cyclic, unannounced. No items: all.
struct CountPlan {
    static constexpr Declaration kAct{"count.plan", "count.plan", Effect::Changes};
    using Answer = CountNumbered;
    std::string place;
    std::string kind;
    std::vector<std::string> items;
    static constexpr std::array kFields{field<&CountPlan::place>("place"), field<&CountPlan::kind>("kind"),
                                        field<&CountPlan::items>("items")};
};

/// What the counter has sent so far. `repeated`: serials of this batch that had been counted already.
struct CountProgressed {
    std::string number;
    std::int64_t round = 0;
    std::vector<std::string> batches;
    std::int64_t quantity = 0;
    std::int64_t repeated = 0;
    static constexpr std::array kFields{
        field<&CountProgressed::number>("count"), field<&CountProgressed::round>("round"),
        field<&CountProgressed::batches>("batches"), field<&CountProgressed::quantity>("quantity"),
        field<&CountProgressed::repeated>("repeated")};
};

/// Begins to count, or goes on after a stop.
struct CountStart {
    static constexpr Declaration kAct{"count.start", "count.do", Effect::Changes};
    using Answer = CountProgressed;
    std::string number;
    static constexpr std::array kFields{field<&CountStart::number>("count")};
};

/// What a scanner sent, under a name that it gives to it; the same again changes nothing.
struct CountScan {
    static constexpr Declaration kAct{"count.scan", "count.do", Effect::Changes};
    using Answer = CountProgressed;
    std::string number;
    std::string batch;
    std::vector<std::string> scans;
    static constexpr std::array kFields{field<&CountScan::number>("count"), field<&CountScan::batch>("batch"),
                                        field<&CountScan::scans>("scans")};
};

struct CountStated {
    std::string state;  ///< counting (the other still counts), closed, recount, variance
    std::string act;    ///< number of the signed paper of a count that is closed; empty otherwise
    static constexpr std::array kFields{field<&CountStated::state>("state"), field<&CountStated::act>("act")};
};

struct CountFinish {
    static constexpr Declaration kAct{"count.finish", "count.do", Effect::Changes};
    using Answer = CountStated;
    std::string number;
    static constexpr std::array kFields{field<&CountFinish::number>("count")};
};

/// One more round of a count in variance.
struct CountRecount {
    static constexpr Declaration kAct{"count.recount", "count.plan", Effect::Changes};
    using Answer = Done;
    std::string number;
    static constexpr std::array kFields{field<&CountRecount::number>("count")};
};

struct CountCancel {
    static constexpr Declaration kAct{"count.cancel", "count.plan", Effect::Changes};
    using Answer = Done;
    std::string number;
    std::string reason;
    static constexpr std::array kFields{field<&CountCancel::number>("count"), field<&CountCancel::reason>("reason")};
};

struct CountApproved {
    std::vector<std::string> cases;
    std::string act;  ///< number of the signed paper
    static constexpr std::array kFields{field<&CountApproved::cases>("cases"), field<&CountApproved::act>("act")};
};

/// Accepts a variance: movements and cases; two people who did not count.
struct CountApprove {
    static constexpr Declaration kAct{"count.approve", "count.approve", Effect::Changes, People::Two};
    using Answer = CountApproved;
    std::string number;
    std::string reason;
    static constexpr std::array kFields{field<&CountApprove::number>("count"), field<&CountApprove::reason>("reason")};
};

struct CountLine {
    std::string number;
    std::string place;
    std::string kind;
    std::vector<std::string> items;
    std::string state;
    std::int64_t round = 0;
    std::string plannedAt;
    std::string plannedBy;
    std::string closedAt;
    std::string closedBy;
    std::string closedWith;
    std::string reason;
    static constexpr std::array kFields{field<&CountLine::number>("count"),
                                        field<&CountLine::place>("place"),
                                        field<&CountLine::kind>("kind"),
                                        field<&CountLine::items>("items"),
                                        field<&CountLine::state>("state"),
                                        field<&CountLine::round>("round"),
                                        field<&CountLine::plannedAt>("planned_at"),
                                        field<&CountLine::plannedBy>("planned_by"),
                                        field<&CountLine::closedAt>("closed_at"),
                                        field<&CountLine::closedBy>("closed_by"),
                                        field<&CountLine::closedWith>("closed_with"),
                                        field<&CountLine::reason>("reason")};
};

/// `quantity` is absent where the reader may not see it yet.
struct CounterLine {
    std::int64_t round = 0;
    std::string person;
    std::string startedAt;
    std::string finishedAt;
    std::optional<std::int64_t> quantity;
    static constexpr std::array kFields{field<&CounterLine::round>("round"), field<&CounterLine::person>("person"),
                                        field<&CounterLine::startedAt>("started_at"),
                                        field<&CounterLine::finishedAt>("finished_at"),
                                        field<&CounterLine::quantity>("quantity")};
};

/// `finding`: lacking, elsewhere, found_again, unknown, moved, disputed.
struct CountFindingLine {
    std::string finding;
    std::string item;
    std::string serials;
    std::int64_t quantity = 0;
    std::string detail;
    static constexpr std::array kFields{
        field<&CountFindingLine::finding>("finding"), field<&CountFindingLine::item>("item"),
        field<&CountFindingLine::serials>("serials"), field<&CountFindingLine::quantity>("quantity"),
        field<&CountFindingLine::detail>("detail")};
};

struct CountShown {
    CountLine line;
    std::vector<CounterLine> counters;
    std::vector<CountFindingLine> findings;
    static constexpr std::array kFields{field<&CountShown::line>("line"), field<&CountShown::counters>("counters"),
                                        field<&CountShown::findings>("findings")};
};

struct CountShow {
    static constexpr Declaration kAct{"count.show", "count.view", Effect::Reads};
    using Answer = CountShown;
    std::string number;
    static constexpr std::array kFields{field<&CountShow::number>("count")};
};

struct CountsListed {
    std::vector<CountLine> counts;
    static constexpr std::array kFields{field<&CountsListed::counts>("counts")};
};

struct CountList {
    static constexpr Declaration kAct{"count.list", "count.view", Effect::Reads};
    using Answer = CountsListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct CountDueLine {
    std::string place;
    std::int64_t everyDays = 0;
    std::string lastClosed;
    std::string due;
    bool overdue = false;
    static constexpr std::array kFields{field<&CountDueLine::place>("place"),
                                        field<&CountDueLine::everyDays>("every_days"),
                                        field<&CountDueLine::lastClosed>("last_closed"),
                                        field<&CountDueLine::due>("due"), field<&CountDueLine::overdue>("overdue")};
};

struct CountsDue {
    std::vector<CountDueLine> places;
    static constexpr std::array kFields{field<&CountsDue::places>("places")};
};

struct CountDue {
    static constexpr Declaration kAct{"count.due", "count.view", Effect::Reads};
    using Answer = CountsDue;
    static constexpr std::array<Field, 0> kFields{};
};

/// Every how many days a place is to be counted; 0 for no more.
struct CountSchedule {
    static constexpr Declaration kAct{"count.schedule", "count.plan", Effect::Changes};
    using Answer = Done;
    std::string place;
    std::int64_t everyDays = 0;
    static constexpr std::array kFields{field<&CountSchedule::place>("place"),
                                        field<&CountSchedule::everyDays>("every_days")};
};

using CountActs = std::tuple<CountPlan, CountStart, CountScan, CountFinish, CountRecount, CountCancel, CountApprove,
                             CountShow, CountList, CountDue, CountSchedule>;

}  // namespace contract
