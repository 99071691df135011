// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg7.hpp"

#include <gtest/gtest.h>

#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(Dg7, IsThePublishedSampleOctetByOctet) {
    const auto octets = sample("li0ard_EF_DG7.bin");
    const auto dg7 = decodeDg7(octets);
    ASSERT_TRUE(dg7);
    EXPECT_TRUE(dg7->defects.empty());
    ASSERT_EQ(dg7->content.images.size(), 1U);
    EXPECT_EQ(*encodeDg7(dg7->content.images.front()), octets);
}

TEST(Dg7, IsWrittenAsJfifAndExifIsNamed) {
    const auto written = encodeDg7(jpegWith(kExifSegment));
    ASSERT_TRUE(written);
    EXPECT_EQ(decodeDg7(*written)->content.images.front(), jpegWith(kJfifSegment));
    const base::Bytes one{1};
    const auto exif =
        base::tlv::encode(0x67, {base::tlv::encode(0x02, one), base::tlv::encode(0x5F43, jpegWith(kExifSegment))});
    EXPECT_TRUE(names(decodeDg7(exif)->defects, "lds.image-format"));
}

}  // namespace
}  // namespace chip::lds
