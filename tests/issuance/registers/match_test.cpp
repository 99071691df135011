// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/match.hpp"

#include <gmock/gmock.h>

#include <set>

#include "base/failure.hpp"
#include "issuance/registers/search_keys.hpp"

namespace issuance {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::optional<base::Date> day(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return base::expected(base::parseDate(text), text);
}

TEST(FoldedTokens, AreTheSameForAccentsCaseScriptsAndParticles) {
    EXPECT_THAT(foldedTokens("De la Peña y Güinac"), ElementsAre("PENA", "GUINAC"));
    EXPECT_THAT(foldedTokens("O'Connor-Łukasz"), ElementsAre("OCONNOR", "LUKASZ"));
    EXPECT_THAT(foldedTokens("Александр"), ElementsAre("ALEKSANDR"));
    EXPECT_THAT(foldedTokens("José"), foldedTokens("Jose\xCC\x81"));  // one code point, or E and its accent
    EXPECT_THAT(foldedTokens("王 小明"), ElementsAre("王", "小明"));
    EXPECT_THAT(foldedTokens("DE LA"), ElementsAre("DE", "LA"));
    EXPECT_TRUE(foldedTokens(" -.' ").empty());
}

TEST(SoundOf, IsTheSameForWhatSoundsAlikeInSpanish) {
    const std::pair<const char*, const char*> alike[] = {
        {"VASQUEZ", "BASQUES"},    {"GONZALEZ", "GONSALES"},  {"GIMENEZ", "JIMENEZ"}, {"XIMENEZ", "JIMENEZ"},
        {"LLANES", "YANES"},       {"HERNANDEZ", "ERNANDES"}, {"CECILIA", "SESILIA"}, {"QUIROA", "KIROA"},
        {"ELIZABETH", "ELISABET"}, {"MUELLER", "MULLER"},     {"PHILIPE", "FILIPE"}};
    for (const auto& [one, other] : alike) EXPECT_EQ(soundOf(one), soundOf(other)) << one << " and " << other;
    EXPECT_NE(soundOf("GUERRA"), soundOf("GERRA"));
    EXPECT_NE(soundOf("GARCIA"), soundOf("GRACIA"));
    EXPECT_NE(soundOf("CHAVEZ"), soundOf("CABEZ"));
}

/// How a register may have written Xiloj Cutzal, María Fernanda, 1991-04-07, 234567890; what must be said of it, and
/// the least score.
struct Slip {
    const char* name;
    PersonFound found;
    const char* ground;
    std::int64_t least;
};

class MatchTest : public testing::Test {
   protected:
    const PersonSought m_sought{"Xiloj Cutzal", "María Fernanda", day("1991-04-07"), "234567890", "GTM"};
    const std::vector<Slip> m_slips{
        {"none", {"Xiloj Cutzal", "María Fernanda", day("1991-04-07"), "234567890", "GTM"}, "name.equal", 100},
        {"accents", {"XILOJ CUTZAL", "MARIA FERNANDA", day("1991-04-07"), "", ""}, "name.accents", 99},
        {"order", {"Cutzal Xiloj", "Fernanda María", day("1991-04-07"), "", ""}, "name.order", 98},
        {"fields", {"Fernanda", "Xiloj Cutzal María", day("1991-04-07"), "", ""}, "name.order", 98},
        {"sound", {"Siloj Kutsal", "Maria Fernanda", day("1991-04-07"), "", ""}, "name.sound", 90},
        {"spelling", {"Xilox Cutzal", "María Fernanda", day("1991-04-07"), "", ""}, "name.spelling", 90},
        {"missing", {"Xiloj", "María Fernanda", day("1991-04-07"), "", ""}, "name.missing", 85},
        {"initial", {"Xiloj Cutzal", "María F.", day("1991-04-07"), "", ""}, "name.initial", 90},
        {"swapped", {"Xiloj Cutzal", "María Fernanda", day("1991-07-04"), "", ""}, "born.swapped", 90},
        {"digit", {"Xiloj Cutzal", "María Fernanda", day("1991-04-17"), "", ""}, "born.digit", 90},
        {"year digit", {"Xiloj Cutzal", "María Fernanda", day("1981-04-07"), "", ""}, "born.digit", 90},
        {"digits swapped", {"Xiloj Cutzal", "María Fernanda", day("1919-04-07"), "", ""}, "born.digit", 90},
        {"unknown birth", {"Xiloj Cutzal", "María Fernanda", {}, "", ""}, "born.unknown", 80},
        {"other birth", {"Xiloj Cutzal", "María Fernanda", day("1975-12-24"), "", ""}, "born.other", kLeastScore},
        {"document", {"Ixquiac", "Otra", day("1975-12-24"), "23456-7890", ""}, "document.equal", 85},
        {"digit and sound", {"Siloj Cutzal", "María Fernanda", day("1991-04-17"), "", ""}, "born.digit", 85}};
};

TEST_F(MatchTest, FindsThePersonUnderEachSlipAndSaysWhich) {
    for (const auto& slip : m_slips) {
        const Candidate candidate = match(m_sought, {"movimientos", slip.found, {"1/1"}});
        EXPECT_GE(candidate.score, slip.least) << slip.name;
        EXPECT_THAT(candidate.grounds, Contains(std::string{slip.ground})) << slip.name;
    }
}

TEST_F(MatchTest, SharesAKeyUnderEachSlip) {
    std::set<std::int64_t> mine;
    for (const auto& key : keysOf({m_sought.surnames, m_sought.givenNames, m_sought.born, m_sought.document, ""}))
        mine.insert(key.number);
    for (const auto& slip : m_slips) {
        const auto theirs = keysOf(slip.found);
        EXPECT_TRUE(std::any_of(theirs.begin(), theirs.end(), [&](const auto& key) {
            return mine.contains(key.number);
        })) << slip.name;
    }
}

TEST_F(MatchTest, DoesNotShowWhoIsAnother) {
    const PersonFound others[] = {{"Pérez López", "Juan Carlos", day("1991-04-07"), "", ""},
                                  {"Xiloj", "Pedro", day("1960-01-30"), "", ""},
                                  {"Cutzal", "María", day("1975-12-24"), "", ""}};
    for (const auto& other : others)
        EXPECT_LT(match(m_sought, {"movimientos", other, {"1/1"}}).score, kLeastScore) << other.surnames;
}

TEST_F(MatchTest, LowersAnotherNationalityAndNeverLeavesTheScale) {
    const PersonFound here{"Xiloj Cutzal", "María Fernanda", day("1991-04-07"), "", "GTM"};
    PersonFound there = here;
    there.nationality = "MEX";
    EXPECT_EQ(match(m_sought, {"visas", here, {}}).score, 100);
    EXPECT_EQ(match(m_sought, {"visas", there, {}}).score, 95);
    EXPECT_GE(match({"A", "", {}, "", "GTM"}, {"visas", {"Ñ", "", day("1950-01-01"), "", "MEX"}, {}}).score, 0);
}

}  // namespace
}  // namespace issuance
