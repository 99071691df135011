// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/holder_check.hpp"

#include "issuance/document/names.hpp"
#include "issuance/document/transliteration.hpp"
#include "issuance/document/validity.hpp"

namespace issuance {

using namespace base::literals;
namespace {

constexpr int kOldestAge = 130;

/// Gathers the faults of one holder.
class Check {
   public:
    Check(const Holder& holder, const DocumentKind& kind) : m_holder(holder), m_kind(kind) {}

    std::vector<base::Fault> faults(int years, base::Date today) && {
        checkName(m_holder.surname, "surname", true);
        checkName(m_holder.givenNames, "given_names", false);
        checkLength(m_holder.placeOfBirth, "place_of_birth", m_kind.longestPlace, true);
        checkBirth(years, today);
        checkNationality();
        if (m_kind.cuiRequired && !m_holder.cui) fault("holder.cui-missing"_code, "personal_number");
        return std::move(m_faults);
    }

   private:
    void fault(base::FailureCode code, const std::string& field) {
        m_faults.push_back({std::move(code), {{"field", field}}});
    }

    void checkLength(const std::string& text, const std::string& field, std::size_t most, bool required) {
        if (required && text.empty()) fault("holder.empty"_code, field);
        // What is printed counts: upper case may be longer (ß).
        if (lengthOf(upperCase(text)) > most)
            m_faults.push_back({"holder.too-long"_code, {{"field", field}, {"limit", std::to_string(most)}}});
    }

    void checkName(const std::string& name, const std::string& field, bool required) {
        checkLength(name, field, m_kind.longestName, required);
        const auto written = transliterateName(name, m_kind.transliteration);
        if (!written) {
            for (auto problem : written.refusal().faults()) {
                problem.arguments.emplace_back("field", field);
                m_faults.push_back(std::move(problem));
            }
        } else if (written->empty() && !name.empty()) {
            fault("mrz.name-empty"_code, field);
        }
    }

    void checkBirth(int years, base::Date today) {
        const ValidityRule* rule = m_kind.validityOf(years);
        if (rule == nullptr)
            m_faults.push_back({"kind.validity"_code, {{"field", "years"}, {"years", std::to_string(years)}}});
        if (m_holder.dateOfBirth > today) return fault("holder.born-in-future"_code, "date_of_birth");
        const int age = ageOn(today, m_holder.dateOfBirth);
        if (age > kOldestAge) fault("holder.too-old"_code, "date_of_birth");
        if (rule != nullptr && age < rule->minimumAge)
            m_faults.push_back(
                {"holder.too-young"_code, {{"field", "years"}, {"age", std::to_string(rule->minimumAge)}}});
    }

    void checkNationality() {
        const NationalityRule& rule = m_kind.nationality;
        const std::string& code = m_holder.nationality;
        const bool fits = rule.source == NationalityRule::Source::Printed ||
                          (rule.source == NationalityRule::Source::Fixed && code == rule.code) ||
                          (rule.source == NationalityRule::Source::Holder &&
                           (rule.allowed.empty() ? code != m_kind.issuingState : rule.allowed.count(code) > 0));
        if (!fits) m_faults.push_back({"holder.nationality"_code, {{"field", "nationality"}, {"value", code}}});
    }

    const Holder& m_holder;
    const DocumentKind& m_kind;
    std::vector<base::Fault> m_faults;
};

}  // namespace

std::vector<base::Fault> faultsOf(const Holder& holder, const DocumentKind& kind, int years, base::Date today) {
    return Check{holder, kind}.faults(years, today);
}

std::string printedNationality(const DocumentKind& kind, const Holder& holder) {
    return kind.nationality.source == NationalityRule::Source::Holder ? holder.nationality : kind.nationality.code;
}

}  // namespace issuance
