// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <chrono>
#include <map>
#include <thread>

#include "records/database/engines.hpp"
#include "records/database/failures.hpp"

namespace records {
namespace {

constexpr int kBusyMilliseconds = 20'000;

Trouble troubleOf(int extendedCode) {
    switch (extendedCode) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: return Trouble::Unique;
        case SQLITE_IOERR_SHMSIZE: return Trouble::Full;
        default: break;
    }
    switch (extendedCode & 0xFF) {
        case SQLITE_CONSTRAINT: return Trouble::Constraint;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Trouble::Busy;
        case SQLITE_CANTOPEN:
        case SQLITE_NOTADB: return Trouble::Lost;
        case SQLITE_FULL: return Trouble::Full;
        default: return Trouble::Failed;
    }
}

/// Runs what speaks to SQLite and turns its exceptions into ours.
template <class Work>
auto speaking(std::string_view where, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throwTrouble(troubleOf(exception.getExtendedErrorCode()), where, exception.what());
    }
}

void bind(SQLite::Statement& statement, const Values& parameters) {
    static const std::uint8_t kNothing = 0;
    int index = 1;
    for (const Value& value : parameters) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            statement.bind(index, *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            statement.bindNoCopy(index, *text);
        else if (const auto* octets = std::get_if<base::Bytes>(&value))
            statement.bindNoCopy(index, octets->empty() ? &kNothing : octets->data(), static_cast<int>(octets->size()));
        else
            statement.bind(index);
        ++index;
    }
}

void readColumn(const SQLite::Column& column, Value& value) {
    switch (column.getType()) {
        case SQLITE_NULL: value = std::monostate{}; break;
        case SQLITE_INTEGER: value = column.getInt64(); break;
        case SQLITE_BLOB: {
            const auto* begin = static_cast<const std::uint8_t*>(column.getBlob());
            value = base::Bytes(begin, begin + column.getBytes());
            break;
        }
        default: {
            const char* text = column.getText();
            putText(value, text, static_cast<std::size_t>(column.getBytes()));
        }
    }
}

void readRow(SQLite::Statement& statement, Row& row) {
    const int count = statement.getColumnCount();
    row.values().resize(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column)
        readColumn(statement.getColumn(column), row.values()[static_cast<std::size_t>(column)]);
}

std::string insertText(std::string_view table, const std::vector<std::string>& columns) {
    std::string names;
    std::string marks;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        names += (at == 0 ? "" : ", ") + columns[at];
        marks += (at == 0 ? "?" : ", ?") + std::to_string(at + 1);
    }
    return "INSERT INTO " + std::string{table} + " (" + names + ") VALUES (" + marks + ")";
}

class SqliteConnection final : public Connection {
   public:
    SqliteConnection(const std::string& file, Access access);

    [[nodiscard]] Engine engine() const override { return Engine::Sqlite; }
    std::int64_t execute(std::string_view sql, const Values& parameters) override;
    Rows query(std::string_view sql, const Values& parameters) override;
    void forEach(std::string_view sql, const Values& parameters, const std::function<void(const Row&)>& take) override;
    void readAll(std::string_view sql, const std::function<void(const Row&)>& take) override { forEach(sql, {}, take); }
    void insertMany(std::string_view table, const std::vector<std::string>& columns,
                    const std::function<bool(Values&)>& next) override;
    std::unique_ptr<Connection> beside() override { return nullptr; }
    void executeScript(std::string_view sql) override;

   private:
    /// A prepared statement taken out of the store while it is used, so that a callback may use the same text again.
    class Lease {
       public:
        Lease(SqliteConnection& connection, std::string_view sql);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        SQLite::Statement* operator->() { return m_statement.get(); }
        SQLite::Statement& operator*() { return *m_statement; }
        /// Binds a full set of parameters, no more and no fewer than the text names.
        void bindAll(const Values& parameters);

       private:
        SqliteConnection& m_connection;
        std::string m_sql;
        std::unique_ptr<SQLite::Statement> m_statement;
    };

    void begin() override;
    void beginReading() override;
    void commit() override;
    void rollback() noexcept override;

    SQLite::Database m_database;
    std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> m_statements;
};

SqliteConnection::Lease::Lease(SqliteConnection& connection, std::string_view sql)
    : m_connection(connection), m_sql(sql) {
    const auto found = connection.m_statements.find(sql);
    if (found != connection.m_statements.end() && found->second) {
        m_statement = std::move(found->second);
        return;
    }
    m_statement = std::make_unique<SQLite::Statement>(connection.m_database, m_sql);
}

SqliteConnection::Lease::~Lease() {
    if (m_statement == nullptr) return;
    m_statement->tryReset();
    m_connection.m_statements[m_sql] = std::move(m_statement);
}

void SqliteConnection::Lease::bindAll(const Values& parameters) {
    if (static_cast<int>(parameters.size()) != m_statement->getBindParameterCount())
        throwTrouble(Trouble::Failed, m_sql, "the number of parameters is not the one the statement names");
    bind(*m_statement, parameters);
}

SqliteConnection::SqliteConnection(const std::string& file, Access access)
    : m_database(speaking(file, [&] {
          const int flags =
              access == Access::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
          return SQLite::Database(file, flags, kBusyMilliseconds);
      })) {
    if (access == Access::ReadOnly) {
        speaking(file, [&] { m_database.exec("PRAGMA query_only=ON"); });
        return;
    }
    // Switching a new file to WAL does not wait for others who do the same: try for a while.
    for (int attempt = 0;; ++attempt) {
        if (m_database.tryExec("PRAGMA journal_mode=WAL") == SQLITE_OK) break;
        if (attempt == 200) throwTrouble(Trouble::Busy, file, m_database.getErrorMsg());
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    speaking(file, [&] { m_database.exec("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"); });
}

std::int64_t SqliteConnection::execute(std::string_view sql, const Values& parameters) {
    return speaking(sql, [&] {
        Lease statement{*this, sql};
        statement.bindAll(parameters);
        while (statement->executeStep()) continue;
        return std::int64_t{statement->getChanges()};
    });
}

Rows SqliteConnection::query(std::string_view sql, const Values& parameters) {
    Rows rows;
    forEach(sql, parameters, [&rows](const Row& row) { rows.push_back(row); });
    return rows;
}

void SqliteConnection::forEach(std::string_view sql, const Values& parameters,
                               const std::function<void(const Row&)>& take) {
    speaking(sql, [&] {
        Lease statement{*this, sql};
        statement.bindAll(parameters);
        Row row{{}};
        while (statement->executeStep()) {
            readRow(*statement, row);
            take(row);
        }
    });
}

void SqliteConnection::insertMany(std::string_view table, const std::vector<std::string>& columns,
                                  const std::function<bool(Values&)>& next) {
    std::optional<Transaction> own;
    if (sqlite3_get_autocommit(m_database.getHandle()) != 0) own.emplace(*this);
    const std::string sql = insertText(table, columns);
    speaking(sql, [&] {
        Lease statement{*this, sql};
        for (Values values; next(values); values.clear()) {
            statement.bindAll(values);
            statement->exec();
            statement->reset();
        }
    });
    if (own) own->commit();
}

void SqliteConnection::executeScript(std::string_view sql) {
    speaking(sql, [&] { m_database.exec(std::string{sql}); });
}

void SqliteConnection::begin() { execute("BEGIN IMMEDIATE", {}); }

void SqliteConnection::beginReading() { execute("BEGIN", {}); }

void SqliteConnection::commit() { execute("COMMIT", {}); }

void SqliteConnection::rollback() noexcept {
    if (sqlite3_get_autocommit(m_database.getHandle()) == 0) m_database.tryExec("ROLLBACK");
}

class SqliteDatabase final : public Database {
   public:
    SqliteDatabase(std::string file, Access access) : m_file(std::move(file)), m_access(access) {}
    [[nodiscard]] Engine engine() const override { return Engine::Sqlite; }
    [[nodiscard]] std::unique_ptr<Connection> connect() override {
        return std::make_unique<SqliteConnection>(m_file, m_access);
    }

   private:
    std::string m_file;
    Access m_access;
};

}  // namespace

std::unique_ptr<Database> openSqlite(const std::string& file, Access access) {
    return std::make_unique<SqliteDatabase>(file, access);
}

}  // namespace records
