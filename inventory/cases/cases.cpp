// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cases/cases.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "inventory/holdings.hpp"
#include "inventory/number_series.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::size_t kLongestText = 2000;
constexpr std::int64_t kMostDays = 3650;

constexpr std::string_view kSelect =
    "SELECT number, kind, place, reference, stock_case.reason, opened_at, opened_by, opened_with, deadline, "
    "stock_case_resolution.time, person, second, stock_case_resolution.reason, written_off FROM stock_case "
    "LEFT JOIN stock_case_resolution ON case_number = number ";

records::Value approverOf(const records::Author& author) {
    return author.approver ? records::Value{author.approver->text()} : records::Value{};
}

Case caseFrom(const records::Row& row, const std::string& today) {
    Case found{row.text(0), caseKindNamed(row.text(1)).value(),
               row.text(2), row.textOrEmpty(3),
               row.text(4), row.text(5),
               row.text(6), row.textOrEmpty(7)};
    found.deadline = base::expected(base::parseDate(row.text(8)), "stock_case.deadline");
    if (row.isNull(9))
        found.overdue = row.text(8) < today;
    else
        found.resolution =
            CaseResolution{row.text(9), row.text(10), row.textOrEmpty(11), row.text(12), row.integer(13) == 1};
    return found;
}

CaseMatter matterFrom(const records::Row& row) {
    CaseMatter matter{row.text(0), {}, row.textOrEmpty(3), row.integer(4), row.integer(5), row.text(6)};
    if (!row.isNull(1)) matter.serials = SerialRange{matter.item, row.integer(1), row.integer(2)};
    return matter;
}

bool writesOff(const Case& found) {
    return std::any_of(found.matters.begin(), found.matters.end(),
                       [](const auto& matter) { return matter.found < matter.expected; });
}

base::Fault unknownCase(std::string_view number) { return {"case.unknown"_code, {{"case", std::string{number}}}}; }
base::Fault badText() { return {"case.bad-text"_code, {{"most", std::to_string(kLongestText)}}}; }

}  // namespace

bool isPlainText(std::string_view text) {
    if (text.size() > kLongestText || text.find_first_not_of(" \n\t") == std::string_view::npos) return false;
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return (octet < 0x20 && c != '\n' && c != '\t') || octet == 0x7f;
    });
}

std::string Cases::open(records::Transaction& tx, const records::Author& author, const NewCase& fresh) const {
    auto& connection = tx.connection();
    const auto now = m_clock.now();
    const std::string number = nextNumber(tx, "CASO", now);
    const std::string kind{nameOf(fresh.kind)};
    const auto days = connection.queryOne("SELECT days FROM stock_case_rule WHERE kind = ?1", {kind})->integer(0);
    const std::string deadline = base::formatDate(base::dayOf(now + std::chrono::days{days}));
    connection.execute(
        "INSERT INTO stock_case (number, kind, place, reference, reason, opened_at, opened_by, opened_with, deadline) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        {number, kind, fresh.place, records::orNull(fresh.reference), fresh.reason, base::formatTimestamp(now),
         author.person.text(), approverOf(author), deadline});
    addMatters(connection, number, fresh.matters);
    std::int64_t lacking = 0;
    std::int64_t surplus = 0;
    for (const auto& matter : fresh.matters) {
        lacking += std::max<std::int64_t>(matter.expected - matter.found, 0);
        surplus += std::max<std::int64_t>(matter.found - matter.expected, 0);
    }
    records::appendToJournal(tx, m_clock,
                             {author,
                              "case.open",
                              "case",
                              number,
                              fresh.reason,
                              {{"kind", kind},
                               {"place", fresh.place},
                               {"reference", fresh.reference},
                               {"deadline", deadline},
                               {"lacking", std::to_string(lacking)},
                               {"surplus", std::to_string(surplus)}}});
    return number;
}

void Cases::addMatters(records::Connection& connection, const std::string& number,
                       const std::vector<CaseMatter>& matters) const {
    static const std::vector<std::string> kColumns{"case_number", "position", "item",  "first_number", "last_number",
                                                   "lot",         "expected", "found", "detail"};
    std::int64_t position = 0;
    auto next = matters.begin();
    if (next == matters.end()) return;
    connection.insertMany("stock_case_matter", kColumns, [&](records::Values& values) {
        if (next == matters.end()) return false;
        const auto& matter = *next++;
        const auto& serials = matter.serials;
        values = {number,
                  ++position,
                  matter.item,
                  serials ? records::Value{serials->first} : records::Value{},
                  serials ? records::Value{serials->last} : records::Value{},
                  serials ? records::Value{} : records::Value{matter.lot},
                  matter.expected,
                  matter.found,
                  matter.detail};
        return true;
    });
}

base::Outcome Cases::note(records::Transaction& tx, const records::Author& author, std::string_view number,
                          const std::string& text) const {
    auto& connection = tx.connection();
    tx.takeTurn("stock_case", number);
    const auto found = show(connection, number);
    if (!found) return found.refusal();
    if (!isPlainText(text)) return badText();
    connection.execute(
        "INSERT INTO stock_case_note (case_number, position, time, person, text) VALUES (?1, ?2, ?3, ?4, ?5)",
        {found->number, static_cast<std::int64_t>(found->notes.size()) + 1, base::formatTimestamp(m_clock.now()),
         author.person.text(), text});
    records::appendToJournal(tx, m_clock, {author, "case.note", "case", found->number, "", {}});
    return {};
}

std::vector<base::Fault> Cases::stillMissing(records::Connection& connection, const Case& found) const {
    std::vector<base::Fault> faults;
    for (const auto& matter : found.matters) {
        if (!matter.serials || matter.found >= matter.expected) continue;
        for (const auto& run : runsWithin(connection, *matter.serials))
            if (run.account.state == state::kMissing)
                faults.push_back(
                    {"case.still-missing"_code, {{"serial", textOf(run.range, *m_catalogue.find(run.range.item))}}});
    }
    return faults;
}

base::Outcome Cases::resolve(records::Transaction& tx, const records::Author& author, std::string_view number,
                             const std::string& reason) const {
    auto& connection = tx.connection();
    tx.takeTurn("stock_case", number);
    const auto found = show(connection, number);
    if (!found) return found.refusal();
    if (found->resolution) return base::Fault{"case.resolved-already"_code, {{"case", found->number}}};
    if (!isPlainText(reason)) return badText();
    const bool writtenOff = writesOff(*found);
    if (writtenOff)
        if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (auto faults = stillMissing(connection, *found); !faults.empty()) return base::Refusal{std::move(faults)};
    connection.execute(
        "INSERT INTO stock_case_resolution (case_number, time, person, second, reason, written_off) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {found->number, base::formatTimestamp(m_clock.now()), author.person.text(), approverOf(author), reason,
         std::int64_t{writtenOff ? 1 : 0}});
    records::appendToJournal(
        tx, m_clock,
        {author, "case.resolve", "case", found->number, reason, {{"written_off", writtenOff ? "yes" : "no"}}});
    return {};
}

base::Outcome Cases::setDeadline(records::Transaction& tx, const records::Author& author, CaseKind kind,
                                 std::int64_t days) const {
    if (days < 1 || days > kMostDays)
        return base::Fault{"case.bad-deadline"_code,
                           {{"days", std::to_string(days)}, {"most", std::to_string(kMostDays)}}};
    const std::string name{nameOf(kind)};
    tx.connection().execute("UPDATE stock_case_rule SET days = ?2 WHERE kind = ?1", {name, days});
    records::appendToJournal(tx, m_clock,
                             {author, "case.deadline", "case_rule", name, "", {{"days", std::to_string(days)}}});
    return {};
}

std::vector<Case> Cases::list(records::Connection& connection, const CaseQuestion& question) const {
    using Of = CaseQuestion::Of;
    const std::string today = base::formatDate(base::dayOf(m_clock.now()));
    std::vector<Case> found;
    connection.forEach(
        std::string{kSelect} +=
        "WHERE (?1 = '' OR kind = ?1) AND (?2 = '' OR place = ?2) AND (?3 = '' OR reference = ?3) ORDER BY opened_at, "
        "number",
        {std::string{question.kind ? nameOf(*question.kind) : ""}, question.place, question.reference},
        [&](const records::Row& row) {
            auto one = caseFrom(row, today);
            const bool open = !one.resolution;
            const bool asked = question.of == Of::All || (question.of == Of::Open && open) ||
                               (question.of == Of::Overdue && one.overdue) || (question.of == Of::Resolved && !open);
            if (asked) found.push_back(std::move(one));
        });
    return found;
}

base::Result<Case> Cases::show(records::Connection& connection, std::string_view number) const {
    const auto row = connection.queryOne(std::string{kSelect} += "WHERE number = ?1", {std::string{number}});
    if (!row) return unknownCase(number);
    auto found = caseFrom(*row, base::formatDate(base::dayOf(m_clock.now())));
    connection.forEach(
        "SELECT item, first_number, last_number, lot, expected, found, detail FROM stock_case_matter WHERE "
        "case_number = ?1 ORDER BY position",
        {found.number}, [&](const records::Row& each) { found.matters.push_back(matterFrom(each)); });
    connection.forEach("SELECT time, person, text FROM stock_case_note WHERE case_number = ?1 ORDER BY position",
                       {found.number}, [&](const records::Row& each) {
                           found.notes.push_back({each.text(0), each.text(1), each.text(2)});
                       });
    return found;
}

}  // namespace inventory
