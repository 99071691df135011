// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/holder_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "issuance/document/catalogue.hpp"
#include "issuance/document/state_codes.hpp"
#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using namespace base::literals;

const Catalogue& catalogue() {
    static const Catalogue kinds =
        *Catalogue::load(support::sourceDir() / "templates/kinds",
                         base::xml::Schema::compile(support::sourceDir() / "templates/schemas/document-kind.xsd"));
    return kinds;
}

const DocumentKind& kind(const char* id) { return *catalogue().find(KindId{id}); }

base::Date day(const char* text) { return *base::parseDate(text); }

const base::Date kToday = day("2026-11-23");

Holder guatemalan() {
    return {"Muñoz de León", "María José",     day("1990-01-07"),   Sex::Female,
            "GTM",           "Quetzaltenango", Cui{"2345678990901"}};
}

std::vector<std::string> fieldsAtFault(const std::vector<base::Fault>& faults) {
    std::vector<std::string> fields;
    for (const auto& fault : faults)
        for (const auto& [name, value] : fault.arguments)
            if (name == "field") fields.push_back(value);
    return fields;
}

TEST(HolderCheck, AcceptsAnOrdinaryHolder) {
    EXPECT_TRUE(faultsOf(guatemalan(), kind("passport-ordinary"), 10, kToday).empty());
}

TEST(HolderCheck, FindsAllFaultsAtOnce) {
    Holder holder = guatemalan();
    holder.surname = "";
    holder.givenNames = "Λευκή";
    holder.dateOfBirth = day("2027-01-01");
    holder.nationality = "MEX";
    holder.placeOfBirth = std::string(41, 'x');
    holder.cui = std::nullopt;
    const auto faults = faultsOf(holder, kind("passport-ordinary"), 7, kToday);
    auto fields = fieldsAtFault(faults);
    ASSERT_EQ(fields.size(), faults.size());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    EXPECT_EQ(fields, (std::vector<std::string>{"surname", "given_names", "place_of_birth", "years", "date_of_birth",
                                                "nationality", "personal_number"}));
}

TEST(HolderCheck, GivesTenYearsToAdultsOnly) {
    Holder holder = guatemalan();
    holder.dateOfBirth = day("2008-11-24");
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 5, kToday).empty());
    EXPECT_EQ(faultsOf(holder, kind("passport-ordinary"), 10, kToday).at(0).code, "holder.too-young"_code);
    holder.dateOfBirth = day("2008-11-23");
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 10, kToday).empty());
}

TEST(HolderCheck, FollowsTheNationalityRuleOfTheKind) {
    Holder holder = guatemalan();
    holder.cui = std::nullopt;
    holder.nationality = "MEX";
    EXPECT_TRUE(faultsOf(holder, kind("border-visitor-card"), 1, kToday).empty());
    EXPECT_EQ(printedNationality(kind("border-visitor-card"), holder), "MEX");
    holder.nationality = "GTM";
    EXPECT_EQ(faultsOf(holder, kind("border-visitor-card"), 1, kToday).at(0).code, "holder.nationality"_code);
    holder.nationality = "NIC";
    EXPECT_TRUE(faultsOf(holder, kind("special-travel-document"), 1, kToday).empty());
    EXPECT_EQ(printedNationality(kind("special-travel-document"), holder), "XXB");
}

TEST(HolderCheck, LetsLongNamesBeTruncatedInTheMrzButNotOnThePage) {
    Holder holder = guatemalan();
    holder.surname = std::string(48, 'A');
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 5, kToday).empty());
    holder.surname += "A";
    EXPECT_EQ(faultsOf(holder, kind("passport-ordinary"), 5, kToday).at(0).code, "holder.too-long"_code);
}

TEST(HolderCheck, CountsWhatIsPrintedRatherThanWhatWasTyped) {
    Holder holder = guatemalan();
    holder.surname = std::string(46, 'a') + "ß";  // SS in upper case
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 5, kToday).empty());
    holder.surname = std::string(47, 'a') + "ß";
    EXPECT_EQ(faultsOf(holder, kind("passport-ordinary"), 5, kToday).at(0).code, "holder.too-long"_code);
    holder = guatemalan();
    for (holder.givenNames.clear(); holder.givenNames.size() < 2 * 48;) holder.givenNames += "Ñ";
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 5, kToday).empty()) << "characters, not octets";
}

TEST(HolderCheck, TakesAHolderWithoutGivenNamesButNotWithoutASurname) {
    Holder holder = guatemalan();
    holder.givenNames.clear();
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 5, kToday).empty());
    holder.surname = "'-.";
    EXPECT_EQ(faultsOf(holder, kind("passport-ordinary"), 5, kToday).at(0).code, "mrz.name-empty"_code)
        << "nothing of it can stand in the MRZ";
}

TEST(HolderCheck, TakesOneBornTodayAndTheOldestButNobodyOlder) {
    Holder holder = guatemalan();
    holder.dateOfBirth = kToday;
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 5, kToday).empty());
    holder.dateOfBirth = day("1896-11-23");
    EXPECT_TRUE(faultsOf(holder, kind("passport-ordinary"), 5, kToday).empty());
    holder.dateOfBirth = day("1895-11-23");
    EXPECT_EQ(faultsOf(holder, kind("passport-ordinary"), 5, kToday).at(0).code, "holder.too-old"_code);
}

TEST(StateCodes, KnowsIsoAndIcaoCodes) {
    for (const char* code : {"GTM", "MEX", "XXB", "UTO"}) {
        if (std::string{code} == "UTO") {
            EXPECT_FALSE(readStateCode(code));  // Utopia is for specimens
        } else {
            EXPECT_EQ(*readStateCode(code), code);
        }
    }
    EXPECT_EQ(*readStateCode("DEU"), "D");
    EXPECT_EQ(*readStateCode("D"), "D");
    EXPECT_TRUE(readStateCode("").refusal().has("nationality.unknown"_code));
    EXPECT_FALSE(readStateCode("gtm"));
}

}  // namespace
}  // namespace issuance
