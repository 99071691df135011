// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "chip/lint/file_rules.hpp"

namespace chip::lint {
namespace {

using namespace base::literals;
using lds::File;

/// Some characters of a zone, as places in its unbroken text.
struct Part {
    std::size_t first;
    std::size_t count;
};
/// A check digit with what it is over (9303-5 4.2.2, 9303-6 4.2.2, 9303-4 4.2.2).
struct Check {
    std::string_view field;
    std::vector<Part> over;
    std::size_t digit;
};

const std::vector<Check>& checksOf(std::size_t lines, std::size_t width) {
    static const std::vector<Check> kTd1{{"document-number", {{5, 9}}, 14},
                                         {"date-of-birth", {{30, 6}}, 36},
                                         {"date-of-expiry", {{38, 6}}, 44},
                                         {"composite", {{5, 25}, {30, 7}, {38, 7}, {48, 11}}, 59}};
    static const std::vector<Check> kTd2{{"document-number", {{36, 9}}, 45},
                                         {"date-of-birth", {{49, 6}}, 55},
                                         {"date-of-expiry", {{57, 6}}, 63},
                                         {"composite", {{36, 10}, {49, 7}, {57, 14}}, 71}};
    static const std::vector<Check> kTd3{{"document-number", {{44, 9}}, 53},
                                         {"date-of-birth", {{57, 6}}, 63},
                                         {"date-of-expiry", {{65, 6}}, 71},
                                         {"personal-number", {{72, 14}}, 86},
                                         {"composite", {{44, 10}, {57, 7}, {65, 22}}, 87}};
    if (lines == 3) return kTd1;
    return width == 36 ? kTd2 : kTd3;
}

int valueOf(char character) {
    if (character >= '0' && character <= '9') return character - '0';
    return character == '<' ? 0 : character - 'A' + 10;
}

char checkDigitOf(std::string_view text) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t at = 0; at < text.size(); ++at) sum += valueOf(text[at]) * kWeights[at % 3];
    return static_cast<char>('0' + sum % 10);
}

/// On cards a document number longer than nine characters goes on in the optional data, its check digit after it
/// (9303-5 4.2.2, 9303-6 4.2.2).
bool goesOn(const Check& check, std::string_view zone) {
    constexpr std::size_t kPassportZone = 88;
    return check.field == "document-number" && zone.at(check.digit) == '<' && zone.size() != kPassportZone;
}

bool holds(const Check& check, std::string_view zone) {
    std::string text;
    for (const auto& part : check.over) text += zone.substr(part.first, part.count);
    const char digit = zone.at(check.digit), due = checkDigitOf(text);
    const bool empty = text.find_first_not_of('<') == std::string::npos;
    return digit == due || (check.field == "personal-number" && empty && digit == '<');
}

/// The harmonised second letters of passports; '<' until 2028 (9303-4 4.4).
constexpr std::string_view kPassportLetters = "PEDORTSLMU<";

}  // namespace

void judgeZone(const lds::Dg1& dg1, Findings& findings) {
    std::string zone;
    for (const auto& line : dg1.lines) zone += line;
    for (const auto& check : checksOf(dg1.lines.size(), dg1.lines.front().size()))
        if (!goesOn(check, zone) && !holds(check, zone))
            findings.note("lint.check-digit"_code, File::Dg1, {{"field", std::string{check.field}}});
    const bool passport = dg1.lines.size() == 2 && zone.front() == 'P';
    if (passport && kPassportLetters.find(zone[1]) == std::string_view::npos)
        findings.note("lint.document-code"_code, File::Dg1, {{"document_code", zone.substr(0, 2)}});
}

}  // namespace chip::lint
