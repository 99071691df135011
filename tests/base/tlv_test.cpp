// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tlv.hpp"

#include <gtest/gtest.h>

namespace base::tlv {
namespace {

TEST(Tlv, WritesTheShortestLength) {
    EXPECT_EQ(toHex(encode(0x5F1F, Bytes{1})), "5f1f0101");
    EXPECT_EQ(toHex(encodeLength(0x7F)), "7f");
    EXPECT_EQ(toHex(encodeLength(0x80)), "8180");
    EXPECT_EQ(toHex(encodeLength(0x100)), "820100");
    EXPECT_EQ(toHex(encodeLength(0x10000)), "83010000");
}

TEST(Tlv, ReadsWhatItWrote) {
    for (const std::size_t size : {0U, 1U, 127U, 128U, 255U, 256U, 65535U, 65536U}) {
        const Bytes value(size, 0x42);
        const Bytes whole = encode(0x7F61, value);
        const auto element = readFirst(whole, Lengths::DerOnly);
        ASSERT_TRUE(element);
        EXPECT_EQ(element->tag, 0x7F61U);
        EXPECT_EQ(element->value.size(), size);
        EXPECT_TRUE(element->constructed());
    }
}

TEST(Tlv, RefusesBrokenObjects) {
    for (const char* hex : {"", "61", "6180", "6102aa", "61820001", "1f8181810100", "6185000000000161"}) {
        const Bytes octets = *fromHex(hex);
        EXPECT_FALSE(readFirst(octets)) << hex;
    }
}

TEST(Tlv, RefusesLongLengthsWhereDerIsAsked) {
    const Bytes octets = *fromHex("618101aa");
    EXPECT_TRUE(readFirst(octets, Lengths::Ber));
    EXPECT_FALSE(readFirst(octets, Lengths::DerOnly));
}

TEST(Tlv, SaysWhereAStringBreaks) {
    const Bytes octets = *fromHex("020101 0205aa");
    const auto all = readAll(octets);
    ASSERT_FALSE(all);
    EXPECT_EQ(all.refusal().first().where, "offset 3");
}

TEST(Tlv, FindsByTag) {
    const Bytes octets = *fromHex("020101 5f0102abcd");
    const auto all = readAll(octets);
    ASSERT_TRUE(all);
    EXPECT_EQ(toHex(find(*all, 0x5F01)->value), "abcd");
    EXPECT_FALSE(find(*all, 0x04));
}

}  // namespace
}  // namespace base::tlv
