// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/counts/count_rows.hpp"
#include "inventory/places/places.hpp"
#include "records/approvals/approval.hpp"

namespace inventory {
namespace {

bool isCountable(std::string_view state) {
    return state != state::kMissing && state != state::kLost && state != state::kStolen && state != state::kDestroyed;
}

bool isOfCount(const Count& count, const std::string& item) {
    return count.items.empty() || std::find(count.items.begin(), count.items.end(), item) != count.items.end();
}

/// What moved from or to the place since the first of the round's counters began.
std::vector<SerialRange> movedSince(records::Connection& connection, const Count& count) {
    const auto watermark = connection
                               .queryOne(
                                   "SELECT min(watermark) FROM stock_count_counter WHERE count_number = ?1 AND "
                                   "round = ?2",
                                   {count.number, count.round})
                               ->integer(0);
    std::vector<SerialRange> moved;
    connection.forEach(
        "SELECT item, first_number, last_number FROM stock_movement WHERE id > ?1 AND (from_place = ?2 OR "
        "to_place = ?2)",
        {watermark, count.place}, [&](const records::Row& row) {
            if (isOfCount(count, row.text(0))) moved.push_back({row.text(0), row.integer(1), row.integer(2)});
        });
    std::vector<SerialRange> twice;
    return unionOf(std::move(moved), twice);
}

std::vector<Run> runsOfCount(records::Connection& connection, const Count& count) {
    std::vector<Run> runs;
    for (auto& run : runsAt(connection, count.place))
        if (isOfCount(count, run.range.item) && isCountable(run.account.state)) runs.push_back(std::move(run));
    return runs;
}

std::vector<SerialRange> rangesOf(const std::vector<Run>& runs) {
    std::vector<SerialRange> ranges;
    for (const auto& run : runs) ranges.push_back(run.range);
    std::vector<SerialRange> twice;
    return unionOf(std::move(ranges), twice);
}

std::string accountText(const Run& run) { return run.account.place + " " + run.account.state; }

}  // namespace

Counts::Verdict Counts::judge(records::Transaction& tx, const Count& count) const {
    auto& connection = tx.connection();
    for (const auto& item : m_catalogue.items()) lockPlaces(connection, item.id, {count.place});
    const auto moved = movedSince(connection, count);
    std::vector<std::vector<SerialRange>> counted;
    for (const auto& counter : count.counters)
        if (counter.round == count.round)
            counted.push_back(without(countedBy(connection, count, count.round, counter.person), moved));
    Verdict verdict;
    verdict.agreed = counted.at(0) == counted.at(1);
    const auto add = [&](const char* finding, const SerialRange& range, const std::string& detail) {
        verdict.findings.push_back({finding, range, detail});
    };
    for (const auto& [one, other] : {std::pair{0, 1}, std::pair{1, 0}})
        for (const auto& range :
             without(counted[static_cast<std::size_t>(one)], counted[static_cast<std::size_t>(other)]))
            add("disputed", range, "");
    for (const auto& range : moved) add("moved", range, "");
    if (!verdict.agreed) return verdict;

    const auto books = without(rangesOf(runsOfCount(connection, count)), moved);
    verdict.lacking = lockRuns(tx, without(books, counted[0]));
    const auto surplus = without(counted[0], books);
    const auto known = lockRuns(tx, surplus);
    verdict.unknown = without(surplus, rangesOf(known));
    for (const auto& run : known)
        (isCountable(run.account.state) || run.account.state == state::kDestroyed ? verdict.elsewhere
                                                                                  : verdict.foundAgain)
            .push_back(run);
    for (const auto& run : verdict.lacking) add("lacking", run.range, accountText(run));
    for (const auto& run : verdict.elsewhere) add("elsewhere", run.range, accountText(run));
    for (const auto& run : verdict.foundAgain) add("found_again", run.range, accountText(run));
    for (const auto& range : verdict.unknown) add("unknown", range, "");
    return verdict;
}

void Counts::keep(records::Connection& connection, const Count& count, const Verdict& verdict) const {
    std::int64_t position = 0;
    for (const auto& finding : verdict.findings)
        connection.execute(
            "INSERT INTO stock_count_finding (count_number, round, position, finding, item, first_number, last_number, "
            "detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            {count.number, count.round, ++position, finding.finding, finding.range.item, finding.range.first,
             finding.range.last, finding.detail});
}

base::Result<CountClosing> Counts::approve(records::Transaction& tx, const records::Author& author,
                                           std::string_view number, const std::string& reason) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto& connection = tx.connection();
    const auto count = lock(tx, number);
    if (!count) return count.refusal();
    if (count->state != "variance")
        return base::Fault{"count.wrong-state"_code, {{"count", count->number}, {"state", count->state}}};
    for (const auto& counter : count->counters)
        if (counter.person == author.person.text() || counter.person == author.approver->text())
            return base::Fault{"count.approved-by-counter"_code, {{"count", count->number}}};
    if (!isPlainText(reason)) return base::Fault{"case.bad-text"_code, {{"most", "2000"}}};

    // Judged anew, for what moved since is not lacking any more.
    const auto verdict = judge(tx, *count);
    const Act act{"adjust", author, m_clock.now(), "count:" + count->number};
    CountClosing closing{"closed",
                         {},
                         usedBlanks(connection, rangesOf(verdict.lacking)),
                         usedBlanks(connection, rangesOf(verdict.foundAgain))};
    adjust(tx, act, *count, verdict);
    openCases(tx, act, *count, verdict, reason, closing);
    close(connection, *count, author, "closed", reason);
    std::string cases;
    for (const auto& each : closing.cases) cases += (cases.empty() ? "" : " ") + each;
    journal(tx, author, "approve", *count,
            {{"lacking", std::to_string(quantityOf(rangesOf(verdict.lacking)))},
             {"elsewhere", std::to_string(quantityOf(rangesOf(verdict.elsewhere)))},
             {"found", std::to_string(quantityOf(rangesOf(verdict.foundAgain)))},
             {"unknown", std::to_string(quantityOf(verdict.unknown))},
             {"cases", cases}});
    return closing;
}

void Counts::adjust(records::Transaction& tx, const Act& act, const Count& count, const Verdict& verdict) const {
    const Account quarantine{quarantineOf(tx.connection(), count.place), std::string{state::kWithheld}};
    const Account outside{std::string{place::kFound}, std::string{state::kNone}};
    std::vector<Movement> movements;
    for (const auto& run : verdict.lacking)
        movements.push_back({run.range, run.account, {run.account.place, std::string{state::kMissing}}});
    for (const auto& run : verdict.foundAgain) movements.push_back({run.range, run.account, quarantine});
    for (const auto& range : verdict.unknown) movements.push_back({range, outside, quarantine});
    enterMovements(tx.connection(), act, movements);
}

void Counts::openCases(records::Transaction& tx, const Act& act, const Count& count, const Verdict& verdict,
                       const std::string& reason, CountClosing& closing) const {
    NewCase missing{CaseKind::Missing, count.place, act.reference, reason, {}};
    for (const auto& run : verdict.lacking)
        missing.matters.push_back(CaseMatter::lacking(run.range, run.account.state));
    NewCase discrepancy{CaseKind::Discrepancy, count.place, act.reference, reason, {}};
    for (const auto& run : verdict.elsewhere)
        discrepancy.matters.push_back(CaseMatter::surplus(run.range, accountText(run)));
    for (const auto& run : verdict.foundAgain)
        discrepancy.matters.push_back(CaseMatter::surplus(run.range, accountText(run)));
    for (const auto& range : verdict.unknown) discrepancy.matters.push_back(CaseMatter::surplus(range, "unknown"));
    for (const auto* fresh : {&missing, &discrepancy})
        if (!fresh->matters.empty()) closing.cases.push_back(m_cases.open(tx, act.author, *fresh));
}

}  // namespace inventory
