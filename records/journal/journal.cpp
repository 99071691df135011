// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/journal.hpp"

#include <nlohmann/json.hpp>

#include "base/failure.hpp"
#include "records/journal/stored_entry.hpp"

namespace records {
namespace {

using namespace base::literals;

std::string jsonOf(const std::vector<std::pair<std::string, std::string>>& facts) {
    auto object = nlohmann::ordered_json::object();
    for (const auto& [name, value] : facts) object[name] = value;
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

StoredEntry toStore(const base::Clock& clock, const JournalEntry& entry) {
    StoredEntry stored;
    stored.time = base::formatTimestamp(clock.now());
    stored.person = entry.author.person.text();
    stored.workstation = entry.author.workstation.text();
    if (entry.author.approver) stored.approver = entry.author.approver->text();
    stored.act = entry.act;
    stored.objectKind = entry.objectKind;
    stored.objectId = entry.objectId;
    stored.reason = entry.reason;
    stored.facts = jsonOf(entry.facts);
    return stored;
}

/// Takes the head of the strand chosen, moves it on and adds the entry, in one statement.
std::string appendStatement(std::string_view choice) {
    return "WITH head AS (SELECT strand, sequence, hash FROM journal_strand " + std::string{choice} +
           "), moved AS (UPDATE journal_strand AS s SET sequence = h.sequence + 1, hash = "
           "sha256(h.hash || int8send(h.strand) || int8send(h.sequence + 1) || ?10::bytea) FROM head AS h "
           "WHERE s.strand = h.strand RETURNING s.strand, s.sequence, h.hash AS previous, s.hash) "
           "INSERT INTO journal_entry (strand, sequence, time, person, workstation, approver, act, object_kind, "
           "object_id, reason, facts, previous, hash) SELECT strand, sequence, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
           "previous, hash FROM moved";
}

void appendOnPostgresql(Connection& connection, const StoredEntry& entry) {
    const Value approver = entry.approver ? Value{*entry.approver} : Value{};
    const Values values{entry.time,       entry.person,   entry.workstation, approver,    entry.act,
                        entry.objectKind, entry.objectId, entry.reason,      entry.facts, digestOf(entry)};
    // Any strand that no one holds, each connection looking at another one first; if all are held, wait for its own.
    static const std::string kToAny =
        appendStatement("ORDER BY (strand + pg_backend_pid()) % 16 LIMIT 1 FOR UPDATE SKIP LOCKED");
    static const std::string kToOwn = appendStatement("WHERE strand = 1 + pg_backend_pid() % 16 FOR UPDATE");
    if (connection.execute(kToAny, values) == 1) return;
    if (connection.execute(kToOwn, values) != 1)
        throw base::Failure{"records.journal-damaged"_code, base::NextStep::Stop, "journal_strand",
                            "a strand is missing"};
}

/// SQLite has one writer at a time, so one strand is enough.
void appendOnSqlite(Connection& connection, StoredEntry entry) {
    const auto head = connection.queryOne("SELECT sequence, hash FROM journal_strand WHERE strand = 1");
    if (!head)
        throw base::Failure{"records.journal-damaged"_code, base::NextStep::Stop, "journal_strand",
                            "strand 1 is missing"};
    entry.strand = 1;
    entry.sequence = head->integer(0) + 1;
    entry.previous = head->bytes(1);
    entry.hash = chainHash(entry.previous, entry.strand, entry.sequence, digestOf(entry));
    const Value approver = entry.approver ? Value{*entry.approver} : Value{};
    connection.execute(
        "INSERT INTO journal_entry (strand, sequence, time, person, workstation, approver, act, object_kind, "
        "object_id, "
        "reason, facts, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        {entry.strand, entry.sequence, entry.time, entry.person, entry.workstation, approver, entry.act,
         entry.objectKind, entry.objectId, entry.reason, entry.facts, entry.previous, entry.hash});
    connection.execute("UPDATE journal_strand SET sequence = ?1, hash = ?2 WHERE strand = 1",
                       {entry.sequence, entry.hash});
}

}  // namespace

void appendToJournal(Transaction& transaction, const base::Clock& clock, const JournalEntry& entry) {
    Connection& connection = transaction.connection();
    StoredEntry stored = toStore(clock, entry);
    if (connection.engine() == Engine::Postgresql)
        appendOnPostgresql(connection, stored);
    else
        appendOnSqlite(connection, std::move(stored));
}

std::map<std::string, std::string> lastFactsOf(Connection& connection, std::string_view act,
                                               std::string_view objectKind, std::string_view objectId) {
    const auto row = connection.queryOne(
        "SELECT facts FROM journal_entry WHERE object_kind = ?2 AND object_id = ?3 AND act = ?1 "
        "ORDER BY time DESC LIMIT 1",
        {std::string{act}, std::string{objectKind}, std::string{objectId}});
    if (!row) return {};
    return nlohmann::json::parse(row->text(0)).get<std::map<std::string, std::string>>();
}

}  // namespace records
