// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/key_components.hpp"

#include <gtest/gtest.h>

namespace issuance {
namespace {

using namespace base::literals;
using Values = std::vector<std::string>;

const chip::TransportKeyKind kKind{"k", chip::CipherSuite::Aes128, chip::CheckBlock::Ones, true};
/// Of the public test key 40 to 4F.
constexpr std::string_view kFirst = "00112233 44556677 8899AABB CCDDEEFF", kSecond = "4050607000102030c0d0e0f08090a0b0";

base::Result<CombinedKey> combined(std::string_view first, std::string_view second, const Values& checks = {}) {
    const auto one = base::SecretBytes::copyOf(first), other = base::SecretBytes::copyOf(second);
    return combine(kKind, {one, other, checks});
}

TEST(KeyComponents, MakeTheKeyByExclusiveOr) {
    const auto made = combined(kFirst, kSecond);
    ASSERT_TRUE(made);
    EXPECT_EQ(base::toHex(made->key.reveal()), "404142434445464748494a4b4c4d4e4f");
    EXPECT_EQ(made->checkValues, Values{"504A77"});
    EXPECT_EQ(made->firstChecks.size(), 1U);
    EXPECT_NE(made->firstChecks, made->secondChecks);
    EXPECT_EQ(combined(kSecond, kFirst)->firstChecks, made->secondChecks);
}

TEST(KeyComponents, MayBeAKeySet) {
    const std::string three = std::string{kSecond} + std::string{kSecond} + std::string{kSecond};
    const std::string other = std::string{kFirst} + std::string{kFirst} + std::string{kFirst};
    EXPECT_EQ(combined(three, other)->checkValues, (Values{"504A77", "504A77", "504A77"}));
    EXPECT_TRUE(combined(three, kFirst).refusal().has("transport-key.wrong-length"_code));
}

TEST(KeyComponents, AreRefusedWithEveryFaultOfBothPeople) {
    const auto refused = combined("00112233", "no es una clave");
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().faults().size(), 2U);
    EXPECT_EQ(refused.refusal().faults()[0],
              (base::Fault{"transport-key.wrong-length"_code, {{"digits", "32"}}, "first person"}));
    EXPECT_EQ(refused.refusal().faults()[1], (base::Fault{"transport-key.not-hexadecimal"_code, {}, "second person"}));
}

TEST(KeyComponents, AreRefusedWhereOnePersonAloneWouldKnowTheKey) {
    const std::string zeros(32, '0');
    EXPECT_TRUE(combined(kFirst, zeros).refusal().has("transport-key.components-weak"_code));
    EXPECT_TRUE(combined(zeros, kFirst).refusal().has("transport-key.components-weak"_code));
    EXPECT_TRUE(combined(kFirst, kFirst).refusal().has("transport-key.components-weak"_code));
}

TEST(KeyComponents, AreHeldAgainstTheMakersLetter) {
    EXPECT_TRUE(combined(kFirst, kSecond, {"50 4a 77"}));
    const auto differs = combined(kFirst, kSecond, {"8BAF47"});
    ASSERT_FALSE(differs);
    EXPECT_EQ(differs.refusal().first().arguments,
              (std::vector<std::pair<std::string, std::string>>{{"expected", "8BAF47"}, {"found", "504A77"}}));
    EXPECT_FALSE(combined(kFirst, kSecond, {"504A77", "504A77"}));
}

}  // namespace
}  // namespace issuance
