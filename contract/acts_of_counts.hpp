// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Counts of places by two people, who see no figure before both have finished.
namespace contract {

struct CountNumbered {
    std::string number;
    static constexpr std::tuple kFields{Field{"count", &CountNumbered::number}};
};

/// `kind`: planned, cyclic, unannounced. No items: all.
struct CountPlan {
    static constexpr Declaration kAct{"count.plan", "count.plan", Effect::Changes};
    using Answer = CountNumbered;
    std::string place;
    std::string kind;
    std::vector<std::string> items;
    static constexpr std::tuple kFields{Field{"place", &CountPlan::place}, Field{"kind", &CountPlan::kind},
                                        Field{"items", &CountPlan::items}};
};

/// What the counter has sent so far. `repeated`: serials of this batch that had been counted already.
struct CountProgressed {
    std::string number;
    std::int64_t round = 0;
    std::vector<std::string> batches;
    std::int64_t quantity = 0;
    std::int64_t repeated = 0;
    static constexpr std::tuple kFields{
        Field{"count", &CountProgressed::number}, Field{"round", &CountProgressed::round},
        Field{"batches", &CountProgressed::batches}, Field{"quantity", &CountProgressed::quantity},
        Field{"repeated", &CountProgressed::repeated}};
};

/// Begins to count, or goes on after a stop.
struct CountStart {
    static constexpr Declaration kAct{"count.start", "count.do", Effect::Changes};
    using Answer = CountProgressed;
    std::string number;
    static constexpr std::tuple kFields{Field{"count", &CountStart::number}};
};

/// What a scanner sent, under a name that it gives to it; the same again changes nothing.
struct CountScan {
    static constexpr Declaration kAct{"count.scan", "count.do", Effect::Changes};
    using Answer = CountProgressed;
    std::string number;
    std::string batch;
    std::vector<std::string> scans;
    static constexpr std::tuple kFields{Field{"count", &CountScan::number}, Field{"batch", &CountScan::batch},
                                        Field{"scans", &CountScan::scans}};
};

struct CountStated {
    std::string state;  ///< counting (the other still counts), closed, recount, variance
    std::string act;    ///< number of the signed paper of a count that is closed; empty otherwise
    static constexpr std::tuple kFields{Field{"state", &CountStated::state}, Field{"act", &CountStated::act}};
};

struct CountFinish {
    static constexpr Declaration kAct{"count.finish", "count.do", Effect::Changes};
    using Answer = CountStated;
    std::string number;
    static constexpr std::tuple kFields{Field{"count", &CountFinish::number}};
};

/// One more round of a count in variance.
struct CountRecount {
    static constexpr Declaration kAct{"count.recount", "count.plan", Effect::Changes};
    using Answer = Done;
    std::string number;
    static constexpr std::tuple kFields{Field{"count", &CountRecount::number}};
};

struct CountCancel {
    static constexpr Declaration kAct{"count.cancel", "count.plan", Effect::Changes};
    using Answer = Done;
    std::string number;
    std::string reason;
    static constexpr std::tuple kFields{Field{"count", &CountCancel::number}, Field{"reason", &CountCancel::reason}};
};

struct CountApproved {
    std::vector<std::string> cases;
    std::string act;  ///< number of the signed paper
    static constexpr std::tuple kFields{Field{"cases", &CountApproved::cases}, Field{"act", &CountApproved::act}};
};

/// Accepts a variance: movements and cases; two people who did not count.
struct CountApprove {
    static constexpr Declaration kAct{"count.approve", "count.approve", Effect::Changes, People::Two};
    using Answer = CountApproved;
    std::string number;
    std::string reason;
    static constexpr std::tuple kFields{Field{"count", &CountApprove::number}, Field{"reason", &CountApprove::reason}};
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
    static constexpr std::tuple kFields{Field{"count", &CountLine::number},
                                        Field{"place", &CountLine::place},
                                        Field{"kind", &CountLine::kind},
                                        Field{"items", &CountLine::items},
                                        Field{"state", &CountLine::state},
                                        Field{"round", &CountLine::round},
                                        Field{"planned_at", &CountLine::plannedAt},
                                        Field{"planned_by", &CountLine::plannedBy},
                                        Field{"closed_at", &CountLine::closedAt},
                                        Field{"closed_by", &CountLine::closedBy},
                                        Field{"closed_with", &CountLine::closedWith},
                                        Field{"reason", &CountLine::reason}};
};

/// `quantity` is absent where the reader may not see it yet.
struct CounterLine {
    std::int64_t round = 0;
    std::string person;
    std::string startedAt;
    std::string finishedAt;
    std::optional<std::int64_t> quantity;
    static constexpr std::tuple kFields{Field{"round", &CounterLine::round}, Field{"person", &CounterLine::person},
                                        Field{"started_at", &CounterLine::startedAt},
                                        Field{"finished_at", &CounterLine::finishedAt},
                                        Field{"quantity", &CounterLine::quantity}};
};

/// `finding`: lacking, elsewhere, found_again, unknown, moved, disputed.
struct CountFindingLine {
    std::string finding;
    std::string item;
    std::string serials;
    std::int64_t quantity = 0;
    std::string detail;
    static constexpr std::tuple kFields{
        Field{"finding", &CountFindingLine::finding}, Field{"item", &CountFindingLine::item},
        Field{"serials", &CountFindingLine::serials}, Field{"quantity", &CountFindingLine::quantity},
        Field{"detail", &CountFindingLine::detail}};
};

struct CountShown {
    CountLine line;
    std::vector<CounterLine> counters;
    std::vector<CountFindingLine> findings;
    static constexpr std::tuple kFields{Field{"line", &CountShown::line}, Field{"counters", &CountShown::counters},
                                        Field{"findings", &CountShown::findings}};
};

struct CountShow {
    static constexpr Declaration kAct{"count.show", "count.view", Effect::Reads};
    using Answer = CountShown;
    std::string number;
    static constexpr std::tuple kFields{Field{"count", &CountShow::number}};
};

struct CountsListed {
    std::vector<CountLine> counts;
    static constexpr std::tuple kFields{Field{"counts", &CountsListed::counts}};
};

struct CountList {
    static constexpr Declaration kAct{"count.list", "count.view", Effect::Reads};
    using Answer = CountsListed;
    static constexpr std::tuple<> kFields{};
};

struct CountDueLine {
    std::string place;
    std::int64_t everyDays = 0;
    std::string lastClosed;
    std::string due;
    bool overdue = false;
    static constexpr std::tuple kFields{Field{"place", &CountDueLine::place},
                                        Field{"every_days", &CountDueLine::everyDays},
                                        Field{"last_closed", &CountDueLine::lastClosed},
                                        Field{"due", &CountDueLine::due}, Field{"overdue", &CountDueLine::overdue}};
};

struct CountsDue {
    std::vector<CountDueLine> places;
    static constexpr std::tuple kFields{Field{"places", &CountsDue::places}};
};

struct CountDue {
    static constexpr Declaration kAct{"count.due", "count.view", Effect::Reads};
    using Answer = CountsDue;
    static constexpr std::tuple<> kFields{};
};

/// Every how many days a place is to be counted; 0 for no more.
struct CountSchedule {
    static constexpr Declaration kAct{"count.schedule", "count.plan", Effect::Changes};
    using Answer = Done;
    std::string place;
    std::int64_t everyDays = 0;
    static constexpr std::tuple kFields{Field{"place", &CountSchedule::place},
                                        Field{"every_days", &CountSchedule::everyDays}};
};

using CountActs = std::tuple<CountPlan, CountStart, CountScan, CountFinish, CountRecount, CountCancel, CountApprove,
                             CountShow, CountList, CountDue, CountSchedule>;

}  // namespace contract
