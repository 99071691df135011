// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/der.hpp"

#include <gtest/gtest.h>

namespace base::der {
namespace {

using namespace std::chrono_literals;

TEST(Der, IntegersAreMinimalAndPositive) {
    EXPECT_EQ(toHex(integer(0)), "020100");
    EXPECT_EQ(toHex(integer(127)), "02017f");
    EXPECT_EQ(toHex(integer(128)), "02020080");
    EXPECT_EQ(toHex(integer(Bytes{0, 0, 0xFF})), "020200ff");
}

TEST(Der, ObjectIdentifiersGoThereAndBack) {
    EXPECT_EQ(toHex(oid("2.23.136.1.1.1")), "0606678108010101");
    for (const char* dotted : {"1.2.840.113549.1.7.2", "0.4.0.127.0.7.2.2.4.2.2", "2.999.3", "1.3"})
        EXPECT_EQ(*readOid(tlv::readFirst(oid(dotted))->value), dotted);
    EXPECT_FALSE(readOid(Bytes{0x2A, 0x86}));
}

TEST(Der, ASetIsPutIntoOrder) {
    EXPECT_EQ(toHex(setOf({integer(2), integer(1), octetString(Bytes{0})})),
              "3109"
              "020101"
              "020102"
              "040100");
}

TEST(Der, TimeChangesItsTypeIn2050) {
    EXPECT_EQ(textOf(tlv::readFirst(time(std::chrono::sys_days{2049y / 12 / 31}))->value), "491231000000Z");
    const Bytes late = time(std::chrono::sys_days{2050y / 1 / 1});
    EXPECT_EQ(tlv::readFirst(late)->tag, kGeneralizedTime);
    EXPECT_EQ(*readTime(*tlv::readFirst(late)), Timestamp{std::chrono::sys_days{2050y / 1 / 1}});
    const Bytes old = tlv::encode(kUtcTime, bytesOf("500101000000Z"));
    EXPECT_EQ(*readTime(*tlv::readFirst(old)), Timestamp{std::chrono::sys_days{1950y / 1 / 1}});
}

TEST(Der, ReadsSmallIntegersAndRefusesNegativeOnes) {
    EXPECT_EQ(*readSmall(Bytes{0x01, 0x00}), 256U);
    EXPECT_FALSE(readSmall(Bytes{0xFF}));
    EXPECT_FALSE(readSmall(Bytes{}));
}

}  // namespace
}  // namespace base::der
