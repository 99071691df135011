// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/bare_claims.hpp"

#include <sqlite3.h>

#include <pqxx/pqxx>
#include <stdexcept>

namespace benchmarks {
namespace {

constexpr const char* kInsert = "INSERT INTO bare_event (id, order_id, station, time) VALUES (";
constexpr const char* kNow = "2026-11-23T10:00:00.000000Z";
constexpr const char* kUntil = "2026-11-23T10:05:00.000000Z";

class SqliteClaims final : public BareClaims {
   public:
    explicit SqliteClaims(const std::string& file) {
        check(sqlite3_open(file.c_str(), &m_database));
        check(sqlite3_exec(m_database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", nullptr, nullptr, nullptr));
        m_begin = prepare("BEGIN IMMEDIATE");
        m_next = prepare(
            "SELECT order_id FROM bare_task WHERE standing = 'ready' AND stage = 'received' ORDER BY rank LIMIT 1");
        m_take = prepare(
            "UPDATE bare_task SET standing = 'claimed', claimed_by = ?1, claimed_until = ?2, began_at = ?3 "
            "WHERE order_id = ?4");
        m_insert = prepare(std::string{kInsert} + "?1, ?2, ?3, ?4)");
        m_commit = prepare("COMMIT");
    }
    ~SqliteClaims() override {
        for (auto* statement : {m_begin, m_next, m_take, m_insert, m_commit}) sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    SqliteClaims(const SqliteClaims&) = delete;
    SqliteClaims& operator=(const SqliteClaims&) = delete;

    void claim(long long id) override {
        run(m_begin);
        if (sqlite3_step(m_next) != SQLITE_ROW) throw std::runtime_error{"nothing to claim"};
        const std::string order = reinterpret_cast<const char*>(sqlite3_column_text(m_next, 0));
        sqlite3_reset(m_next);
        bind(m_take, 1, "station-1");
        bind(m_take, 2, kUntil);
        bind(m_take, 3, kNow);
        bind(m_take, 4, order.c_str());
        run(m_take);
        check(sqlite3_bind_int64(m_insert, 1, id));
        bind(m_insert, 2, order.c_str());
        bind(m_insert, 3, "station-1");
        bind(m_insert, 4, kNow);
        run(m_insert);
        run(m_commit);
    }

   private:
    void check(int code) const {
        if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error{sqlite3_errmsg(m_database)};
    }
    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(m_database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        return statement;
    }
    void bind(sqlite3_stmt* statement, int at, const char* text) {
        check(sqlite3_bind_text(statement, at, text, -1, nullptr));
    }
    void run(sqlite3_stmt* statement) {
        check(sqlite3_step(statement));
        check(sqlite3_reset(statement));
    }

    sqlite3* m_database = nullptr;
    sqlite3_stmt *m_begin = nullptr, *m_next = nullptr, *m_take = nullptr, *m_insert = nullptr, *m_commit = nullptr;
};

class PostgresqlClaims final : public BareClaims {
   public:
    explicit PostgresqlClaims(const std::string& uri) : m_connection(uri) {
        pqxx::nontransaction{m_connection}.exec("SET synchronous_commit = on");
        m_connection.prepare(
            "take",
            "UPDATE bare_task SET standing = 'claimed', claimed_by = $1, claimed_until = $2, began_at = $3 "
            "WHERE order_id = (SELECT order_id FROM bare_task WHERE standing = 'ready' AND stage = 'received' "
            "ORDER BY rank LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING order_id");
        m_connection.prepare("insert", std::string{kInsert} + "$1, $2, $3, $4)");
    }

    void claim(long long id) override {
        pqxx::work transaction{m_connection};
        const auto taken = transaction.exec_prepared1("take", "station-1", kUntil, kNow);
        transaction.exec_prepared("insert", id, taken[0].c_str(), "station-1", kNow);
        transaction.commit();
    }

   private:
    pqxx::connection m_connection;
};

}  // namespace

std::unique_ptr<BareClaims> bareClaimsOnSqlite(const std::string& file) { return std::make_unique<SqliteClaims>(file); }

std::unique_ptr<BareClaims> bareClaimsOnPostgresql(const std::string& uri) {
    return std::make_unique<PostgresqlClaims>(uri);
}

}  // namespace benchmarks
