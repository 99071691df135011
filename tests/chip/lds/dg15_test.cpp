// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg15.hpp"

#include <gtest/gtest.h>

#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(Dg15, IsThePublishedKeysOctetByOctet) {
    for (const char* name : {"DG15_RSA1792.bin", "nl_specimen_2006/ef010F.bin"}) {
        const auto octets = sample(name);
        const auto dg15 = decodeDg15(octets);
        ASSERT_TRUE(dg15) << name;
        EXPECT_EQ(dg15->content.algorithm, "1.2.840.113549.1.1.1");
        EXPECT_EQ(encodeDg15(dg15->content.subjectPublicKeyInfo), octets);
    }
}

TEST(Dg15, RefusesWhatIsNoKey) {
    for (const char* hex : {"", "6f00", "6f023000", "6f0430023000", "6f03020101"})
        EXPECT_FALSE(decodeDg15(*base::fromHex(hex))) << hex;
}

}  // namespace
}  // namespace chip::lds
