// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "records/database/value.hpp"

/// How values and statements are written for PostgreSQL.
namespace records {

/// `?1` becomes `$1`, except inside quotes and comments.
std::string withDollarParameters(std::string_view sql);

/// A field of COPY's text format as it was before it was written there (PostgreSQL, COPY, Text Format); not for \N.
std::string withoutCopyEscapes(std::string_view field);

/// A column's text of the given type (pg_type.oid): whole numbers and booleans, BYTEA in hexadecimal, all else text.
void readPostgresqlText(unsigned type, std::string_view text, Value& value);

/// Values as the texts the server reads; null pointers stand for nulls. Keeps what it points to.
class PostgresqlTexts {
   public:
    explicit PostgresqlTexts(const Values& values);
    [[nodiscard]] const std::vector<const char*>& pointers() const { return m_pointers; }

   private:
    std::deque<std::string> m_made;
    std::vector<const char*> m_pointers;
};

}  // namespace records
