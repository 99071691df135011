// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/failure.hpp"
#include "contract/json.hpp"
#include "issuance/confidential/subject_key.hpp"
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

/// Whether two who are written alike are one to the register: a name alone is many people's.
inline bool isToldApart(const PersonFound& person) { return person.born.has_value() || !person.document.empty(); }

/// From five columns: surnames, given names, born, document, nationality.
inline PersonFound personFrom(const records::Row& row, std::size_t first) {
    return {row.text(first), row.text(first + 1), bornFrom(row.text(first + 2)), row.text(first + 3),
            row.text(first + 4)};
}

/// The columns of a person, as they are sealed together where the person is confidential.
struct PersonColumns {
    std::string surnames;
    std::string givenNames;
    std::string born;
    std::string document;
    std::string nationality;
    static constexpr std::array kFields{contract::field<&PersonColumns::surnames>("surnames"),
                                        contract::field<&PersonColumns::givenNames>("given_names"),
                                        contract::field<&PersonColumns::born>("born"),
                                        contract::field<&PersonColumns::document>("document"),
                                        contract::field<&PersonColumns::nationality>("nationality")};

    static PersonColumns of(const PersonFound& person) {
        return {person.surnames, person.givenNames, bornText(person.born), person.document, person.nationality};
    }
    /// All of them in the first column.
    [[nodiscard]] PersonColumns sealed(const SubjectKey& key, const std::string& place) const {
        return {key.sealText(contract::storedJson(*this), place), "", "", "", ""};
    }
    /// Throws "confidential.damaged".
    static PersonFound opened(const std::string& firstColumn, const SubjectKey& key, const std::string& place) {
        const auto columns = base::expected(contract::fromText<PersonColumns>(key.openText(firstColumn, place)), place);
        return {columns.surnames, columns.givenNames, bornFrom(columns.born), columns.document, columns.nationality};
    }
};

/// Gathers who was found, each person once with all their places.
class PersonsFound {
   public:
    explicit PersonsFound(std::string registerName) : m_register(std::move(registerName)) {}

    /// How many rows a key may bring: parts of a name are shared by many.
    static std::int64_t mostOf(const SearchKey& key) { return key.kind == SearchKey::Kind::PartOfName ? 500 : 2000; }
    /// The condition on a person `p` with two parameters from this one on (bornParts): who shares only part of the name
    /// with somebody whose day of birth is known is looked at where the register has no birth, or the same year or the
    /// same day of the year.
    static std::string bornCondition(int parameter) {
        const auto year = "?" + std::to_string(parameter);
        const auto day = "?" + std::to_string(parameter + 1);
        return "(" + year + " = '' OR p.born = '' OR substr(p.born, 1, 4) = " + year +
               " OR substr(p.born, 6) = " + day + ")";
    }
    static std::pair<std::string, std::string> bornParts(const SearchKey& key, const PersonSought& sought) {
        if (key.kind != SearchKey::Kind::PartOfName || !sought.born) return {};
        constexpr std::size_t kYear = 4;
        const auto born = bornText(sought.born);
        return {born.substr(0, kYear), born.substr(kYear + 1)};
    }

    void add(const std::string& id, PersonFound person, bool confidential = false) {
        if (!m_ids.insert(id).second) return;
        auto alike = isToldApart(person) ? std::string{} : id;
        m_persons[{std::move(person), std::move(alike), confidential}].push_back(id);
    }
    void cut() { m_found.more = true; }
    [[nodiscard]] Register::Found take() {
        for (auto& [key, ids] : m_persons)
            m_found.persons.push_back({m_register, std::get<0>(key), std::move(ids), std::get<2>(key)});
        return std::move(m_found);
    }

   private:
    std::string m_register;
    std::set<std::string> m_ids;
    std::map<std::tuple<PersonFound, std::string, bool>, std::vector<std::string>> m_persons;
    Register::Found m_found;
};

}  // namespace issuance
