// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/match.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "issuance/registers/search_keys.hpp"

namespace issuance {
namespace {

using Tokens = std::vector<std::string>;

/// Letters put in, left out, changed, or two neighbours in the other order (optimal string alignment).
std::size_t slipsBetween(const std::string& one, const std::string& other) {
    std::vector<std::size_t> before(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> now(other.size() + 1);
    std::iota(last.begin(), last.end(), 0U);
    for (std::size_t i = 1; i <= one.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const bool same = one[i - 1] == other[j - 1];
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last.back();
}

struct Likeness {
    std::int64_t points = 0;  ///< 0 to 100
    const char* ground = "";
};

Likeness likenessOf(const std::string& one, const std::string& other) {
    if (one == other) return {100, ""};
    if (soundOf(one) == soundOf(other)) return {95, "name.sound"};
    if ((one.size() == 1 || other.size() == 1) && one.front() == other.front()) return {75, "name.initial"};
    const auto longest = static_cast<std::int64_t>(std::max(one.size(), other.size()));
    const auto points = 100 - 100 * static_cast<std::int64_t>(slipsBetween(one, other)) / longest;
    return points >= 65 ? Likeness{points, "name.spelling"} : Likeness{};
}

Tokens tokensOf(const std::string& surnames, const std::string& givenNames) {
    Tokens tokens = foldedTokens(surnames);
    for (auto& token : foldedTokens(givenNames)) tokens.push_back(std::move(token));
    return tokens;
}

/// The name's tokens in pairs, the likest first.
class NameMatch {
   public:
    NameMatch(const PersonSought& sought, const PersonFound& found)
        : m_sought(tokensOf(sought.surnames, sought.givenNames)), m_found(tokensOf(found.surnames, found.givenNames)) {
        if (sought.surnames == found.surnames && sought.givenNames == found.givenNames) {
            m_points = 100;
            m_grounds = {"name.equal"};
        } else if (m_sought == m_found) {
            m_points = 99;
            m_grounds = {"name.accents"};
        } else {
            pair();
        }
    }
    [[nodiscard]] std::int64_t points() const { return m_points; }
    [[nodiscard]] const std::set<std::string>& grounds() const { return m_grounds; }

   private:
    struct Pair {
        Likeness likeness;
        std::size_t sought = 0;
        std::size_t found = 0;
    };

    void pair() {
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < m_sought.size(); ++i)
            for (std::size_t j = 0; j < m_found.size(); ++j)
                if (const auto likeness = likenessOf(m_sought[i], m_found[j]); likeness.points > 0)
                    pairs.push_back({likeness, i, j});
        // Of tokens that are as like, those that stand in the same place, so that nothing seems out of order.
        const auto apart = [](const Pair& each) {
            return each.sought > each.found ? each.sought - each.found : each.found - each.sought;
        };
        std::stable_sort(pairs.begin(), pairs.end(), [&](const Pair& one, const Pair& other) {
            return one.likeness.points != other.likeness.points ? one.likeness.points > other.likeness.points
                                                                : apart(one) < apart(other);
        });
        take(pairs);
    }

    void take(const std::vector<Pair>& pairs) {
        std::vector<std::optional<std::size_t>> partner(m_sought.size());
        std::vector<bool> taken(m_found.size());
        std::int64_t sum = 0;
        std::size_t paired = 0;
        for (const auto& pair : pairs) {
            if (partner[pair.sought] || taken[pair.found]) continue;
            partner[pair.sought] = pair.found;
            taken[pair.found] = true;
            sum += pair.likeness.points;
            ++paired;
            if (*pair.likeness.ground != '\0') m_grounds.insert(pair.likeness.ground);
        }
        std::erase(partner, std::nullopt);
        const bool inOrder = std::is_sorted(partner.begin(), partner.end());
        if (!inOrder) m_grounds.insert("name.order");
        if (m_sought.size() != m_found.size()) m_grounds.insert("name.missing");
        if (paired < std::min(m_sought.size(), m_found.size())) m_grounds.insert("name.other");
        const auto both = static_cast<std::int64_t>(m_sought.size() + m_found.size());
        if (both > 0) m_points = std::min<std::int64_t>(2 * sum / both, inOrder ? 100 : 98);
    }

    Tokens m_sought;
    Tokens m_found;
    std::int64_t m_points = 0;
    std::set<std::string> m_grounds;
};

bool differByOneDigit(const std::string& one, const std::string& other) {
    std::vector<std::size_t> differing;
    for (std::size_t at = 0; at < one.size(); ++at)
        if (one[at] != other[at]) differing.push_back(at);
    if (differing.size() == 1) return true;
    if (differing.size() != 2) return false;
    return one[differing[0]] == other[differing[1]] && one[differing[1]] == other[differing[0]];
}

bool areSwapped(base::Date one, base::Date other) {
    return one.year() == other.year() && static_cast<unsigned>(one.month()) == static_cast<unsigned>(other.day()) &&
           static_cast<unsigned>(one.day()) == static_cast<unsigned>(other.month());
}

Likeness bornLikeness(const std::optional<base::Date>& one, const std::optional<base::Date>& other) {
    if (!one || !other) return {60, "born.unknown"};
    if (*one == *other) return {100, "born.equal"};
    if (areSwapped(*one, *other)) return {90, "born.swapped"};
    if (differByOneDigit(base::formatDate(*one), base::formatDate(*other))) return {85, "born.digit"};
    return one->year() == other->year() ? Likeness{30, "born.year"} : Likeness{0, "born.other"};
}

}  // namespace

Candidate match(const PersonSought& sought, PersonInRegister found) {
    Candidate candidate{std::move(found), 0, {}};
    const PersonFound& person = candidate.found.person;
    const NameMatch name{sought, person};
    const Likeness born = bornLikeness(sought.born, person.born);
    candidate.grounds.assign(name.grounds().begin(), name.grounds().end());
    candidate.grounds.emplace_back(born.ground);
    candidate.score = (65 * name.points() + 35 * born.points) / 100;
    const auto document = foldedDocument(sought.document);
    if (!document.empty() && !person.document.empty()) {
        const bool same = document == foldedDocument(person.document);
        candidate.grounds.emplace_back(same ? "document.equal" : "document.other");
        if (same) candidate.score = std::min<std::int64_t>(100, std::max<std::int64_t>(candidate.score, 85) + 5);
    }
    if (!sought.nationality.empty() && !person.nationality.empty() && sought.nationality != person.nationality) {
        candidate.grounds.emplace_back("nationality.other");
        candidate.score = std::max<std::int64_t>(0, candidate.score - 5);
    }
    return candidate;
}

}  // namespace issuance
