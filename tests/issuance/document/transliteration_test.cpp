// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/transliteration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using Components = std::vector<std::string>;

Components written(std::string_view name, const TransliterationRules& rules = {}) {
    const auto components = transliterateName(name, rules);
    return components ? *components : Components{"refused"};
}

TEST(Transliteration, FollowsEveryRowOfTheLatinTable) {
    const auto content = base::readFile(support::testData("icao-mrz/transliteration_latin.json"), 1 << 20);
    const auto table = nlohmann::json::parse(base::textOf(*content));
    ASSERT_EQ(table.at("rows").size(), 95U);
    for (const auto& row : table.at("rows"))
        EXPECT_EQ(written(row.at("char").get<std::string>()), Components{row.at("allowed")[0].get<std::string>()})
            << row;
}

/// The UTF-8 of a code point of two octets.
std::string utf8Of(unsigned codepoint) {
    return {static_cast<char>(0xC0 | (codepoint >> 6)), static_cast<char>(0x80 | (codepoint & 0x3F))};
}

// Told by code point: the table shows a wrong letter at 0402 and a Latin V at 0474.
TEST(Transliteration, FollowsEveryRowOfTheCyrillicTable) {
    std::ifstream table{support::testData("icao-mrz/transliteration_cyrillic_table.txt")};
    const std::regex row{R"(\| ([0-9A-F]{4}) \| \S+ \| (\S+).*)"};
    int rows = 0;
    for (std::string line; std::getline(table, line);) {
        std::smatch part;
        if (!std::regex_match(line, part, row)) continue;
        const auto codepoint = static_cast<unsigned>(std::stoul(part[1], nullptr, 16));
        EXPECT_EQ(written(utf8Of(codepoint)), Components{part[2].str()}) << line;
        ++rows;
    }
    EXPECT_EQ(rows, 48);
}

TEST(Transliteration, WritesEnyeAndUDiaeresisAsTheIssuerChooses) {
    EXPECT_EQ(written("Núñez"), Components{"NUNEZ"});
    EXPECT_EQ(written("Núñez", {.enye = "NXX"}), Components{"NUNXXEZ"});
    EXPECT_EQ(written("Argüello"), Components{"ARGUEELLO"});
    EXPECT_EQ(written("Argüello", {.uDiaeresis = "U"}), Components{"ARGUELLO"});
    EXPECT_EQ(written("Argu\u0308ello", {.uDiaeresis = "UXX"}), Components{"ARGUXXELLO"});
}

TEST(Transliteration, TreatsPunctuationAs9303Part3Says) {
    EXPECT_EQ(written("O'Connor"), Components{"OCONNOR"});
    EXPECT_EQ(written("O\u2019Connor"), Components{"OCONNOR"});
    EXPECT_EQ(written("Smith-Jones"), (Components{"SMITH", "JONES"}));
    EXPECT_EQ(written("Anna, Maria"), (Components{"ANNA", "MARIA"}));
    EXPECT_EQ(written("Ma. José"), (Components{"MA", "JOSE"}));
    EXPECT_EQ(written("  - "), Components{});
}

TEST(Transliteration, WritesRefugeesNames) {
    EXPECT_EQ(written("Wałęsa Weiß Søren Æthelþryð"), (Components{"WALESA", "WEISS", "SOEREN", "AETHELTHRYD"}));
    EXPECT_EQ(written("Щербаков"), Components{"SHCHERBAKOV"});
}

TEST(Transliteration, RefusesEachUnknownCharacterByItsName) {
    const auto refused = transliterateName("Xάβ1", {});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().faults().size(), 3U);
    EXPECT_EQ(refused.refusal().first().arguments[2].second, "DIGIT ONE");
    EXPECT_EQ(refused.refusal().faults()[1].arguments[1].second, "U+0386");
}

}  // namespace
}  // namespace issuance
