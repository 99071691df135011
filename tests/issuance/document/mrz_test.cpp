// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/mrz.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "issuance/document/check_digit.hpp"
#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

nlohmann::json vectors(const char* file) {
    const auto content = base::readFile(support::testData("icao-mrz") / file, 1 << 20);
    return nlohmann::json::parse(base::textOf(*content));
}

std::vector<std::string> linesOf(const nlohmann::json& entry) {
    return entry.at("lines").get<std::vector<std::string>>();
}

base::Date dateOf(const std::string& yyMMdd, int century) {
    const auto part = [&](std::size_t at) { return std::stoi(yyMMdd.substr(at, 2)); };
    return {year{century + part(0)}, month{static_cast<unsigned>(part(2))}, day{static_cast<unsigned>(part(4))}};
}

MrzFields fieldsOf(const ParsedMrz& parsed) {
    return {.format = parsed.format,
            .documentCode = parsed.documentCode,
            .issuingState = parsed.issuingState,
            .surname = parsed.surname,
            .givenNames = parsed.givenNames,
            .documentNumber = parsed.documentNumber,
            .nationality = parsed.nationality,
            .dateOfBirth = dateOf(parsed.dateOfBirth, 1900),
            .sex = parsed.sex,
            .dateOfExpiry = dateOf(parsed.dateOfExpiry, 2000),
            .optionalData = parsed.optionalData,
            .optionalData2 = parsed.optionalData2,
            .transliteration = {}};
}

MrzFields passport() {
    return {.format = MrzFormat::Td3,
            .documentCode = "PP",
            .issuingState = "GTM",
            .surname = "Muñoz de León",
            .givenNames = "María José",
            .documentNumber = DocumentNumber{"A01234567"},
            .nationality = "GTM",
            .dateOfBirth = {year{1990}, month{1}, day{7}},
            .sex = Sex::Female,
            .dateOfExpiry = {year{2031}, month{11}, day{22}},
            .optionalData = "2345678930101",
            .optionalData2 = {},
            .transliteration = {}};
}

TEST(CheckDigit, AgreesWithThePublishedExamples) {
    const auto published = vectors("check_digits.json");
    for (const auto& example : published.at("cases")) {
        const std::string input = example.contains("input") ? example.at("input") : example.at("composite_input");
        EXPECT_EQ(std::string(1, checkDigit(input)), example.at("check_digit").get<std::string>()) << input;
    }
}

TEST(Mrz, ReadsEveryPublishedZoneAndWritesItAgain) {
    int seen = 0;
    const auto published = vectors("complete_mrz.json");
    for (const auto& entry : published.at("entries")) {
        if (entry.at("check_digits_verified") != true) continue;
        const auto lines = linesOf(entry);
        const auto parsed = parseMrz(lines);
        ASSERT_TRUE(parsed) << entry.dump(1) << parsed.refusal().first().code.name();
        const auto composed = composeMrz(fieldsOf(*parsed));
        ASSERT_TRUE(composed) << entry.dump(1);
        EXPECT_EQ(composed->lines, lines) << entry.at("format");
        ++seen;
    }
    EXPECT_EQ(seen, 11);
}

TEST(Mrz, RefusesThePublishedMisprints) {
    int seen = 0;
    const auto published = vectors("complete_mrz.json");
    for (const auto& entry : published.at("entries")) {
        if (entry.at("check_digits_verified") == true) continue;
        const auto parsed = parseMrz(linesOf(entry));
        ASSERT_FALSE(parsed) << entry.dump(1);
        const bool misprintedLength = entry.at("check_digits_verified").is_null();
        EXPECT_TRUE(parsed.refusal().has(misprintedLength ? "mrz.wrong-length"_code : "mrz.wrong-check-digit"_code));
        if (!misprintedLength) {
            EXPECT_EQ(parsed.refusal().first().arguments[0].second, "composite");
        }
        ++seen;
    }
    EXPECT_EQ(seen, 4);
}

TEST(Mrz, KeepsALongDocumentNumberOfTd1) {
    const auto parsed = parseMrz(
        {"I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"});
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->documentNumber, DocumentNumber{"D23145890734"});
    EXPECT_EQ(parsed->optionalData, "");
}

TEST(Mrz, PutsOptionalDataAfterALongNumber) {
    MrzFields fields = passport();
    fields.format = MrzFormat::Td1;
    fields.documentCode = "I";
    fields.documentNumber = DocumentNumber{"D23145890734"};
    fields.optionalData = "ABC";
    const auto composed = composeMrz(fields);
    ASSERT_TRUE(composed);
    EXPECT_EQ(composed->lines[0], "I<GTMD23145890<7349<ABC<<<<<<<");
    const auto parsed = parseMrz(composed->text());
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->documentNumber, fields.documentNumber);
    EXPECT_EQ(parsed->optionalData, "ABC");
}

TEST(Mrz, WritesAGuatemalanPassport) {
    const auto composed = composeMrz(passport());
    ASSERT_TRUE(composed);
    EXPECT_EQ(composed->lines[0], "PPGTMMUNOZ<DE<LEON<<MARIA<JOSE<<<<<<<<<<<<<<");
    EXPECT_EQ(composed->lines[1].substr(0, 9), "A01234567");
    EXPECT_EQ(composed->lines[1].substr(28, 14), "2345678930101<");
    EXPECT_FALSE(composed->nameTruncated);
    EXPECT_TRUE(parseMrz(composed->lines));
}

TEST(Mrz, RefusesWithEveryFaultAtOnce) {
    MrzFields fields = passport();
    fields.surname = "Λ";
    fields.givenNames = "محمد";
    fields.documentNumber = DocumentNumber{"A012345678"};
    fields.nationality = "gt";
    const auto composed = composeMrz(fields);
    ASSERT_FALSE(composed);
    EXPECT_EQ(composed.refusal().faults().size(), 6U);  // 1 Greek and 3 distinct Arabic letters, number, nationality
    EXPECT_TRUE(composed.refusal().has("mrz.no-transliteration"_code));
    EXPECT_TRUE(composed.refusal().has("mrz.field-too-long"_code));
    EXPECT_TRUE(composed.refusal().has("mrz.bad-character"_code));
}

TEST(Mrz, RefusesASurnameOfPunctuationOnly) {
    MrzFields fields = passport();
    fields.surname = "-.'";
    EXPECT_TRUE(composeMrz(fields).refusal().has("mrz.name-empty"_code));
}

TEST(Mrz, NoticesEveryChangedCharacterThatACheckDigitCovers) {
    const auto composed = composeMrz(passport());
    ASSERT_TRUE(composed);
    const std::string good = composed->text();
    for (const std::size_t at : {44U, 52U, 53U, 57U, 62U, 63U, 65U, 70U, 71U, 72U, 85U, 86U, 87U}) {
        std::string bad = good;
        bad[at] = bad[at] == '5' ? '6' : '5';
        if (bad == good) continue;
        EXPECT_FALSE(parseMrz(bad)) << "position " << at;
    }
}

TEST(Mrz, RefusesWhatIsNoZone) {
    EXPECT_TRUE(parseMrz(std::vector<std::string>{}).refusal().has("mrz.wrong-length"_code));
    EXPECT_TRUE(parseMrz("").refusal().has("mrz.wrong-length"_code));
    EXPECT_TRUE(parseMrz(std::string(89, 'P')).refusal().has("mrz.wrong-length"_code));
    EXPECT_TRUE(parseMrz(std::string(88, '<')).refusal().has("mrz.name-empty"_code));
    EXPECT_TRUE(parseMrz(std::string(88, 'p')).refusal().has("mrz.bad-character"_code));
    EXPECT_FALSE(parseMrz(std::string(90, '<')));
    EXPECT_FALSE(parseMrz(std::string(72, 'A')));
}

}  // namespace
}  // namespace issuance
