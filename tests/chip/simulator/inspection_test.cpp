// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "base/tlv.hpp"
#include "chip/access/active_authentication.hpp"
#include "chip/access/bac.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/access/pace.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/simulator/personalised_chip.hpp"

/// The inspection system's side against the simulated chip's.
namespace chip {
namespace {

constexpr CipherSuite kSuites[] = {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192,
                                   CipherSuite::Aes256};
constexpr unsigned kCurves[] = {12, 13, 15, 16};

std::string codeOf(const base::Refusal& refusal) { return refusal.first().code.name(); }

std::unique_ptr<SimulatedChip> lockedChip(support::ChipContent content, ChipMake make = {}) {
    auto chip = std::make_unique<SimulatedChip>(make);
    support::personalise(*chip, content);
    return chip;
}

/// Opens by PACE as far as the application.
std::unique_ptr<SecuredCard> openByPace(Card& card, const PaceInfo& info, const PacePassword& password) {
    auto session = performPace(card, info, password);
    EXPECT_TRUE(session) << codeOf(session.refusal());
    auto secured = std::make_unique<SecuredCard>(card, std::move(session).value());
    EXPECT_TRUE(selectApplication(*secured));
    return secured;
}

TEST(Inspection, OpensByPaceWithEveryCipherAndCurve) {
    const auto dg1 = support::fileOfSize(300);
    for (const auto suite : kSuites)
        for (const auto curve : kCurves) {
            const auto chip = lockedChip({{{suite, curve}}, {{0x0101, dg1}}, {}});
            const auto infos = readCardAccess(base::expected(readFile(*chip, kEfCardAccess), "EF.CardAccess"));
            ASSERT_TRUE(infos);
            for (const auto& password : {PacePassword::mrz(support::holderKey()), PacePassword::can(support::kCan)}) {
                const auto secured = openByPace(*chip, infos->front(), password);
                const auto read = readFile(*secured, 0x0101);
                ASSERT_TRUE(read) << protocolOf(infos->front()) << " " << curve;
                EXPECT_EQ(*read, dg1);
            }
        }
}

TEST(Inspection, NamesTheParametersWhereTheyAreAmbiguous) {
    const auto chip = lockedChip({{{CipherSuite::Aes128, 12}, {CipherSuite::Aes128, 16}}, {}, {}});
    const auto infos = readCardAccess(base::expected(readFile(*chip, kEfCardAccess), "EF.CardAccess"));
    ASSERT_TRUE(infos);
    for (const auto& info : *infos) EXPECT_TRUE(performPace(*chip, info, PacePassword::can(support::kCan)));
    // A chip that does not say that it is ambiguous and then refuses is asked once more, by name.
    EXPECT_TRUE(performPace(*chip, {CipherSuite::Aes128, 12}, PacePassword::can(support::kCan)));
    const auto unknown = performPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(codeOf(unknown.refusal()), "access.unexpected-status");
}

TEST(Inspection, OpensByBac) {
    const auto dg2 = support::fileOfSize(20000);
    const auto chip = lockedChip({{}, {{0x0101, support::fileOfSize(300)}, {0x0102, dg2}}, {}});
    auto session = performBac(*chip, support::holderKey());
    ASSERT_TRUE(session) << codeOf(session.refusal());
    SecuredCard secured{*chip, std::move(session).value()};
    EXPECT_EQ(base::expected(readFile(secured, 0x0102), "EF.DG2"), dg2);
    EXPECT_EQ(base::expected(readFileByShortId(secured, 0x02), "EF.DG2"), dg2);
}

TEST(Inspection, ReadsFilesOfEverySizeAcrossTheLimitsOfOffsetsAndApdus) {
    const std::size_t sizes[] = {260, 261, 1023, 32767, 32768, 32769, 33000, 65535};
    for (const auto& make : {ChipMake{300000, 255, 256}, ChipMake{300000, 1000, 2048}}) {
        support::ChipContent content{{{CipherSuite::Aes256, 12}}, {}, {}};
        std::uint16_t id = 0x0105;
        for (const auto size : sizes) content.files[id++] = support::fileOfSize(size);
        const auto chip = lockedChip(std::move(content), make);
        const auto secured = openByPace(*chip, {CipherSuite::Aes256, 12}, PacePassword::can(support::kCan));
        id = 0x0105;
        for (const auto size : sizes) {
            const auto read = readFile(*secured, id++);
            ASSERT_TRUE(read) << size << " " << codeOf(read.refusal());
            EXPECT_EQ(*read, support::fileOfSize(size)) << size;
        }
    }
}

TEST(Inspection, IsRefusedWithAWrongPassword) {
    const auto chip = lockedChip({{{CipherSuite::Aes128, 13}}, {}, {}});
    const auto wrongKey = MrzKey::of("T22000128", "640812", "301031");
    for (const auto& password : {PacePassword::can("314158"), PacePassword::mrz(wrongKey)}) {
        const auto session = performPace(*chip, {CipherSuite::Aes128, 13}, password);
        ASSERT_FALSE(session);
        EXPECT_EQ(codeOf(session.refusal()), "access.wrong-password");
    }
    const auto session = performBac(*chip, wrongKey);
    ASSERT_FALSE(session);
    EXPECT_EQ(codeOf(session.refusal()), "access.wrong-password");
    EXPECT_TRUE(performBac(*chip, support::holderKey()));
}

TEST(Inspection, IsToldOfFilesThatAreAbsentOrClosed) {
    const auto chip = lockedChip({{{CipherSuite::Aes128, 13}}, {{0x0103, support::fileOfSize(300)}}, {}});
    EXPECT_TRUE(selectApplication(*chip));
    const auto closed = readFile(*chip, 0x0103);
    ASSERT_FALSE(closed);
    EXPECT_EQ(codeOf(closed.refusal()), "access.denied");
    chip->reset();
    const auto secured = openByPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
    const auto absent = readFile(*secured, 0x0107);
    ASSERT_FALSE(absent);
    EXPECT_EQ(codeOf(absent.refusal()), "access.file-absent");
    EXPECT_EQ(absent.refusal().first().where, "0107");
    const auto fingerprints = readFile(*secured, 0x0103);
    ASSERT_FALSE(fingerprints);
    EXPECT_EQ(codeOf(fingerprints.refusal()), "access.denied");
}

TEST(Inspection, AuthenticatesTheChipActively) {
    for (const auto curve : {lds::KeyCurve::P256, lds::KeyCurve::BrainpoolP256r1}) {
        const auto key = lds::generateActiveAuthenticationKey(curve);
        const auto chip = lockedChip({{{CipherSuite::Aes128, 13}}, {}, support::ecKeyObjects(key)});
        const auto secured = openByPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
        EXPECT_TRUE(activeAuthenticate(*secured, key.subjectPublicKeyInfo));
        const auto other = lds::generateActiveAuthenticationKey(curve);
        const auto cloned = activeAuthenticate(*secured, other.subjectPublicKeyInfo);
        ASSERT_FALSE(cloned);
        EXPECT_EQ(codeOf(cloned.refusal()), "aa.signature-wrong");
    }
}

TEST(Inspection, AuthenticatesAnRsaChipActivelyWithEveryHashAndLongKeys) {
    using enum base::DigestAlgorithm;
    for (const unsigned bits : {1024U, 2048U})
        for (const auto digest : {Sha1, Sha224, Sha256, Sha384, Sha512}) {
            const auto key = support::newRsaKey(bits);
            ChipMake make;
            make.activeAuthenticationDigest = digest;
            support::ChipContent content;
            const auto part = [](std::uint8_t name, base::BytesView octets) {
                return base::concat({base::Bytes{name, 0x00}, base::tlv::encode(0x04, octets)});
            };
            content.puts = {{0x0060, part(0x60, key.modulus)}, {0x0061, part(0x61, key.exponent.reveal())}};
            const auto chip = lockedChip(std::move(content), make);
            const auto secured = openByPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
            const auto authentic = activeAuthenticate(*secured, key.subjectPublicKeyInfo);
            EXPECT_TRUE(authentic) << bits << base::nameOf(digest);
        }
}

TEST(Inspection, StopsWhenAProtectedAnswerWasAltered) {
    const auto chip = lockedChip({{{CipherSuite::Aes128, 13}}, {{0x0101, support::fileOfSize(300)}}, {}});
    const auto secured = openByPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
    chip->inject({ChipFault::Kind::FlippedBit, 2});
    try {
        (void)readFile(*secured, 0x0101);
        FAIL();
    } catch (const base::Failure& failure) {
        EXPECT_EQ(failure.code().name(), "sm.session-broken");
    }
    EXPECT_THROW((void)readFile(*secured, 0x0101), base::Failure);
}

TEST(Inspection, StopsWhenAPlainAnswerPretendsSuccess) {
    const auto chip = lockedChip({{{CipherSuite::Aes128, 13}}, {{0x0101, support::fileOfSize(300)}}, {}});
    const auto secured = openByPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
    chip->inject({ChipFault::Kind::WrongStatus, 1, 0x9000});
    EXPECT_THROW((void)readFile(*secured, 0x0101), base::Failure);
}

TEST(Inspection, LosesItsSessionByAPlainCommandAndByAReset) {
    const auto chip = lockedChip({{{CipherSuite::Aes128, 13}}, {{0x0101, support::fileOfSize(300)}}, {}});
    auto secured = openByPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
    EXPECT_EQ(support::statusOf(*chip, support::command("00B0810004")), 0x6982);
    const auto lost = readFile(*secured, 0x0101);
    ASSERT_FALSE(lost);
    EXPECT_EQ(codeOf(lost.refusal()), "access.unexpected-status");
    EXPECT_EQ(lost.refusal().first().arguments.at(1).second, "6987");
    secured = openByPace(*chip, {CipherSuite::Aes128, 13}, PacePassword::can(support::kCan));
    secured->reset();
    EXPECT_THROW((void)readFile(*secured, 0x0101), base::Failure);
    EXPECT_EQ(support::statusOf(*chip, support::command("00B0000004")), 0x6986);
}

}  // namespace
}  // namespace chip
