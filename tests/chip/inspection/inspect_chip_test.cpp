// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/inspect_chip.hpp"

#include <gtest/gtest.h>

#include "chip/lds/com.hpp"
#include "chip/lds/security_infos.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/support/specimen.hpp"
#include "tests/chip/support/torn_card.hpp"

namespace chip {
namespace {

using lds::File;
using testing::Access;
using testing::Originality;

class InspectChip : public ::testing::Test {
   protected:
    static void SetUpTestSuite() { s_house = std::make_unique<signing::testing::House>(); }
    static void TearDownTestSuite() { s_house.reset(); }
    static const signing::testing::House& house() { return *s_house; }
    static signing::PathQuestion trust() { return {house().anchors, house().clock.now()}; }

    /// A chip with the content, made and inspected.
    static ChipInspection madeAndInspected(const ChipContent& content,
                                           const InspectionKeys& keys = testing::mrzKeys()) {
        SimulatedChip chip;
        EXPECT_TRUE(Encoder{testing::icaoAppletProfile()}.personalize(chip, content).locked());
        return inspectChip(chip, keys, trust());
    }

    /// Only the one check failed, for the one reason.
    static void expectOnlyFailure(const ChipInspection& inspection, Check check, std::string_view object,
                                  std::string_view reason) {
        EXPECT_FALSE(inspection.passed());
        for (const auto& verdict : inspection.checks) {
            const bool theOne = verdict.check == check && verdict.object == object;
            EXPECT_EQ(verdict.result == CheckResult::Failed, theOne) << nameOf(verdict.check) << " " << verdict.object;
            if (theOne) {
                EXPECT_EQ(verdict.reasons.at(0).code.name(), reason);
            }
        }
        EXPECT_TRUE(inspection.has(check, CheckResult::Failed, object));
    }

   private:
    static inline std::unique_ptr<signing::testing::House> s_house;
};

TEST_F(InspectChip, FindsEverythingInOrderOnAChipOfTheHouse) {
    const auto content = testing::specimen(house());
    const auto found = madeAndInspected(content);
    EXPECT_TRUE(found.passed());
    EXPECT_EQ(found.access, AccessProtocol::Pace);
    EXPECT_EQ(found.files, content.files);
    EXPECT_TRUE(found.defects.empty());
    for (const auto check : {Check::Access, Check::CardAccess, Check::CommonFile, Check::SecurityObjectSignature,
                             Check::SecurityObjectPath, Check::ActiveAuthentication})
        EXPECT_TRUE(found.has(check, CheckResult::Passed)) << nameOf(check);
    for (const char* group : {"EF.DG1", "EF.DG2", "EF.DG7", "EF.DG11", "EF.DG12", "EF.DG14", "EF.DG15"})
        EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Passed, group)) << group;
    EXPECT_EQ(found.signerCertificate, house().documentSignerCertificate.der);
    EXPECT_EQ(found.anchor, house().anchors.front().der);
    ASSERT_TRUE(found.dg1 && found.dg2 && found.dg7 && found.dg11 && found.dg12);
    EXPECT_EQ(found.dg1->lines.at(1).substr(0, 9), testing::kDocumentNumber);
    EXPECT_EQ(found.dg2->faces.at(0).image, testing::portrait());
    EXPECT_EQ(found.dg11->birthDate, "19900214");
    EXPECT_EQ(found.dg12->issueDate, "20261123");
}

TEST_F(InspectChip, OpensByNumberAsWell) {
    const auto found = madeAndInspected(testing::specimen(house()), testing::numberKeys());
    EXPECT_TRUE(found.passed());
    EXPECT_EQ(found.access, AccessProtocol::Pace);
}

TEST_F(InspectChip, OpensChipsWithoutPaceByBac) {
    const auto found = madeAndInspected(testing::specimen(house(), Access::BacOnly));
    EXPECT_TRUE(found.passed());
    EXPECT_EQ(found.access, AccessProtocol::Bac);
    EXPECT_TRUE(found.has(Check::CardAccess, CheckResult::NotPerformed));
    EXPECT_TRUE(found.has(Check::ActiveAuthentication, CheckResult::Passed));
}

TEST_F(InspectChip, DoesWithoutActiveAuthenticationWhereTheDocumentHasNone) {
    const auto found = madeAndInspected(testing::specimen(house(), Access::PaceAndBac, Originality::None));
    EXPECT_TRUE(found.passed());
    EXPECT_TRUE(found.has(Check::ActiveAuthentication, CheckResult::NotPerformed));
}

TEST_F(InspectChip, StaysOutsideWithAnotherDocumentsKeys) {
    for (const auto access : {Access::PaceAndBac, Access::BacOnly}) {
        const InspectionKeys other{MrzKey::of("X87654321", testing::kBirth, testing::kExpiry)};
        const auto found = madeAndInspected(testing::specimen(house(), access), other);
        expectOnlyFailure(found, Check::Access, {}, "access.wrong-password");
        EXPECT_EQ(found.access, AccessProtocol::None);
        EXPECT_FALSE(found.files.contains(File::Dg1));
    }
}

TEST_F(InspectChip, FindsAnAlteredDataGroup) {
    auto content = testing::specimen(house());
    content.files[File::Dg1].at(20) = 'Z';
    expectOnlyFailure(madeAndInspected(content), Check::DataGroupHash, "EF.DG1", "inspection.hash-differs");
}

TEST_F(InspectChip, FindsAMissingDataGroup) {
    auto content = testing::specimen(house());
    content.files.erase(File::Dg11);
    expectOnlyFailure(madeAndInspected(content), Check::DataGroupHash, "EF.DG11", "inspection.file-missing");
}

TEST_F(InspectChip, FindsTheSecurityObjectOfAnotherDocument) {
    auto content = testing::specimen(house());
    auto other = testing::specimen(house());
    other.files[File::Dg12] = *lds::encodeDg12({"OTRO"});
    testing::seal(other, house());
    content.files[File::Sod] = other.files[File::Sod];
    const auto found = madeAndInspected(content);
    EXPECT_FALSE(found.passed());
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Passed, "EF.DG1"));
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Failed, "EF.DG12"));
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Failed, "EF.DG15"));
    EXPECT_TRUE(found.has(Check::SecurityObjectSignature, CheckResult::Passed));
}

TEST_F(InspectChip, FindsAForgedSignature) {
    auto content = testing::specimen(house());
    content.files[File::Sod].back() ^= 1U;
    const auto found = madeAndInspected(content);
    EXPECT_FALSE(found.passed());
    EXPECT_TRUE(found.has(Check::SecurityObjectSignature, CheckResult::Failed));
    EXPECT_FALSE(found.find(Check::SecurityObjectSignature)->reasons.empty());
}

TEST_F(InspectChip, FindsASignerThatNobodyTrusts) {
    const signing::testing::House stranger;
    auto content = testing::specimen(house());
    testing::seal(content, stranger);
    const auto found = madeAndInspected(content);
    EXPECT_FALSE(found.passed());
    EXPECT_TRUE(found.has(Check::SecurityObjectPath, CheckResult::Failed));
    EXPECT_TRUE(found.has(Check::SecurityObjectSignature, CheckResult::Passed));
    EXPECT_TRUE(found.has(Check::DataGroupHash, CheckResult::Passed, "EF.DG2"));
}

TEST_F(InspectChip, FindsAnUnreadableSecurityObject) {
    auto content = testing::specimen(house());
    content.files[File::Sod] = *base::fromHex("770430020500");
    const auto found = madeAndInspected(content);
    EXPECT_FALSE(found.passed());
    EXPECT_TRUE(found.has(Check::SecurityObjectSignature, CheckResult::Failed));
}

TEST_F(InspectChip, FindsACloneWithoutTheChipsKey) {
    auto content = testing::specimen(house());
    content.activeAuthentication = lds::generateActiveAuthenticationKey(lds::KeyCurve::P256);
    expectOnlyFailure(madeAndInspected(content), Check::ActiveAuthentication, {}, "aa.signature-wrong");
}

TEST_F(InspectChip, FindsAListThatIsNotWhatWasSigned) {
    auto content = testing::specimen(house());
    content.files[File::Com] = lds::encodeCom({"0108", "040000", {File::Dg1, File::Dg2}});
    expectOnlyFailure(madeAndInspected(content), Check::CommonFile, {}, "inspection.common-file-differs");
}

TEST_F(InspectChip, FindsAnAccessOfferThatIsNotSigned) {
    auto content = testing::specimen(house());
    content.files[File::CardAccess] =
        lds::encodeCardAccess({{std::string{lds::kPaceEcdhGmAes128}, 2, lds::kParametersP256}});
    expectOnlyFailure(madeAndInspected(content), Check::CardAccess, {}, "inspection.card-access-differs");
}

TEST_F(InspectChip, FindsAnAccessOfferThatIsGone) {
    auto content = testing::specimen(house());
    content.files.erase(File::CardAccess);
    content.cardAccessNumber.reset();
    const auto found = madeAndInspected(content);
    EXPECT_EQ(found.access, AccessProtocol::Bac);
    expectOnlyFailure(found, Check::CardAccess, {}, "inspection.card-access-differs");
}

/// How many exchanges one inspection takes.
std::size_t exchangesOf(Card& chip, const signing::PathQuestion& trust) {
    testing::TornCard card{chip};
    EXPECT_TRUE(inspectChip(card, testing::mrzKeys(), trust).passed());
    return card.exchanges();
}

TEST_F(InspectChip, PassesNoChipOfWhichOneAnswerIsFalse) {
    for (const auto access : {Access::PaceAndBac, Access::BacOnly}) {
        SimulatedChip chip;
        ASSERT_TRUE(
            Encoder{testing::icaoAppletProfile()}.personalize(chip, testing::smallSpecimen(house(), access)).locked());
        const auto all = exchangesOf(chip, trust());
        for (std::size_t at = 1; at <= all; ++at) {
            // Nobody misses EF.CardAccess where there is none.
            if (access == Access::BacOnly && at == 1) continue;
            chip.reinsert();
            chip.inject({ChipFault::Kind::FlippedBit, at});
            EXPECT_FALSE(inspectChip(chip, testing::mrzKeys(), trust()).passed()) << at << " of " << all;
        }
    }
}

TEST_F(InspectChip, SaysThatTheSessionEndedWhenOneProtectedAnswerIsFalse) {
    SimulatedChip chip;
    ASSERT_TRUE(Encoder{testing::icaoAppletProfile()}.personalize(chip, testing::smallSpecimen(house())).locked());
    chip.inject({ChipFault::Kind::FlippedBit, exchangesOf(chip, trust()) / 2});
    const auto found = inspectChip(chip, testing::mrzKeys(), trust());
    ASSERT_NE(found.find(Check::Access), nullptr);
    EXPECT_EQ(found.find(Check::Access)->reasons.at(0).code.name(), "inspection.session-ended");
}

TEST_F(InspectChip, HandsOnThatTheCardIsLost) {
    SimulatedChip chip;
    ASSERT_TRUE(Encoder{testing::icaoAppletProfile()}.personalize(chip, testing::smallSpecimen(house())).locked());
    const auto all = exchangesOf(chip, trust());
    for (std::size_t at = 1; at <= all; ++at)
        for (const auto kind : {ChipFault::Kind::RemovedBefore, ChipFault::Kind::RemovedAfter}) {
            chip.reinsert();
            chip.inject({kind, at});
            EXPECT_THROW(inspectChip(chip, testing::mrzKeys(), trust()), base::Failure) << at;
        }
    chip.reinsert();
    EXPECT_TRUE(inspectChip(chip, testing::mrzKeys(), trust()).passed());
}

TEST_F(InspectChip, FindsADocumentSignersCertificateOutOfItsTime) {
    SimulatedChip chip;
    ASSERT_TRUE(Encoder{testing::icaoAppletProfile()}.personalize(chip, testing::specimen(house())).locked());
    const auto late = house().clock.now() + std::chrono::hours{24 * 365 * 12};
    const auto found = inspectChip(chip, testing::mrzKeys(), {house().anchors, late});
    EXPECT_TRUE(found.has(Check::SecurityObjectPath, CheckResult::Failed));
    EXPECT_TRUE(found.has(Check::SecurityObjectSignature, CheckResult::Passed));
}

TEST_F(InspectChip, ReadsNothingFromABlankChip) {
    SimulatedChip chip;
    const auto found = inspectChip(chip, testing::mrzKeys(), trust());
    EXPECT_FALSE(found.passed());
    EXPECT_TRUE(found.has(Check::Access, CheckResult::Failed));
    EXPECT_TRUE(found.files.empty());
}

TEST_F(InspectChip, NamesChecksAndResultsForReports) {
    EXPECT_EQ(nameOf(Check::SecurityObjectPath), "security-object-path");
    EXPECT_EQ(nameOf(Check::ActiveAuthentication), "active-authentication");
    EXPECT_EQ(nameOf(CheckResult::NotPerformed), "not-performed");
}

}  // namespace
}  // namespace chip
