// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "base/failure.hpp"
#include "issuance/registers/register.hpp"
#include "issuance/registers/search_keys.hpp"

/// Persons as the tables of this room keep them.
namespace issuance {

inline std::string bornText(const std::optional<base::Date>& born) { return born ? base::formatDate(*born) : ""; }
inline std::optional<base::Date> bornFrom(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return base::expected(base::parseDate(text), "day of birth");
}

inline PersonFound personOf(const PersonSought& sought) {
    return {sought.surnames, sought.givenNames, sought.born, sought.document, sought.nationality};
}

/// From five columns: surnames, given names, born, document, nationality.
inline PersonFound personFrom(const records::Row& row, std::size_t first) {
    return {row.text(first), row.text(first + 1), bornFrom(row.text(first + 2)), row.text(first + 3),
            row.text(first + 4)};
}

/// Gathers who was found, each person once with all their places.
class PersonsFound {
   public:
    explicit PersonsFound(std::string registerName) : m_register(std::move(registerName)) {}

    /// How many rows a key may bring: parts of a name are shared by many.
    static std::int64_t mostOf(const SearchKey& key) { return key.kind == SearchKey::Kind::PartOfName ? 500 : 2000; }
    /// Whether somebody who is found by this key only may be the one sought. Who shares part of a name with somebody
    /// whose day of birth is known would differ in both.
    static bool mustFindAll(const SearchKey& key, const PersonSought& sought) {
        return key.kind != SearchKey::Kind::PartOfName || !sought.born;
    }

    void add(const std::string& id, PersonFound person) {
        if (m_ids.insert(id).second) m_persons[std::move(person)].push_back(id);
    }
    void cut() { m_found.more = true; }
    [[nodiscard]] Register::Found take() {
        for (auto& [person, ids] : m_persons) m_found.persons.push_back({m_register, person, std::move(ids)});
        return std::move(m_found);
    }

   private:
    std::string m_register;
    std::set<std::string> m_ids;
    std::map<PersonFound, std::vector<std::string>> m_persons;
    Register::Found m_found;
};

}  // namespace issuance
