// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/spanish_words.hpp"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/rbnf.h>

#include <utility>
#include <vector>

#include "base/failure.hpp"

namespace printing {

using namespace base::literals;

namespace {

void check(UErrorCode status, const char* what) {
    if (U_FAILURE(status))
        throw base::Failure{"printing.text-not-normalised"_code, base::NextStep::CallSupervisor, what,
                            u_errorName(status)};
}

const char* ruleSetOf(Agreement agreement) {
    switch (agreement) {
        case Agreement::Masculine: return "%spellout-cardinal-masculine";
        case Agreement::Feminine: return "%spellout-cardinal-feminine";
        default: return "%spellout-numbering";
    }
}

/// ICU marks where words may be hyphenated; acts are set without hyphens.
std::string withoutSoftHyphens(icu::UnicodeString text) {
    text.findAndReplace(icu::UnicodeString{static_cast<UChar32>(0x00AD)}, icu::UnicodeString{});
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::vector<std::string> monthNames() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols{icu::Locale{"es"}, status};
    check(status, "ICU months");
    int32_t count = 0;
    const icu::UnicodeString* names =
        symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    std::vector<std::string> all;
    for (int32_t month = 0; month < count; ++month) all.push_back(withoutSoftHyphens(names[month]));
    return all;
}

const std::string& monthName(std::chrono::month month) {
    static const auto names = monthNames();
    return names.at(static_cast<unsigned>(month) - 1);
}

std::string spelled(std::int64_t number, const char* ruleSet) {
    UErrorCode status = U_ZERO_ERROR;
    // One speller a thread: setting one up costs far more than spelling.
    thread_local const icu::RuleBasedNumberFormat speller{icu::URBNF_SPELLOUT, icu::Locale{"es"}, status};
    check(status, "ICU spelling");
    icu::UnicodeString words;
    icu::FieldPosition position;
    speller.format(number, ruleSet, words, position, status);
    check(status, "ICU spelling");
    return withoutSoftHyphens(words);
}

}  // namespace

std::string numberInWords(std::int64_t number, Agreement agreement) { return spelled(number, ruleSetOf(agreement)); }

std::string ordinalInWords(std::int64_t number, Agreement agreement) {
    const bool feminine = agreement == Agreement::Feminine;
    return spelled(number, feminine ? "%spellout-ordinal-feminine" : "%spellout-ordinal-masculine");
}

std::string groupedNumber(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > sign + 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string dateInWords(base::Date day) {
    return fmt::format("{} de {} de {}", numberInWords(static_cast<unsigned>(day.day())), monthName(day.month()),
                       numberInWords(static_cast<int>(day.year())));
}

std::string longDate(base::Date day) {
    return fmt::format("{} de {} de {}", static_cast<unsigned>(day.day()), monthName(day.month()),
                       static_cast<int>(day.year()));
}

std::string timeInWords(std::chrono::hours hour, std::chrono::minutes minute) {
    const auto hours = hour.count();
    std::string words = fmt::format("{} {} {}", hours == 1 ? "la" : "las", numberInWords(hours, Agreement::Feminine),
                                    hours == 1 ? "hora" : "horas");
    if (minute.count() > 0)
        words += fmt::format(" con {} {}", numberInWords(minute.count(), Agreement::Masculine),
                             minute.count() == 1 ? "minuto" : "minutos");
    return words;
}

std::string romanNumber(std::size_t number) {
    static const std::vector<std::pair<std::size_t, std::string>> kParts = {
        {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    std::string roman;
    for (const auto& [value, letters] : kParts)
        for (; number >= value; number -= value) roman += letters;
    return roman;
}

}  // namespace printing
