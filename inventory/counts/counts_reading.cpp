// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include "base/failure.hpp"
#include "inventory/counts/count_rows.hpp"
#include "records/operators/person_rows.hpp"

namespace inventory {
namespace {

constexpr std::string_view kSelect =
    "SELECT number, place, kind, items, state, round, planned_at, planned_by, closed_at, closed_by, closed_with, "
    "reason "
    "FROM stock_count ";

Count countFrom(const records::Row& row) {
    Count count{row.text(0),        row.text(1),        row.text(2),         {},
                row.text(4),        row.integer(5),     row.text(6),         row.text(7),
                row.textOrEmpty(8), row.textOrEmpty(9), row.textOrEmpty(10), row.textOrEmpty(11)};
    std::istringstream items{row.text(3)};
    for (std::string item; items >> item;) count.items.push_back(item);
    return count;
}

bool isOver(const Count& count) { return count.state == "variance" || count.state == "closed"; }

}  // namespace

std::vector<SerialRange> countedBy(records::Connection& connection, const Count& count, std::int64_t round,
                                   const std::string& counter) {
    std::vector<SerialRange> ranges;
    connection.forEach(
        "SELECT item, first_number, last_number FROM stock_count_scan WHERE count_number = ?1 AND round = ?2 AND "
        "counter = ?3",
        {count.number, round, counter}, [&](const records::Row& row) {
            ranges.push_back({row.text(0), row.integer(1), row.integer(2)});
        });
    std::vector<SerialRange> twice;
    return unionOf(std::move(ranges), twice);
}

bool isInCustody(records::Connection& connection, const records::OperatorId& person, std::string_view place) {
    return records::rolesOf(connection, person).count(records::Role::Custodian) > 0 ||
           connection
               .queryOne("SELECT 1 FROM stock_place WHERE id = ?1 AND custodian = ?2",
                         {std::string{place}, person.text()})
               .has_value();
}

std::vector<Counter> countersOf(records::Connection& connection, const std::string& number) {
    std::vector<Counter> counters;
    connection.forEach(
        "SELECT round, counter, started_at, finished_at FROM stock_count_counter WHERE count_number = ?1 ORDER BY "
        "round, started_at, counter",
        {number}, [&](const records::Row& row) {
            counters.push_back({row.integer(0), row.text(1), row.text(2), row.textOrEmpty(3), {}});
        });
    return counters;
}

std::optional<Count> findCount(records::Connection& connection, std::string_view number, std::string_view more) {
    const auto row = connection.queryOne((std::string{kSelect} += "WHERE number = ?1") += more, {std::string{number}});
    return row ? std::optional{countFrom(*row)} : std::nullopt;
}

CountProgress Counts::progressOf(records::Connection& connection, const Count& count,
                                 const records::OperatorId& person) const {
    CountProgress progress{count.number, count.round, {}};
    connection.forEach(
        "SELECT batch FROM stock_count_batch WHERE count_number = ?1 AND round = ?2 AND counter = ?3 ORDER BY time, "
        "batch",
        {count.number, count.round, person.text()},
        [&](const records::Row& row) { progress.batches.push_back(row.text(0)); });
    progress.quantity = quantityOf(countedBy(connection, count, count.round, person.text()));
    return progress;
}

base::Result<Count> Counts::show(records::Connection& connection, const records::OperatorId& reader,
                                 std::string_view number) const {
    auto count = findCount(connection, number);
    if (!count ||
        (count->kind == "unannounced" && count->state == "planned" && isInCustody(connection, reader, count->place)))
        return unknownCount(number);
    count->counters = countersOf(connection, count->number);
    for (auto& counter : count->counters)
        if (isOver(*count) || counter.person == reader.text())
            counter.quantity = quantityOf(countedBy(connection, *count, counter.round, counter.person));
    if (!isOver(*count)) return *count;
    connection.forEach(
        "SELECT finding, item, first_number, last_number, detail FROM stock_count_finding WHERE count_number = ?1 AND "
        "round = ?2 ORDER BY position",
        {count->number, count->round}, [&](const records::Row& row) {
            count->findings.push_back({row.text(0), {row.text(1), row.integer(2), row.integer(3)}, row.text(4)});
        });
    return *count;
}

std::vector<Count> Counts::list(records::Connection& connection, const records::OperatorId& reader) const {
    std::vector<Count> counts;
    for (const auto& row : connection.query(std::string{kSelect} += "ORDER BY planned_at, number")) {
        auto count = countFrom(row);
        if (count.kind != "unannounced" || count.state != "planned" || !isInCustody(connection, reader, count.place))
            counts.push_back(std::move(count));
    }
    return counts;
}

std::vector<CountDue> Counts::due(records::Connection& connection) const {
    const auto today = base::dayOf(m_clock.now());
    std::vector<CountDue> places;
    for (const auto& row : connection.query(
             "SELECT stock_count_schedule.place, every_days, max(closed_at) FROM stock_count_schedule LEFT JOIN "
             "stock_count ON stock_count.place = stock_count_schedule.place AND state = 'closed' GROUP BY "
             "stock_count_schedule.place, every_days")) {
        CountDue each{row.text(0), row.integer(1), row.textOrEmpty(2), today, false};
        if (!each.lastClosed.empty()) {
            const auto last = base::expected(base::parseTimestamp(each.lastClosed), "stock_count.closed_at");
            each.due = base::dayOf(last + std::chrono::days{each.everyDays});
        }
        each.overdue = each.due <= today;
        places.push_back(std::move(each));
    }
    std::sort(places.begin(), places.end(),
              [](const auto& a, const auto& b) { return a.due != b.due ? a.due < b.due : a.place < b.place; });
    return places;
}

bool Counts::isBlind(records::Connection& connection, const records::OperatorId& person) {
    return connection
        .queryOne(
            "SELECT 1 FROM stock_count_counter JOIN stock_count ON number = count_number WHERE counter = ?1 AND state "
            "IN ('counting', 'recount')",
            {person.text()})
        .has_value();
}

}  // namespace inventory
