// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/travel_document.hpp"

#include <gtest/gtest.h>

#include "issuance/document/catalogue.hpp"
#include "tests/support/paths.hpp"

namespace issuance {
namespace {

Catalogue catalogue() {
    return *Catalogue::load(support::sourceDir() / "templates/kinds",
                            base::xml::Schema::compile(support::sourceDir() / "templates/schemas/document-kind.xsd"));
}

base::Date day(const char* text) { return *base::parseDate(text); }

TEST(TravelDocument, SaysTheSameOnPageAndInTheMrz) {
    const Catalogue kinds = catalogue();
    const TravelDocument document{
        kinds.find(KindId{"passport-ordinary"}),
        {"Muñoz de León", "María José", day("1990-01-07"), Sex::Female, "GTM", "Quetzaltenango", Cui{"2345678990901"}},
        DocumentNumber{"A01234567"},
        day("2026-11-23"),
        day("2036-11-22")};
    const std::map<std::string, std::string> expected = {{"document_type", "PP"},
                                                         {"state_code", "GTM"},
                                                         {"document_number", "A01234567"},
                                                         {"surname", "MUÑOZ DE LEÓN"},
                                                         {"given_names", "MARÍA JOSÉ"},
                                                         {"nationality", "GUATEMALTECA/GUATEMALAN"},
                                                         {"date_of_birth", "07 ENE/JAN 1990"},
                                                         {"personal_number", "2345 67899 0901"},
                                                         {"sex", "F"},
                                                         {"place_of_birth", "QUETZALTENANGO"},
                                                         {"date_of_issue", "23 NOV/NOV 2026"},
                                                         {"date_of_expiry", "22 NOV/NOV 2036"},
                                                         {"authority", "INSTITUTO GUATEMALTECO DE MIGRACIÓN"}};
    EXPECT_EQ(pageValuesOf(document), expected);
    const auto mrz = composeMrz(document);
    ASSERT_TRUE(mrz);
    EXPECT_EQ(mrz->lines[0], "PPGTMMUNOZ<DE<LEON<<MARIA<JOSE<<<<<<<<<<<<<<");
    EXPECT_EQ(mrz->lines[1], "A012345678GTM9001077F36112252345678990901<34");
    EXPECT_TRUE(parseMrz(mrz->lines));
}

TEST(TravelDocument, OfARefugeeShowsTheStatusForTheNationality) {
    const Catalogue kinds = catalogue();
    const TravelDocument document{
        kinds.find(KindId{"special-travel-document"}),
        {"Wałęsa", "Søren", day("1985-05-30"), Sex::Unspecified, "NIC", "Managua", std::nullopt},
        DocumentNumber{"R00000001"},
        day("2026-11-23"),
        day("2027-11-22")};
    EXPECT_EQ(pageValuesOf(document).at("nationality"), "REFUGIADO/REFUGEE");
    EXPECT_EQ(pageValuesOf(document).at("personal_number"), "");
    EXPECT_EQ(pageValuesOf(document).at("sex"), "X");
    const auto mrz = composeMrz(document);
    ASSERT_TRUE(mrz);
    EXPECT_EQ(mrz->lines[0], "PRGTMWALESA<<SOEREN<<<<<<<<<<<<<<<<<<<<<<<<<");
    EXPECT_EQ(mrz->lines[1].substr(10, 3), "XXB");
    EXPECT_EQ(mrz->lines[1].substr(20, 1), "<");
}

TEST(TravelDocument, OfTheBorderIsACardOfThreeLines) {
    const Catalogue kinds = catalogue();
    const TravelDocument document{kinds.find(KindId{"border-worker-card"}),
                                  {"López", "Ana", day("2000-12-31"), Sex::Female, "MEX", "Tapachula", std::nullopt},
                                  DocumentNumber{"W26000001"},
                                  day("2026-11-23"),
                                  day("2027-11-22")};
    const auto mrz = composeMrz(document);
    ASSERT_TRUE(mrz);
    ASSERT_EQ(mrz->lines.size(), 3U);
    EXPECT_EQ(mrz->lines[0].substr(0, 14), "I<GTMW26000001");
    EXPECT_EQ(mrz->lines[2], "LOPEZ<<ANA<<<<<<<<<<<<<<<<<<<<");
    EXPECT_EQ(pageValuesOf(document).at("document_type"), "I");
    EXPECT_EQ(pageValuesOf(document).at("nationality"), "MEX");
}

}  // namespace
}  // namespace issuance
