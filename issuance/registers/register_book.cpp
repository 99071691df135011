// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/register_book.hpp"

#include <algorithm>
#include <fstream>

#include "inventory/number_series.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/registers/import_writer.hpp"
#include "issuance/registers/imported_register.hpp"
#include "issuance/registers/match.hpp"
#include "issuance/registers/search_keys.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kLeastTokens = 3;

std::string wordOf(ImportOrder::Reach reach) { return reach == ImportOrder::Reach::Whole ? "whole" : "addition"; }

base::Fault unknownRegister(const std::string& name) { return {"register.unknown"_code, {{"register", name}}}; }

ImportEntry entryFrom(const records::Row& row) {
    return {row.integer(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4) == "whole" ? ImportOrder::Reach::Whole : ImportOrder::Reach::Addition,
            row.text(5),
            row.text(6),
            row.text(7),
            row.text(8),
            row.integer(9),
            row.integer(10),
            row.integer(11) == 1};
}

void keepEntry(records::Connection& connection, const ImportEntry& entry) {
    connection.execute(
        "INSERT INTO register_import (id, number, register, source, reach, form, content, time, person, row_count, "
        "quarantined) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {entry.id, entry.number, entry.registerName, entry.source, wordOf(entry.reach), entry.form, entry.content,
         entry.time, entry.person, entry.rows, entry.quarantined});
}

/// The refusal where the same file already stands for the source: again it would double each line, or change nothing.
std::optional<base::Fault> importedAs(records::Connection& connection, const ImportOrder& order,
                                      const std::string& content) {
    const auto row = connection.queryOne(
        "SELECT i.number FROM register_import i WHERE i.register = ?1 AND i.source = ?2 AND i.content = ?3 AND NOT "
        "EXISTS (SELECT 1 FROM register_import later WHERE later.register = i.register AND later.source = i.source AND "
        "later.reach = 'whole' AND later.id > i.id)",
        {order.registerName, order.source, content});
    if (!row) return std::nullopt;
    return base::Fault{"register.imported-already"_code, {{"number", row->text(0)}}};
}

std::int64_t lastImport(records::Connection& connection) {
    return connection.queryOne("SELECT coalesce(max(id), 0) FROM register_import")->integer(0);
}

/// Whether the sought is named so loosely that whoever is meant could be missed.
bool isVague(const PersonSought& sought) {
    if (sought.born || !foldedDocument(sought.document).empty()) return false;
    return foldedTokens(sought.surnames).size() + foldedTokens(sought.givenNames).size() < kLeastTokens;
}

/// The likeliest, and whether one that is likely had to be left out.
void keepLikeliest(std::vector<Candidate>& candidates, bool& more) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& one, const Candidate& other) {
        return std::tie(other.score, one.found.registerName, one.found.person) <
               std::tie(one.score, other.found.registerName, other.found.person);
    });
    if (candidates.size() <= RegisterBook::kMostCandidates) return;
    more = more || candidates[RegisterBook::kMostCandidates].score >= kLikelyScore;
    candidates.erase(candidates.begin() + RegisterBook::kMostCandidates, candidates.end());
}

std::string valueOf(const RegisterRow& row, const std::string& name) {
    for (const auto& [key, value] : row.values)
        if (key == name) return value;
    return {};
}

}  // namespace

RegisterBook::RegisterBook(const records::ContentStore& contents, const ConfidentialKeys& confidential,
                           const base::Clock& clock, KindNames kinds)
    : m_contents(contents), m_confidential(confidential), m_clock(clock), m_kinds(std::move(kinds)) {}

base::Result<ImportEntry> RegisterBook::import(records::Transaction& transaction, const records::Author& author,
                                               const ImportOrder& order, const std::filesystem::path& file) const {
    const RegisterKind* kind = importedRegister(order.registerName);
    if (kind == nullptr) return unknownRegister(order.registerName);
    if (order.source.empty()) return base::Fault{"register.source-missing"_code};
    // What is read is what is kept: the upload's owner could still change it.
    const auto content = m_contents.putFile(file);
    auto& connection = transaction.connection();
    const base::Timestamp now = m_clock.now();
    ImportEntry entry;
    entry.number = inventory::nextNumber(transaction, "REG", localTime(now));  // whoever imports next waits here
    if (auto known = importedAs(connection, order, content)) return std::move(*known);
    std::ifstream stream{m_contents.fileOf(content), std::ios::binary};
    auto lines = readRegister(stream, *kind, order.encoding);
    if (!lines) return lines.refusal();

    entry.id = connection.queryOne("SELECT coalesce(max(id), 0) + 1 FROM register_import")->integer(0);
    ImportWriter writer{connection, entry.id};
    for (RegisterLine line; (*lines)->next(line);) writer.add(line);
    if (writer.rows() == 0) {
        std::vector<base::Fault> faults{{"register.nothing-good"_code}};
        faults.insert(faults.end(), writer.firstFaults().begin(), writer.firstFaults().end());
        return base::Refusal{std::move(faults)};
    }
    writer.finish();
    entry.registerName = kind->name;
    entry.source = order.source;
    entry.reach = order.reach;
    entry.form = (*lines)->form();
    entry.content = content;
    entry.time = base::formatTimestamp(now);
    entry.person = author.person.text();
    entry.rows = writer.rows();
    entry.quarantined = writer.quarantined();
    entry.current = true;
    keepEntry(connection, entry);
    records::appendToJournal(transaction, m_clock,
                             {author,
                              "register.import",
                              "register",
                              entry.number,
                              "",
                              {{"register", entry.registerName},
                               {"source", entry.source},
                               {"reach", wordOf(entry.reach)},
                               {"sha256", entry.content},
                               {"rows", std::to_string(entry.rows)},
                               {"quarantined", std::to_string(entry.quarantined)}}});
    return entry;
}

std::vector<ImportEntry> RegisterBook::imports(records::Connection& connection, const std::string& registerName) const {
    std::vector<ImportEntry> entries;
    connection.forEach(
        "SELECT i.id, i.number, i.register, i.source, i.reach, i.form, i.content, i.time, i.person, i.row_count, "
        "i.quarantined, CASE WHEN EXISTS (SELECT 1 FROM register_import later WHERE later.register = i.register AND "
        "later.source = i.source AND later.reach = 'whole' AND later.id > i.id) THEN 0 ELSE 1 END FROM register_import "
        "i WHERE ?1 = '' OR i.register = ?1 ORDER BY i.id DESC",
        {registerName}, [&](const records::Row& row) { entries.push_back(entryFrom(row)); });
    return entries;
}

base::Result<std::vector<QuarantinedLine>> RegisterBook::quarantine(records::Connection& connection,
                                                                    const std::string& number) const {
    const auto import = connection.queryOne("SELECT id FROM register_import WHERE number = ?1", {number});
    if (!import) return base::Fault{"register.import-unknown"_code, {{"number", number}}};
    std::vector<QuarantinedLine> lines;
    connection.forEach(
        "SELECT line, code, column_name, text FROM register_quarantine WHERE import = ?1 ORDER BY line, position",
        {import->integer(0)}, [&](const records::Row& row) {
            const auto& column = row.text(2);
            // What the sentences of all codes ask for; which character it was, the line's text shows.
            lines.push_back({row.integer(0),
                             {base::FailureCode{row.text(1)},
                              {{"column", column}, {"field", column}, {"character", "\uFFFD"}},
                              column},
                             row.text(3)});
        });
    return lines;
}

base::Result<std::unique_ptr<Register>> RegisterBook::registerNamed(const std::string& name, std::int64_t until) const {
    if (name == kOwnDocuments)
        return std::unique_ptr<Register>{
            std::make_unique<OwnDocuments>(m_kinds, m_confidential, localDay(m_clock.now()))};
    const RegisterKind* kind = importedRegister(name);
    if (kind == nullptr) return unknownRegister(name);
    return std::unique_ptr<Register>{std::make_unique<ImportedRegister>(*kind, until)};
}

base::Result<std::string> RegisterBook::version(records::Connection& connection, const std::string& name) const {
    const auto asked = registerNamed(name, lastImport(connection));
    if (!asked) return asked.refusal();
    return (*asked)->version(connection);
}

base::Result<SearchAnswer> RegisterBook::search(records::Connection& connection, const PersonSought& sought,
                                                const std::vector<std::string>& registers, NeedToKnow needToKnow,
                                                const std::string& until) const {
    if (foldedTokens(sought.surnames).empty() && foldedTokens(sought.givenNames).empty())
        return base::Fault{"register.name-missing"_code};
    if (isVague(sought)) return base::Fault{"register.too-vague"_code};
    if (registers.empty()) return unknownRegister("");
    // One moment for all questions of the search, whoever imports meanwhile.
    std::int64_t last = lastImport(connection);
    if (!until.empty()) {
        const auto row = connection.queryOne("SELECT id FROM register_import WHERE number = ?1", {until});
        if (!row) return base::Fault{"register.import-unknown"_code, {{"number", until}}};
        last = row->integer(0);
    }
    SearchAnswer answer;
    for (const auto& name : registers) {
        if (!until.empty() && name == kOwnDocuments)
            return base::Fault{"register.no-versions"_code, {{"register", name}}};
        const auto asked = registerNamed(name, last);
        if (!asked) return asked.refusal();
        const std::string version = (*asked)->version(connection);
        if (version.empty()) return base::Fault{"register.empty"_code, {{"register", name}}};
        const std::pair<std::string, std::string> asAsked{name, version};
        if (std::find(answer.versions.begin(), answer.versions.end(), asAsked) != answer.versions.end()) continue;
        answer.versions.push_back(asAsked);
        auto found = (*asked)->search(connection, sought);
        answer.more = answer.more || found.more;
        for (auto& person : found.persons) {
            auto candidate = match(sought, std::move(person));
            if (candidate.score < kLeastScore) continue;
            const bool shown = !candidate.found.confidential || needToKnow == NeedToKnow::Yes;
            answer.withheld = answer.withheld || !shown;
            if (shown) answer.candidates.push_back(std::move(candidate));
        }
    }
    keepLikeliest(answer.candidates, answer.more);
    return answer;
}

std::vector<RegisterRow> RegisterBook::rowsOf(records::Connection& connection,
                                              const std::vector<PersonInRegister>& persons,
                                              const std::string& registerName) const {
    const auto asked = registerNamed(registerName, lastImport(connection));
    if (!asked) return {};
    std::vector<RegisterRow> rows;
    for (const auto& person : persons)
        if (person.registerName == registerName)
            for (auto& row : (*asked)->rows(connection, person)) rows.push_back(std::move(row));
    const RegisterKind* kind = importedRegister(registerName);
    const std::vector<std::string> order = kind != nullptr ? kind->order : std::vector<std::string>{"emision"};
    std::stable_sort(rows.begin(), rows.end(), [&](const RegisterRow& one, const RegisterRow& other) {
        for (const auto& column : order) {
            const auto mine = valueOf(one, column);
            const auto theirs = valueOf(other, column);
            if (mine != theirs) return mine < theirs;
        }
        return false;
    });
    return rows;
}

}  // namespace issuance
