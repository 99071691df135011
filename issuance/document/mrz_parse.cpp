// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "issuance/document/check_digit.hpp"
#include "issuance/document/mrz.hpp"
#include "issuance/document/mrz_layout.hpp"

namespace issuance {

using namespace base::literals;
namespace {

bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isMrzCharacter(char c) { return isLetter(c) || isDigit(c) || c == '<'; }

std::string withoutFillers(std::string text) {
    text.resize(text.find_last_not_of('<') + 1);
    return text;
}

std::string spaced(std::string text) {
    std::replace(text.begin(), text.end(), '<', ' ');
    return text;
}

/// yyMMdd; of a date of birth that is not fully known, parts are fillers (9303-3 4.8).
bool isDate(const std::string& text, bool partsMayBeUnknown) {
    const auto inRange = [&](std::size_t at, int least, int most) {
        const std::string part = text.substr(at, 2);
        if (part == "<<") return partsMayBeUnknown;
        if (!isDigit(part[0]) || !isDigit(part[1])) return false;
        const int value = (part[0] - '0') * 10 + (part[1] - '0');
        return value >= least && value <= most;
    };
    return inRange(0, 0, 99) && inRange(2, 1, 12) && inRange(4, 1, 31);
}

/// Reads one zone field by field and gathers what is wrong with it.
class Reading {
   public:
    Reading(const std::vector<std::string>& lines, MrzFormat format) : m_lines(lines), m_layout(layoutOf(format)) {
        m_parsed.format = format;
    }

    base::Result<ParsedMrz> read() {
        for (const auto& line : m_lines)
            if (!std::all_of(line.begin(), line.end(), isMrzCharacter))
                return base::Fault{"mrz.bad-character"_code, {{"field", "mrz"}}};
        readCodes();
        readName();
        readNumberAndOptionalData();
        readDates();
        readSex();
        expectDigit(m_layout.compositeDigit, compositeText(m_lines, m_layout), "composite");
        if (!m_faults.empty()) return base::Refusal{std::move(m_faults)};
        return std::move(m_parsed);
    }

   private:
    void expectDigit(const MrzSpan& digit, const std::string& covered, const std::string& field) {
        if (digit.length > 0) expectDigit(m_lines[digit.line][digit.begin], covered, field);
    }
    void expectDigit(char found, const std::string& covered, const std::string& field) {
        const char expected = checkDigit(covered);
        if (found != expected)
            m_faults.push_back(
                {"mrz.wrong-check-digit"_code,
                 {{"field", field}, {"expected", std::string(1, expected)}, {"found", std::string(1, found)}}});
    }

    void readCodes() {
        const auto codeOf = [this](const MrzSpan& span, const std::string& field) {
            std::string code = withoutFillers(cut(m_lines, span));
            if (code.empty() || !isLetter(code[0])) m_faults.push_back({"mrz.bad-character"_code, {{"field", field}}});
            return code;
        };
        m_parsed.documentCode = codeOf(m_layout.code, "document_code");
        m_parsed.issuingState = codeOf(m_layout.state, "issuing_state");
        m_parsed.nationality = codeOf(m_layout.nationality, "nationality");
    }

    void readName() {
        const std::string field = cut(m_lines, m_layout.name);
        m_parsed.nameMayBeTruncated = field.back() != '<';
        const std::string name = withoutFillers(field);
        const std::size_t gap = name.find("<<");
        m_parsed.surname = spaced(name.substr(0, gap));
        if (gap != std::string::npos) m_parsed.givenNames = spaced(name.substr(gap + 2));
        if (name.empty() || name[0] == '<') m_faults.push_back({"mrz.name-empty"_code, {{"field", "surname"}}});
        if (std::any_of(name.begin(), name.end(), isDigit))
            m_faults.push_back({"mrz.bad-character"_code, {{"field", "name"}}});
    }

    void readNumberAndOptionalData() {
        std::string number = cut(m_lines, m_layout.number);
        std::string optional = cut(m_lines, m_layout.optional);
        const char digit = cut(m_lines, m_layout.numberDigit)[0];
        const std::size_t end = optional.find('<');
        if (m_layout.longNumbers && digit == '<' && number.back() != '<' && end != 0 && end != std::string::npos) {
            // 9303-5 4.2.2 note j: the rest of a long number, its check digit and a filler open the optional data.
            const char longDigit = optional[end - 1];
            number += optional.substr(0, end - 1);
            optional.erase(0, end + 1);
            expectDigit(longDigit, number, "document_number");
        } else {
            expectDigit(digit, number, "document_number");
        }
        m_parsed.documentNumber = DocumentNumber{withoutFillers(number)};
        m_parsed.optionalData = withoutFillers(optional);
        m_parsed.optionalData2 = withoutFillers(cut(m_lines, m_layout.optional2));
        const std::string optionalDigit = cut(m_lines, m_layout.optionalDigit);
        if (!m_parsed.optionalData.empty() || optionalDigit != "<")
            expectDigit(m_layout.optionalDigit, cut(m_lines, m_layout.optional), "optional_data");
    }

    void readDates() {
        m_parsed.dateOfBirth = cut(m_lines, m_layout.birth);
        m_parsed.dateOfExpiry = cut(m_lines, m_layout.expiry);
        if (!isDate(m_parsed.dateOfBirth, true))
            m_faults.push_back({"mrz.bad-date"_code, {{"field", "date_of_birth"}}});
        if (!isDate(m_parsed.dateOfExpiry, false))
            m_faults.push_back({"mrz.bad-date"_code, {{"field", "date_of_expiry"}}});
        expectDigit(m_layout.birthDigit, m_parsed.dateOfBirth, "date_of_birth");
        expectDigit(m_layout.expiryDigit, m_parsed.dateOfExpiry, "date_of_expiry");
    }

    void readSex() {
        switch (cut(m_lines, m_layout.sex)[0]) {
            case 'F': m_parsed.sex = Sex::Female; break;
            case 'M': m_parsed.sex = Sex::Male; break;
            case '<': m_parsed.sex = Sex::Unspecified; break;
            default: m_faults.push_back({"mrz.bad-sex"_code, {{"field", "sex"}}});
        }
    }

    const std::vector<std::string>& m_lines;
    const MrzLayout& m_layout;
    ParsedMrz m_parsed;
    std::vector<base::Fault> m_faults;
};

}  // namespace

base::Result<ParsedMrz> parseMrz(const std::vector<std::string>& lines) {
    const std::size_t width = lines.empty() ? 0 : lines[0].size();
    const bool even = std::all_of(lines.begin(), lines.end(), [&](const auto& line) { return line.size() == width; });
    const auto format = even && width > 0 ? formatOf(lines.size(), width, lines[0][0]) : std::nullopt;
    if (!format) return base::Fault{"mrz.wrong-length"_code, {{"field", "mrz"}}};
    return Reading{lines, *format}.read();
}

base::Result<ParsedMrz> parseMrz(std::string_view text) {
    const std::size_t count = text.size() == 90 ? 3 : 2;
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < count; ++at)
        lines.emplace_back(text.substr(text.size() / count * at, text.size() / count));
    if (text.size() % count != 0) return base::Fault{"mrz.wrong-length"_code, {{"field", "mrz"}}};
    return parseMrz(lines);
}

}  // namespace issuance
