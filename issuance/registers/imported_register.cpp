// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/imported_register.hpp"

#include <charconv>
#include <set>

#include "issuance/registers/import_writer.hpp"
#include "issuance/registers/person_rows.hpp"

namespace issuance {
namespace {

/// Of register ?1 up to import ?2: what no later whole import of the same source replaces.
constexpr std::string_view kCurrent =
    "i.register = ?1 AND i.id <= ?2 AND NOT EXISTS (SELECT 1 FROM register_import later WHERE later.register = "
    "i.register AND later.source = i.source AND later.reach = 'whole' AND later.id > i.id AND later.id <= ?2)";

/// "3/17".
struct PlaceOfPerson {
    std::int64_t import = 0;
    std::int64_t person = 0;
    friend auto operator<=>(const PlaceOfPerson&, const PlaceOfPerson&) = default;
};

PlaceOfPerson placeFrom(const std::string& id) {
    PlaceOfPerson place;
    const char* end = id.data() + id.size();
    const auto import = std::from_chars(id.data(), end, place.import);
    if (import.ptr != end) std::from_chars(import.ptr + 1, end, place.person);
    return place;
}

}  // namespace

std::string ImportedRegister::version(records::Connection& connection) const {
    std::string numbers;
    connection.forEach(
        std::string{"SELECT i.number FROM register_import i WHERE "}.append(kCurrent).append(" ORDER BY i.id"),
        {m_kind.name, m_until},
        [&](const records::Row& row) { numbers.append(numbers.empty() ? "" : ",").append(row.text(0)); });
    return numbers;
}

Register::Found ImportedRegister::search(records::Connection& connection, const PersonSought& sought) const {
    const std::string question =
        std::string{
            "SELECT k.import, k.person, p.surnames, p.given_names, p.born, p.document, p.nationality FROM "
            "register_import i JOIN register_key k ON k.import = i.id AND k.key = ?3 JOIN register_person p ON "
            "p.import = k.import AND p.person = k.person WHERE "}
            .append(kCurrent)
            .append(" AND ")
            .append(PersonsFound::bornCondition(5))
            .append(" LIMIT ?4");
    PersonsFound found{m_kind.name};
    for (const auto& key : keysOf(personOf(sought))) {
        const std::int64_t most = PersonsFound::mostOf(key);
        std::int64_t count = 0;
        const auto [year, day] = PersonsFound::bornParts(key, sought);
        for (const auto& row : connection.query(question, {m_kind.name, m_until, key.number, most, year, day})) {
            ++count;
            found.add(std::to_string(row.integer(0)) + "/" + std::to_string(row.integer(1)), personFrom(row, 2));
        }
        if (count == most) found.cut();
    }
    return found.take();
}

std::vector<RegisterRow> ImportedRegister::rows(records::Connection& connection, const PersonInRegister& person) const {
    std::set<PlaceOfPerson> places;
    for (const auto& id : person.ids) places.insert(placeFrom(id));
    std::vector<RegisterRow> rows;
    for (const auto& place : places) {
        connection.forEach(
            "SELECT i.number, r.line, r.fields FROM register_row r JOIN register_import i ON i.id = r.import WHERE "
            "r.import = ?1 AND r.person = ?2 ORDER BY r.line",
            {place.import, place.person}, [&](const records::Row& row) {
                RegisterRow each{m_kind.name, row.text(0) + "/" + std::to_string(row.integer(1)), person.person, {}};
                const auto values = partedFields(row.text(2));
                for (std::size_t at = 0; at < m_kind.columns.size() && at < values.size(); ++at)
                    if (!values[at].empty()) each.values.emplace_back(m_kind.columns[at].name, values[at]);
                rows.push_back(std::move(each));
            });
    }
    return rows;
}

}  // namespace issuance
