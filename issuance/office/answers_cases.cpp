// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "contract/acts_of_cases.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using Of = inventory::CaseQuestion::Of;

base::Fault unknownWord(const std::string& word) { return {"case.unknown-word"_code, {{"word", word}}}; }

CaseLine lineOf(const inventory::Case& found, const PeopleNames& names) {
    return {found.number,
            std::string{nameOf(found.kind)},
            found.place,
            found.reference,
            found.resolution ? "resolved" : "open",
            found.openedAt,
            names.of(found.openedBy),
            base::formatDate(found.deadline),
            found.overdue};
}

base::Result<CasesListed> list(House& house, Call& call, const CaseList& request) {
    static const std::map<std::string, Of> kOf{
        {"", Of::Open}, {"open", Of::Open}, {"overdue", Of::Overdue}, {"resolved", Of::Resolved}, {"all", Of::All}};
    const auto of = kOf.find(request.of);
    if (of == kOf.end()) return unknownWord(request.of);
    const auto kind = inventory::caseKindNamed(request.kind);
    if (!kind && !request.kind.empty()) return unknownWord(request.kind);
    const PeopleNames names{house, call.connection};
    CasesListed listed;
    for (const auto& found : house.cases->list(call.connection, {of->second, kind, request.place, {}}))
        listed.cases.push_back(lineOf(found, names));
    return listed;
}

base::Result<CaseShown> show(House& house, Call& call, const CaseShow& request) {
    const auto found = house.cases->show(call.connection, request.number);
    if (!found) return found.refusal();
    const PeopleNames names{house, call.connection};
    CaseShown shown{lineOf(*found, names), names.of(found->openedWith), found->reason};
    for (const auto& matter : found->matters) {
        const auto* item = house.items->find(matter.item);
        shown.matters.push_back({matter.item, matter.serials ? textOf(*matter.serials, *item) : "", matter.lot,
                                 matter.expected, matter.found, matter.detail});
    }
    for (const auto& note : found->notes) shown.notes.push_back({note.time, names.of(note.person), note.text});
    if (const auto& resolution = found->resolution) {
        shown.resolvedAt = resolution->time;
        shown.resolvedBy = names.of(resolution->person);
        shown.resolvedWith = names.of(resolution->second);
        shown.resolution = resolution->reason;
        shown.writtenOff = resolution->writtenOff;
    }
    return shown;
}

base::Result<Done> done(const base::Outcome& outcome) {
    if (!outcome) return outcome.refusal();
    return Done{};
}

base::Result<Done> setDeadline(House& house, Call& call, const CaseDeadline& request) {
    const auto kind = inventory::caseKindNamed(request.kind);
    if (!kind) return unknownWord(request.kind);
    return done(house.cases->setDeadline(call.transaction(), call.author, *kind, request.days));
}

}  // namespace

void addCaseAnswers(ActTable& acts, House& house) {
    acts.answer<CaseList>([&house](Call& call, const auto& request) { return list(house, call, request); });
    acts.answer<CaseShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<contract::CaseNote>([&house](Call& call, const auto& request) {
        return done(house.cases->note(call.transaction(), call.author, request.number, request.text));
    });
    acts.answer<CaseResolve>([&house](Call& call, const auto& request) {
        return done(house.cases->resolve(call.transaction(), call.author, request.number, request.reason));
    });
    acts.answer<CaseDeadline>([&house](Call& call, const auto& request) { return setDeadline(house, call, request); });
}

}  // namespace issuance
