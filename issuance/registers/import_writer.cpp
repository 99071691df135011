// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/import_writer.hpp"

#include <algorithm>

#include "issuance/registers/person_rows.hpp"

namespace issuance {
namespace {

constexpr std::size_t kBatch = 5'000;
constexpr std::size_t kMostKnown = 200'000;
constexpr std::size_t kMostFirstFaults = 20;
constexpr char kBetween = '\x1F';

void insert(records::Connection& connection, std::string_view table, const std::vector<std::string>& columns,
            std::vector<records::Values>& rows) {
    auto next = rows.begin();
    if (next == rows.end()) return;
    connection.insertMany(table, columns, [&](records::Values& values) {
        if (next == rows.end()) return false;
        values = std::move(*next++);
        return true;
    });
    rows.clear();
}

}  // namespace

ImportWriter::ImportWriter(records::Connection& connection, std::int64_t import)
    : m_connection(connection), m_import(import) {
    m_connection.executeScript(
        "CREATE TEMPORARY TABLE IF NOT EXISTS register_new_key (key BIGINT NOT NULL, person BIGINT NOT NULL)");
    m_connection.executeScript("DELETE FROM register_new_key");
}

std::int64_t ImportWriter::personOf(const PersonFound& person) {
    const std::string born = bornText(person.born);
    std::string identity = person.surnames;
    for (const auto* text : {&person.givenNames, &born, &person.document, &person.nationality})
        identity.append(1, kBetween).append(*text);
    if (m_known.size() >= kMostKnown) m_known.clear();
    if (isToldApart(person)) {
        const auto [known, isNew] = m_known.try_emplace(std::move(identity), m_persons + 1);
        if (!isNew) return known->second;
    }
    const std::int64_t number = ++m_persons;
    m_newPersons.push_back(
        {m_import, number, person.surnames, person.givenNames, born, person.document, person.nationality});
    std::vector<std::int64_t> numbers;
    for (const auto& key : keysOf(person)) numbers.push_back(key.number);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const auto key : numbers) m_newKeys.emplace_back(key, number);
    return number;
}

void ImportWriter::quarantine(RegisterLine& line) {
    ++m_quarantined;
    for (std::size_t at = 0; at < line.faults.size(); ++at) {
        base::Fault& fault = line.faults[at];
        m_badLines.push_back({m_import, line.line, static_cast<std::int64_t>(at) + 1, fault.code.name(), fault.where,
                              at == 0 ? line.text : std::string{}});
        if (m_firstFaults.size() == kMostFirstFaults) continue;
        fault.where = "line " + std::to_string(line.line) + (fault.where.empty() ? "" : ", " + fault.where);
        m_firstFaults.push_back(fault);
    }
}

void ImportWriter::add(RegisterLine& line) {
    if (!line.faults.empty()) {
        quarantine(line);
    } else {
        ++m_rows;
        m_newRows.push_back({m_import, line.line, personOf(line.person), joinedFields(line.values)});
    }
    if (m_newRows.size() + m_badLines.size() >= kBatch) write();
}

void ImportWriter::write() {
    insert(m_connection, "register_person",
           {"import", "person", "surnames", "given_names", "born", "document", "nationality"}, m_newPersons);
    insert(m_connection, "register_row", {"import", "line", "person", "fields"}, m_newRows);
    writeKeys();
    insert(m_connection, "register_quarantine", {"import", "line", "position", "code", "column_name", "text"},
           m_badLines);
}

void ImportWriter::writeKeys() {
    auto next = m_newKeys.begin();
    m_connection.insertMany("register_new_key", {"key", "person"}, [&](records::Values& values) {
        if (next == m_newKeys.end()) return false;
        values.assign({next->first, next->second});
        ++next;
        return true;
    });
    m_newKeys.clear();
}

void ImportWriter::finish() {
    write();
    m_connection.execute(
        "INSERT INTO register_key (import, key, person) SELECT CAST(?1 AS BIGINT), key, person FROM register_new_key "
        "ORDER BY key, person",
        {m_import});
    m_connection.executeScript("DELETE FROM register_new_key");
}

std::string joinedFields(const std::vector<std::string>& values) {
    std::string fields;
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (at > 0) fields += kBetween;
        fields += values[at];
    }
    return fields;
}

std::vector<std::string> partedFields(std::string_view fields) {
    std::vector<std::string> values(1);
    for (const char c : fields)
        if (c == kBetween)
            values.emplace_back();
        else
            values.back() += c;
    return values;
}

}  // namespace issuance
