// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <map>
#include <pqxx/pqxx>

#include "base/failure.hpp"
#include "records/database/engines.hpp"
#include "records/database/failures.hpp"
#include "records/database/postgresql_text.hpp"

namespace records {
namespace {

Trouble troubleOf(const pqxx::sql_error& error) {
    const std::string& state = error.sqlstate();
    if (state.empty()) return Trouble::Lost;             // not said by the server: libpq found it gone
    if (state == "55P03") return Trouble::Busy;          // lock_not_available
    if (state == "P0001") return Trouble::Constraint;    // raised by a trigger that guards an invariant
    if (state.starts_with("57P")) return Trouble::Lost;  // shutdown
    if (state == "53100") return Trouble::Full;          // disk_full
    return Trouble::Failed;
}

/// Runs what speaks to libpqxx and turns its exceptions into ours.
template <class Work>
auto speaking(std::string_view where, Work&& work) {
    try {
        return work();
    } catch (const base::Failure&) {
        throw;
    } catch (const pqxx::broken_connection& error) {
        throwTrouble(Trouble::Lost, where, error.what());
    } catch (const pqxx::in_doubt_error& error) {
        throwTrouble(Trouble::Lost, where, error.what());
    } catch (const pqxx::transaction_rollback& error) {
        throwTrouble(Trouble::Busy, where, error.what());
    } catch (const pqxx::unique_violation& error) {
        throwTrouble(Trouble::Unique, where, error.what());
    } catch (const pqxx::integrity_constraint_violation& error) {
        throwTrouble(Trouble::Constraint, where, error.what());
    } catch (const pqxx::sql_error& error) {
        throwTrouble(troubleOf(error), where, error.what());
    } catch (const pqxx::pqxx_exception& error) {
        throwTrouble(Trouble::Failed, where, error.base().what());
    }
}

std::vector<pqxx::oid> typesOf(const pqxx::result& answer) {
    std::vector<pqxx::oid> types;
    for (pqxx::row_size_type column = 0; column < answer.columns(); ++column)
        types.push_back(answer.column_type(column));
    return types;
}

void readField(const pqxx::field& field, pqxx::oid type, Value& value) {
    if (field.is_null())
        value = std::monostate{};
    else
        readPostgresqlText(type, {field.c_str(), field.size()}, value);
}

/// Rows and fields by iterators: by index, libpqxx makes a copy of its counted result for each.
void takeRows(const pqxx::result& answer, Row& row, const std::function<void(const Row&)>& take) {
    const auto types = typesOf(answer);
    row.values().resize(types.size());
    const auto end = answer.end();
    for (auto at = answer.begin(); at != end; ++at) {
        auto field = at->begin();
        for (std::size_t column = 0; column < types.size(); ++column, ++field)
            readField(field, types[column], row.values()[column]);
        take(row);
    }
}

/// A line of COPY in its text format (PostgreSQL, COPY, Text Format): fields between tabs, of the given types.
void readCopiedLine(std::string_view line, const std::vector<pqxx::oid>& types, Values& values) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    values.resize(types.size());
    for (std::size_t column = 0; column < types.size(); ++column) {
        const std::string_view field = line.substr(0, line.find('\t'));
        line.remove_prefix(std::min(field.size() + 1, line.size()));
        if (field == "\\N")
            values[column] = std::monostate{};
        else if (field.find('\\') == std::string_view::npos)
            readPostgresqlText(types[column], field, values[column]);
        else
            readPostgresqlText(types[column], withoutCopyEscapes(field), values[column]);
    }
}

/// libpqxx would reconnect by itself in the middle of a transaction, and the rest of it would stand alone.
void stayLost(pqxx::connection& connection) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
}

constexpr std::size_t kMostColumns = 32;

template <std::size_t Count>
void streamColumns(pqxx::stream_to& stream, const std::vector<const char*>& texts) {
    std::array<const char*, Count> row{};
    std::copy(texts.begin(), texts.end(), row.begin());
    stream << row;
}

/// libpqxx streams rows whose width is a type: picks the one that fits.
template <std::size_t... At>
void streamRow(pqxx::stream_to& stream, const std::vector<const char*>& texts, std::index_sequence<At...>) {
    const bool fits = ((texts.size() == At + 1 ? (streamColumns<At + 1>(stream, texts), true) : false) || ...);
    if (!fits) throwTrouble(Trouble::Failed, "COPY", "a row has no columns or more than are provided for");
}

class PostgresqlConnection final : public Connection {
   public:
    PostgresqlConnection(std::string uri, Access access) : m_uri(std::move(uri)), m_access(access) { reach(); }

    [[nodiscard]] Engine engine() const override { return Engine::Postgresql; }
    std::int64_t execute(std::string_view sql, const Values& parameters) override {
        return static_cast<std::int64_t>(run(sql, parameters).affected_rows());
    }
    Rows query(std::string_view sql, const Values& parameters) override;
    void forEach(std::string_view sql, const Values& parameters, const std::function<void(const Row&)>& take) override;
    void readAll(std::string_view sql, const std::function<void(const Row&)>& take) override;
    void insertMany(std::string_view table, const std::vector<std::string>& columns,
                    const std::function<bool(Values&)>& next) override;
    std::unique_ptr<Connection> beside() override;
    void executeScript(std::string_view sql) override;

   private:
    void begin() override;
    void beginReading() override;
    void commit() override;
    void rollback() noexcept override;
    /// Connects where there is no connection (any more).
    void reach();
    pqxx::result run(std::string_view sql, const Values& parameters);
    /// The name under which the server knows the statement, prepared at its first use.
    const std::string& prepared(std::string_view sql);
    /// Work inside the open transaction, or by itself where there is none.
    template <class Work>
    auto within(std::string_view where, Work&& work);

    std::string m_uri;
    Access m_access;
    std::unique_ptr<pqxx::connection> m_connection;
    std::unique_ptr<pqxx::work> m_transaction;
    std::map<std::string, std::string, std::less<>> m_prepared;
    unsigned m_cursors = 0;
};

void PostgresqlConnection::reach() {
    if (m_connection != nullptr && m_connection->is_open()) return;
    speaking("connect", [&] {
        m_prepared.clear();
        m_connection = std::make_unique<pqxx::connection>(m_uri);
        stayLost(*m_connection);
        pqxx::nontransaction{*m_connection}.exec(
            "SET synchronous_commit = on; SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET bytea_output = hex; "
            "SET lock_timeout = '20s'; SET client_min_messages = warning; SET jit = off");
        if (m_access == Access::ReadOnly)
            pqxx::nontransaction{*m_connection}.exec("SET default_transaction_read_only = on");
    });
}

template <class Work>
auto PostgresqlConnection::within(std::string_view where, Work&& work) {
    if (m_transaction == nullptr) reach();
    return speaking(where, [&] {
        try {
            if (m_transaction != nullptr) return work(static_cast<pqxx::transaction_base&>(*m_transaction));
            pqxx::nontransaction alone{*m_connection};
            return work(static_cast<pqxx::transaction_base&>(alone));
        } catch (const pqxx::broken_connection& error) {
            // libpqxx says so of all SQLSTATEs 08…, among them 08P01 for a wrong number of parameters.
            if (m_connection->is_open()) throwTrouble(Trouble::Failed, where, error.what());
            throw;
        }
    });
}

const std::string& PostgresqlConnection::prepared(std::string_view sql) {
    const auto found = m_prepared.find(sql);
    if (found != m_prepared.end()) return found->second;
    const std::string name = "s" + std::to_string(m_prepared.size() + 1);
    m_connection->prepare(name, withDollarParameters(sql));
    return m_prepared.emplace(std::string{sql}, name).first->second;
}

pqxx::result PostgresqlConnection::run(std::string_view sql, const Values& parameters) {
    return within(sql, [&](pqxx::transaction_base& transaction) {
        const PostgresqlTexts texts{parameters};
        return transaction.exec_prepared(prepared(sql), pqxx::prepare::make_dynamic_params(texts.pointers()));
    });
}

Rows PostgresqlConnection::query(std::string_view sql, const Values& parameters) {
    const pqxx::result answer = run(sql, parameters);
    Rows rows;
    rows.reserve(answer.size());
    Row last{{}};
    takeRows(answer, last, [&rows](const Row& row) { rows.push_back(row); });
    return rows;
}

void PostgresqlConnection::forEach(std::string_view sql, const Values& parameters,
                                   const std::function<void(const Row&)>& take) {
    std::optional<Transaction> own;
    if (m_transaction == nullptr) own.emplace(*this);
    const std::string cursor = "c" + std::to_string(++m_cursors);
    const std::string fetch = "FETCH FORWARD 1000 FROM " + cursor;
    speaking(sql, [&] {
        const PostgresqlTexts texts{parameters};
        m_transaction->exec_params("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + withDollarParameters(sql),
                                   pqxx::prepare::make_dynamic_params(texts.pointers()));
        Row row{{}};
        for (auto rows = m_transaction->exec(fetch); !rows.empty(); rows = m_transaction->exec(fetch))
            takeRows(rows, row, take);
        m_transaction->exec("CLOSE " + cursor);
    });
    if (own) own->commit();
}

void PostgresqlConnection::readAll(std::string_view sql, const std::function<void(const Row&)>& take) {
    std::optional<Transaction> own;
    if (m_transaction == nullptr) own.emplace(*this);
    const std::string question = "(" + std::string{sql} + ")";
    speaking(sql, [&] {
        const auto types = typesOf(m_transaction->exec("SELECT * FROM " + question + " AS asked LIMIT 0"));
        // COPY takes a question where its table's name stands, and libpqxx writes the name as it is.
        pqxx::stream_from lines{*m_transaction, question};
        Row row{{}};
        for (std::string line; lines.get_raw_line(line);) {
            readCopiedLine(line, types, row.values());
            take(row);
        }
        lines.complete();
    });
    if (own) own->commit();
}

void PostgresqlConnection::insertMany(std::string_view table, const std::vector<std::string>& columns,
                                      const std::function<bool(Values&)>& next) {
    std::optional<Transaction> own;
    if (m_transaction == nullptr) own.emplace(*this);
    speaking(table, [&] {
        pqxx::stream_to stream{*m_transaction, std::string{table}, columns};
        for (Values values; next(values); values.clear())
            streamRow(stream, PostgresqlTexts{values}.pointers(), std::make_index_sequence<kMostColumns>{});
        stream.complete();
    });
    if (own) own->commit();
}

std::unique_ptr<Connection> PostgresqlConnection::beside() {
    return speaking("beside", [&] {
        const auto moment = m_transaction->exec1("SELECT pg_export_snapshot()")[0].as<std::string>();
        auto other = std::make_unique<PostgresqlConnection>(m_uri, m_access);
        other->beginReading();
        other->m_transaction->exec("SET TRANSACTION SNAPSHOT " + other->m_transaction->quote(moment));
        return other;
    });
}

void PostgresqlConnection::executeScript(std::string_view sql) {
    within(sql, [&](pqxx::transaction_base& transaction) { transaction.exec(std::string{sql}); });
}

void PostgresqlConnection::begin() {
    reach();
    m_transaction = speaking("BEGIN", [&] { return std::make_unique<pqxx::work>(*m_connection); });
}

void PostgresqlConnection::beginReading() {
    begin();
    speaking("begin reading",
             [&] { m_transaction->exec("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"); });
}

void PostgresqlConnection::commit() {
    speaking("COMMIT", [&] { m_transaction->commit(); });
    m_transaction.reset();
}

void PostgresqlConnection::rollback() noexcept {
    try {
        m_transaction.reset();
    } catch (...) {
        m_connection.reset();
    }
}

class PostgresqlDatabase final : public Database {
   public:
    PostgresqlDatabase(std::string uri, Access access) : m_uri(std::move(uri)), m_access(access) {}
    [[nodiscard]] Engine engine() const override { return Engine::Postgresql; }
    [[nodiscard]] std::unique_ptr<Connection> connect() override {
        return std::make_unique<PostgresqlConnection>(m_uri, m_access);
    }

   private:
    std::string m_uri;
    Access m_access;
};

}  // namespace

std::unique_ptr<Database> openPostgresql(const std::string& uri, Access access) {
    return std::make_unique<PostgresqlDatabase>(uri, access);
}

}  // namespace records
