// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/master_files.hpp"

#include <gtest/gtest.h>

#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

base::Bytes bytesOf(base::BytesView view) { return {view.begin(), view.end()}; }

TEST(Directory, IsTheStandardsTableOctetByOctet) {
    const ApplicationDirectory all{{bytesOf(lds1Application()), bytesOf(travelRecordsApplication()),
                                    bytesOf(visaRecordsApplication()), bytesOf(additionalBiometricsApplication())}};
    const auto octets = sample("EF_DIR_9303p10_table31.bin");
    EXPECT_EQ(encodeDirectory(all), octets);
    const auto read = decodeDirectory(octets);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content, all);
}

TEST(Directory, NamesAListWithoutTheTravelDocument) {
    const auto other = decodeDirectory(*base::fromHex("61094f07a0000002472001"));
    ASSERT_TRUE(other);
    EXPECT_TRUE(names(other->defects, "lds.directory"));
    EXPECT_TRUE(names(decodeDirectory(*base::fromHex("61094f07a00000024710018000"))->defects, "lds.directory"));
    EXPECT_FALSE(decodeDirectory({}));
    EXPECT_FALSE(decodeDirectory(*base::fromHex("61028000")));
}

TEST(AtrInfo, ReadsWhatItWrote) {
    const AtrInfo info{true, true, true, true, true, 1008, 1000};
    const auto octets = encodeAtrInfo(info);
    EXPECT_EQ(base::toHex(octets),
              "470386"
              "01e0"
              "7f6608"
              "020203f0"
              "020203e8");
    const auto read = decodeAtrInfo(octets);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content, info);
    const AtrInfo plain{true, true, false, false, false, {}, {}};
    EXPECT_EQ(decodeAtrInfo(encodeAtrInfo(plain))->content, plain);
}

TEST(AtrInfo, NamesCapabilitiesThatAreMissingOrDenied) {
    for (const char* hex : {"4702"
                            "8001",
                            "800100",
                            "4703"
                            "800120",
                            "4703"
                            "800100"
                            "7f6608"
                            "020203f0"
                            "020203e8"}) {
        const auto read = decodeAtrInfo(*base::fromHex(hex));
        ASSERT_TRUE(read) << hex;
        EXPECT_TRUE(names(read->defects, "lds.capabilities")) << hex;
    }
    EXPECT_FALSE(decodeAtrInfo({}));
}

}  // namespace
}  // namespace chip::lds
