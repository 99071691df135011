// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "base/tlv.hpp"
#include "chip/access/bac.hpp"
#include "chip/access/chip_authentication.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/access/pace.hpp"
#include "chip/access/terminal_authentication.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/simulator/personalised_chip.hpp"
#include "tests/chip/support/chip_keys.hpp"
#include "tests/chip/support/cv_authority.hpp"

/// Chip and terminal authentication: the inspection system's side against the simulated chip's.
namespace chip {
namespace {

using testing::CvHolder;
using testing::CvScheme;

constexpr FileId kDg1 = 0x0101, kDg3 = 0x0103, kDg4 = 0x0104, kDg14 = 0x010E;

std::string codeOf(const base::Outcome& outcome) { return outcome ? "" : outcome.refusal().first().code.name(); }

enum class By { Bac, Pace };

support::ChipContent contentWith(const std::vector<std::pair<testing::ChipKeyPair, unsigned>>& keys, int suite) {
    support::ChipContent content;
    content.files[kDg1] = support::fileOfSize(300);
    std::vector<base::Bytes> infos;
    for (const auto& [key, id] : keys) {
        const auto keyId = keys.size() > 1 ? std::optional{id} : std::nullopt;
        infos.push_back(testing::chipAuthenticationInfo(key, suite, keyId));
        infos.push_back(testing::chipPublicKeyInfo(key, keyId));
        content.puts[static_cast<std::uint16_t>((keyId ? id : 0) << 8 | 0x63)] = key.putData;
    }
    content.files[kDg14] = testing::dg14Of(std::move(infos));
    return content;
}

std::unique_ptr<SimulatedChip> lockedChip(const support::ChipContent& content, ChipMake make = {}) {
    auto chip = std::make_unique<SimulatedChip>(make);
    support::personalise(*chip, content);
    return chip;
}

std::unique_ptr<SecuredCard> open(Card& card, By protocol = By::Pace) {
    auto session = protocol == By::Bac
                       ? performBac(card, support::holderKey())
                       : performPace(card, {CipherSuite::Aes128, 13}, PacePassword::mrz(support::holderKey()));
    EXPECT_TRUE(session);
    auto secured = std::make_unique<SecuredCard>(card, std::move(session).value());
    if (protocol == By::Pace) {
        EXPECT_TRUE(selectApplication(*secured));
    }
    return secured;
}

std::vector<ChipAuthenticationOffer> offersOf(Card& card) {
    const auto file = base::expected(readFile(card, kDg14), "EF.DG14");
    return chipAuthenticationOffers(base::expected(lds::decodeDg14(file), "EF.DG14").content);
}

TEST(ExtendedAccess, AuthenticatesTheChipWithEveryCipherAfterBacAndAfterPace) {
    const std::pair<testing::ChipKeyPair, unsigned> keys[] = {
        {testing::newCurveKey("prime256v1"), 0},      {testing::newCurveKey("brainpoolP256r1"), 0},
        {testing::newCurveKey("secp384r1"), 0},       {testing::newCurveKey("brainpoolP384r1"), 0},
        {testing::newCurveKey("brainpoolP512r1"), 0}, {testing::newStandardisedKey(0), 0},
        {testing::newStandardisedKey(2), 0}};
    for (const auto& key : keys)
        for (int suite = 1; suite <= 4; ++suite) {
            const auto chip = lockedChip(contentWith({key}, suite));
            for (const auto protocol : {By::Bac, By::Pace}) {
                const auto secured = open(*chip, protocol);
                const auto offers = offersOf(*secured);
                ASSERT_EQ(offers.size(), 1U);
                const auto done = authenticateChip(*secured, offers.front());
                ASSERT_TRUE(done) << codeOf(done) << " " << offers.front().protocol;
                EXPECT_EQ(base::expected(readFile(*secured, kDg1), "EF.DG1"), support::fileOfSize(300));
                EXPECT_FALSE(secured->session().terminalKey.empty());
                chip->reset();
            }
        }
}

TEST(ExtendedAccess, NamesTheKeyWhereTheChipHasSeveral) {
    const auto first = testing::newCurveKey("prime256v1"), second = testing::newCurveKey("secp384r1");
    const auto chip = lockedChip(contentWith({{first, 1}, {second, 7}}, 2));
    for (std::size_t at = 0; at < 2; ++at) {
        chip->reset();
        const auto secured = open(*chip);
        auto offers = offersOf(*secured);
        ASSERT_EQ(offers.size(), 2U);
        ASSERT_TRUE(authenticateChip(*secured, offers[at]));
        EXPECT_TRUE(readFile(*secured, kDg1));
        offers[at].chipKey.keyId.reset();
        EXPECT_EQ(codeOf(authenticateChip(*secured, offers[at])), "access.unexpected-status");
        EXPECT_TRUE(readFile(*secured, kDg1)) << "the session is as it was";
    }
}

TEST(ExtendedAccess, FindsAChipThatDoesNotHoldItsKey) {
    for (const int suite : {1, 4}) {
        auto content = contentWith({{testing::newCurveKey("prime256v1"), 0}}, suite);
        content.puts[0x0063] = testing::newCurveKey("prime256v1").putData;
        const auto chip = lockedChip(content);
        const auto secured = open(*chip);
        ASSERT_TRUE(authenticateChip(*secured, offersOf(*secured).front()));
        const auto read = readFile(*secured, kDg1);
        EXPECT_FALSE(read);
    }
}

TEST(ExtendedAccess, ChainsOrExtendsWhatDoesNotFitAsTheChipTakesIt) {
    for (const auto& make : {ChipMake{200000, 255, 256}, ChipMake{200000, 2000, 2000}}) {
        const auto chip = lockedChip(contentWith({{testing::newStandardisedKey(1), 0}}, 3), make);
        const auto secured = open(*chip);
        ASSERT_TRUE(authenticateChip(*secured, offersOf(*secured).front()));
        EXPECT_TRUE(readFile(*secured, kDg1));
    }
}

TEST(ExtendedAccess, ProvesTheChipWithinPaceByMapping) {
    for (const char* curve : {"prime256v1", "brainpoolP256r1", "secp384r1", "brainpoolP384r1"}) {
        const std::map<std::string, unsigned> ids{
            {"prime256v1", 12}, {"brainpoolP256r1", 13}, {"secp384r1", 15}, {"brainpoolP384r1", 16}};
        for (const auto suite : {CipherSuite::Aes128, CipherSuite::Aes192, CipherSuite::Aes256}) {
            const unsigned id = ids.at(curve);
            const PaceInfo info{suite, id, Mapping::ChipAuthentication};
            const auto key = testing::newStandardisedKey(id);
            support::ChipContent content{{info}, {{kDg1, support::fileOfSize(300)}}, {}};
            content.puts[static_cast<std::uint16_t>(id << 8 | 0x63)] = key.putData;
            const auto chip = lockedChip(content);
            auto session = performPace(*chip, info, PacePassword::can(support::kCan));
            ASSERT_TRUE(session) << session.refusal().first().code.name();
            ASSERT_TRUE(session->mappingProof);
            EXPECT_TRUE(checkChipMapping(*session->mappingProof,
                                         base::expected(readAgreementKey(key.subjectPublicKeyInfo), "key")));
            const auto another = testing::newStandardisedKey(id);
            EXPECT_EQ(codeOf(checkChipMapping(*session->mappingProof,
                                              base::expected(readAgreementKey(another.subjectPublicKeyInfo), "key"))),
                      "access.chip-not-authentic");
            SecuredCard secured{*chip, std::move(session).value()};
            ASSERT_TRUE(selectApplication(secured));
            EXPECT_TRUE(readFile(secured, kDg1));
        }
    }
}

TEST(ExtendedAccess, OpensByEveryMappingAndGroup) {
    for (const unsigned id : {0U, 1U, 2U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U, 16U, 17U, 18U})
        for (const auto mapping : {Mapping::Generic, Mapping::Integrated})
            for (const auto suite : {CipherSuite::TripleDes, CipherSuite::Aes192}) {
                if (id == 10 && mapping == Mapping::Integrated) continue;  // 9303-11 table 12
                const PaceInfo info{suite, id, mapping};
                const auto chip = lockedChip({{info}, {{kDg1, support::fileOfSize(300)}}, {}});
                auto session = performPace(*chip, info, PacePassword::mrz(support::holderKey()));
                ASSERT_TRUE(session) << protocolOf(info) << " " << id << session.refusal().first().code.name();
                SecuredCard secured{*chip, std::move(session).value()};
                ASSERT_TRUE(selectApplication(secured));
                EXPECT_TRUE(readFile(secured, kDg1));
                const auto wrong = performPace(*chip, info, PacePassword::can("000000"));
                ASSERT_FALSE(wrong);
                EXPECT_EQ(wrong.refusal().first().code.name(), "access.wrong-password") << protocolOf(info);
            }
}

/// A chip with fingerprints and irises behind terminal authentication, and those who may open it.
class TerminalAuthentication : public ::testing::Test {
   protected:
    static constexpr std::uint8_t kBoth = kMayReadFingerprints | kMayReadIrises;

    void make(const CvScheme& scheme = {}, std::uint8_t terminalRights = kBoth) {
        m_scheme = scheme;
        m_authority.emplace("GTCVCA00001", CvRole::Authority, kBoth, scheme);
        m_verifier.emplace("GTDVGOB00001", CvRole::DomesticVerifier, kBoth, scheme);
        m_terminal.emplace("GTISAER00001", CvRole::Terminal, terminalRights, scheme);
        auto content = contentWith({{testing::newCurveKey("brainpoolP256r1"), 0}}, 2);
        content.files[kDg3] = support::fileOfSize(2000);
        content.files[kDg4] = support::fileOfSize(900);
        content.files[0x011C] = encodeAuthorityReferences({m_authority->name()});
        content.puts[0x0064] = m_authority->certify(*m_authority, "260101", "290101").whole;
        m_chip = lockedChip(content, {300000, 255, 256});
    }
    [[nodiscard]] TerminalCredentials credentials(std::string_view verifierUntil = "270201") const {
        return {{m_verifier->certify(*m_terminal, "261120", "261220"),
                 m_authority->certify(*m_verifier, "261101", verifierUntil)},
                m_terminal->privateKey().clone()};
    }
    /// Opens the chip as far as chip authentication.
    std::unique_ptr<SecuredCard> authenticated(By protocol = By::Pace) {
        m_chip->reset();
        auto secured = open(*m_chip, protocol);
        EXPECT_TRUE(authenticateChip(*secured, offersOf(*secured).front()));
        return secured;
    }
    static std::vector<std::string> authoritiesOf(Card& card) {
        const auto file = base::expected(readFileOfSize(card, 0x011C, 36), "EF.CVCA");
        return base::expected(readAuthorityReferences(file), "EF.CVCA");
    }
    static bool readable(Card& card, FileId file) { return readFile(card, file).ok(); }

    CvScheme m_scheme;
    std::optional<CvHolder> m_authority, m_verifier, m_terminal;
    std::unique_ptr<SimulatedChip> m_chip;
};

TEST_F(TerminalAuthentication, OpensFingerprintsAndIrisesAfterBacAndAfterPace) {
    for (const auto& scheme :
         {CvScheme{}, CvScheme{"brainpoolP384r1", 4}, CvScheme{"rsa", 4}, CvScheme{"rsa", 6, 3072}}) {
        make(scheme);
        for (const auto protocol : {By::Bac, By::Pace}) {
            const auto card = authenticated(protocol);
            EXPECT_FALSE(readable(*card, kDg3));
            EXPECT_FALSE(readable(*card, kDg4));
            const auto done = authenticateTerminal(*card, credentials(), authoritiesOf(*card));
            ASSERT_TRUE(done) << codeOf(done) << scheme.group << scheme.arc;
            EXPECT_EQ(base::expected(readFile(*card, kDg3), "EF.DG3"), support::fileOfSize(2000));
            EXPECT_EQ(base::expected(readFile(*card, kDg4), "EF.DG4"), support::fileOfSize(900));
            EXPECT_TRUE(readable(*card, kDg1));
        }
    }
}

TEST_F(TerminalAuthentication, GivesOnlyTheRightsOfTheWholeChain) {
    make({}, kMayReadIrises);
    const auto card = authenticated();
    ASSERT_TRUE(authenticateTerminal(*card, credentials(), authoritiesOf(*card)));
    EXPECT_FALSE(readable(*card, kDg3));
    EXPECT_TRUE(readable(*card, kDg4));
}

TEST_F(TerminalAuthentication, NeedsChipAuthenticationFirst) {
    make();
    const auto card = open(*m_chip);
    EXPECT_EQ(codeOf(authenticateTerminal(*card, credentials(), authoritiesOf(*card))), "ta.no-chip-authentication");
}

TEST_F(TerminalAuthentication, IsAcceptedOnceInASession) {
    make();
    const auto card = authenticated();
    ASSERT_TRUE(authenticateTerminal(*card, credentials(), authoritiesOf(*card)));
    EXPECT_TRUE(readable(*card, kDg3));
    const auto again = authenticateTerminal(*card, credentials(), authoritiesOf(*card));
    EXPECT_EQ(codeOf(again), "ta.refused");
    EXPECT_TRUE(readable(*card, kDg3)) << "secure messaging and rights stay";
    ASSERT_TRUE(authenticateChip(*card, offersOf(*card).front()));
    EXPECT_FALSE(readable(*card, kDg3)) << "rights belong to the keys under which they were proven";
}

TEST_F(TerminalAuthentication, IsRefusedWithAnotherKeyAndTheSessionStays) {
    make();
    const auto card = authenticated();
    auto stolen = credentials();
    stolen.privateKey = CvHolder{"GTISAER00001", CvRole::Terminal, kBoth}.privateKey().clone();
    EXPECT_EQ(codeOf(authenticateTerminal(*card, stolen, authoritiesOf(*card))), "ta.refused");
    EXPECT_FALSE(readable(*card, kDg3));
    EXPECT_TRUE(readable(*card, kDg1));
}

TEST_F(TerminalAuthentication, IsRefusedWithForeignCertificates) {
    make();
    const auto card = authenticated();
    const CvHolder impostor{"GTCVCA00001", CvRole::Authority, kBoth};
    auto forged = credentials();
    forged.certificates[1] = impostor.certify(*m_verifier, "261101", "270201");
    const auto refused = authenticateTerminal(*card, forged, authoritiesOf(*card));
    ASSERT_FALSE(refused);
    EXPECT_EQ(codeOf(refused), "ta.refused");
    EXPECT_EQ(codeOf(authenticateTerminal(*card, credentials(), {"XXCVCA00001"})), "ta.no-chain");
}

TEST_F(TerminalAuthentication, TeachesTheChipTheDayAndThenExpiredCertificatesFail) {
    make();
    const auto later = m_authority->certify(CvHolder{"GTDVGOB00002", CvRole::DomesticVerifier, 0}, "270301", "280101");
    auto card = authenticated();
    ASSERT_TRUE(authenticateTerminal(*card, credentials(), authoritiesOf(*card)));
    // Another terminal shows a verifier's certificate of a later day, which the chip believes and keeps.
    card = authenticated();
    EXPECT_EQ(card->transmit({0, 0x22, 0x81, 0xB6, base::tlv::encode(0x83, base::bytesOf(later.authority)), {}}).status,
              0x9000);
    EXPECT_EQ(card->transmit(
                      {0, 0x2A, 0x00, 0xBE, base::concat({later.body, base::tlv::encode(0x5F37, later.signature)}), {}})
                  .status,
              0x9000);
    const auto kept = SimulatedChip::fromMemory(m_chip->memory().reveal());
    auto secured = open(*kept);
    ASSERT_TRUE(authenticateChip(*secured, offersOf(*secured).front()));
    EXPECT_EQ(codeOf(authenticateTerminal(*secured, credentials("270201"), authoritiesOf(*secured))), "ta.refused");
}

TEST_F(TerminalAuthentication, FollowsTheAuthorityAcrossItsLinks) {
    make();
    const CvHolder second{"GTCVCA00002", CvRole::Authority, kBoth, m_scheme},
        third{"GTCVCA00003", CvRole::Authority, kBoth, m_scheme};
    auto renewed = credentials();
    renewed.certificates = {m_verifier->certify(*m_terminal, "261120", "261220"),
                            third.certify(*m_verifier, "261110", "270201"), second.certify(third, "261001", "290601"),
                            m_authority->certify(second, "260601", "290301")};
    auto card = authenticated();
    const auto done = authenticateTerminal(*card, renewed, authoritiesOf(*card));
    ASSERT_TRUE(done) << codeOf(done);
    EXPECT_TRUE(readable(*card, kDg3));
    EXPECT_EQ(authoritiesOf(*card), (std::vector<std::string>{"GTCVCA00003", "GTCVCA00002"}));
    card = authenticated();
    EXPECT_TRUE(authenticateTerminal(*card, renewed, authoritiesOf(*card))) << "now without the links";
    card = authenticated();
    EXPECT_EQ(codeOf(authenticateTerminal(*card, credentials(), {"GTCVCA00001"})), "ta.refused")
        << "the first authority is no trust point any more";
}

}  // namespace
}  // namespace chip
