// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/bare_stock.hpp"

#include <fmt/core.h>
#include <sqlite3.h>

#include <pqxx/pqxx>
#include <stdexcept>

namespace benchmarks {
namespace {

constexpr const char* kMovements =
    "SELECT id, item, first_number, last_number, from_place, from_state, to_place, to_state FROM stock_movement "
    "ORDER BY id";
constexpr int kColumns = 8;
constexpr const char* kSums = "SELECT item, place, state, sum(quantity) FROM stock_ledger GROUP BY item, place, state";

class SqliteStock : public BareStock {
   public:
    explicit SqliteStock(const std::string& file) {
        check(sqlite3_open(file.c_str(), &m_database));
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
    }
    ~SqliteStock() override { sqlite3_close(m_database); }
    SqliteStock(const SqliteStock&) = delete;
    SqliteStock& operator=(const SqliteStock&) = delete;

    void insertSerials(std::int64_t quantity) override {
        run("DELETE FROM bare_blank");
        run("BEGIN IMMEDIATE");
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(m_database, "INSERT INTO bare_blank VALUES (?, ?, ?, ?, ?)", -1, &statement, nullptr));
        for (std::int64_t number = 0; number < quantity; ++number) {
            const std::string serial = fmt::format("A{:07}", number);
            sqlite3_bind_text(statement, 1, serial.c_str(), -1, SQLITE_STATIC);
            sqlite3_bind_text(statement, 2, "booklet-ordinary", -1, SQLITE_STATIC);
            sqlite3_bind_int64(statement, 3, number);
            sqlite3_bind_text(statement, 4, "vault", -1, SQLITE_STATIC);
            sqlite3_bind_text(statement, 5, "usable", -1, SQLITE_STATIC);
            if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error{sqlite3_errmsg(m_database)};
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
        run("COMMIT");
    }

    std::int64_t readMovements() override {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(m_database, kMovements, -1, &statement, nullptr));
        std::int64_t read = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (const int column : {0, 2, 3}) m_seen += sqlite3_column_int64(statement, column);
            for (const int column : {1, 4, 5, 6, 7}) m_seen += sqlite3_column_text(statement, column)[0];
            ++read;
        }
        sqlite3_finalize(statement);
        return read;
    }

    std::int64_t sumAccounts() override {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(m_database, kSums, -1, &statement, nullptr));
        std::int64_t accounts = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) ++accounts;
        sqlite3_finalize(statement);
        return accounts;
    }

   private:
    void check(int code) {
        if (code != SQLITE_OK) throw std::runtime_error{sqlite3_errmsg(m_database)};
    }
    void run(const char* sql) { check(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr)); }
    sqlite3* m_database = nullptr;
    std::int64_t m_seen = 0;  ///< so that the reading is not left out
};

class PostgresqlStock : public BareStock {
   public:
    explicit PostgresqlStock(const std::string& uri) : m_connection(uri) {}

    void insertSerials(std::int64_t quantity) override {
        pqxx::work work{m_connection};
        work.exec("DELETE FROM bare_blank");
        pqxx::stream_to stream{work, "bare_blank",
                               std::vector<std::string>{"serial", "item", "number", "place", "state"}};
        for (std::int64_t number = 0; number < quantity; ++number)
            stream << std::make_tuple(fmt::format("A{:07}", number), "booklet-ordinary", number, "vault", "usable");
        stream.complete();
        work.commit();
    }

    std::int64_t readMovements() override {
        pqxx::work work{m_connection};
        work.exec(fmt::format("DECLARE movements NO SCROLL CURSOR FOR {}", kMovements));
        std::int64_t read = 0;
        for (auto rows = work.exec("FETCH FORWARD 1000 FROM movements"); !rows.empty();
             rows = work.exec("FETCH FORWARD 1000 FROM movements"))
            for (const auto& row : rows) {
                for (int column = 0; column < kColumns; ++column) m_seen += row[column].c_str()[0];
                ++read;
            }
        return read;
    }

    std::int64_t sumAccounts() override {
        pqxx::work work{m_connection};
        return static_cast<std::int64_t>(work.exec(kSums).size());
    }

   private:
    pqxx::connection m_connection;
    std::int64_t m_seen = 0;
};

}  // namespace

std::unique_ptr<BareStock> bareStockOnSqlite(const std::string& file) { return std::make_unique<SqliteStock>(file); }
std::unique_ptr<BareStock> bareStockOnPostgresql(const std::string& uri) {
    return std::make_unique<PostgresqlStock>(uri);
}

}  // namespace benchmarks
