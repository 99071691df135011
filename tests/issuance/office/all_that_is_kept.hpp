// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cctype>
#include <string>

#include "base/bytes.hpp"
#include "records/database/database.hpp"

namespace support {

/// Every column of every row of every table, in upper-case hexadecimal, a line each: what a copy of the database tells.
inline std::string allThatIsKept(const std::string& address) {
    const auto database = records::Database::open(address);
    const auto connection = database->connect();
    const bool sqlite = connection->engine() == records::Engine::Sqlite;
    std::string kept;
    for (const auto& table : connection->query(
             sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                    : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND "
                      "table_type = 'BASE TABLE'")) {
        const auto name = table.text(0);
        for (const auto& column : connection->query(
                 sqlite ? "SELECT 'hex(\"' || name || '\")' FROM pragma_table_info('" + name + "')"
                        : "SELECT 'upper(encode(' || CASE data_type WHEN 'bytea' THEN quote_ident(column_name) ELSE "
                          "'convert_to(' || quote_ident(column_name) || '::text, ''UTF8'')' END || ', ''hex''))' FROM "
                          "information_schema.columns WHERE table_name = '" +
                              name + "'"))
            connection->forEach("SELECT COALESCE(" + column.text(0) + ", '') FROM \"" + name + "\"", {},
                                [&](const records::Row& row) { kept.append(row.text(0)).append("\n"); });
    }
    return kept;
}

/// A text as `allThatIsKept` has it.
inline std::string asKept(const std::string& text) {
    auto hex = base::toHex(base::bytesOf(text));
    for (auto& digit : hex) digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
    return hex;
}

}  // namespace support
