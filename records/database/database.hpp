// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "records/database/value.hpp"

namespace records {

enum class Engine { Sqlite, Postgresql };
/// ReadOnly: the engine itself refuses every change, and no file is made.
enum class Access { ReadWrite, ReadOnly };

/// One conversation with the database, used by one thread at a time. Statements are written once for both engines, with
/// parameters ?1, ?2, …; each is prepared at its first use and kept. Throws Failure: "records.unique" (a constraint of
/// uniqueness), "records.constraint" (any other constraint, the architecture's invariants among them), "records.busy"
/// (another holds what is needed: retry), "records.lost" (the connection broke), "records.disk-full", "records.failed".
class Connection {
   public:
    virtual ~Connection() = default;
    [[nodiscard]] virtual Engine engine() const = 0;
    /// Runs a statement and says how many rows it changed.
    virtual std::int64_t execute(std::string_view sql, const Values& parameters = {}) = 0;
    /// All rows of a question.
    virtual Rows query(std::string_view sql, const Values& parameters = {}) = 0;
    /// Rows one by one, for answers that do not fit into memory.
    virtual void forEach(std::string_view sql, const Values& parameters,
                         const std::function<void(const Row&)>& take) = 0;
    /// All rows of a question without parameters, one by one as fast as the engine gives them (one COPY on PostgreSQL).
    /// The connection answers nothing else meanwhile: `take` must not use it.
    virtual void readAll(std::string_view sql, const std::function<void(const Row&)>& take) = 0;
    /// Many rows into one table: `next` fills the values of a row and answers false when there are no more. One COPY on
    /// PostgreSQL, one prepared row on SQLite.
    virtual void insertMany(std::string_view table, const std::vector<std::string>& columns,
                            const std::function<bool(Values&)>& next) = 0;
    /// Another connection that reads the same moment, inside a Reading: for questions so large that several threads
    /// should ask them. Null where the engine cannot (SQLite).
    virtual std::unique_ptr<Connection> beside() = 0;
    /// Several statements without parameters, separated by semicolons: migrations.
    virtual void executeScript(std::string_view sql) = 0;

    /// The first row, where there is one.
    std::optional<Row> queryOne(std::string_view sql, const Values& parameters = {});

   private:
    friend class Transaction;
    friend class Reading;
    virtual void begin() = 0;
    virtual void beginReading() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
};

/// All or nothing. Rolled back unless committed; durable when `commit` returns. Transactions do not nest.
class Transaction {
   public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();
    [[nodiscard]] Connection& connection() { return m_connection; }
    /// Waits for whoever took a turn at the same thing, until their transaction ends; so that what is read from here on
    /// about it stands. SQLite has one writer anyway.
    void takeTurn(std::string_view kind, std::string_view name);

   private:
    Connection& m_connection;
    bool m_open = true;
};

/// One moment of the database for several questions: what others commit meanwhile is not seen. It only reads, and makes
/// nobody wait. Neither it nor transactions nest.
class Reading {
   public:
    explicit Reading(Connection& connection);
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

   private:
    Connection& m_connection;
};

/// A database that connections are made to. Its address is "sqlite:FILE" or "postgresql://…" (a libpq URI).
class Database {
   public:
    virtual ~Database() = default;
    static std::unique_ptr<Database> open(const std::string& address, Access access = Access::ReadWrite);
    [[nodiscard]] virtual Engine engine() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Connection> connect() = 0;
};

}  // namespace records
