// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/database/postgresql_text.hpp"

#include <charconv>

#include "base/failure.hpp"

namespace records {
namespace {

using namespace base::literals;

/// Object identifiers of built-in types, fixed for all PostgreSQL servers (pg_type.dat).
enum Type : unsigned { kBool = 16, kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kNumeric = 1700 };

/// Where the quoted text or the comment that begins at `at` ends.
std::size_t endOfQuoted(std::string_view sql, std::size_t at) {
    if (sql[at] == '\'' || sql[at] == '"') {
        const std::size_t end = sql.find(sql[at], at + 1);
        return end == std::string_view::npos ? sql.size() : end + 1;
    }
    if (sql.substr(at, 2) == "--") return std::min(sql.find('\n', at), sql.size());
    return at;
}

Value wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size()) return number;
    return std::string{text};
}

}  // namespace

std::string withDollarParameters(std::string_view sql) {
    std::string written;
    written.reserve(sql.size());
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = endOfQuoted(sql, at);
        if (end > at) {
            written += sql.substr(at, end - at);
            at = end;
            continue;
        }
        written += sql[at] == '?' ? '$' : sql[at];
        ++at;
    }
    return written;
}

std::string withoutCopyEscapes(std::string_view field) {
    std::string text;
    for (std::size_t at = 0; at < field.size(); ++at) {
        if (field[at] != '\\' || at + 1 == field.size()) {
            text += field[at];
            continue;
        }
        switch (const char escaped = field[++at]) {
            case 'b': text += '\b'; break;
            case 'f': text += '\f'; break;
            case 'n': text += '\n'; break;
            case 'r': text += '\r'; break;
            case 't': text += '\t'; break;
            case 'v': text += '\v'; break;
            default: text += escaped;
        }
    }
    return text;
}

void readPostgresqlText(unsigned type, std::string_view text, Value& value) {
    switch (type) {
        case kBool: value = std::int64_t{text == "t" ? 1 : 0}; break;
        case kInt2:
        case kInt4:
        case kInt8:
        case kNumeric: value = wholeNumber(text); break;
        case kBytea: value = base::expected(base::fromHex(text.substr(2)), "BYTEA"); break;
        default: putText(value, text.data(), text.size());
    }
}

PostgresqlTexts::PostgresqlTexts(const Values& values) {
    m_pointers.reserve(values.size());
    for (const Value& value : values) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            m_pointers.push_back(m_made.emplace_back(std::to_string(*number)).c_str());
        else if (const auto* octets = std::get_if<base::Bytes>(&value))
            m_pointers.push_back(m_made.emplace_back("\\x" + base::toHex(*octets)).c_str());
        else if (const auto* text = std::get_if<std::string>(&value)) {
            if (text->find('\0') != std::string::npos)
                throw base::Failure{"records.failed"_code, base::NextStep::Stop, "parameter", "a text holds NUL"};
            m_pointers.push_back(text->c_str());
        } else
            m_pointers.push_back(nullptr);
    }
}

}  // namespace records
