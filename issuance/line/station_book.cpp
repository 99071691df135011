// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/station_book.hpp"

#include <sstream>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Row;

constexpr std::string_view kRestColumns = "workstation, mode, reason, person, since";

template <class Value, class Write>
std::string joined(const std::vector<Value>& values, const Write& write) {
    std::string text;
    for (const auto& value : values) (text += text.empty() ? "" : ",") += std::string{write(value)};
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
    return parts;
}

base::Timestamp momentIn(const Row& row, std::size_t column) {
    return base::expected(base::parseTimestamp(row.text(column)), "line_station");
}

StationRest restIn(const Row& row) {
    return {records::WorkstationId{row.text(0)}, restModeNamed(row.text(1)).value(), row.text(2),
            records::OperatorId{row.text(3)}, momentIn(row, 4)};
}

}  // namespace

std::string_view nameOf(RestMode mode) { return mode == RestMode::Pause ? "pause" : "drain"; }

std::optional<RestMode> restModeNamed(std::string_view name) {
    for (const auto mode : {RestMode::Pause, RestMode::Drain})
        if (nameOf(mode) == name) return mode;
    return std::nullopt;
}

void StationBook::enter(records::Transaction& transaction, const StationEntry& station) const {
    auto& connection = transaction.connection();
    const auto now = m_clock.now();
    connection.execute(
        "DELETE FROM line_station WHERE seen_at < ?1 AND NOT EXISTS (SELECT 1 FROM line_task WHERE "
        "claimed_by = line_station.id AND standing IN ('claimed', 'acting'))",
        {base::formatTimestamp(now - m_lease)});
    connection.execute(
        "INSERT INTO line_station (id, workstation, person, duties, items, began_at, seen_at) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6, ?6)",
        {station.id.text(), station.workstation.text(), station.person.text(),
         joined(station.duties, [](Duty duty) { return nameOf(duty); }),
         joined(station.items, [](const std::string& item) { return item; }), base::formatTimestamp(now)});
}

void StationBook::seen(records::Transaction& transaction, const LineStation& station) const {
    transaction.connection().execute("UPDATE line_station SET seen_at = ?2 WHERE id = ?1",
                                     {station.text(), base::formatTimestamp(m_clock.now())});
}

void StationBook::leave(records::Transaction& transaction, const LineStation& station) const {
    transaction.connection().execute("DELETE FROM line_station WHERE id = ?1", {station.text()});
}

std::vector<StationEntry> StationBook::all(records::Connection& connection) const {
    std::vector<StationEntry> stations;
    for (const auto& row : connection.query(
             "SELECT s.id, s.workstation, s.person, s.duties, s.items, s.began_at, s.seen_at, t.order_id, t.stage, "
             "t.standing, t.chip, t.chip_first FROM line_station s LEFT JOIN line_task t ON t.claimed_by = s.id AND "
             "t.standing IN "
             "('claimed', 'acting') WHERE s.seen_at >= ?1 OR t.claimed_until >= ?2 ORDER BY s.workstation, s.began_at",
             {base::formatTimestamp(m_clock.now() - m_lease), base::formatTimestamp(m_clock.now())})) {
        StationEntry station{LineStation{row.text(0)},
                             records::WorkstationId{row.text(1)},
                             records::OperatorId{row.text(2)},
                             {},
                             split(row.text(4)),
                             momentIn(row, 5),
                             momentIn(row, 6)};
        for (const auto& name : split(row.text(3))) station.duties.push_back(dutyNamed(name).value());
        if (!row.isNull(7)) {
            Task task;
            task.order = ProductionOrderId{row.text(7)};
            task.position = {stageNamed(row.text(8)).value(), standingNamed(row.text(9)).value()};
            task.route = routeIn(row, 10);
            task.step = stepAfter(task.position.stage, task.route).value_or(Step::Release);
            station.task = task;
        }
        stations.push_back(std::move(station));
    }
    return stations;
}

base::Outcome StationBook::rest(records::Transaction& transaction, const records::Author& author,
                                const StationRest& rest) const {
    auto& connection = transaction.connection();
    const auto& workstation = rest.workstation.text();
    if (!connection.queryOne("SELECT 1 FROM workstation WHERE id = ?1", {workstation}))
        return base::Fault{"people.unknown-workstation"_code, {{"workstation", workstation}}};
    if (rest.reason.empty()) return base::Fault{"line.rest-reason-missing"_code};
    connection.execute(
        "INSERT INTO line_rest (workstation, mode, reason, person, since) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT "
        "(workstation) DO UPDATE SET mode = excluded.mode, reason = excluded.reason, person = excluded.person, "
        "since = excluded.since",
        {workstation, std::string{nameOf(rest.mode)}, rest.reason, author.person.text(),
         base::formatTimestamp(m_clock.now())});
    appendToJournal(transaction, m_clock,
                    {author, "line." + std::string{nameOf(rest.mode)}, "workstation", workstation, rest.reason, {}});
    return {};
}

base::Outcome StationBook::resume(records::Transaction& transaction, const records::Author& author,
                                  const records::WorkstationId& workstation) const {
    if (transaction.connection().execute("DELETE FROM line_rest WHERE workstation = ?1", {workstation.text()}) == 0)
        return base::Fault{"line.does-not-rest"_code, {{"workstation", workstation.text()}}};
    appendToJournal(transaction, m_clock, {author, "line.resume", "workstation", workstation.text(), "", {}});
    return {};
}

std::optional<StationRest> StationBook::restOf(records::Connection& connection,
                                               const records::WorkstationId& workstation) const {
    const auto row = connection.queryOne(
        "SELECT " + std::string{kRestColumns} + " FROM line_rest WHERE workstation = ?1", {workstation.text()});
    return row ? std::optional{restIn(*row)} : std::nullopt;
}

std::vector<StationRest> StationBook::rests(records::Connection& connection) const {
    std::vector<StationRest> rests;
    for (const auto& row :
         connection.query("SELECT " + std::string{kRestColumns} + " FROM line_rest ORDER BY workstation"))
        rests.push_back(restIn(row));
    return rests;
}

}  // namespace issuance
