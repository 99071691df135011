// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "chip/lds/security_infos.hpp"
#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

SecurityOffers offersOf(const SecurityInfos& infos) {
    return {infos.pace,
            infos.chipAuthentication,
            infos.chipKeys,
            infos.activeAuthenticationAlgorithm,
            infos.terminalAuthentication,
            infos.directory};
}

TEST(SecurityOffers, AreAustriasOctetByOctet) {
    const auto octets = sample("DG14_AT.bin");
    const auto infos = decodeDg14(octets);
    ASSERT_TRUE(infos);
    EXPECT_EQ(infos->content.chipKeys.size(), 1U);
    EXPECT_EQ(*encodeDg14(offersOf(infos->content)), octets);
}

TEST(SecurityOffers, SayAllThatAChipCanOffer) {
    SecurityOffers offers;
    offers.pace = {PaceOffer{}};
    offers.chipAuthentication = {{"0.4.0.127.0.7.2.2.3.2.2", 1}, {"0.4.0.127.0.7.2.2.3.2.4", 2}};
    const auto key = decodeDg14(sample("DG14_AT.bin"))->content.chipKeys.front().subjectPublicKeyInfo;
    offers.chipKeys = {{std::string{kPublicKeyEcdh}, key, 1}, {std::string{kPublicKeyEcdh}, key, 2}};
    offers.activeAuthenticationAlgorithm = std::string{kEcdsaPlainSha256};
    offers.terminalAuthentication = true;
    offers.directory = sample("EF_DIR_9303p10_table31.bin");
    const auto set = encodeSecurityInfos(offers);
    ASSERT_TRUE(set);
    const auto read = decodeCardSecurityInfos(*set);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content.all.size(), 8U);
    const auto again = offersOf(read->content);
    EXPECT_EQ(again.pace, offers.pace);
    EXPECT_EQ(again.directory, offers.directory);
    EXPECT_TRUE(again.terminalAuthentication);
    EXPECT_EQ(*encodeSecurityInfos(again), *set);
}

TEST(SecurityOffers, RefuseWhatIssuersGotWrong) {
    const auto key = decodeDg14(sample("DG14_AT.bin"))->content.chipKeys.front().subjectPublicKeyInfo;
    const std::string ecdh{kPublicKeyEcdh}, aes{"0.4.0.127.0.7.2.2.3.2.2"};
    const auto refuses = [](SecurityOffers offers) { return !encodeDg14(offers).ok(); };
    EXPECT_TRUE(refuses({.chipKeys = {{ecdh, key, {}}}}));  // France, Malaysia
    EXPECT_TRUE(refuses({.chipAuthentication = {{"0.4.0.127.0.7.2.2.3.2", {}}}, .chipKeys = {{ecdh, key, {}}}}));
    EXPECT_TRUE(refuses({.pace = {{std::string{kPaceEcdhGmAes128}, 2, std::nullopt}}}));
    EXPECT_TRUE(refuses({.chipAuthentication = {{aes, {}}}}));
    EXPECT_TRUE(refuses({.chipAuthentication = {{aes, {}}}, .chipKeys = {{ecdh, key, {}}, {ecdh, key, {}}}}));
    EXPECT_TRUE(refuses({.chipAuthentication = {{aes, 1}}, .chipKeys = {{ecdh, key, 2}}}));
    EXPECT_FALSE(refuses({.chipAuthentication = {{aes, {}}}, .chipKeys = {{ecdh, key, {}}}}));
}

TEST(SecurityOffers, LetAKeyServeChipAuthenticationMappingAlone) {
    const auto key = decodeDg14(sample("DG14_AT.bin"))->content.chipKeys.front().subjectPublicKeyInfo;
    SecurityOffers offers;
    offers.pace = {{"0.4.0.127.0.7.2.2.4.6.2", 2, kParametersBrainpoolP256r1}};
    offers.chipKeys = {{std::string{kPublicKeyEcdh}, key, kParametersBrainpoolP256r1}};
    const auto set = encodeSecurityInfos(offers);
    ASSERT_TRUE(set);
    EXPECT_TRUE(decodeCardSecurityInfos(*set)->defects.empty());
    offers.chipKeys.front().keyId = 8;  // 9303-11 9.2.1: the key's identifier is that of the parameters
    EXPECT_FALSE(encodeSecurityInfos(offers));
    offers.chipKeys.clear();
    EXPECT_FALSE(encodeSecurityInfos(offers));
    EXPECT_TRUE(encodeDg14(offers));
}

}  // namespace
}  // namespace chip::lds
