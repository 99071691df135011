// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/diligences.hpp"

#include <algorithm>
#include <sstream>

#include "base/failure.hpp"
#include "inventory/number_series.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/registers/person_rows.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Versions = std::vector<std::pair<std::string, std::string>>;

base::Fault unknown(const std::string& number) { return {"diligence.unknown"_code, {{"number", number}}}; }

/// "movimientos=REG-2026-000001 documentos=propio".
std::string textOf(const Versions& versions) {
    std::string text;
    for (const auto& [name, version] : versions)
        text.append(text.empty() ? "" : " ").append(name).append("=").append(version);
    return text;
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream stream{text};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

Versions versionsFrom(const std::string& text) {
    Versions versions;
    for (const auto& word : wordsOf(text)) {
        const auto equals = word.find('=');
        versions.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    }
    return versions;
}

IdentityVerdict verdictFrom(const std::string& word) {
    if (word == nameOf(IdentityVerdict::Same)) return IdentityVerdict::Same;
    return word == nameOf(IdentityVerdict::Namesake) ? IdentityVerdict::Namesake : IdentityVerdict::Undecided;
}

std::string subjectOf(const std::string& number) { return "diligence/" + number; }

/// Who was sought stands at position 0, candidates at theirs.
std::string placeOf(const std::string& number, std::int64_t position) {
    return "diligence " + number + "/" + std::to_string(position);
}

PersonColumns columnsOf(const PersonFound& person, const std::optional<SubjectKey>& key, const std::string& place) {
    const auto columns = PersonColumns::of(person);
    return key ? columns.sealed(*key, place) : columns;
}

/// From thirteen columns, as `kColumns` names them.
constexpr std::string_view kColumns =
    "d.number, d.surnames, d.given_names, d.born, d.document, d.nationality, d.versions, d.cut, d.time, d.person, "
    "c.time, c.person, d.withheld FROM diligence d LEFT JOIN diligence_conclusion c ON c.diligence = d.number ";

Diligence diligenceFrom(const records::Row& row) {
    const PersonFound asked = personFrom(row, 1);
    return {row.text(0),
            {asked.surnames, asked.givenNames, asked.born, asked.document, asked.nationality},
            versionsFrom(row.text(6)),
            row.integer(7) == 1,
            row.integer(12) == 1,
            isSealed(asked.surnames),
            row.text(8),
            row.text(9),
            row.textOrEmpty(10),
            row.textOrEmpty(11),
            {}};
}

DecidedCandidate candidateFrom(const records::Row& row) {
    return {row.integer(0),
            {{row.text(1), personFrom(row, 3), wordsOf(row.text(2))}, row.integer(8), wordsOf(row.text(9))},
            verdictFrom(row.textOrEmpty(10)),
            row.textOrEmpty(11),
            row.textOrEmpty(12),
            row.textOrEmpty(13)};
}

void keepCandidate(records::Connection& connection, const std::string& number, const DecidedCandidate& each,
                   const std::optional<SubjectKey>& key) {
    const auto& found = each.candidate.found;
    const auto person = columnsOf(found.person, key, placeOf(number, each.position));
    connection.execute(
        "INSERT INTO diligence_candidate (diligence, position, register, ids, surnames, given_names, born, document, "
        "nationality, score, grounds) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {number, each.position, found.registerName, joined(found.ids), person.surnames, person.givenNames, person.born,
         person.document, person.nationality, each.candidate.score, joined(each.candidate.grounds)});
}

void keep(records::Connection& connection, const Diligence& diligence, const std::optional<SubjectKey>& key) {
    const auto sought = columnsOf(personOf(diligence.sought), key, placeOf(diligence.number, 0));
    connection.execute(
        "INSERT INTO diligence (number, surnames, given_names, born, document, nationality, versions, cut, time, "
        "person, withheld) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {diligence.number, sought.surnames, sought.givenNames, sought.born, sought.document, sought.nationality,
         textOf(diligence.versions), std::int64_t{diligence.more ? 1 : 0}, diligence.openedAt, diligence.openedBy,
         std::int64_t{diligence.withheld ? 1 : 0}});
    for (const auto& each : diligence.candidates) keepCandidate(connection, diligence.number, each, key);
}

void unseal(Diligence& diligence, const SubjectKey& key) {
    const auto asked = PersonColumns::opened(diligence.sought.surnames, key, placeOf(diligence.number, 0));
    diligence.sought = {asked.surnames, asked.givenNames, asked.born, asked.document, asked.nationality};
    for (auto& each : diligence.candidates)
        each.candidate.found.person =
            PersonColumns::opened(each.candidate.found.person.surnames, key, placeOf(diligence.number, each.position));
}

}  // namespace

std::string_view nameOf(IdentityVerdict verdict) {
    switch (verdict) {
        case IdentityVerdict::Same: return "same";
        case IdentityVerdict::Namesake: return "namesake";
        case IdentityVerdict::Undecided: break;
    }
    return "undecided";
}

bool Diligence::asked(const std::string& registerName) const {
    return std::any_of(versions.begin(), versions.end(),
                       [&](const auto& version) { return version.first == registerName; });
}

std::vector<PersonInRegister> Diligence::samePersons(const std::string& registerName) const {
    std::vector<PersonInRegister> same;
    for (const auto& each : candidates)
        if (each.verdict == IdentityVerdict::Same && each.candidate.found.registerName == registerName)
            same.push_back(each.candidate.found);
    return same;
}

bool Diligence::hadNamesakes() const {
    return std::any_of(candidates.begin(), candidates.end(),
                       [](const auto& each) { return each.verdict == IdentityVerdict::Namesake; });
}

base::Result<Diligence> Diligences::open(records::Transaction& transaction, const records::Author& author,
                                         const PersonSought& sought, const std::vector<std::string>& registers,
                                         const Manner& manner) const {
    auto answer = m_registers.search(transaction.connection(), sought, registers, manner.needToKnow);
    if (!answer) return answer.refusal();
    const base::Timestamp now = m_clock.now();
    Diligence diligence;
    diligence.number = inventory::nextNumber(transaction, "DIL", localTime(now));
    diligence.sought = sought;
    diligence.versions = answer->versions;
    diligence.more = answer->more;
    diligence.withheld = answer->withheld;
    diligence.confidential = manner.confidential || std::ranges::any_of(answer->candidates, [](const auto& each) {
                                 return each.found.confidential;
                             });
    diligence.openedAt = base::formatTimestamp(now);
    diligence.openedBy = author.person.text();
    for (auto& candidate : answer->candidates) {
        DecidedCandidate each;
        each.position = std::ssize(diligence.candidates) + 1;
        each.candidate = std::move(candidate);
        diligence.candidates.push_back(std::move(each));
    }
    std::optional<SubjectKey> key;
    if (diligence.confidential) key = m_confidential.begin(transaction, author, subjectOf(diligence.number));
    keep(transaction.connection(), diligence, key);
    records::appendToJournal(transaction, m_clock,
                             {author,
                              "diligence.open",
                              "diligence",
                              diligence.number,
                              "",
                              {{"registers", textOf(diligence.versions)},
                               {"candidates", std::to_string(diligence.candidates.size())},
                               {"cut", diligence.more ? "yes" : "no"}}});
    return diligence;
}

base::Outcome Diligences::decide(records::Transaction& transaction, const records::Author& author,
                                 const std::string& number, std::int64_t position, IdentityVerdict verdict,
                                 const std::string& reason) const {
    transaction.takeTurn("diligence", number);
    const auto diligence = find(transaction.connection(), number);
    if (!diligence) return diligence.refusal();
    if (diligence->isConcluded()) return base::Fault{"diligence.concluded"_code, {{"number", number}}};
    if (position < 1 || position > std::ssize(diligence->candidates))
        return base::Fault{"diligence.no-such-candidate"_code,
                           {{"number", number}, {"position", std::to_string(position)}}};
    const auto& candidate = diligence->candidates[static_cast<std::size_t>(position - 1)];
    if (candidate.verdict != IdentityVerdict::Undecided)
        return base::Fault{"diligence.decided"_code, {{"number", number}, {"position", std::to_string(position)}}};
    if (verdict == IdentityVerdict::Undecided || reason.empty()) return base::Fault{"diligence.reason-missing"_code};
    const std::string word{nameOf(verdict)};
    transaction.connection().execute(
        "INSERT INTO diligence_decision (diligence, position, verdict, reason, time, person) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6)",
        {number, position, word, reason, base::formatTimestamp(m_clock.now()), author.person.text()});
    records::appendToJournal(transaction, m_clock,
                             {author,
                              "diligence.decide",
                              "diligence",
                              number,
                              "",
                              {{"position", std::to_string(position)}, {"verdict", word}}});
    return {};
}

base::Outcome Diligences::conclude(records::Transaction& transaction, const records::Author& author,
                                   const std::string& number) const {
    transaction.takeTurn("diligence", number);
    const auto diligence = find(transaction.connection(), number);
    if (!diligence) return diligence.refusal();
    if (diligence->isConcluded()) return base::Fault{"diligence.concluded"_code, {{"number", number}}};
    if (diligence->more) return base::Fault{"diligence.cut"_code, {{"number", number}}};
    if (diligence->withheld) return base::Fault{"diligence.withheld"_code, {{"number", number}}};
    const auto count = [&](IdentityVerdict verdict) {
        return std::count_if(diligence->candidates.begin(), diligence->candidates.end(),
                             [&](const auto& each) { return each.verdict == verdict; });
    };
    if (const auto left = count(IdentityVerdict::Undecided); left > 0)
        return base::Fault{"diligence.undecided"_code, {{"number", number}, {"quantity", std::to_string(left)}}};
    transaction.connection().execute("INSERT INTO diligence_conclusion (diligence, time, person) VALUES (?1, ?2, ?3)",
                                     {number, base::formatTimestamp(m_clock.now()), author.person.text()});
    records::appendToJournal(transaction, m_clock,
                             {author,
                              "diligence.conclude",
                              "diligence",
                              number,
                              "",
                              {{"same", std::to_string(count(IdentityVerdict::Same))},
                               {"namesakes", std::to_string(count(IdentityVerdict::Namesake))}}});
    return {};
}

base::Result<Diligence> Diligences::find(records::Connection& connection, const std::string& number) const {
    const auto row =
        connection.queryOne(std::string{"SELECT "}.append(kColumns).append("WHERE d.number = ?1"), {number});
    if (!row) return unknown(number);
    Diligence diligence = diligenceFrom(*row);
    connection.forEach(
        "SELECT c.position, c.register, c.ids, c.surnames, c.given_names, c.born, c.document, c.nationality, c.score, "
        "c.grounds, d.verdict, d.reason, d.time, d.person FROM diligence_candidate c LEFT JOIN diligence_decision d ON "
        "d.diligence = c.diligence AND d.position = c.position WHERE c.diligence = ?1 ORDER BY c.position",
        {number}, [&](const records::Row& each) { diligence.candidates.push_back(candidateFrom(each)); });
    if (diligence.confidential) unseal(diligence, m_confidential.of(connection, subjectOf(number)));
    return diligence;
}

std::vector<Diligence> Diligences::list(records::Connection& connection, std::int64_t most) const {
    std::vector<Diligence> found;
    connection.forEach(std::string{"SELECT "}.append(kColumns).append("ORDER BY d.time DESC, d.number DESC LIMIT ?1"),
                       {most}, [&](const records::Row& row) { found.push_back(diligenceFrom(row)); });
    return found;
}

base::Result<std::vector<RegisterRow>> Diligences::rowsOf(records::Connection& connection, const std::string& number,
                                                          const std::string& registerName) const {
    const auto diligence = find(connection, number);
    if (!diligence) return diligence.refusal();
    if (!diligence->isConcluded()) return base::Fault{"diligence.not-concluded"_code, {{"number", number}}};
    if (!diligence->asked(registerName))
        return base::Fault{"diligence.not-asked"_code, {{"number", number}, {"register", registerName}}};
    return m_registers.rowsOf(connection, diligence->samePersons(registerName), registerName);
}

}  // namespace issuance
