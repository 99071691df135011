// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "contract/acts_of_journal.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/checkpoint_keys.hpp"
#include "issuance/office/people_names.hpp"
#include "records/journal/journal_search.hpp"
#include "records/journal/verification.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr std::int64_t kEntriesListed = 200;
constexpr std::int64_t kMostEntries = 1000;

std::string textOf(const records::JournalFinding& finding) {
    const bool many = finding.last > finding.sequence;
    return fmt::format("{}: strand {}, {} {}{}", records::nameOf(finding.tampering), finding.strand,
                       many ? "rows" : "row", finding.sequence, many ? fmt::format("-{}", finding.last) : "");
}

JournalVerified verify(House& house, Call& call) {
    CheckpointKeys keys{house.files, *house.keyBook, call.connection};
    const auto report = records::verifyJournal(
        call.connection, [&](const std::string& keyId, base::BytesView content, base::BytesView signature) {
            return keys.signedBy(keyId, content, signature);
        });
    JournalVerified verified{report.sound(), report.entries, report.checkpoints, {}};
    for (const auto& finding : report.findings) verified.findings.push_back(textOf(finding));
    return verified;
}

base::Result<Done> checkpoint(House& house, Call& call) {
    const auto key = house.keyBook->active(call.connection, CertifiedPurpose::JournalCheckpoint);
    if (auto signs = checkSigns(key, house.clock.now()); !signs) return signs.refusal();
    signCheckpoint(house, call.transaction(), key->key);
    return Done{};
}

FilesGiven exportAll(Call& call) {
    std::ostringstream lines;
    records::exportJournal(call.connection, lines);
    return {{{"journal.ndjson", base::bytesOf(lines.str())}}};
}

/// The day in `text`, to which `days` are added, as the moment at which it begins; nothing where no day is given.
base::Result<std::optional<base::Timestamp>> beginIn(const std::optional<std::string>& text, int days) {
    if (!text || text->empty()) return std::optional<base::Timestamp>{};
    const auto day = base::parseDate(*text);
    if (!day) return day.refusal();
    return std::optional{beginOfLocalDay(base::Date{std::chrono::sys_days{*day} + std::chrono::days{days}})};
}

base::Result<records::JournalQuestion> questionOf(House& house, Call& call, const JournalList& request) {
    records::JournalQuestion question;
    if (request.person && !request.person->empty()) {
        const auto person = house.operators->named(call.connection, *request.person);
        if (!person) return person.refusal();
        question.person = person->id.text();
    }
    question.act = request.act.value_or("");
    question.objectId = request.object.value_or("");
    // People are known to the journal by their ids, and to each other by their user names.
    if (const auto person = house.operators->named(call.connection, question.objectId))
        question.objectId = person->id.text();
    const auto from = beginIn(request.from, 0), before = beginIn(request.until, 1);
    if (!from) return from.refusal();
    if (!before) return before.refusal();
    question.from = *from;
    question.before = *before;
    if (request.after) {
        question.after = records::JournalPlace::parse(*request.after);
        if (!question.after) return base::Fault{"journal.key-unclear"_code, {{"key", *request.after}}, {}};
    }
    question.limit = std::clamp<std::int64_t>(request.limit.value_or(kEntriesListed), 1, kMostEntries);
    return question;
}

/// Facts are short words and numbers; what else stands there is told as it is stored.
TextMap factsOf(const std::string& stored) {
    TextMap facts;
    const auto json = nlohmann::json::parse(stored, nullptr, false);
    if (!json.is_object()) return facts;
    for (const auto& [name, value] : json.items())
        facts[name] = value.is_string() ? value.get<std::string>() : value.dump();
    return facts;
}

base::Result<JournalListed> list(House& house, Call& call, const JournalList& request) {
    const auto question = questionOf(house, call, request);
    if (!question) return question.refusal();
    const PeopleNames names{house, call.connection};
    JournalListed listed;
    for (const auto& entry : records::searchJournal(call.connection, *question))
        listed.entries.push_back({records::JournalPlace::of(entry).text(), entry.time, names.of(entry.person),
                                  entry.approver ? names.of(*entry.approver) : std::string{}, entry.workstation,
                                  entry.act, entry.objectKind,
                                  entry.objectKind == "operator" ? names.of(entry.objectId) : entry.objectId,
                                  entry.reason, factsOf(entry.facts)});
    return listed;
}

}  // namespace

void addJournalAnswers(ActTable& acts, House& house) {
    acts.answer<JournalVerify>([&house](Call& call, const auto&) { return verify(house, call); });
    acts.answer<JournalCheckpoint>([&house](Call& call, const auto&) { return checkpoint(house, call); });
    acts.answer<JournalList>([&house](Call& call, const auto& request) { return list(house, call, request); });
    acts.answer<JournalExport>([](Call& call, const auto&) { return exportAll(call); });
}

}  // namespace issuance
