// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Bytes, HexGoesThereAndBack) {
    const Bytes octets{0x00, 0x7F, 0xA5, 0xFF};
    EXPECT_EQ(toHex(octets), "007fa5ff");
    EXPECT_EQ(*fromHex("00 7F a5\nFF"), octets);
}

TEST(Bytes, RefusesWhatIsNoHex) {
    EXPECT_FALSE(fromHex("0"));
    EXPECT_FALSE(fromHex("0g"));
    EXPECT_FALSE(fromHex("-1"));
}

TEST(Bytes, Base64FollowsTheVectorsOfRfc4648) {
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : vectors) {
        EXPECT_EQ(toBase64(bytesOf(plain)), coded);
        EXPECT_EQ(textOf(*fromBase64(coded)), plain);
    }
}

TEST(Bytes, RefusesWhatIsNoBase64) {
    for (const char* text : {"Z", "Zg=", "Zg", "Z===", "Zm9v=", "Zg==Zg==", "Zm*v"})
        EXPECT_FALSE(fromBase64(text)) << text;
}

TEST(Bytes, BigEndianFillsTheWidth) { EXPECT_EQ(bigEndian(0x0102, 4), (Bytes{0, 0, 1, 2})); }

TEST(Bytes, ComparesInConstantTimeByContent) {
    EXPECT_TRUE(equalInConstantTime(Bytes{1, 2}, Bytes{1, 2}));
    EXPECT_FALSE(equalInConstantTime(Bytes{1, 2}, Bytes{1, 3}));
    EXPECT_FALSE(equalInConstantTime(Bytes{1, 2}, Bytes{1}));
    EXPECT_TRUE(equalInConstantTime(Bytes{}, Bytes{}));
}

}  // namespace
}  // namespace base
