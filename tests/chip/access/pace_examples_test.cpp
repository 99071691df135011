// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/der.hpp"
#include "base/tlv.hpp"
#include "chip/access/nonce_mapping.hpp"
#include "chip/access/pace.hpp"
#include "chip/simulator/picc_pace.hpp"
#include "tests/chip/access/scripted.hpp"

/// Appendices G.2, H.1, H.2 and I.1 of 9303-11, each side alone. The examples' passwords are not all printed, so the
/// nonces are encrypted anew under one of our own.
namespace chip {
namespace {

using scripted::hex;
using scripted::upper;
namespace tlv = base::tlv;

struct Example {
    const char* file;
    PaceInfo info;
};
const Example kExamples[] = {
    {"9303-11_G2_DH_GM.json", {CipherSuite::Aes128, 0}},
    {"9303-11_H1_ECDH_IM.json", {CipherSuite::Aes128, 13, Mapping::Integrated}},
    {"9303-11_H2_DH_IM.json", {CipherSuite::Aes128, 0, Mapping::Integrated}},
    {"9303-11_I1_ECDH_CAM.json", {CipherSuite::Aes128, 13, Mapping::ChipAuthentication}},
};

class PaceExample : public testing::TestWithParam<Example> {
   protected:
    [[nodiscard]] std::string of(const std::string& name) const { return m_values[name]; }
    [[nodiscard]] bool has(const std::string& name) const { return m_values.contains(name); }
    /// The scalar, reduced where the example's is longer than the group's order.
    [[nodiscard]] std::string scalar(const std::string& name) const {
        return has(name + "_mod_q") ? of(name + "_mod_q") : of(name);
    }
    [[nodiscard]] base::Bytes element(const std::string& name) const {
        const bool point = info().agreement() == KeyAgreement::Ecdh;
        return hex((point ? "04" : "") + of(name));
    }
    [[nodiscard]] const PaceInfo& info() const { return GetParam().info; }
    [[nodiscard]] bool integrated() const { return info().mapping == Mapping::Integrated; }
    [[nodiscard]] KeyGroupPtr group() const { return base::expected(standardisedGroup(info().parameterId), "group"); }
    [[nodiscard]] static PacePassword password() { return PacePassword::can("314159"); }
    [[nodiscard]] std::string encryptedNonce() const {
        const auto key = deriveKey(info().suite, password().value.reveal(), KeyUse::Password);
        return upper(encryptCbc(info().suite, key.reveal(), base::Bytes(16, 0), hex(of("nonce_s"))).reveal());
    }
    /// Command and answer of one step, the answer with further objects where the example has them.
    static void expectStep(scripted::ReplayedCard& card, std::uint8_t cla, tlv::Tag out, const base::Bytes& sent,
                           const base::Bytes& objects) {
        const auto inner = out == 0 ? base::Bytes{} : tlv::encode(out, sent);
        const Command command{cla, 0x86, 0, 0, tlv::encode(0x7C, inner), 256};
        card.expect(upper(command.encode()), upper(tlv::encode(0x7C, objects)) + "9000");
    }
    [[nodiscard]] base::Bytes lastObjects() const {
        auto objects = tlv::encode(0x86, hex(of("token_IC")));
        if (has("authority_in_answer")) base::append(objects, tlv::encode(0x87, hex(of("authority_in_answer"))));
        if (has("encrypted_chip_data")) base::append(objects, tlv::encode(0x8A, hex(of("encrypted_chip_data"))));
        return objects;
    }
    void expectRun(scripted::ReplayedCard& card) const {
        const auto oid = upper(protocolOctetsOf(info()));
        card.expect("0022C1A40F800A" + oid + "830102", "9000");
        expectStep(card, 0x10, 0, {}, tlv::encode(0x80, hex(encryptedNonce())));
        if (integrated())
            expectStep(card, 0x10, 0x81, hex(of("nonce_t")), tlv::encode(0x82, base::Bytes{}));
        else
            expectStep(card, 0x10, 0x81, element("map_IFD_public"), tlv::encode(0x82, element("map_IC_public")));
        expectStep(card, 0x10, 0x83, element("eph_IFD_public"), tlv::encode(0x84, element("eph_IC_public")));
        expectStep(card, 0x00, 0x85, hex(of("token_IFD")), lastObjects());
    }
    [[nodiscard]] scripted::Randomness terminalsRandomness() const {
        return {integrated() ? of("nonce_t") : of("map_IFD_private"), scalar("eph_IFD_private")};
    }

   private:
    nlohmann::json m_values = scripted::example(GetParam().file);
};

TEST_P(PaceExample, IsSpokenByTheTerminal) {
    scripted::ReplayedCard card;
    expectRun(card);
    auto random = terminalsRandomness();
    auto session = performPace(card, info(), password(), random);
    ASSERT_TRUE(session) << session.refusal().first().code.name();
    EXPECT_TRUE(card.finished());
    SecureMessaging expected{{CipherSuite::Aes128, base::SecretBytes{hex(of("KS_ENC"))},
                              base::SecretBytes{hex(of("KS_MAC"))}, base::Bytes(16, 0)}};
    const Command select{0, 0xA4, 2, 0x0C, {1, 1}, {}};
    EXPECT_EQ(session->messaging.protect(select).encode(), expected.protect(select).encode());
    EXPECT_EQ(session->chipIdentifier, group()->compress(element("eph_IC_public")));
    EXPECT_EQ(session->mappingProof.has_value(), info().mapping == Mapping::ChipAuthentication);
    EXPECT_EQ(session->authorities.size(), has("authority_in_answer") ? 1U : 0U);
}

TEST_P(PaceExample, IsSpokenByTheChip) {
    std::vector<std::string> drawn{of("nonce_s")};
    if (!integrated()) drawn.push_back(of("map_IC_private"));
    drawn.push_back(scalar("eph_IC_private"));
    scripted::Randomness random{drawn};
    auto chipKey =
        has("chip_private_derived") ? base::SecretBytes{hex(of("chip_private_derived"))} : base::SecretBytes{};
    PiccPace chip{info(), group(), password().value.clone(), std::move(chipKey), random};
    EXPECT_EQ(upper(chip.encryptedNonce()), encryptedNonce());
    const auto mapped = chip.map(integrated() ? hex(of("nonce_t")) : element("map_IFD_public"));
    ASSERT_TRUE(mapped);
    EXPECT_EQ(*mapped, integrated() ? base::Bytes{} : element("map_IC_public"));
    EXPECT_EQ(base::expected(chip.agree(element("eph_IFD_public")), "agree"), element("eph_IC_public"));
    EXPECT_EQ(upper(base::expected(chip.authenticate(hex(of("token_IFD"))), "token")), of("token_IC"));
    EXPECT_EQ(upper(chip.encryptedChipData()), has("encrypted_chip_data") ? of("encrypted_chip_data") : "");
    const auto keys = chip.takeKeys();
    EXPECT_EQ(upper(keys.encryption.reveal()), of("KS_ENC"));
    EXPECT_EQ(upper(keys.authentication.reveal()), of("KS_MAC"));
}

TEST_P(PaceExample, MapsToThePrintedGenerator) {
    const auto nonce = hex(of("nonce_s"));
    const auto generator = integrated() ? mapIntegrated(*group(), info().suite, nonce, hex(of("nonce_t")))
                                        : mapGenerically(*group(), nonce, element("shared_secret_H"));
    ASSERT_TRUE(generator);
    EXPECT_EQ(upper(generator->reveal()), upper(element("mapped_generator")));
    if (integrated()) {
        EXPECT_EQ(upper(pseudoRandom(info().suite, group()->fieldBits(), nonce, hex(of("nonce_t"))).reveal()),
                  of("pseudo_random_R"));
    }
}

TEST_P(PaceExample, FailsWhenAnyAnswerIsAltered) {
    const auto tampered = [&](std::string_view what) {
        scripted::ReplayedCard card;
        const auto oid = upper(protocolOctetsOf(info()));
        card.expect("0022C1A40F800A" + oid + "830102", "9000");
        expectStep(card, 0x10, 0, {}, tlv::encode(0x80, hex(encryptedNonce())));
        if (integrated())
            expectStep(card, 0x10, 0x81, hex(of("nonce_t")), tlv::encode(0x82, base::Bytes{}));
        else
            expectStep(card, 0x10, 0x81, element("map_IFD_public"), tlv::encode(0x82, element("map_IC_public")));
        auto key = element("eph_IC_public"), token = hex(of("token_IC"));
        (what == "key" ? key : token).back() ^= 0x01;
        expectStep(card, 0x10, 0x83, element("eph_IFD_public"), tlv::encode(0x84, key));
        expectStep(card, 0x00, 0x85, hex(of("token_IFD")), tlv::encode(0x86, token));
        auto random = terminalsRandomness();
        const auto session = performPace(card, info(), password(), random);
        return session ? std::string{"opened"} : session.refusal().first().code.name();
    };
    EXPECT_EQ(tampered("key"), "access.bad-point");
    EXPECT_EQ(tampered("token"), "access.chip-not-authentic");
}

INSTANTIATE_TEST_SUITE_P(OfAppendices, PaceExample, testing::ValuesIn(kExamples),
                         [](const auto& example) { return std::string{example.param.file}.substr(8, 2); });

TEST(ChipMapping, OfAppendixI1ProvesTheKeyOfCardSecurity) {
    const auto values = scripted::example("9303-11_I1_ECDH_CAM.json");
    const auto info = hex(std::string{values["ChipAuthenticationPublicKeyInfo"]});
    const auto sequence = base::expected(tlv::readFirst(info), "info");
    const auto parts = base::expected(tlv::readAll(sequence.value), "info");
    const auto key = base::expected(readAgreementKey(parts.at(1).whole), "key");
    ChipMappingProof proof{13, hex("04" + std::string{values["map_IC_public"]}),
                           base::SecretBytes{hex(std::string{values["chip_data"]})}};
    EXPECT_TRUE(checkChipMapping(proof, key));
    proof.chipData.revealForWriting()[31] ^= 0x01;
    const auto false1 = checkChipMapping(proof, key);
    ASSERT_FALSE(false1);
    EXPECT_EQ(false1.refusal().first().code.name(), "access.chip-not-authentic");
    proof.parameterId = 12;
    EXPECT_FALSE(checkChipMapping(proof, key));
}

}  // namespace
}  // namespace chip
