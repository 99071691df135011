// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/key_check.hpp"

#include <gtest/gtest.h>

#include "tests/chip/support/specimen.hpp"

namespace chip {
namespace {

using Values = std::vector<std::string>;

const base::Bytes kTestKey = *base::fromHex("404142434445464748494A4B4C4D4E4F");

/// The values that card makers print beside the public test key, and what openssl enc -ecb says.
TEST(KeyCheck, IsThatOfCardMakersForThePublicTestKey) {
    EXPECT_EQ(keyCheckValues({"k", CipherSuite::TripleDes, CheckBlock::Zeros, true}, kTestKey), Values{"8BAF47"});
    EXPECT_EQ(keyCheckValues({"k", CipherSuite::Aes128, CheckBlock::Ones, true}, kTestKey), Values{"504A77"});
    EXPECT_EQ(keyCheckValues({"k", CipherSuite::Aes128, CheckBlock::Zeros, false}, kTestKey), Values{"189956"});
    const auto longer = *base::fromHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    EXPECT_EQ(keyCheckValues({"k", CipherSuite::Aes256, CheckBlock::Ones, true}, longer), Values{"B3738B"});
}

TEST(KeyCheck, GivesOneValueForEachKeyOfASet) {
    const TransportKeyKind kind{"k", CipherSuite::TripleDes, CheckBlock::Zeros, true};
    const auto set = base::concat({kTestKey, base::Bytes(16, 0x11), kTestKey});
    const auto values = keyCheckValues(kind, set);
    ASSERT_EQ(values.size(), 3U);
    EXPECT_EQ(values[0], "8BAF47");
    EXPECT_EQ(values[2], "8BAF47");
    EXPECT_NE(values[1], "8BAF47");
}

TEST(KeyCheck, IsMadeAsTheProfilesKindOfChipMakesIt) {
    const auto files = TransportKeyKind::of(testing::chipProfile("iso-7816-9"));
    EXPECT_EQ(files, (TransportKeyKind{"iso-7816-9", CipherSuite::Aes128, CheckBlock::Zeros, false}));
    const auto des = TransportKeyKind::of(testing::chipProfile("globalplatform-scp02"));
    EXPECT_EQ(des, (TransportKeyKind{"globalplatform-scp02", CipherSuite::TripleDes, CheckBlock::Zeros, true}));
    const auto aes = TransportKeyKind::of(testing::chipProfile("globalplatform-scp03"));
    EXPECT_EQ(aes, (TransportKeyKind{"globalplatform-scp03", CipherSuite::Aes128, CheckBlock::Ones, true}));
    EXPECT_FALSE(TransportKeyKind::of(testing::icaoAppletProfile()));
}

TEST(KeyCheck, TakesASetOnlyWhereTheChipHasThreeKeys) {
    const TransportKeyKind single{"k", CipherSuite::Aes192, CheckBlock::Zeros, false};
    const TransportKeyKind set{"k", CipherSuite::Aes192, CheckBlock::Ones, true};
    EXPECT_TRUE(single.takes(24));
    EXPECT_FALSE(single.takes(72));
    EXPECT_TRUE(set.takes(72));
    EXPECT_FALSE(set.takes(48));
    EXPECT_FALSE(set.takes(0));
}

TEST(KeyCheck, NamesCiphersAsProfilesDo) {
    for (const auto cipher : {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192, CipherSuite::Aes256})
        EXPECT_EQ(cipherNamed(nameOf(cipher)), cipher);
    EXPECT_EQ(nameOf(CipherSuite::Aes256), "aes-256");
}

}  // namespace
}  // namespace chip
