// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/bac.hpp"

#include <gtest/gtest.h>

#include "tests/chip/access/scripted.hpp"

namespace chip {
namespace {

using scripted::hex;
using scripted::upper;

const auto kExample = scripted::example("9303-11_D_BAC.json");
constexpr const char* kSelectApplication = "00A4040C07A0000002471001";

std::string of(const char* name) { return kExample[name]; }

MrzKey specimen() { return MrzKey::of("L898902C<", "690806", "940623"); }

void expectUpToAuthentication(scripted::ReplayedCard& card) {
    card.expect(kSelectApplication, "9000");
    card.expect("0084000008", of("RND_IC") + "9000");
}

TEST(MrzInformation, IsThatOfAppendixD) {
    EXPECT_EQ(base::textOf(mrzInformation(specimen()).reveal()), of("MRZ_information"));
    EXPECT_EQ(base::textOf(mrzInformation(MrzKey::of("L898902C", "690806", "940623")).reveal()), of("MRZ_information"));
}

TEST(MrzInformation, TakesLongDocumentNumbersWhole) {
    const auto& other = kExample["other_MRZ_information"][0];
    const auto key = MrzKey::of(std::string{other["document_number"]}, "340712", "950712");
    EXPECT_EQ(base::textOf(mrzInformation(key).reveal()), std::string{other["MRZ_information"]});
}

TEST(BacKeys, AreThoseOfAppendixD) {
    const auto seed = mrzSeed(specimen());
    EXPECT_EQ(upper(seed.reveal()), of("SHA1"));
    const auto keys = bacKeysFrom(seed.reveal());
    EXPECT_EQ(upper(keys.encryption.reveal()), of("K_ENC"));
    EXPECT_EQ(upper(keys.authentication.reveal()), of("K_MAC"));
}

TEST(BacKeys, LeadToTheSessionOfAppendixD) {
    const auto keys = bacSessionKeys(hex(of("K_IFD")), hex(of("K_IC")), hex(of("RND_IFD")), hex(of("RND_IC")));
    EXPECT_EQ(upper(keys.encryption.reveal()), of("KS_ENC"));
    EXPECT_EQ(upper(keys.authentication.reveal()), of("KS_MAC"));
    EXPECT_EQ(upper(keys.counter), of("SSC"));
}

TEST(Bac, SpeaksAsInAppendixD) {
    scripted::ReplayedCard card;
    expectUpToAuthentication(card);
    card.expect(of("external_authenticate_command"), of("E_IC") + of("M_IC") + "9000");
    scripted::Randomness random{of("RND_IFD"), of("K_IFD")};
    const auto session = performBac(card, specimen(), random);
    ASSERT_TRUE(session) << session.refusal().first().code.name();
    EXPECT_TRUE(card.finished());
    EXPECT_EQ(session->course.last(), Exchange::ExternalAuthenticate);
}

TEST(Bac, RefusesAChipWhoseAnswerIsNotAuthentic) {
    scripted::ReplayedCard card;
    expectUpToAuthentication(card);
    card.expect(of("external_authenticate_command"), of("E_IC") + "2F2D235D074D7448" + "9000");
    scripted::Randomness random{of("RND_IFD"), of("K_IFD")};
    const auto session = performBac(card, specimen(), random);
    ASSERT_FALSE(session);
    EXPECT_EQ(session.refusal().first().code.name(), "access.chip-not-authentic");
}

TEST(Bac, TellsAWrongMrzFromOtherRefusals) {
    for (const auto& [status, code] :
         {std::pair{"6300", "access.wrong-password"}, {"6985", "access.unexpected-status"}}) {
        scripted::ReplayedCard card;
        expectUpToAuthentication(card);
        card.expect(of("external_authenticate_command"), status);
        scripted::Randomness random{of("RND_IFD"), of("K_IFD")};
        const auto session = performBac(card, specimen(), random);
        ASSERT_FALSE(session);
        EXPECT_EQ(session.refusal().first().code.name(), code);
    }
}

}  // namespace
}  // namespace chip
