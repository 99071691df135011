// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/destruction/destruction_rows.hpp"

#include "base/failure.hpp"

namespace inventory {
namespace {

constexpr std::string_view kSelect =
    "SELECT d.number, d.reason, d.requested_at, d.requested_by, d.quantity, d.annex, "
    "a.document, a.document_date, a.time, a.person, c.document, c.document_date, c.time, c.person, "
    "e.outcome, e.time, e.person, e.reason, "
    "x.second, x.method, x.municipality, x.department, x.premises, x.seal, x.waste_receiver "
    "FROM destruction d LEFT JOIN destruction_authorisation a ON a.destruction = d.number "
    "LEFT JOIN destruction_commission c ON c.destruction = d.number AND c.naming = "
    "(SELECT max(naming) FROM destruction_commission WHERE destruction = d.number) "
    "LEFT JOIN destruction_end e ON e.destruction = d.number "
    "LEFT JOIN destruction_execution x ON x.destruction = d.number ";

std::optional<Decision> decisionFrom(const records::Row& row, std::size_t column) {
    if (row.isNull(column)) return std::nullopt;
    return Decision{row.text(column),
                    base::expected(base::parseDate(row.text(column + 1)), "date of a destruction's document"),
                    row.text(column + 2), row.text(column + 3)};
}

DestructionStage stageOf(const Destruction& found, const std::string& outcome) {
    if (outcome == "executed") return DestructionStage::Executed;
    if (outcome == "cancelled") return DestructionStage::Cancelled;
    if (found.commission) return DestructionStage::Commissioned;
    return found.authorisation ? DestructionStage::Authorised : DestructionStage::Requested;
}

Destruction destructionFrom(const records::Row& row) {
    Destruction found;
    found.number = row.text(0);
    found.reason = row.text(1);
    found.requestedAt = row.text(2);
    found.requestedBy = row.text(3);
    found.quantity = row.integer(4);
    found.annex = row.text(5);
    found.authorisation = decisionFrom(row, 6);
    found.commission = decisionFrom(row, 10);
    found.stage = stageOf(found, row.textOrEmpty(14));
    found.endedAt = row.textOrEmpty(15);
    found.endedBy = row.textOrEmpty(16);
    found.cancelReason = row.textOrEmpty(17);
    found.second = row.textOrEmpty(18);
    found.execution = {row.textOrEmpty(19),
                       row.textOrEmpty(20),
                       row.textOrEmpty(21),
                       row.textOrEmpty(22),
                       row.textOrEmpty(23),
                       row.textOrEmpty(24),
                       {}};
    return found;
}

std::vector<Participant> participants(records::Connection& connection, const std::string& number,
                                      std::string_view part) {
    std::vector<Participant> people;
    connection.forEach(
        "SELECT person, name, office, identification FROM destruction_participant WHERE destruction = ?1 AND part = ?2 "
        "AND naming = (SELECT max(naming) FROM destruction_participant WHERE destruction = ?1 AND part = ?2) "
        "ORDER BY position",
        {number, std::string{part}}, [&](const records::Row& row) {
            people.push_back({row.textOrEmpty(0), row.text(1), row.text(2), row.text(3)});
        });
    return people;
}

std::vector<SerialRange> ranges(records::Connection& connection, const std::string& question,
                                const std::string& number) {
    std::vector<SerialRange> found;
    connection.forEach(question, {number}, [&](const records::Row& row) {
        found.push_back({row.text(0), row.integer(1), row.integer(2)});
    });
    return found;
}

}  // namespace

std::vector<Destruction> destructionsIn(records::Connection& connection) {
    std::vector<Destruction> found;
    connection.forEach(std::string{kSelect} += "ORDER BY d.number", {},
                       [&](const records::Row& row) { found.push_back(destructionFrom(row)); });
    return found;
}

std::optional<Destruction> destructionNumbered(records::Connection& connection, std::string_view number) {
    const auto row = connection.queryOne(std::string{kSelect} += "WHERE d.number = ?1", {std::string{number}});
    if (!row) return std::nullopt;
    auto found = destructionFrom(*row);
    found.members = participants(connection, found.number, "member");
    found.execution.witnesses = participants(connection, found.number, "witness");
    found.selected = ranges(connection,
                            "SELECT item, first_number, last_number FROM destruction_range WHERE destruction = ?1 "
                            "ORDER BY item, first_number",
                            found.number);
    std::vector<SerialRange> twice;
    found.scanned = unionOf(
        ranges(connection, "SELECT item, first_number, last_number FROM destruction_scan WHERE destruction = ?1",
               found.number),
        twice);
    const auto times =
        connection.queryOne("SELECT min(time), max(time) FROM destruction_scan WHERE destruction = ?1", {found.number});
    found.scanBegan = times->textOrEmpty(0);
    found.scanEnded = times->textOrEmpty(1);
    return found;
}

void addParticipants(records::Connection& connection, const std::string& destruction, std::string_view part,
                     std::int64_t naming, const std::vector<Participant>& people) {
    std::int64_t position = 0;
    for (const auto& each : people)
        connection.execute(
            "INSERT INTO destruction_participant (destruction, part, naming, position, person, name, office, "
            "identification) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            {destruction, std::string{part}, naming, ++position,
             each.person.empty() ? records::Value{} : records::Value{each.person}, each.name, each.office,
             each.identification});
}

void addRanges(records::Connection& connection, std::string_view table, const std::string& destruction,
               const std::vector<SerialRange>& ranges) {
    auto next = ranges.begin();
    connection.insertMany(table, {"destruction", "item", "first_number", "last_number"}, [&](records::Values& values) {
        if (next == ranges.end()) return false;
        values = {destruction, next->item, next->first, next->last};
        ++next;
        return true;
    });
}

}  // namespace inventory
