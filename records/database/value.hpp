// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.hpp"

namespace records {

/// What a column holds: nothing, a whole number, a text in UTF-8, or octets. Moments and days are stored as text
/// (base::formatTimestamp, base::formatDate), truth values as 0 and 1.
using Value = std::variant<std::monostate, std::int64_t, std::string, base::Bytes>;
using Values = std::vector<Value>;

/// Nothing for an empty text.
inline Value orNull(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

/// Puts a text into a value that may have held one already, whose memory it then takes.
inline void putText(Value& value, const char* begin, std::size_t size) {
    if (auto* text = std::get_if<std::string>(&value))
        text->assign(begin, size);
    else
        value.emplace<std::string>(begin, size);
}

/// One row of an answer. Asking for a column of another type throws Failure "records.wrong-type".
class Row {
   public:
    explicit Row(Values values) : m_values(std::move(values)) {}
    [[nodiscard]] bool isNull(std::size_t column) const;
    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    [[nodiscard]] const std::string& text(std::size_t column) const;
    [[nodiscard]] const base::Bytes& bytes(std::size_t column) const;
    /// Text, or an empty one where the column is null.
    [[nodiscard]] std::string textOrEmpty(std::size_t column) const;

    /// For the engines, which fill one row again and again.
    [[nodiscard]] Values& values() { return m_values; }

   private:
    Values m_values;
};

using Rows = std::vector<Row>;

}  // namespace records
