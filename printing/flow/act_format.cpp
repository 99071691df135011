// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_format.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "printing/flow/spanish_words.hpp"
#include "printing/page/text.hpp"

namespace printing {

namespace {

using Kind = ActShape::Kind;

Agreement agreementOf(const std::string& format) {
    if (format.find("femeninas") != std::string::npos) return Agreement::Feminine;
    return format.find("masculinas") != std::string::npos ? Agreement::Masculine : Agreement::Number;
}

bool isInWords(const std::string& format) {
    return format == "letras" || format == "letras-femeninas" || format == "letras-masculinas";
}

std::string upper(const std::string& text) {
    std::string result;
    icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale{"es"}).toUTF8String(result);
    return result;
}

std::string dayBy(const std::string& value, const std::string& format) {
    const base::Date day = *base::parseDate(value);
    if (format == "letras") return dateInWords(day);
    if (format != "corta") return longDate(day);
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                       static_cast<int>(day.year()));
}

std::string integerBy(const std::string& value, const std::string& format, const LegalStyle& style) {
    if (format == "cifras") return groupedNumber(std::stoll(value));
    return format.empty() ? value : style.numberInWords(std::stoll(value), agreementOf(format));
}

std::string timeBy(const std::string& value, const std::string& format) {
    if (format.empty()) return value;
    return timeInWords(std::chrono::hours{std::stoi(value)}, std::chrono::minutes{std::stoi(value.substr(3))});
}

std::string countBy(std::size_t count, const std::string& format, const LegalStyle& style) {
    const auto number = static_cast<std::int64_t>(count);
    if (format == "cuenta") return groupedNumber(number);
    return style.numberInWords(number, agreementOf(format));
}

}  // namespace

bool fits(ActShape::Kind kind, const std::string& format) {
    if (kind == Kind::Texts || kind == Kind::List)
        return format == "cuenta" || format == "cuenta-letras" || format == "cuenta-letras-femeninas" ||
               format == "cuenta-letras-masculinas";
    if (kind == Kind::Group || kind == Kind::Gender) return false;
    if (format.empty()) return true;
    if (format == "mayusculas") return kind == Kind::Text;
    if (format == "letras") return kind != Kind::Text;
    if (format == "cifras" || isInWords(format)) return kind == Kind::Integer;
    return (format == "larga" || format == "corta") && kind == Kind::Date;
}

std::string formatted(const ActValue& value, ActShape::Kind kind, const std::string& format, const LegalStyle& style) {
    if (value.list() != nullptr) return countBy(value.list()->size(), format, style);
    const std::string text = withSingleSpaces(*value.text());
    if (text.empty()) return text;
    switch (kind) {
        case Kind::Integer: return integerBy(text, format, style);
        case Kind::Amount: return format.empty() ? style.amountInFigures(text) : style.amountInWords(text);
        case Kind::Date: return dayBy(text, format);
        case Kind::Time: return timeBy(text, format);
        default: return format == "mayusculas" ? upper(text) : text;
    }
}

}  // namespace printing
