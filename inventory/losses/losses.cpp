// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/losses/losses.hpp"

#include <algorithm>
#include <map>

#include "base/digest.hpp"
#include "inventory/places/places.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

const std::vector<std::string_view> kMayBeMissing{state::kUsable,  state::kInUse,    state::kPersonalised,
                                                  state::kSpoiled, state::kAnnulled, state::kExpired,
                                                  state::kWithheld};
const std::vector<std::string_view> kMayBeFound{state::kMissing, state::kLost, state::kStolen};

std::vector<SerialRange> rangesOf(const std::vector<Run>& runs) {
    std::vector<SerialRange> ranges;
    for (const auto& run : runs) ranges.push_back(run.range);
    std::vector<SerialRange> twice;
    return unionOf(std::move(ranges), twice);
}

/// Where they are in the books they become something else.
std::vector<Movement> becoming(const std::vector<Run>& runs, std::string_view state) {
    std::vector<Movement> movements;
    for (const auto& run : runs) movements.push_back({run.range, run.account, {run.account.place, std::string{state}}});
    return movements;
}

/// Cut where the blank of a document begins or ends, for the database asks for them apart.
void addRecords(records::Connection& connection, const Run& run, const records::Row& report,
                std::vector<LossRecord>& found) {
    const bool gone = run.account.state == state::kLost || run.account.state == state::kStolen;
    const std::string status = gone ? run.account.state : "recovered";
    std::vector<SerialRange> documents;
    connection.forEach(
        "SELECT item, number FROM blank WHERE item = ?1 AND number BETWEEN ?2 AND ?3 AND document_id IS NOT NULL "
        "ORDER BY number",
        {run.range.item, run.range.first, run.range.last}, [&](const records::Row& row) {
            documents.push_back({row.text(0), row.integer(1), row.integer(1)});
        });
    const auto add = [&](const SerialRange& range, const char* issueState) {
        found.push_back({range, status, issueState, report.text(3), report.text(4), report.text(5)});
    };
    for (const auto& range : documents) add(range, "personalised");
    for (const auto& range : without({run.range}, documents)) add(range, "blank");
}

}  // namespace

base::Result<std::vector<SerialRange>> Losses::listFrom(const std::vector<std::string>& serials) const {
    auto ranges = rangesFrom(serials, m_catalogue);
    if (!ranges) return ranges;
    if (ranges->empty()) return base::Fault{"stock.list-empty"_code};
    std::vector<SerialRange> twice;
    return unionOf(std::move(*ranges), twice);
}

void Losses::faultsOfUnknown(const std::vector<SerialRange>& ranges, const std::vector<Run>& runs,
                             std::vector<base::Fault>& faults) const {
    for (const auto& range : without(ranges, rangesOf(runs)))
        faults.push_back({"stock.unknown-serial"_code, {{"serial", textOf(range, *m_catalogue.find(range.item))}}});
}

void Losses::faultsOfState(const std::vector<Run>& runs, const std::vector<std::string_view>& allowed,
                           std::vector<base::Fault>& faults) const {
    for (const auto& run : runs)
        if (std::find(allowed.begin(), allowed.end(), run.account.state) == allowed.end())
            faults.push_back(
                {"stock.wrong-state"_code,
                 {{"serial", textOf(run.range, *m_catalogue.find(run.range.item))}, {"state", run.account.state}}});
}

void Losses::journal(records::Transaction& tx, const Act& act, const std::vector<SerialRange>& ranges,
                     const std::string& reason) const {
    records::appendToJournal(
        tx, m_clock,
        {act.author,
         "stock." + std::string{act.event},
         "blanks",
         act.reference,
         reason,
         {{"quantity", std::to_string(quantityOf(ranges))}, {"serials", textOf(ranges, m_catalogue)}}});
}

base::Result<LossOutcome> Losses::reportMissing(records::Transaction& tx, const records::Author& author,
                                                const std::vector<std::string>& serials,
                                                const std::string& reason) const {
    const auto ranges = listFrom(serials);
    if (!ranges) return ranges.refusal();
    const auto runs = lockRuns(tx, *ranges);
    std::vector<base::Fault> faults;
    if (!isPlainText(reason)) faults.push_back({"case.bad-text"_code, {{"most", "2000"}}});
    faultsOfUnknown(*ranges, runs, faults);
    faultsOfState(runs, kMayBeMissing, faults);
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    LossOutcome outcome{{}, *ranges, usedBlanks(tx.connection(), *ranges)};
    std::map<std::string, std::vector<Run>> byPlace;
    for (const auto& run : runs) byPlace[run.account.place].push_back(run);
    for (const auto& [place, here] : byPlace) {
        NewCase fresh{CaseKind::Missing, place, {}, reason, {}};
        for (const auto& run : here) fresh.matters.push_back(CaseMatter::lacking(run.range, run.account.state));
        const auto number = m_cases.open(tx, author, fresh);
        const Act act{"report-missing", author, m_clock.now(), "case:" + number};
        enterMovements(tx.connection(), act, becoming(here, state::kMissing));
        journal(tx, act, rangesOf(here), reason);
        outcome.cases.push_back(number);
    }
    return outcome;
}

base::Result<LossOutcome> Losses::report(records::Transaction& tx, const records::Author& author,
                                         const FormalReport& report) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const auto ranges = listFrom(report.serials);
    if (!ranges) return ranges.refusal();
    const auto now = m_clock.now();
    std::vector<base::Fault> faults;
    if (!isPlainText(report.number)) faults.push_back({"stock.report-incomplete"_code, {{"field", "number"}}});
    if (!isPlainText(report.authority)) faults.push_back({"stock.report-incomplete"_code, {{"field", "authority"}}});
    if (report.date > base::dayOf(now))
        faults.push_back({"stock.report-in-future"_code, {{"date", base::formatDate(report.date)}}});
    const auto runs = lockRuns(tx, *ranges);
    faultsOfUnknown(*ranges, runs, faults);
    faultsOfState(runs, {state::kMissing}, faults);
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    auto& connection = tx.connection();
    const std::string id = base::randomId();
    connection.execute(
        "INSERT INTO stock_loss_report (id, kind, report, authority, report_date, time, person, second) VALUES (?1, "
        "?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {id, report.kind, report.number, report.authority, base::formatDate(report.date), base::formatTimestamp(now),
         author.person.text(), author.approver->text()});
    for (const auto& range : *ranges)
        connection.execute(
            "INSERT INTO stock_loss_serials (report_id, item, first_number, last_number) VALUES (?1, ?2, ?3, ?4)",
            {id, range.item, range.first, range.last});
    const Act act{report.kind == state::kStolen ? "report-stolen" : "report-lost", author, now, "loss:" + id};
    enterMovements(connection, act, becoming(runs, report.kind));
    journal(tx, act, *ranges, "");
    return LossOutcome{{}, *ranges, usedBlanks(connection, *ranges)};
}

base::Result<LossOutcome> Losses::returnFound(records::Transaction& tx, const records::Author& author,
                                              const std::vector<std::string>& serials,
                                              const std::string& reason) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const auto ranges = listFrom(serials);
    if (!ranges) return ranges.refusal();
    const auto runs = lockRuns(tx, *ranges);
    std::vector<base::Fault> faults;
    if (!isPlainText(reason)) faults.push_back({"case.bad-text"_code, {{"most", "2000"}}});
    faultsOfState(runs, kMayBeFound, faults);
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    auto& connection = tx.connection();
    LossOutcome outcome{{}, *ranges, usedBlanks(connection, *ranges)};
    const Act act{"find", author, m_clock.now()};
    std::vector<Movement> movements;
    for (const auto& run : runs) {
        const Account quarantine{quarantineOf(connection, run.account.place), std::string{state::kWithheld}};
        lockPlaces(connection, run.range.item, {quarantine.place});
        movements.push_back({run.range, run.account, quarantine});
    }
    enterMovements(connection, act, movements);
    const auto unknown = without(*ranges, rangesOf(runs));
    if (!unknown.empty()) outcome.cases.push_back(openFoundCase(tx, act, unknown, reason));
    journal(tx, act, *ranges, reason);
    return outcome;
}

std::string Losses::openFoundCase(records::Transaction& tx, const Act& act, const std::vector<SerialRange>& unknown,
                                  const std::string& reason) const {
    const Account outside{std::string{place::kFound}, std::string{state::kNone}};
    const Account quarantine{std::string{place::kQuarantine}, std::string{state::kWithheld}};
    NewCase fresh{CaseKind::Discrepancy, quarantine.place, {}, reason, {}};
    std::vector<Movement> movements;
    for (const auto& range : unknown) {
        movements.push_back({range, outside, quarantine});
        fresh.matters.push_back(CaseMatter::surplus(range, "unknown"));
    }
    enterMovements(tx.connection(), act, movements);
    return m_cases.open(tx, act.author, fresh);
}

std::vector<LossRecord> Losses::reported(records::Connection& connection) const {
    std::vector<LossRecord> found;
    const auto reports = connection.query(
        "SELECT item, first_number, last_number, report, authority, report_date FROM stock_loss_serials JOIN "
        "stock_loss_report ON id = report_id ORDER BY report_date, report, item, first_number");
    for (const auto& report : reports) {
        const SerialRange range{report.text(0), report.integer(1), report.integer(2)};
        for (const auto& run : runsWithin(connection, range)) addRecords(connection, run, report, found);
    }
    return found;
}

}  // namespace inventory
