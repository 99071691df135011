// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/database/database.hpp"

#include "base/failure.hpp"
#include "records/database/engines.hpp"

namespace records {

std::optional<Row> Connection::queryOne(std::string_view sql, const Values& parameters) {
    Rows rows = query(sql, parameters);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

Transaction::Transaction(Connection& connection) : m_connection(connection) { m_connection.begin(); }

Transaction::~Transaction() {
    if (m_open) m_connection.rollback();
}

void Transaction::commit() {
    m_connection.commit();
    m_open = false;
}

void Transaction::takeTurn(std::string_view kind, std::string_view name) {
    if (m_connection.engine() != Engine::Postgresql) return;
    m_connection.query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))) AS held",
                       {std::string{kind} + " " + std::string{name}});
}

Reading::Reading(Connection& connection) : m_connection(connection) { m_connection.beginReading(); }

Reading::~Reading() { m_connection.rollback(); }

std::unique_ptr<Database> Database::open(const std::string& address, Access access) {
    using namespace base::literals;
    constexpr std::string_view kSqlite = "sqlite:";
    if (address.starts_with(kSqlite) && address.size() > kSqlite.size())
        return openSqlite(address.substr(kSqlite.size()), access);
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return openPostgresql(address, access);
    throw base::Failure{"records.bad-address"_code, base::NextStep::Stop, address.substr(0, address.find(':'))};
}

}  // namespace records
