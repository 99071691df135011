// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "issuance/document/check_digit.hpp"
#include "issuance/document/mrz.hpp"
#include "issuance/document/mrz_layout.hpp"
#include "issuance/document/mrz_name.hpp"

namespace issuance {

using namespace base::literals;
namespace {

bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }
bool isMrzCharacter(char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '<'; }

std::string yyMMdd(base::Date day) {
    return fmt::format("{:02}{:02}{:02}", static_cast<int>(day.year()) % 100, static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// 9303-4 4.2.2.2: special characters and spaces of numbers become fillers.
std::string withFillers(std::string text) {
    for (char& c : text)
        if (c == ' ' || c == '-' || c == '/' || c == '.') c = '<';
    return text;
}

char sexCharacter(Sex sex) { return sex == Sex::Female ? 'F' : sex == Sex::Male ? 'M' : '<'; }

/// Fills the lines of one zone and gathers what is wrong with the fields.
class Composition {
   public:
    explicit Composition(const MrzFields& fields)
        : m_fields(fields),
          m_layout(layoutOf(fields.format)),
          m_lines(m_layout.lines, std::string(m_layout.width, '<')) {}

    base::Result<Mrz> compose() {
        putCode(m_layout.code, m_fields.documentCode, "document_code");
        putCode(m_layout.state, m_fields.issuingState, "issuing_state");
        putCode(m_layout.nationality, m_fields.nationality, "nationality");
        const bool truncated = putName();
        put(m_layout.birth, yyMMdd(m_fields.dateOfBirth));
        put(m_layout.sex, std::string(1, sexCharacter(m_fields.sex)));
        put(m_layout.expiry, yyMMdd(m_fields.dateOfExpiry));
        putNumberAndOptionalData();
        if (!m_faults.empty()) return base::Refusal{std::move(m_faults)};
        putCheckDigits();
        return Mrz{m_fields.format, std::move(m_lines), truncated};
    }

   private:
    void put(const MrzSpan& span, const std::string& text) {
        if (span.length > 0) m_lines[span.line].replace(span.begin, text.size(), text);
    }
    void fault(base::FailureCode code, const std::string& field) {
        m_faults.push_back({std::move(code), {{"field", field}}});
    }

    void putCode(const MrzSpan& span, const std::string& code, const std::string& field) {
        if (code.size() > span.length) return fault("mrz.field-too-long"_code, field);
        if (code.empty() || !isLetter(code[0]) || !std::all_of(code.begin(), code.end(), isMrzCharacter))
            return fault("mrz.bad-character"_code, field);
        put(span, code);
    }

    std::vector<std::string> components(const std::string& name, const std::string& field) {
        auto written = transliterateName(name, m_fields.transliteration);
        if (written) return std::move(written).value();
        for (auto problem : written.refusal().faults()) {
            problem.arguments.emplace_back("field", field);
            m_faults.push_back(std::move(problem));
        }
        return {"X"};
    }

    bool putName() {
        const auto surname = components(m_fields.surname, "surname");
        const auto givenNames = components(m_fields.givenNames, "given_names");
        if (surname.empty()) {
            fault("mrz.name-empty"_code, "surname");
            return false;
        }
        const MrzName name = writeMrzName(surname, givenNames, m_layout.name.length);
        put(m_layout.name, name.text);
        return name.truncated;
    }

    void putNumberAndOptionalData() {
        const std::string number = withFillers(m_fields.documentNumber.text());
        std::string optional = withFillers(m_fields.optionalData);
        if (number.empty() || number[0] == '<' || !std::all_of(number.begin(), number.end(), isMrzCharacter))
            return fault("mrz.bad-character"_code, "document_number");
        if (!std::all_of(optional.begin(), optional.end(), isMrzCharacter))
            return fault("mrz.bad-character"_code, "optional_data");
        if (number.size() <= m_layout.number.length) {
            put(m_layout.number, number);
        } else {
            if (!m_layout.longNumbers) return fault("mrz.field-too-long"_code, "document_number");
            put(m_layout.number, number.substr(0, m_layout.number.length));
            m_longNumberRest = number.substr(m_layout.number.length) + checkDigit(number);
            optional = m_longNumberRest + "<" + optional;
            // The filler that ends the number must itself have a place (9303-5 4.2.2 note j).
        }
        if (optional.size() > m_layout.optional.length)
            return fault("mrz.field-too-long"_code, m_longNumberRest.empty() ? "optional_data" : "document_number");
        put(m_layout.optional, optional);
        putOptionalData2();
    }

    void putOptionalData2() {
        const std::string text = withFillers(m_fields.optionalData2);
        if (text.size() > m_layout.optional2.length) return fault("mrz.field-too-long"_code, "optional_data_2");
        if (!std::all_of(text.begin(), text.end(), isMrzCharacter))
            return fault("mrz.bad-character"_code, "optional_data_2");
        put(m_layout.optional2, text);
    }

    void putDigit(const MrzSpan& digit, const std::string& covered) {
        if (digit.length > 0) m_lines[digit.line][digit.begin] = checkDigit(covered);
    }

    void putCheckDigits() {
        if (m_longNumberRest.empty()) putDigit(m_layout.numberDigit, cut(m_lines, m_layout.number));
        putDigit(m_layout.birthDigit, cut(m_lines, m_layout.birth));
        putDigit(m_layout.expiryDigit, cut(m_lines, m_layout.expiry));
        // 9303-4 4.2.2.2: the digit of an empty personal number may be 0 or a filler; the filler stays.
        if (!m_fields.optionalData.empty()) putDigit(m_layout.optionalDigit, cut(m_lines, m_layout.optional));
        putDigit(m_layout.compositeDigit, compositeText(m_lines, m_layout));
    }

    const MrzFields& m_fields;
    const MrzLayout& m_layout;
    std::vector<std::string> m_lines;
    std::string m_longNumberRest;
    std::vector<base::Fault> m_faults;
};

}  // namespace

std::string Mrz::text() const {
    std::string all;
    for (const auto& line : lines) all += line;
    return all;
}

base::Result<Mrz> composeMrz(const MrzFields& fields) { return Composition{fields}.compose(); }

}  // namespace issuance
