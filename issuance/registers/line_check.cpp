// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/line_check.hpp"

#include <algorithm>

#include "issuance/document/names.hpp"
#include "issuance/registers/search_keys.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kPersonColumns = 5;

std::string foldedColumn(std::string_view column) {
    std::string folded;
    for (const auto& token : foldedTokens(column)) folded += token;
    return folded;
}

/// Printable ASCII without blanks at its ends or two in a row is tidy as it is.
bool isTidyAscii(const std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c < ' ' || c > '~') return false;
        if (c == ' ' && (at == 0 || at + 1 == text.size() || text[at - 1] == ' ')) return false;
    }
    return true;
}

/// The field as the register keeps it; faults go to the line.
std::string tidied(const std::string& field, const std::string& column, RegisterLine& line) {
    if (isTidyAscii(field)) return field;
    auto tidy = tidyText(field);
    if (tidy) return std::move(tidy).value();
    line.faults.push_back({tidy.refusal().first().code, {{"column", column}}, column});
    return {};
}

void addFault(RegisterLine& line, base::FailureCode code, const std::string& column) {
    line.faults.push_back({std::move(code), {{"column", column}}, column});
}

/// "2026-11-26", "26/11/2026" or "26-11-2026".
std::optional<base::Date> dateFrom(const std::string& text) {
    std::string iso = text;
    if (text.size() == 10 && (text[2] == '/' || text[2] == '-') && text[5] == text[2])
        iso = text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2);
    const auto date = base::parseDate(iso);
    return date ? std::optional{*date} : std::nullopt;
}

/// "6:42", "06:42" or "06:42:10" as "06:42"; empty where it is no time of a day.
std::string timeFrom(std::string text) {
    if (text.size() > 1 && text[1] == ':') text.insert(0, "0");
    const bool seconds = text.size() == 8 && text[5] == ':';
    if (text.size() != 5 && !seconds) return {};
    const auto pair = [&](std::size_t at) {
        const bool digits = text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
        return digits ? (text[at] - '0') * 10 + (text[at + 1] - '0') : 99;
    };
    if (text[2] != ':' || pair(0) > 23 || pair(3) > 59 || (seconds && pair(6) > 60)) return {};
    return text.substr(0, 5);
}

/// Brings a value into the one form of its type; faults go to the line.
void bringIntoForm(std::string& value, const RegisterColumn& column, RegisterLine& line) {
    if (value.empty()) {
        if (column.required) addFault(line, "register.value-missing"_code, column.name);
        return;
    }
    if (column.type == ColumnType::Date) {
        const auto date = dateFrom(value);
        if (!date) return addFault(line, "register.bad-date"_code, column.name);
        value = base::formatDate(*date);
    } else if (column.type == ColumnType::Time) {
        value = timeFrom(value);
        if (value.empty()) addFault(line, "register.bad-time"_code, column.name);
    } else if (column.type == ColumnType::Word) {
        const auto word = std::find_if(column.words.begin(), column.words.end(),
                                       [&](const auto& each) { return upperCase(each) == upperCase(value); });
        if (word == column.words.end()) return addFault(line, "register.unknown-word"_code, column.name);
        value = *word;
    }
}

}  // namespace

LineCheck::LineCheck(const RegisterKind& kind)
    : m_kind(kind),
      m_columns{std::string{kSurnames}, std::string{kGivenNames}, std::string{kBorn}, std::string{kNationality},
                std::string{kDocument}} {
    for (const auto& column : kind.columns) {
        const auto known = std::find(m_columns.begin(), m_columns.end(), column.name);
        m_values.push_back(static_cast<std::size_t>(known - m_columns.begin()));
        if (known == m_columns.end()) m_columns.push_back(column.name);
    }
    for (std::size_t at = 0; at < m_columns.size(); ++at) m_places.emplace(foldedColumn(m_columns[at]), at);
}

const std::size_t* LineCheck::find(std::string_view column) const {
    const auto found = m_places.find(foldedColumn(column));
    return found == m_places.end() ? nullptr : &found->second;
}

std::vector<base::Fault> LineCheck::missing(const std::vector<bool>& present) const {
    std::vector<base::Fault> faults;
    const auto need = [&](std::size_t place) {
        if (!present[place]) faults.push_back({"register.column-missing"_code, {{"column", m_columns[place]}}});
    };
    for (std::size_t place = 0; place < 3; ++place) need(place);  // names and day of birth
    for (std::size_t at = 0; at < m_kind.columns.size(); ++at)
        if (m_kind.columns[at].required) need(m_values[at]);
    return faults;
}

void LineCheck::checkPerson(const std::vector<std::string>& fields, RegisterLine& line) const {
    PersonFound& person = line.person;
    person.surnames = tidied(fields[0], m_columns[0], line);
    person.givenNames = tidied(fields[1], m_columns[1], line);
    if (line.faults.empty() && foldedTokens(person.surnames).empty() && foldedTokens(person.givenNames).empty())
        addFault(line, "register.person-nameless"_code, m_columns[0]);
    person.born = fields[2].empty() ? std::nullopt : dateFrom(fields[2]);
    if (!fields[2].empty() && !person.born) addFault(line, "register.bad-date"_code, m_columns[2]);
    person.nationality = upperCase(tidied(fields[3], m_columns[3], line));
    person.document = tidied(fields[4], m_columns[4], line);
}

void LineCheck::check(const std::vector<std::string>& fields, RegisterLine& line) const {
    checkPerson(fields, line);
    line.values.resize(m_kind.columns.size());
    for (std::size_t at = 0; at < m_kind.columns.size(); ++at) {
        const auto& column = m_kind.columns[at];
        const std::size_t place = m_values[at];
        line.values[at] = place < kPersonColumns ? line.person.document : tidied(fields[place], column.name, line);
        bringIntoForm(line.values[at], column, line);
    }
}

}  // namespace issuance
