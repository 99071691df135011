// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_destruction.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/office/stock_papers.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using People = std::vector<inventory::Participant>;

inventory::Destructions destructionsOf(House& house) { return {*house.items, house.clock}; }

base::Result<Done> done(const base::Outcome& outcome) {
    if (!outcome) return outcome.refusal();
    return Done{};
}

base::Result<DestructionRequested> request(House& house, Call& call, const DestructionRequest& asked) {
    inventory::DestructionRequest request{{asked.serials, asked.place.value_or(""), asked.state.value_or(""), {}},
                                          asked.reason};
    if (asked.until) {
        const auto until = base::parseDate(*asked.until);
        if (!until) return until.refusal();
        request.selection.until = *until;
    }
    const auto number = destructionsOf(house).request(call.transaction(), call.author, request);
    if (!number) return number.refusal();
    const auto found = destructionsOf(house).show(call.connection, *number);
    return DestructionRequested{*number, found->quantity, found->annex};
}

base::Result<Done> authorise(House& house, Call& call, const DestructionAuthorise& request) {
    const auto date = base::parseDate(request.date);
    if (!date) return date.refusal();
    return done(destructionsOf(house).authorise(call.transaction(), call.author, request.destruction,
                                                {request.document, *date}));
}

/// People of the house by their ids. Refuses "people.unknown-person" for each user name that nobody has.
base::Result<People> peopleFrom(House& house, records::Connection& connection,
                                const std::vector<ParticipantLine>& lines) {
    People people;
    std::vector<base::Fault> faults;
    for (const auto& line : lines) {
        inventory::Participant one{"", line.name, line.office, line.identification};
        if (!line.user.empty()) {
            const auto known = house.operators->named(connection, line.user);
            if (!known)
                faults.push_back(known.refusal().first());
            else
                one.person = known->id.text();
        }
        people.push_back(std::move(one));
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return people;
}

std::vector<ParticipantLine> linesOf(const People& people, const PeopleNames& names) {
    std::vector<ParticipantLine> lines;
    for (const auto& one : people)
        lines.push_back({one.person.empty() ? "" : names.of(one.person), one.name, one.office, one.identification});
    return lines;
}

base::Result<Done> nameCommission(House& house, Call& call, const DestructionCommission& request) {
    const auto date = base::parseDate(request.date);
    if (!date) return date.refusal();
    const auto members = peopleFrom(house, call.connection, request.members);
    if (!members) return members.refusal();
    return done(destructionsOf(house).nameCommission(call.transaction(), call.author, request.destruction,
                                                     {{request.document, *date}, *members}));
}

base::Result<DestructionScanned> scan(House& house, Call& call, const DestructionScan& request) {
    const auto scan = destructionsOf(house).scan(call.transaction(), call.author, request.destruction, request.serials);
    if (!scan) return scan.refusal();
    return DestructionScanned{scan->fresh, scan->repeated, scan->scanned, scan->selected};
}

base::Result<DestructionExecuted> execute(House& house, Call& call, const DestructionExecute& request) {
    const auto witnesses = peopleFrom(house, call.connection, request.witnesses);
    if (!witnesses) return witnesses.refusal();
    const auto destructions = destructionsOf(house);
    const auto executed = destructions.execute(call.transaction(), call.author, request.destruction,
                                               {request.method, request.municipality, request.department,
                                                request.premises, request.seal, request.wasteReceiver, *witnesses});
    if (!executed) return executed.refusal();
    const auto found = destructions.show(call.connection, request.destruction);
    const auto act = issueDestructionAct(house, call, *found);
    if (!act) return act.refusal();
    return DestructionExecuted{*act, found->quantity, found->annex};
}

DestructionLine lineOf(const inventory::Destruction& found, const PeopleNames& names) {
    return {found.number,      std::string{nameOf(found.stage)}, found.quantity,
            found.requestedAt, names.of(found.requestedBy),      found.endedAt};
}

DestructionsListed list(House& house, Call& call) {
    const PeopleNames names{house, call.connection};
    DestructionsListed listed;
    for (const auto& found : destructionsOf(house).list(call.connection))
        listed.destructions.push_back(lineOf(found, names));
    return listed;
}

DecisionLine lineOf(const std::optional<inventory::Decision>& decision, const PeopleNames& names) {
    if (!decision) return {};
    return {decision->document, base::formatDate(decision->date), names.of(decision->person)};
}

base::Result<DestructionShown> show(House& house, Call& call, const DestructionShow& request) {
    const auto found = destructionsOf(house).show(call.connection, request.destruction);
    if (!found) return found.refusal();
    const PeopleNames names{house, call.connection};
    const auto textsOf = [&](const std::vector<inventory::SerialRange>& ranges) {
        std::vector<std::string> texts;
        for (const auto& range : ranges) texts.push_back(textOf(range, *house.items->find(range.item)));
        return texts;
    };
    return DestructionShown{lineOf(*found, names),
                            found->reason,
                            lineOf(found->authorisation, names),
                            lineOf(found->commission, names),
                            linesOf(found->members, names),
                            linesOf(found->execution.witnesses, names),
                            textsOf(found->selected),
                            textsOf(inventory::without(found->selected, found->scanned)),
                            found->annex,
                            found->execution.method,
                            names.of(found->endedBy),
                            names.of(found->second),
                            found->cancelReason,
                            paperAbout(call.connection, "destruction", found->number)};
}

}  // namespace

void addDestructionAnswers(ActTable& acts, House& house) {
    acts.answer<DestructionRequest>([&house](Call& call, const auto& asked) { return request(house, call, asked); });
    acts.answer<DestructionAuthorise>(
        [&house](Call& call, const auto& asked) { return authorise(house, call, asked); });
    acts.answer<DestructionCommission>(
        [&house](Call& call, const auto& asked) { return nameCommission(house, call, asked); });
    acts.answer<DestructionScan>([&house](Call& call, const auto& asked) { return scan(house, call, asked); });
    acts.answer<DestructionExecute>([&house](Call& call, const auto& asked) { return execute(house, call, asked); });
    acts.answer<DestructionCancel>([&house](Call& call, const auto& asked) {
        return done(destructionsOf(house).cancel(call.transaction(), call.author, asked.destruction, asked.reason));
    });
    acts.answer<DestructionList>([&house](Call& call, const auto&) { return list(house, call); });
    acts.answer<DestructionShow>([&house](Call& call, const auto& asked) { return show(house, call, asked); });
}

}  // namespace issuance
