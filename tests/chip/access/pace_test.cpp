// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/pace.hpp"

#include <gtest/gtest.h>

#include "chip/lds/security_infos.hpp"
#include "chip/simulator/picc_pace.hpp"
#include "tests/chip/access/scripted.hpp"

namespace chip {
namespace {

using scripted::hex;
using scripted::upper;

const auto kExample = scripted::example("9303-11_G1_ECDH_GM.json");

std::string of(const char* name) { return kExample[name]; }
base::Bytes point(const char* name) { return hex("04" + of(name)); }
PaceInfo brainpool() { return {CipherSuite::Aes128, 13}; }
MrzKey holder() { return MrzKey::of("T22000129", "640812", "101031"); }

base::Bytes offering(const std::vector<PaceInfo>& infos) {
    std::vector<lds::PaceOffer> offers;
    for (const auto& info : infos) offers.push_back({protocolOf(info), 2, info.parameterId});
    return lds::encodeCardAccess(offers);
}

/// The chip's answer with the ephemeral key falls on a page break in the standard and is put together again.
std::string agreementAnswer() { return "7C43844104" + of("eph_IC_public") + "9000"; }

void expectRun(scripted::ReplayedCard& card) {
    const auto& apdus = kExample["apdus"];
    const auto text = [&](std::size_t at) { return std::string{apdus[at][1]}; };
    card.expect(text(0), text(1));
    card.expect(text(2), text(3));
    card.expect(text(4), text(5));
    card.expect(text(6), agreementAnswer());
    card.expect(text(7), text(8));
}

TEST(PaceInfo, IsReadFromTheExample) {
    const auto infos = readCardAccess(base::concat({hex("3114"), hex(of("PACEInfo"))}));
    ASSERT_TRUE(infos);
    EXPECT_EQ(*infos, std::vector{brainpool()});
}

TEST(PaceInfo, IsReadFromRealChips) {
    PaceInfo chipMapping = brainpool();
    chipMapping.mapping = Mapping::ChipAuthentication;
    for (const auto& [name, expected] : {std::pair{"EF_CardAccess_AT.bin", std::vector{brainpool()}},
                                         {"EF_CardAccess_DE.bin", std::vector{brainpool(), chipMapping}}}) {
        const auto file = base::readFile(support::testData("icao9303") / name, 4096);
        ASSERT_TRUE(file);
        const auto infos = readCardAccess(*file);
        ASSERT_TRUE(infos) << name;
        EXPECT_EQ(*infos, expected) << name;
        EXPECT_EQ(inOrderOfPreference(*infos).front(), expected.back()) << name;
    }
}

TEST(PaceInfo, KnowsEveryProtocolOfTheStandardByItsNumbers) {
    for (const unsigned parameterId : {0U, 1U, 2U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U, 16U, 17U, 18U})
        for (const auto mapping : {Mapping::Generic, Mapping::Integrated, Mapping::ChipAuthentication})
            for (const auto suite :
                 {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192, CipherSuite::Aes256}) {
                const PaceInfo info{suite, parameterId, mapping};
                const bool chip = mapping == Mapping::ChipAuthentication;
                // 9303-11 4.4.3: chip authentication mapping has neither Diffie-Hellman nor 3DES.
                const bool exists = !chip || (parameterId > 2 && suite != CipherSuite::TripleDes);
                const auto infos = protocolOf(info).empty() ? base::Result<std::vector<PaceInfo>>{base::Fault{
                                                                  base::FailureCode{"access.unsupported-protocol"}}}
                                                            : readCardAccess(offering({info}));
                ASSERT_EQ(infos.ok(), exists) << protocolOf(info) << " " << parameterId;
                if (infos) {
                    EXPECT_EQ(*infos, std::vector{info});
                }
            }
}

TEST(PaceInfo, TriesChipMappingFirstAndTripleDesLast) {
    const PaceInfo weak{CipherSuite::TripleDes, 12}, strong{CipherSuite::Aes256, 12},
        mapping{CipherSuite::Aes128, 12, Mapping::ChipAuthentication};
    EXPECT_EQ(inOrderOfPreference({weak, strong, mapping}), (std::vector{mapping, strong, weak}));
}

TEST(PaceInfo, MarksParametersThatMustBeNamed) {
    const auto infos =
        readCardAccess(offering({{CipherSuite::Aes128, 12}, {CipherSuite::Aes128, 13}, {CipherSuite::Aes256, 16}}));
    ASSERT_TRUE(infos);
    ASSERT_EQ(infos->size(), 3U);
    for (const auto& info : *infos) EXPECT_EQ(info.ambiguous, info.suite == CipherSuite::Aes128);
}

TEST(PaceInfo, RefusesWhatIsDamagedOrUnknown) {
    for (const char* digits : {"", "30", "3114", "3003020102", "310330010A", "310530030C0101"}) {
        const auto infos = readCardAccess(hex(digits));
        ASSERT_FALSE(infos) << digits;
        EXPECT_EQ(infos.refusal().first().code.name(), "lds.malformed") << digits;
    }
    const auto none = readCardAccess(offering({{CipherSuite::Aes128, 19}}));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.refusal().first().code.name(), "access.unsupported-protocol");
}

TEST(Pace, SpeaksAsInAppendixG1) {
    scripted::ReplayedCard card;
    expectRun(card);
    scripted::Randomness random{of("map_IFD_private"), of("eph_IFD_private")};
    auto session = performPace(card, brainpool(), PacePassword::mrz(holder()), random);
    ASSERT_TRUE(session) << session.refusal().first().code.name();
    EXPECT_TRUE(card.finished());
    SecureMessaging expected{sessionKeysFrom(CipherSuite::Aes128, hex(of("shared_secret_K")))};
    const Command select{0, 0xA4, 2, 0x0C, {1, 1}, {}};
    EXPECT_EQ(session->messaging.protect(select).encode(), expected.protect(select).encode());
}

TEST(Pace, DerivesTheKeysOfAppendixG1) {
    const auto password = PacePassword::mrz(holder());
    EXPECT_EQ(upper(password.value.reveal()), of("K"));
    EXPECT_EQ(upper(deriveKey(CipherSuite::Aes128, password.value.reveal(), KeyUse::Password).reveal()), of("K_pi"));
    const auto keys = sessionKeysFrom(CipherSuite::Aes128, hex(of("shared_secret_K")));
    EXPECT_EQ(upper(keys.encryption.reveal()), of("KS_ENC"));
    EXPECT_EQ(upper(keys.authentication.reveal()), of("KS_MAC"));
    EXPECT_EQ(upper(paceToken(brainpool(), keys.authentication.reveal(), point("eph_IC_public"))), of("token_IFD"));
    EXPECT_EQ(upper(paceToken(brainpool(), keys.authentication.reveal(), point("eph_IFD_public"))), of("token_IC"));
}

TEST(Pace, MapsTheNonceOfAppendixG1) {
    const auto curve = base::expected(standardisedGroup(13), "curve");
    const auto shared = curve->multiply(point("map_IC_public"), hex(of("map_IFD_private")));
    ASSERT_TRUE(shared);
    EXPECT_EQ(upper(shared->reveal()), "04" + of("shared_secret_H"));
    const auto masked = curve->multiply(curve->generator(), hex(of("nonce_s")));
    ASSERT_TRUE(masked);
    EXPECT_EQ(upper(base::expected(curve->add(masked->reveal(), shared->reveal()), "sum").reveal()),
              "04" + of("mapped_generator"));
}

TEST(PiccPace, AnswersAsTheChipOfAppendixG1) {
    scripted::Randomness random{of("nonce_s"), of("map_IC_private"), of("eph_IC_private")};
    PiccPace chip{
        brainpool(), base::expected(standardisedGroup(13), "curve"), base::SecretBytes{hex(of("K"))}, {}, random};
    EXPECT_EQ(upper(chip.encryptedNonce()), of("encrypted_nonce_z"));
    EXPECT_EQ(upper(base::expected(chip.map(point("map_IFD_public")), "map")), "04" + of("map_IC_public"));
    EXPECT_EQ(upper(base::expected(chip.agree(point("eph_IFD_public")), "agree")), "04" + of("eph_IC_public"));
    EXPECT_EQ(upper(base::expected(chip.authenticate(hex(of("token_IFD"))), "token")), of("token_IC"));
    EXPECT_EQ(upper(chip.takeKeys().encryption.reveal()), of("KS_ENC"));
}

TEST(Pace, RefusesAFalseToken) {
    scripted::ReplayedCard card;
    const auto& apdus = kExample["apdus"];
    for (const std::size_t at : {0UL, 2UL, 4UL}) card.expect(std::string{apdus[at][1]}, std::string{apdus[at + 1][1]});
    card.expect(std::string{apdus[6][1]}, agreementAnswer());
    card.expect(std::string{apdus[7][1]}, "7C0A86083ABB9674BCE93C099000");
    scripted::Randomness random{of("map_IFD_private"), of("eph_IFD_private")};
    const auto session = performPace(card, brainpool(), PacePassword::mrz(holder()), random);
    ASSERT_FALSE(session);
    EXPECT_EQ(session.refusal().first().code.name(), "access.chip-not-authentic");
}

TEST(Pace, RefusesAPointOffTheCurveAndAMirroredKey) {
    const auto& apdus = kExample["apdus"];
    scripted::ReplayedCard off;
    for (const std::size_t at : {0UL, 2UL}) off.expect(std::string{apdus[at][1]}, std::string{apdus[at + 1][1]});
    auto bad = std::string{apdus[5][1]};
    bad[20] = bad[20] == '0' ? '1' : '0';
    off.expect(std::string{apdus[4][1]}, bad);
    scripted::Randomness first{of("map_IFD_private"), of("eph_IFD_private")};
    const auto refused = performPace(off, brainpool(), PacePassword::mrz(holder()), first);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().first().code.name(), "access.bad-point");

    scripted::ReplayedCard mirror;
    for (const std::size_t at : {0UL, 2UL, 4UL})
        mirror.expect(std::string{apdus[at][1]}, std::string{apdus[at + 1][1]});
    mirror.expect(std::string{apdus[6][1]}, "7C43844104" + of("eph_IFD_public") + "9000");
    scripted::Randomness second{of("map_IFD_private"), of("eph_IFD_private")};
    const auto mirrored = performPace(mirror, brainpool(), PacePassword::mrz(holder()), second);
    ASSERT_FALSE(mirrored);
    EXPECT_EQ(mirrored.refusal().first().code.name(), "access.chip-not-authentic");
}

}  // namespace
}  // namespace chip
