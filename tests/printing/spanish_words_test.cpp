// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/spanish_words.hpp"

#include <gtest/gtest.h>

#include <array>

namespace printing {
namespace {

/// Spanish cardinals written down anew, to hold ICU's rules against.
std::string belowHundred(int number) {
    static const std::array<const char*, 30> kSmall{
        "cero",         "uno",         "dos",        "tres",        "cuatro",     "cinco",
        "seis",         "siete",       "ocho",       "nueve",       "diez",       "once",
        "doce",         "trece",       "catorce",    "quince",      "dieciséis",  "diecisiete",
        "dieciocho",    "diecinueve",  "veinte",     "veintiuno",   "veintidós",  "veintitrés",
        "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"};
    static const std::array<const char*, 10> kTens{"",          "",        "",        "treinta", "cuarenta",
                                                   "cincuenta", "sesenta", "setenta", "ochenta", "noventa"};
    const auto at = static_cast<std::size_t>(number);
    if (number < 30) return kSmall[at];
    return std::string{kTens[at / 10]} + (number % 10 == 0 ? "" : std::string{" y "} + kSmall[at % 10]);
}

std::string belowThousand(int number) {
    static const std::array<const char*, 10> kHundreds{
        "",           "ciento",      "doscientos",  "trescientos", "cuatrocientos",
        "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"};
    if (number < 100) return belowHundred(number);
    if (number == 100) return "cien";
    const int rest = number % 100;
    return kHundreds[static_cast<std::size_t>(number / 100)] + (rest == 0 ? "" : " " + belowHundred(rest));
}

/// "veintiuno" becomes "veintiún" before "mil", "uno" becomes "un".
std::string beforeNoun(std::string words) {
    const auto endsIn = [&](const std::string& end) {
        return words.size() >= end.size() && words.compare(words.size() - end.size(), end.size(), end) == 0;
    };
    if (endsIn("veintiuno")) return words.replace(words.size() - 3, 3, "ún");
    if (endsIn("uno")) words.pop_back();
    return words;
}

std::string belowMillion(int number) {
    if (number < 1000) return belowThousand(number);
    const int thousands = number / 1000;
    const std::string head = thousands == 1 ? "mil" : beforeNoun(belowThousand(thousands)) + " mil";
    return head + (number % 1000 == 0 ? "" : " " + belowThousand(number % 1000));
}

TEST(SpanishWords, SayEveryNumberBelowAHundredThousandAndMoreBeyond) {
    for (int number = 0; number < 100'000; ++number) ASSERT_EQ(numberInWords(number), belowMillion(number)) << number;
    for (int number = 100'000; number < 1'000'000; number += 97)
        ASSERT_EQ(numberInWords(number), belowMillion(number)) << number;
    EXPECT_EQ(numberInWords(1'000'000), "un millón");
    EXPECT_EQ(numberInWords(2'000'001), "dos millones uno");
}

TEST(SpanishWords, AgreeWithTheNounTheyStandBefore) {
    EXPECT_EQ(numberInWords(123), "ciento veintitrés");
    EXPECT_EQ(numberInWords(21, Agreement::Masculine), "veintiún");
    EXPECT_EQ(numberInWords(21, Agreement::Feminine), "veintiuna");
    EXPECT_EQ(numberInWords(201, Agreement::Feminine), "doscientas una");
    EXPECT_EQ(numberInWords(1, Agreement::Masculine), "un");
}

TEST(SpanishWords, GroupDigitsAsInGuatemala) {
    EXPECT_EQ(groupedNumber(0), "0");
    EXPECT_EQ(groupedNumber(999), "999");
    EXPECT_EQ(groupedNumber(1000), "1,000");
    EXPECT_EQ(groupedNumber(12345678), "12,345,678");
    EXPECT_EQ(groupedNumber(-1000), "-1,000");
    EXPECT_EQ(groupedNumber(-100), "-100");
}

TEST(SpanishWords, SayDaysAndTimes) {
    using namespace std::chrono;
    EXPECT_EQ(dateInWords(2026y / November / 23), "veintitrés de noviembre de dos mil veintiséis");
    EXPECT_EQ(dateInWords(1999y / January / 1), "uno de enero de mil novecientos noventa y nueve");
    EXPECT_EQ(longDate(2026y / September / 5), "5 de septiembre de 2026");
    EXPECT_EQ(timeInWords(9h, 30min), "las nueve horas con treinta minutos");
    EXPECT_EQ(timeInWords(1h, 0min), "la una hora");
    EXPECT_EQ(timeInWords(21h, 1min), "las veintiuna horas con un minuto");
    EXPECT_EQ(timeInWords(0h, 21min), "las cero horas con veintiún minutos");
}

}  // namespace
}  // namespace printing
