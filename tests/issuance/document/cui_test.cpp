// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/cui.hpp"

#include <gtest/gtest.h>

namespace issuance {
namespace {

using namespace base::literals;

TEST(Cui, IsThirteenDigits) {
    EXPECT_EQ(*readCui("2345 67890 0101"), Cui{"2345678900101"});
    for (const char* bad : {"", "234567890010", "23456789001011", "23456789O0101", "2345-67890-0101"})
        EXPECT_TRUE(readCui(bad).refusal().has("cui.malformed"_code)) << bad;
}

TEST(Cui, WarnsOfAWrongCheckDigit) {
    // 2*2 + 3*3 + 4*4 + 5*5 + 6*6 + 7*7 + 8*8 + 9*9 = 284 = 25 * 11 + 9
    EXPECT_EQ(cuiCheckDigit("23456789"), '9');
    EXPECT_TRUE(odditiesOf(Cui{"2345678990101"}).empty());
    const auto oddities = odditiesOf(Cui{"2345678980101"});
    ASSERT_EQ(oddities.size(), 1U);
    EXPECT_EQ(oddities[0].code, "cui.check-digit"_code);
}

TEST(Cui, HasNoCheckDigitWhereTheSumGivesTen) {
    // 5 * 2 = 10
    EXPECT_EQ(cuiCheckDigit("50000000"), std::nullopt);
    EXPECT_EQ(odditiesOf(Cui{"5000000000101"}).at(0).code, "cui.check-digit"_code);
}

TEST(Cui, WarnsOfBothOdditiesAtOnce) {
    const auto oddities = odditiesOf(Cui{"2345678982399"});
    ASSERT_EQ(oddities.size(), 2U);
    EXPECT_EQ(oddities[0].code, "cui.check-digit"_code);
    EXPECT_EQ(oddities[1].code, "cui.unknown-place"_code);
}

TEST(Cui, WarnsOfAnUnknownPlace) {
    for (const char* bad : {"2345678990118", "2345678992301", "2345678990001", "2345678990100"})
        EXPECT_EQ(odditiesOf(Cui{bad}).at(0).code, "cui.unknown-place"_code) << bad;
    for (const char* good : {"2345678990514", "2345678991333", "2345678992217"})
        EXPECT_TRUE(odditiesOf(Cui{good}).empty());
}

TEST(Cui, KnowsAllMunicipalities) {
    int sum = 0;
    for (int department = 0; department <= 30; ++department) sum += municipalitiesOf(department);
    EXPECT_EQ(sum, 340);
}

}  // namespace
}  // namespace issuance
