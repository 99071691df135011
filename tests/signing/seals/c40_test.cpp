// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/c40.hpp"

#include <gtest/gtest.h>

namespace signing {
namespace {

using namespace base::literals;

std::string hexOf(std::string_view text) { return base::toHex(*encodeC40(text)); }

TEST(C40, GivesTheExamplesOfDoc9303) {
    EXPECT_EQ(hexOf("XK<CD"), "eb0466a9");
    EXPECT_EQ(hexOf("XKCD"), "eb11fe45");
    EXPECT_EQ(hexOf("VISA01"), "de515826");
    EXPECT_EQ(*decodeC40(*base::fromHex("eb0466a9")), "XK CD");
    EXPECT_EQ(*decodeC40(*base::fromHex("eb11fe45")), "XKCD");
    EXPECT_EQ(hexOf(""), "");
    EXPECT_EQ(*decodeC40({}), "");
}

TEST(C40, ComesBackInEveryLength) {
    const std::string letters = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string text;
    for (std::size_t at = 0; at < 200; ++at) {
        const auto octets = encodeC40(text);
        ASSERT_TRUE(octets);
        EXPECT_EQ(octets->size(), sizeInC40(text.size()));
        EXPECT_EQ(*decodeC40(*octets), text);
        text.push_back(letters[at * 7 % letters.size()]);
    }
}

TEST(C40, RefusesWhatItHasNot) {
    for (const auto* text : {"a", "Ñ", "A-B", "A/1", "A\n", "."}) {
        EXPECT_TRUE(encodeC40(text).refusal().has("signing.seal-value-refused"_code)) << text;
        EXPECT_FALSE(fitsC40(text)) << text;
    }
    EXPECT_FALSE(fitsC40("A<B"));
    EXPECT_TRUE(fitsC40("A B 09"));
}

TEST(C40, HasOneEncodingOfEachText) {
    // Every pair of octets, alone and before another pair: what is read is written again as it stood.
    std::size_t read = 0;
    for (unsigned number = 0; number <= 0xFFFF; ++number) {
        const auto pair = base::bigEndian(number, 2);
        if (const auto text = decodeC40(pair)) {
            ++read;
            ASSERT_EQ(*encodeC40(*text), pair);
        }
        const auto two = base::concat({pair, base::Bytes{0xEB, 0x04}});
        if (const auto text = decodeC40(two)) {
            ASSERT_EQ(*encodeC40(*text), two);
        }
    }
    EXPECT_EQ(read, 37U * 37U * 37U + 37U * 37U + 37U);
    EXPECT_FALSE(decodeC40(base::Bytes{0xEB}));
}

}  // namespace
}  // namespace signing
