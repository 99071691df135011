// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>

#include "chip/lds/com.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg11.hpp"
#include "chip/lds/dg12.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/dg16.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg3.hpp"
#include "chip/lds/dg4.hpp"
#include "chip/lds/dg7.hpp"
#include "chip/lds/security_infos.hpp"
#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

/// What the decoders make of it: how many took it. Each image and text they hand out comes from within the octets.
int decodeAll(const base::Bytes& octets) {
    int taken = 0;
    if (const auto dg2 = decodeDg2(octets)) {
        ++taken;
        for (const auto& face : dg2->content.faces) EXPECT_LE(face.image.size(), octets.size());
    }
    if (const auto dg7 = decodeDg7(octets)) {
        ++taken;
        for (const auto& image : dg7->content.images) EXPECT_LE(image.size(), octets.size());
    }
    if (const auto dg14 = decodeDg14(octets)) {
        ++taken;
        EXPECT_LE(dg14->content.all.size(), 64U);
    }
    if (const auto dg3 = decodeDg3(octets)) {
        ++taken;
        for (const auto& finger : dg3->content.fingers) EXPECT_LE(finger.image.size(), octets.size());
    }
    if (const auto dg4 = decodeDg4(octets)) {
        ++taken;
        for (const auto& iris : dg4->content.irises) EXPECT_LE(iris.image.size(), octets.size());
    }
    return taken + decodeDg16(octets).ok() + decodeCom(octets).ok() + decodeDg1(octets).ok() + decodeDg11(octets).ok() +
           decodeDg12(octets).ok() + decodeDg15(octets).ok() + decodeCardAccess(octets).ok();
}

class AnyOctets : public ::testing::TestWithParam<const char*> {};

TEST_P(AnyOctets, AreReadOrRefusedWhenCutAnywhere) {
    const auto whole = sample(GetParam());
    EXPECT_EQ(decodeAll(whole), 1);
    for (std::size_t size = 0; size < std::min<std::size_t>(whole.size(), 600); ++size)
        EXPECT_EQ(decodeAll({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}), 0) << size;
}

TEST_P(AnyOctets, AreReadOrRefusedWhenAnyOctetIsAnother) {
    const auto whole = sample(GetParam());
    std::mt19937 random{20261123};
    for (std::size_t at = 0; at < std::min<std::size_t>(whole.size(), 400); ++at) {
        for (const unsigned value : {0x00U, 0x7FU, 0x80U, 0x84U, 0xFFU, static_cast<unsigned>(random() & 0xFFU)}) {
            auto octets = whole;
            octets[at] = static_cast<std::uint8_t>(value);
            EXPECT_LE(decodeAll(octets), 1);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Published, AnyOctets,
                         ::testing::Values("EF_CardAccess_DE.bin", "EF_COM_9303p11_D4.bin", "DG11_9303p10_A5.bin",
                                           "li0ard_EF_DG7.bin", "li0ard_EF_DG11.bin", "li0ard_EF_DG12.bin",
                                           "DG14_AT.bin", "DG15_RSA1792.bin", "DG2_39794_silver.dat",
                                           "DG16_9303p10_A6.bin", "../bsi2008/Datagroup3.bin",
                                           "../bsi2008/Datagroup4.bin", "nl_specimen_2006/ef0101.bin",
                                           "nl_specimen_2006/ef0102.bin"));

}  // namespace
}  // namespace chip::lds
