// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/counts/counts.hpp"

#include <set>

#include "base/bytes.hpp"
#include "base/digest.hpp"
#include "inventory/counts/count_rows.hpp"
#include "inventory/number_series.hpp"
#include "inventory/receipts/boxes.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

constexpr std::size_t kLongestBatchName = 64;
constexpr std::int64_t kMostDays = 3650;
const std::set<std::string> kKinds{"planned", "cyclic", "unannounced"};

bool isPlace(records::Connection& connection, const std::string& place) {
    return connection.queryOne("SELECT 1 FROM stock_place WHERE id = ?1 AND kind <> 'outside'", {place}).has_value();
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string hashOf(const std::vector<std::string>& scans) {
    base::Sha256Stream stream;
    for (const auto& scan : scans) stream.add(base::bytesOf(scan + "\n"));
    return base::toHex(stream.finish());
}

base::Fault wrongState(const Count& count) {
    return {"count.wrong-state"_code, {{"count", count.number}, {"state", count.state}}};
}

bool mayStart(const Count& count) {
    return count.state == "planned" || count.state == "counting" || count.state == "recount";
}

}  // namespace

base::Result<std::string> Counts::plan(records::Transaction& tx, const records::Author& author,
                                       const NewCount& fresh) const {
    auto& connection = tx.connection();
    std::vector<base::Fault> faults;
    if (!isPlace(connection, fresh.place)) faults.push_back({"count.unknown-place"_code, {{"place", fresh.place}}});
    if (kKinds.count(fresh.kind) == 0) faults.push_back({"count.unknown-kind"_code, {{"kind", fresh.kind}}});
    for (const auto& item : fresh.items)
        if (m_catalogue.find(item) == nullptr) faults.push_back({"stock.unknown-item"_code, {{"item", item}}});
    if (fresh.kind == "unannounced" && isInCustody(connection, author.person, fresh.place))
        faults.push_back({"count.in-custody"_code, {{"place", fresh.place}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto now = m_clock.now();
    Count count;
    count.number = nextNumber(tx, "CONTEO", now);
    connection.execute(
        "INSERT INTO stock_count (number, place, kind, items, planned_at, planned_by, state, round) VALUES (?1, ?2, "
        "?3, ?4, ?5, ?6, 'planned', 1)",
        {count.number, fresh.place, fresh.kind, joined(fresh.items), base::formatTimestamp(now), author.person.text()});
    journal(tx, author, "plan", count, {{"place", fresh.place}, {"kind", fresh.kind}, {"items", joined(fresh.items)}});
    return count.number;
}

base::Result<Count> Counts::lock(records::Transaction& tx, std::string_view number) const {
    auto& connection = tx.connection();
    auto count = findCount(connection, number,
                           connection.engine() == records::Engine::Postgresql ? " FOR UPDATE" : std::string_view{});
    if (!count) return unknownCount(number);
    count->counters = countersOf(connection, count->number);
    return *count;
}

base::Result<CountProgress> Counts::start(records::Transaction& tx, const records::Author& author,
                                          std::string_view number) const {
    auto& connection = tx.connection();
    const auto count = lock(tx, number);
    if (!count) return count.refusal();
    if (!mayStart(*count)) return wrongState(*count);
    if (count->kind == "unannounced" && isInCustody(connection, author.person, count->place))
        return base::Fault{"count.in-custody"_code, {{"place", count->place}}};
    std::int64_t others = 0;
    for (const auto& counter : count->counters) {
        if (counter.round != count->round) continue;
        if (counter.person == author.person.text())
            return counter.finishedAt.empty()
                       ? base::Result<CountProgress>{progressOf(connection, *count, author.person)}
                       : base::Fault{"count.not-counting"_code, {{"count", count->number}}};
        ++others;
    }
    if (others >= 2) return base::Fault{"count.two-counters"_code, {{"count", count->number}}};
    if (count->state == "planned" &&
        connection.queryOne(
            "SELECT 1 FROM stock_count WHERE place = ?1 AND state IN ('counting', 'recount', 'variance')",
            {count->place}))
        return base::Fault{"count.place-busy"_code, {{"place", count->place}}};
    // Under the locks of the place, so that no movement of an earlier number comes after our watermark.
    for (const auto& item : m_catalogue.items()) lockPlaces(connection, item.id, {count->place});
    const auto watermark = connection.queryOne("SELECT coalesce(max(id), 0) FROM stock_movement")->integer(0);
    connection.execute(
        "INSERT INTO stock_count_counter (count_number, round, counter, watermark, started_at) VALUES (?1, ?2, ?3, ?4, "
        "?5)",
        {count->number, count->round, author.person.text(), watermark, base::formatTimestamp(m_clock.now())});
    setState(connection, *count, "counting", count->round);
    journal(tx, author, "start", *count, {{"round", std::to_string(count->round)}});
    return progressOf(connection, *count, author.person);
}

base::Outcome Counts::checkCounting(records::Connection&, const Count& count, const records::OperatorId& person) const {
    const bool counting =
        count.state == "counting" &&
        std::any_of(count.counters.begin(), count.counters.end(), [&](const Counter& counter) {
            return counter.round == count.round && counter.person == person.text() && counter.finishedAt.empty();
        });
    if (!counting) return base::Fault{"count.not-counting"_code, {{"count", count.number}}};
    return {};
}

base::Result<std::vector<SerialRange>> Counts::readScans(records::Connection& connection, const Count& count,
                                                         const std::vector<std::string>& scans) const {
    if (scans.size() > kMostOfBatch)
        return base::Fault{"count.bad-batch"_code, {{"most", std::to_string(kMostOfBatch)}}};
    auto ranges = rangesScanned(connection, scans, m_catalogue);
    if (!ranges) return ranges;
    std::vector<base::Fault> faults;
    for (const auto& range : *ranges) {
        const std::string text = textOf(range, *m_catalogue.find(range.item));
        if (range.quantity() > kMostOfScan)
            faults.push_back(
                {"count.range-too-large"_code, {{"range", text}, {"most", std::to_string(kMostOfScan)}}, text});
        if (!count.items.empty() && std::find(count.items.begin(), count.items.end(), range.item) == count.items.end())
            faults.push_back({"count.not-of-count"_code, {{"range", text}, {"item", range.item}}, text});
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return ranges;
}

base::Result<CountProgress> Counts::scan(records::Transaction& tx, const records::Author& author,
                                         std::string_view number, const std::string& batch,
                                         const std::vector<std::string>& scans) const {
    auto& connection = tx.connection();
    const auto count = lock(tx, number);
    if (!count) return count.refusal();
    if (const auto counting = checkCounting(connection, *count, author.person); !counting) return counting.refusal();
    if (batch.size() > kLongestBatchName || !isPlainText(batch))
        return base::Fault{"count.bad-batch"_code, {{"most", std::to_string(kMostOfBatch)}}};
    const std::string hash = hashOf(scans);
    const std::string me = author.person.text();
    if (const auto known = connection.queryOne(
            "SELECT sha256 FROM stock_count_batch WHERE count_number = ?1 AND round = ?2 AND counter = ?3 AND "
            "batch = ?4",
            {count->number, count->round, me, batch})) {
        if (known->text(0) != hash) return base::Fault{"count.batch-differs"_code, {{"batch", batch}}};
        return progressOf(connection, *count, author.person);
    }
    const auto ranges = readScans(connection, *count, scans);
    if (!ranges) return ranges.refusal();
    const auto before = quantityOf(countedBy(connection, *count, count->round, me));
    connection.execute(
        "INSERT INTO stock_count_batch (count_number, round, counter, batch, sha256, time) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6)",
        {count->number, count->round, me, batch, hash, base::formatTimestamp(m_clock.now())});
    std::int64_t position = 0;
    for (const auto& range : *ranges)
        connection.execute(
            "INSERT INTO stock_count_scan (count_number, round, counter, batch, position, item, first_number, "
            "last_number) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            {count->number, count->round, me, batch, ++position, range.item, range.first, range.last});
    journal(tx, author, "scan", *count, {{"batch", batch}, {"quantity", std::to_string(quantityOf(*ranges))}});
    auto progress = progressOf(connection, *count, author.person);
    progress.repeated = quantityOf(*ranges) - (progress.quantity - before);
    return progress;
}

base::Result<std::string> Counts::finish(records::Transaction& tx, const records::Author& author,
                                         std::string_view number) const {
    auto& connection = tx.connection();
    auto count = lock(tx, number);
    if (!count) return count.refusal();
    if (const auto counting = checkCounting(connection, *count, author.person); !counting) return counting.refusal();
    connection.execute(
        "UPDATE stock_count_counter SET finished_at = ?4 WHERE count_number = ?1 AND round = ?2 AND counter = ?3",
        {count->number, count->round, author.person.text(), base::formatTimestamp(m_clock.now())});
    journal(tx, author, "finish", *count, {{"round", std::to_string(count->round)}});
    std::int64_t finished = 1;
    for (const auto& counter : count->counters)
        if (counter.round == count->round && !counter.finishedAt.empty()) ++finished;
    if (finished < 2) return std::string{"counting"};

    const auto verdict = judge(tx, *count);
    keep(connection, *count, verdict);
    std::string state = "closed";
    if (verdict.balances())
        close(connection, *count, author, state, "");
    else if (!verdict.agreed || count->round == 1)
        setState(connection, *count, state = "recount", count->round + 1);
    else
        setState(connection, *count, state = "variance", count->round);
    journal(tx, author, "judge", *count,
            {{"round", std::to_string(count->round)},
             {"state", state},
             {"findings", std::to_string(verdict.findings.size())}});
    return state;
}

base::Outcome Counts::demandRecount(records::Transaction& tx, const records::Author& author,
                                    std::string_view number) const {
    const auto count = lock(tx, number);
    if (!count) return count.refusal();
    if (count->state != "variance") return wrongState(*count);
    setState(tx.connection(), *count, "recount", count->round + 1);
    journal(tx, author, "recount", *count, {{"round", std::to_string(count->round + 1)}});
    return {};
}

base::Outcome Counts::cancel(records::Transaction& tx, const records::Author& author, std::string_view number,
                             const std::string& reason) const {
    const auto count = lock(tx, number);
    if (!count) return count.refusal();
    if (count->state == "closed" || count->state == "cancelled" || count->state == "variance")
        return wrongState(*count);
    if (!isPlainText(reason)) return base::Fault{"case.bad-text"_code, {{"most", "2000"}}};
    close(tx.connection(), *count, author, "cancelled", reason);
    journal(tx, author, "cancel", *count, {{"reason", reason}});
    return {};
}

base::Outcome Counts::schedule(records::Transaction& tx, const records::Author& author, const std::string& place,
                               std::int64_t everyDays) const {
    auto& connection = tx.connection();
    if (!isPlace(connection, place)) return base::Fault{"count.unknown-place"_code, {{"place", place}}};
    if (everyDays < 0 || everyDays > kMostDays)
        return base::Fault{"count.bad-days"_code,
                           {{"days", std::to_string(everyDays)}, {"most", std::to_string(kMostDays)}}};
    if (everyDays == 0)
        connection.execute("DELETE FROM stock_count_schedule WHERE place = ?1", {place});
    else
        connection.execute(
            "INSERT INTO stock_count_schedule (place, every_days) VALUES (?1, ?2) ON CONFLICT (place) DO UPDATE SET "
            "every_days = ?2",
            {place, everyDays});
    records::appendToJournal(tx, m_clock,
                             {author, "count.schedule", "place", place, "", {{"days", std::to_string(everyDays)}}});
    return {};
}

void Counts::setState(records::Connection& connection, const Count& count, std::string_view state,
                      std::int64_t round) const {
    connection.execute("UPDATE stock_count SET state = ?2, round = ?3 WHERE number = ?1",
                       {count.number, std::string{state}, round});
}

void Counts::close(records::Connection& connection, const Count& count, const records::Author& author,
                   std::string_view state, const std::string& reason) const {
    connection.execute(
        "UPDATE stock_count SET state = ?2, closed_at = ?3, closed_by = ?4, closed_with = ?5, reason = ?6 WHERE "
        "number = ?1",
        {count.number, std::string{state}, base::formatTimestamp(m_clock.now()), author.person.text(),
         author.approver ? records::Value{author.approver->text()} : records::Value{}, reason});
}

void Counts::journal(records::Transaction& tx, const records::Author& author, std::string_view act, const Count& count,
                     std::vector<std::pair<std::string, std::string>> facts) const {
    records::appendToJournal(tx, m_clock,
                             {author, "count." + std::string{act}, "count", count.number, "", std::move(facts)});
}

}  // namespace inventory
