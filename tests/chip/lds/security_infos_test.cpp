// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/security_infos.hpp"

#include <gtest/gtest.h>

#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(CardAccess, IsAustriasOctetByOctet) {
    const auto octets = sample("EF_CardAccess_AT.bin");
    EXPECT_EQ(encodeCardAccess({PaceOffer{}}), octets);
    const auto infos = decodeCardAccess(octets);
    ASSERT_TRUE(infos);
    EXPECT_TRUE(infos->defects.empty());
    EXPECT_EQ(infos->content.pace, std::vector<PaceOffer>{PaceOffer{}});
}

TEST(CardAccess, ReadsGermanysTwoOffers) {
    const auto octets = sample("EF_CardAccess_DE.bin");
    const auto infos = decodeCardAccess(octets);
    ASSERT_TRUE(infos);
    ASSERT_EQ(infos->content.pace.size(), 2U);
    EXPECT_EQ(infos->content.pace[1].protocol, "0.4.0.127.0.7.2.2.4.6.2");
    EXPECT_EQ(encodeCardAccess(infos->content.pace), octets);
}

TEST(Dg14, WritesPaceAndActiveAuthenticationInOrder) {
    const auto octets = encodeDg14({PaceOffer{}}, kEcdsaPlainSha256);
    const auto infos = decodeDg14(octets);
    ASSERT_TRUE(infos);
    EXPECT_TRUE(infos->defects.empty());
    EXPECT_EQ(infos->content.all.size(), 2U);
    EXPECT_EQ(infos->content.pace, std::vector<PaceOffer>{PaceOffer{}});
    EXPECT_EQ(infos->content.activeAuthenticationAlgorithm, std::string{kEcdsaPlainSha256});
    EXPECT_EQ(base::toHex(octets),
              "6e2f312d3012060a04007f0007020204020202010202010d30170606678108010105020101060a04007f00070101040103");
}

TEST(Dg14, KeepsTheExactOctetsOfEachInfo) {
    for (const char* name : {"DG14_AT.bin", "DG14_doc9303_spec_sample.bin", "DG14_doc_unknown_P384_gmrtd.bin"}) {
        const auto octets = sample(name);
        const auto infos = decodeDg14(octets);
        ASSERT_TRUE(infos) << name;
        base::Bytes together;
        for (const auto& info : infos->content.all) base::append(together, info.octets);
        EXPECT_EQ(base::tlv::encode(0x6E, {base::tlv::encode(0x31, together)}), octets) << name;
    }
}

TEST(Dg14, NamesWhatIssuersGotWrong) {
    EXPECT_TRUE(decodeDg14(sample("DG14_AT.bin"))->defects.empty());
    // A PACEInfo without parameterId; a set out of order.
    const auto pace = decodeCardAccess(*base::fromHex("3111300f060a04007f00070202040202020102"));
    ASSERT_TRUE(pace);
    EXPECT_TRUE(names(pace->defects, "lds.pace-parameters"));
    const auto order = decodeCardAccess(
        *base::fromHex("31283012060a04007f0007020204060202010202010d3012060a04007f0007020204020202010202010d"));
    EXPECT_TRUE(names(order->defects, "lds.set-order"));
    // id-CA-ECDH alone where id-CA-ECDH-AES-CBC-CMAC-128 belongs.
    const auto chip = decodeCardAccess(*base::fromHex("3110300e060904007f000702020302020101"));
    EXPECT_TRUE(names(chip->defects, "lds.chip-authentication"));
}

TEST(Dg14, RefusesWhatIsNoSetOfInfos) {
    for (const char* hex : {"6e00", "6e023000", "6e0431023000", "6e0431020500", "31", "6e0731050603040500"})
        EXPECT_FALSE(decodeDg14(*base::fromHex(hex))) << hex;
}

TEST(Dg14, NamesTheHashOfActiveAuthentication) {
    EXPECT_EQ(digestOfEcdsaPlain(kEcdsaPlainSha256), base::DigestAlgorithm::Sha256);
    EXPECT_EQ(digestOfEcdsaPlain("0.4.0.127.0.7.1.1.4.1.5"), base::DigestAlgorithm::Sha512);
    for (const char* other : {"0.4.0.127.0.7.1.1.4.1.6", "0.4.0.127.0.7.1.1.4.1.0", "0.4.0.127.0.7.1.1.4.1.31", "1.2"})
        EXPECT_FALSE(digestOfEcdsaPlain(other)) << other;
}

}  // namespace
}  // namespace chip::lds
