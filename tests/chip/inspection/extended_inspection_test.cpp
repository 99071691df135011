// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/tlv.hpp"
#include "chip/inspection/card_security.hpp"
#include "chip/inspection/inspect_chip.hpp"
#include "chip/lds/com.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "signing/cms/signed_data_writer.hpp"
#include "tests/chip/simulator/personalised_chip.hpp"
#include "tests/chip/support/chip_keys.hpp"
#include "tests/chip/support/cv_authority.hpp"
#include "tests/chip/support/specimen.hpp"
#include "tests/chip/support/torn_card.hpp"

/// Whole inspections of chips with chip authentication, its mapping, and data behind terminal authentication.
namespace chip {
namespace {

using lds::File;
using testing::CvHolder;

constexpr std::uint8_t kBoth = kMayReadFingerprints | kMayReadIrises;
const PaceInfo kGeneric{CipherSuite::Aes128, 13};
const PaceInfo kMapping{CipherSuite::Aes128, 13, Mapping::ChipAuthentication};

class ExtendedInspection : public ::testing::Test {
   protected:
    static void SetUpTestSuite() { s_house = std::make_unique<signing::testing::House>(); }
    static void TearDownTestSuite() { s_house.reset(); }
    static const signing::testing::House& house() { return *s_house; }
    static signing::PathQuestion trust() { return {house().anchors, house().clock.now()}; }

    /// A document whose EF.DG14 holds the infos; fingerprints and irises with a terminal's authority.
    static support::ChipContent documentWith(std::vector<PaceInfo> pace, std::vector<base::Bytes> infos) {
        auto specimen = testing::specimen(house(), testing::Access::BacOnly, testing::Originality::None);
        const auto cardAccess = support::cardAccess(pace);
        for (const auto& offer : base::expected(lds::decodeCardAccess(cardAccess), "EF.CardAccess").content.all)
            infos.push_back(offer.octets);
        specimen.files[File::Dg14] = testing::dg14Of(std::move(infos));
        specimen.files[File::Dg3] = base::tlv::encode(0x63, base::Bytes(1500, 0x33));
        specimen.files[File::Dg4] = base::tlv::encode(0x76, base::Bytes(700, 0x44));
        testing::seal(specimen, house());
        support::ChipContent content;
        content.pace = std::move(pace);
        for (const auto& [file, octets] : specimen.files) content.files[lds::entryOf(file).identifier] = octets;
        return content;
    }
    static base::Bytes cardSecurity(std::vector<base::Bytes> infos, const signing::testing::House& signer = house()) {
        const auto set = base::der::setOf(std::move(infos));
        const signing::SigningIdentity identity{*signer.keys, signer.signerKey, signer.documentSignerCertificate};
        return signing::SignedDataWriter{identity, base::DigestAlgorithm::Sha256, "0.4.0.127.0.7.3.2.1"}.write({set});
    }
    static std::unique_ptr<SimulatedChip> chipOf(const support::ChipContent& content) {
        auto chip = std::make_unique<SimulatedChip>();
        support::personalise(*chip, content);
        return chip;
    }
    static InspectionKeys keys(const TerminalCredentials* terminal = nullptr) {
        return {support::holderKey(), std::nullopt, terminal};
    }
    static std::string reasonOf(const ChipInspection& found, Check check) {
        const auto* const verdict = found.find(check);
        return verdict == nullptr || verdict->reasons.empty() ? "" : verdict->reasons.front().code.name();
    }

    /// A chip with chip authentication and an authority that a terminal's certificates come from.
    support::ChipContent extendedDocument() {
        const auto key = testing::newCurveKey("brainpoolP256r1");
        auto content =
            documentWith({kGeneric}, {testing::chipAuthenticationInfo(key, 3), testing::chipPublicKeyInfo(key)});
        content.puts[0x0063] = key.putData;
        content.files[0x011C] = encodeAuthorityReferences({m_authority.name()});
        content.puts[0x0064] = m_authority.certify(m_authority, "260101", "290101").whole;
        return content;
    }
    [[nodiscard]] TerminalCredentials credentials(std::uint8_t rights = kBoth) const {
        const CvHolder terminal{"GTISAER00001", CvRole::Terminal, rights};
        return {{m_authority.certify(m_verifier, "261101", "270201"), m_verifier.certify(terminal, "261120", "261220")},
                terminal.privateKey().clone()};
    }

    CvHolder m_authority{"GTCVCA00001", CvRole::Authority, kBoth};
    CvHolder m_verifier{"GTDVGOB00001", CvRole::DomesticVerifier, kBoth};

   private:
    static inline std::unique_ptr<signing::testing::House> s_house;
};

TEST_F(ExtendedInspection, AuthenticatesChipAndTerminalAndReadsEverything) {
    const auto chip = chipOf(extendedDocument());
    const auto terminal = credentials();
    const auto found = inspectChip(*chip, keys(&terminal), trust());
    EXPECT_TRUE(found.passed());
    EXPECT_EQ(found.protocol, "0.4.0.127.0.7.2.2.4.2.2 (13)");
    for (const auto check : {Check::ChipAuthentication, Check::TerminalAuthentication, Check::DocumentType,
                             Check::CardAccess, Check::CommonFile})
        EXPECT_TRUE(found.has(check, CheckResult::Passed)) << nameOf(check) << reasonOf(found, check);
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Passed, "EF.DG3"));
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Passed, "EF.DG4"));
    EXPECT_EQ(found.verifyingAuthorities, encodeAuthorityReferences({"GTCVCA00001"}));
    for (const auto check : {Check::ActiveAuthentication, Check::ChipAuthenticationMapping})
        EXPECT_TRUE(found.has(check, CheckResult::NotPerformed)) << nameOf(check);
}

TEST_F(ExtendedInspection, PassesAChipWhoseFingerprintsStayClosed) {
    const auto chip = chipOf(extendedDocument());
    const auto found = inspectChip(*chip, keys(), trust());
    EXPECT_TRUE(found.passed());
    EXPECT_TRUE(found.has(Check::TerminalAuthentication, CheckResult::NotPerformed));
    for (const char* group : {"EF.DG3", "EF.DG4"}) {
        EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::NotPerformed, group));
        EXPECT_EQ(found.find(Check::DataGroupHash, group)->reasons.at(0).code.name(), "inspection.file-protected");
    }
    const auto terminal = credentials(kMayReadIrises);
    const auto partly = inspectChip(*chip, keys(&terminal), trust());
    EXPECT_TRUE(partly.passed());
    EXPECT_TRUE(partly.has(Check::DataGroupHash, CheckResult::NotPerformed, "EF.DG3"));
    EXPECT_TRUE(partly.has(Check::DataGroupHash, CheckResult::Passed, "EF.DG4"));
}

TEST_F(ExtendedInspection, FindsACloneByChipAuthentication) {
    auto content = extendedDocument();
    content.puts[0x0063] = testing::newCurveKey("brainpoolP256r1").putData;
    const auto chip = chipOf(content);
    const auto found = inspectChip(*chip, keys(), trust());
    EXPECT_FALSE(found.passed());
    EXPECT_EQ(reasonOf(found, Check::ChipAuthentication), "access.chip-not-authentic");
    EXPECT_TRUE(found.has(Check::Access, CheckResult::Passed));
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Passed, "EF.DG2"));
}

TEST_F(ExtendedInspection, SaysThatForeignTerminalsAreRefused) {
    const auto chip = chipOf(extendedDocument());
    auto terminal = credentials();
    terminal.privateKey = CvHolder{"GTISAER00001", CvRole::Terminal, kBoth}.privateKey().clone();
    const auto found = inspectChip(*chip, keys(&terminal), trust());
    EXPECT_FALSE(found.passed());
    EXPECT_EQ(reasonOf(found, Check::TerminalAuthentication), "ta.refused");
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::NotPerformed, "EF.DG3"));
}

TEST_F(ExtendedInspection, ProvesTheChipByMappingAndCardSecurity) {
    const auto key = testing::newStandardisedKey(13);
    const auto publicKey = testing::chipPublicKeyInfo(key, 13);
    auto content = documentWith({kGeneric, kMapping}, {publicKey});
    content.puts[0x0D63] = key.putData;
    std::vector<base::Bytes> infos{publicKey};
    for (const auto& offer :
         base::expected(lds::decodeCardAccess(support::cardAccess(content.pace)), "EF.CardAccess").content.all)
        infos.push_back(offer.octets);
    content.masterFiles[0x011D] = cardSecurity(infos);
    const auto found = inspectChip(*chipOf(content), keys(), trust());
    EXPECT_EQ(found.protocol, "0.4.0.127.0.7.2.2.4.6.2 (13)");
    EXPECT_TRUE(found.has(Check::CardSecurity, CheckResult::Passed)) << reasonOf(found, Check::CardSecurity);
    EXPECT_TRUE(found.has(Check::ChipAuthenticationMapping, CheckResult::Passed));
    EXPECT_TRUE(found.passed());
    EXPECT_EQ(found.cardSecurity, content.masterFiles[0x011D]);

    content.puts[0x0D63] = testing::newStandardisedKey(13).putData;
    const auto clone = inspectChip(*chipOf(content), keys(), trust());
    content.puts[0x0D63] = key.putData;
    EXPECT_FALSE(clone.passed());
    EXPECT_EQ(reasonOf(clone, Check::ChipAuthenticationMapping), "access.chip-not-authentic");

    const signing::testing::House stranger;
    content.masterFiles[0x011D] = cardSecurity(infos, stranger);
    const auto forged = inspectChip(*chipOf(content), keys(), trust());
    EXPECT_FALSE(forged.passed());
    EXPECT_TRUE(forged.has(Check::CardSecurity, CheckResult::Failed));

    content.masterFiles[0x011D] = cardSecurity({publicKey});
    const auto partial = inspectChip(*chipOf(content), keys(), trust());
    EXPECT_EQ(reasonOf(partial, Check::CardSecurity), "inspection.card-access-differs");

    content.masterFiles.clear();
    const auto missing = inspectChip(*chipOf(content), keys(), trust());
    EXPECT_FALSE(missing.passed());
    EXPECT_EQ(reasonOf(missing, Check::CardSecurity), "access.file-absent");
}

TEST_F(ExtendedInspection, OpensWithTheCardAccessNumberAlone) {
    const auto chip = chipOf(extendedDocument());
    const auto found = inspectChip(*chip, {std::nullopt, base::SecretBytes::copyOf(support::kCan)}, trust());
    EXPECT_TRUE(found.passed());
    const auto nothing = inspectChip(*chip, {}, trust());
    EXPECT_EQ(reasonOf(nothing, Check::Access), "inspection.secret-missing");
    auto older = documentWith({}, {});
    const auto byNumber =
        inspectChip(*chipOf(older), {std::nullopt, base::SecretBytes::copyOf(support::kCan)}, trust());
    EXPECT_EQ(reasonOf(byNumber, Check::Access), "inspection.secret-missing");
}

TEST_F(ExtendedInspection, TriesTheChipsNextOfferWhereOneIsDeclined) {
    auto content = documentWith({{CipherSuite::Aes256, 15}, kGeneric}, {});
    const auto chip = chipOf(content);
    testing::TornCard card{*chip};
    // SELECT, two reads of EF.CardAccess, then the first MSE:Set AT.
    card.answerAt(3, 0x6A81);
    const auto found = inspectChip(card, keys(), trust());
    EXPECT_TRUE(found.passed());
    EXPECT_EQ(found.protocol, "0.4.0.127.0.7.2.2.4.2.4 (15)") << "the second of the file's set";
}

TEST_F(ExtendedInspection, DoesNotTryAgainWithAWrongPassword) {
    auto content = documentWith({{CipherSuite::Aes256, 15}, kGeneric}, {});
    const auto chip = chipOf(content);
    testing::TornCard card{*chip};
    const auto found = inspectChip(card, {MrzKey::of("X00000000", "640812", "301031")}, trust());
    EXPECT_EQ(reasonOf(found, Check::Access), "access.wrong-password");
    EXPECT_EQ(card.exchanges(), 8U) << "three for EF.CardAccess, five for one run of PACE";
}

TEST_F(ExtendedInspection, ReadsCardAccessByItsShortIdentifierWhereSelectIsAnsweredOddly) {
    const auto chip = chipOf(extendedDocument());
    for (const std::uint16_t odd : std::initializer_list<std::uint16_t>{0x6982, 0x6D00, 0x6A86}) {
        testing::TornCard card{*chip};
        card.answerAt(0, odd);
        const auto found = inspectChip(card, keys(), trust());
        EXPECT_TRUE(found.passed()) << odd;
        EXPECT_EQ(found.access, AccessProtocol::Pace) << odd;
    }
}

TEST_F(ExtendedInspection, PassesNoChipOfWhichOneAnswerIsFalse) {
    const auto chip = chipOf(extendedDocument());
    const auto terminal = credentials();
    testing::TornCard counting{*chip};
    ASSERT_TRUE(inspectChip(counting, keys(&terminal), trust()).passed());
    for (std::size_t at = 1; at <= counting.exchanges(); ++at) {
        chip->reinsert();
        chip->inject({ChipFault::Kind::FlippedBit, at});
        EXPECT_FALSE(inspectChip(*chip, keys(&terminal), trust()).passed()) << at << " of " << counting.exchanges();
    }
}

TEST_F(ExtendedInspection, FindsASignerOfOtherDocuments) {
    auto content = extendedDocument();
    auto& dg1 = content.files[0x0101];
    dg1[5] = 'V';  // a visa, which neither P nor IB of the certificate's list covers
    auto specimen = testing::specimen(house(), testing::Access::BacOnly, testing::Originality::None);
    specimen.files.clear();
    for (const auto& [id, octets] : content.files)
        if (id <= 0x0110) specimen.files[lds::dataGroup(id & 0xFF)] = octets;
    testing::seal(specimen, house());
    content.files[0x011D] = specimen.files[File::Sod];
    const auto found = inspectChip(*chipOf(content), keys(), trust());
    EXPECT_EQ(reasonOf(found, Check::DocumentType), "inspection.document-type-differs");
    EXPECT_FALSE(found.passed());
}

TEST(CardSecurity, OfAGermanDocumentIsReadAndItsSignatureHolds) {
    const auto file =
        base::expected(base::readFile(support::testData("eac") / "DE_EF_CardSecurity.bin", 65536), "file");
    const auto verdict = verifyCardSecurity(file, {{}, signing::testing::moment("2018-01-01T00:00:00.000000Z")});
    ASSERT_TRUE(verdict.infos);
    EXPECT_TRUE(verdict.signatureValid);
    EXPECT_FALSE(verdict.pathValid) << "nobody is trusted here";
    EXPECT_FALSE(verdict.holds());
    for (std::size_t at = 60; at < file.size(); at += 97) {
        auto altered = file;
        altered[at] ^= 0x01;
        const auto judged = verifyCardSecurity(altered, {{}, signing::testing::moment("2018-01-01T00:00:00.000000Z")});
        EXPECT_FALSE(judged.holds()) << at;
    }
    for (std::size_t size = 0; size < file.size(); size += 41)
        EXPECT_FALSE(verifyCardSecurity(base::BytesView{file}.first(size), {{}, {}}).signatureValid) << size;
}

}  // namespace
}  // namespace chip
