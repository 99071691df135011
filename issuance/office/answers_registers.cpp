// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_registers.hpp"
#include "issuance/document/names.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/office/uploads.hpp"
#include "issuance/registers/person_rows.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

RegisterImported lineOf(const ImportEntry& entry, const PeopleNames& names) {
    return {
        entry.number, entry.registerName, entry.source, entry.reach == ImportOrder::Reach::Whole ? "whole" : "addition",
        entry.form,   entry.content,      entry.time,   names.of(entry.person),
        entry.rows,   entry.quarantined,  entry.current};
}

CandidateLine lineOf(const DecidedCandidate& each, const PeopleNames& names) {
    const auto& person = each.candidate.found.person;
    return {each.position,
            each.candidate.found.registerName,
            person.surnames,
            person.givenNames,
            bornText(person.born),
            person.document,
            person.nationality,
            each.candidate.score,
            each.candidate.grounds,
            std::string{nameOf(each.verdict)},
            each.reason,
            each.decidedAt,
            names.of(each.decidedBy)};
}

TextMap mapOf(const std::vector<std::pair<std::string, std::string>>& pairs) { return {pairs.begin(), pairs.end()}; }

/// The person of a request in the form in which registers keep texts; every fault at once.
base::Result<PersonSought> soughtFrom(const SoughtPerson& asked) {
    PersonSought sought;
    std::vector<base::Fault> faults;
    const auto tidy = [&](const std::string& text, std::string& into, const char* where) {
        auto tidied = tidyText(text);
        if (tidied)
            into = std::move(tidied).value();
        else
            faults.push_back({tidied.refusal().first().code, tidied.refusal().first().arguments, where});
    };
    tidy(asked.surnames, sought.surnames, "surnames");
    tidy(asked.givenNames, sought.givenNames, "given_names");
    tidy(asked.document.value_or(""), sought.document, "document");
    tidy(asked.nationality.value_or(""), sought.nationality, "nationality");
    sought.nationality = upperCase(sought.nationality);
    if (asked.born) {
        const auto born = base::parseDate(*asked.born);
        if (born)
            sought.born = *born;
        else
            faults.push_back(born.refusal().first());
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return sought;
}

SoughtPerson asAsked(const PersonSought& sought) {
    const auto orNothing = [](const std::string& text) {
        return text.empty() ? std::optional<std::string>{} : std::optional{text};
    };
    return {sought.surnames, sought.givenNames, orNothing(bornText(sought.born)), orNothing(sought.document),
            orNothing(sought.nationality)};
}

Uploads uploadsOf(House& house, const Call& call) { return {house.files.uploads(), call.author.person}; }

base::Result<RegisterImported> import(House& house, Call& call, const RegisterImport& request) {
    const auto file = uploadsOf(house, call).fileOf(request.upload);
    if (!file) return file.refusal();
    const auto source = tidyText(request.source);
    if (!source) return source.refusal();
    const auto reach = request.addition ? ImportOrder::Reach::Addition : ImportOrder::Reach::Whole;
    const auto entry = house.registers->import(
        call.transaction(), call.author, {request.registerName, *source, reach, request.encoding.value_or("")}, *file);
    if (!entry) return entry.refusal();
    return lineOf(*entry, {house, call.connection});
}

ImportsListed imports(House& house, Call& call, const RegisterImports& request) {
    const PeopleNames names{house, call.connection};
    ImportsListed listed;
    for (const auto& entry : house.registers->imports(call.connection, request.registerName.value_or("")))
        listed.imports.push_back(lineOf(entry, names));
    return listed;
}

/// That somebody was shown what registers say of people.
void noteReading(House& house, Call& call, std::string act, std::string kind, std::string id,
                 std::vector<std::pair<std::string, std::string>> facts) {
    records::appendToJournal(call.transaction(), house.clock,
                             {call.author, std::move(act), std::move(kind), std::move(id), "", std::move(facts)});
}

base::Result<ImportFaultsListed> quarantine(House& house, Call& call, const RegisterQuarantine& request) {
    const auto lines = house.registers->quarantine(call.connection, request.number);
    if (!lines) return lines.refusal();
    ImportFaultsListed listed;
    for (const auto& line : *lines) listed.lines.push_back({line.line, FaultLine::of(line.fault), line.text});
    noteReading(house, call, "register.quarantine", "register", request.number,
                {{"faults", std::to_string(listed.lines.size())}});
    return listed;
}

base::Result<RegistersSearched> search(House& house, Call& call, const RegisterSearch& request) {
    const auto sought = soughtFrom(request.person);
    if (!sought) return sought.refusal();
    const auto answer = house.registers->search(call.connection, *sought, request.registers, needToKnowOf(house, call),
                                                request.until.value_or(""));
    if (!answer) return answer.refusal();
    RegistersSearched searched{mapOf(answer->versions), answer->more, {}, answer->withheld};
    const PeopleNames names{house, call.connection};
    for (const auto& candidate : answer->candidates)
        searched.candidates.push_back(
            lineOf({std::ssize(searched.candidates) + 1, candidate, IdentityVerdict::Undecided, {}, {}, {}}, names));
    std::vector<std::string> confidential;
    for (const auto& candidate : answer->candidates)
        if (const auto& found = candidate.found; found.confidential)
            confidential.insert(confidential.end(), found.ids.begin(), found.ids.end());
    noteConfidentialReadings(house, call, RegisterSearch::kAct.name, "document", confidential);
    std::string asked;
    for (const auto& [name, version] : answer->versions) asked.append(asked.empty() ? "" : " ").append(name);
    noteReading(house, call, "register.search", "register", asked,
                {{"candidates", std::to_string(answer->candidates.size())}});
    return searched;
}

/// Lines of a candidate that whoever decides is shown.
constexpr std::size_t kRowsToDecide = 10;

base::Result<DiligenceShown> shown(House& house, Call& call, const Diligence& diligence) {
    const PeopleNames names{house, call.connection};
    DiligenceShown shown{diligence.number,
                         asAsked(diligence.sought),
                         mapOf(diligence.versions),
                         diligence.more,
                         diligence.openedAt,
                         names.of(diligence.openedBy),
                         diligence.concludedAt,
                         names.of(diligence.concludedBy),
                         {},
                         {},
                         diligence.withheld,
                         diligence.confidential};
    for (const auto& each : diligence.candidates) shown.candidates.push_back(lineOf(each, names));
    for (const auto& each : diligence.candidates) {
        if (diligence.isConcluded() && each.verdict != IdentityVerdict::Same) continue;
        const auto& found = each.candidate.found;
        auto rows = house.registers->rowsOf(call.connection, {found}, found.registerName);
        if (!diligence.isConcluded() && rows.size() > kRowsToDecide) rows.resize(kRowsToDecide);
        for (const auto& row : rows)
            shown.rows.push_back({each.position, row.registerName, row.row, mapOf(row.values)});
    }
    return shown;
}

base::Result<DiligenceShown> open(House& house, Call& call, const DiligenceOpen& request) {
    const auto sought = soughtFrom(request.person);
    if (!sought) return sought.refusal();
    const auto needToKnow = needToKnowOf(house, call);
    if (request.confidential && needToKnow == NeedToKnow::No) return base::Fault{"confidential.not-permitted"_code};
    const auto opened = house.diligences->open(call.transaction(), call.author, *sought, request.registers,
                                               {needToKnow, request.confidential});
    if (!opened) return opened.refusal();
    if (opened->confidential)
        noteConfidentialReading(house, call, DiligenceOpen::kAct.name, "diligence", opened->number);
    return shown(house, call, *opened);
}

/// Whether who asks may go on with a diligence; one that is not there the act itself refuses.
base::Outcome admitToDiligence(House& house, Call& call, const std::string& number, std::string_view act) {
    const auto found = house.diligences->find(call.connection, number);
    return found ? admitTo(house, call, *found, act) : base::Outcome{};
}

base::Result<Done> decide(House& house, Call& call, const DiligenceDecide& request) {
    const auto reason = tidyText(request.reason);
    if (!reason) return reason.refusal();
    IdentityVerdict verdict = IdentityVerdict::Undecided;
    for (const auto each : {IdentityVerdict::Same, IdentityVerdict::Namesake})
        if (request.verdict == nameOf(each)) verdict = each;
    if (auto admitted = admitToDiligence(house, call, request.number, DiligenceDecide::kAct.name); !admitted)
        return admitted.refusal();
    const auto done =
        house.diligences->decide(call.transaction(), call.author, request.number, request.position, verdict, *reason);
    if (!done) return done.refusal();
    return Done{};
}

base::Result<Done> conclude(House& house, Call& call, const DiligenceConclude& request) {
    if (auto admitted = admitToDiligence(house, call, request.number, DiligenceConclude::kAct.name); !admitted)
        return admitted.refusal();
    const auto done = house.diligences->conclude(call.transaction(), call.author, request.number);
    if (!done) return done.refusal();
    return Done{};
}

base::Result<DiligenceShown> show(House& house, Call& call, const DiligenceShow& request) {
    const auto found = house.diligences->find(call.connection, request.number);
    if (!found) return found.refusal();
    if (auto admitted = admitTo(house, call, *found, DiligenceShow::kAct.name); !admitted) return admitted.refusal();
    noteReading(house, call, "diligence.show", "diligence", request.number, {});
    return shown(house, call, *found);
}

DiligencesListed list(House& house, Call& call) {
    DiligencesListed listed;
    const PeopleNames names{house, call.connection};
    for (const auto& each : house.diligences->list(call.connection))
        listed.diligences.push_back(
            {each.number, mapOf(each.versions), each.openedAt, names.of(each.openedBy), each.concludedAt});
    return listed;
}

}  // namespace

void addRegisterAnswers(ActTable& acts, House& house) {
    acts.answer<RegisterImport>([&house](Call& call, const auto& request) { return import(house, call, request); });
    acts.answer<RegisterImports>([&house](Call& call, const auto& request) { return imports(house, call, request); });
    acts.answer<RegisterQuarantine>(
        [&house](Call& call, const auto& request) { return quarantine(house, call, request); });
    acts.answer<RegisterSearch>([&house](Call& call, const auto& request) { return search(house, call, request); });
    acts.answer<DiligenceOpen>([&house](Call& call, const auto& request) { return open(house, call, request); });
    acts.answer<DiligenceDecide>([&house](Call& call, const auto& request) { return decide(house, call, request); });
    acts.answer<DiligenceConclude>(
        [&house](Call& call, const auto& request) { return conclude(house, call, request); });
    acts.answer<DiligenceShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<DiligenceList>([&house](Call& call, const auto&) { return list(house, call); });
}

}  // namespace issuance
