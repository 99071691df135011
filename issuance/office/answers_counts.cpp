// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_counts.hpp"
#include "issuance/lifecycle/lost_documents.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/custody_papers.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace contract;

base::Result<Done> done(const base::Outcome& outcome) {
    if (!outcome) return outcome.refusal();
    return Done{};
}

base::Result<CountProgressed> told(const base::Result<inventory::CountProgress>& progress) {
    if (!progress) return progress.refusal();
    return CountProgressed{progress->number, progress->round, progress->batches, progress->quantity,
                           progress->repeated};
}

CountLine lineOf(const inventory::Count& count, const PeopleNames& names) {
    return {count.number,
            count.place,
            count.kind,
            count.items,
            count.state,
            count.round,
            count.plannedAt,
            names.of(count.plannedBy),
            count.closedAt,
            names.of(count.closedBy),
            names.of(count.closedWith),
            count.reason};
}

base::Result<CountNumbered> plan(House& house, Call& call, const CountPlan& request) {
    const auto number =
        house.counts->plan(call.transaction(), call.author, {request.place, request.kind, request.items});
    if (!number) return number.refusal();
    return CountNumbered{*number};
}

/// The signed paper of a count that is closed.
base::Result<std::string> actOf(House& house, Call& call, const std::string& number) {
    const auto count = house.counts->show(call.connection, call.author.person, number);
    if (!count) return count.refusal();
    return issueCountAct(house, call, *count);
}

base::Result<CountStated> finish(House& house, Call& call, const CountFinish& request) {
    const auto state = house.counts->finish(call.transaction(), call.author, request.number);
    if (!state) return state.refusal();
    if (*state != "closed") return CountStated{*state, {}};
    const auto act = actOf(house, call, request.number);
    if (!act) return act.refusal();
    return CountStated{*state, *act};
}

base::Result<CountApproved> approve(House& house, Call& call, const CountApprove& request) {
    auto& tx = call.transaction();
    const auto closing = house.counts->approve(tx, call.author, request.number, request.reason);
    if (!closing) return closing.refusal();
    const auto rooms = house.lineRooms();
    if (auto held = noteMissingDocuments(rooms, tx, call.author, closing->lacking); !held) return held.refusal();
    if (auto voided = cancelLostDocuments(rooms, tx, call.author, closing->found, "found"); !voided)
        return voided.refusal();
    const auto act = actOf(house, call, request.number);
    if (!act) return act.refusal();
    return CountApproved{closing->cases, *act};
}

base::Result<CountShown> show(House& house, Call& call, const CountShow& request) {
    const auto count = house.counts->show(call.connection, call.author.person, request.number);
    if (!count) return count.refusal();
    const PeopleNames names{house, call.connection};
    CountShown shown{lineOf(*count, names), {}, {}};
    for (const auto& counter : count->counters)
        shown.counters.push_back(
            {counter.round, names.of(counter.person), counter.startedAt, counter.finishedAt, counter.quantity});
    for (const auto& finding : count->findings)
        shown.findings.push_back({finding.finding, finding.range.item,
                                  textOf(finding.range, *house.items->find(finding.range.item)),
                                  finding.range.quantity(), finding.detail});
    return shown;
}

CountsListed list(House& house, Call& call) {
    const PeopleNames names{house, call.connection};
    CountsListed listed;
    for (const auto& count : house.counts->list(call.connection, call.author.person))
        listed.counts.push_back(lineOf(count, names));
    return listed;
}

CountsDue due(House& house, Call& call) {
    CountsDue due;
    for (const auto& place : house.counts->due(call.connection))
        due.places.push_back(
            {place.place, place.everyDays, place.lastClosed, base::formatDate(place.due), place.overdue});
    return due;
}

}  // namespace

void addCountAnswers(ActTable& acts, House& house) {
    acts.answer<CountPlan>([&house](Call& call, const auto& request) { return plan(house, call, request); });
    acts.answer<CountStart>([&house](Call& call, const auto& request) {
        return told(house.counts->start(call.transaction(), call.author, request.number));
    });
    acts.answer<CountScan>([&house](Call& call, const auto& request) {
        return told(house.counts->scan(call.transaction(), call.author, request.number, request.batch, request.scans));
    });
    acts.answer<CountFinish>([&house](Call& call, const auto& request) { return finish(house, call, request); });
    acts.answer<CountRecount>([&house](Call& call, const auto& request) {
        return done(house.counts->demandRecount(call.transaction(), call.author, request.number));
    });
    acts.answer<CountCancel>([&house](Call& call, const auto& request) {
        return done(house.counts->cancel(call.transaction(), call.author, request.number, request.reason));
    });
    acts.answer<CountApprove>([&house](Call& call, const auto& request) { return approve(house, call, request); });
    acts.answer<CountShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<CountList>([&house](Call& call, const auto&) { return list(house, call); });
    acts.answer<contract::CountDue>([&house](Call& call, const auto&) { return due(house, call); });
    acts.answer<CountSchedule>([&house](Call& call, const auto& request) {
        return done(house.counts->schedule(call.transaction(), call.author, request.place, request.everyDays));
    });
}

}  // namespace issuance
