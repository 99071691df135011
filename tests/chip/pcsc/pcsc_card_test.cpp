// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/pcsc/pcsc_card.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>

#include "base/failure.hpp"
#include "chip/access/active_authentication.hpp"
#include "chip/access/bac.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/access/pace.hpp"
#include "chip/pcsc/pcsc.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "chip/simulator/vpcd_link.hpp"
#include "tests/chip/simulator/personalised_chip.hpp"
#include "tests/support/pcsc_daemon.hpp"

/// A real pcscd with its real virtual reader; only the chip is simulated.
namespace chip {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class PcscCardTest : public testing::Test {
   protected:
    static void SetUpTestSuite() {
        s_daemon = std::make_unique<support::PcscDaemon>();
        s_context = std::make_shared<pcsc::Context>();
    }
    static void TearDownTestSuite() {
        s_context.reset();
        s_daemon.reset();
    }

    void SetUp() override {
        const auto readers = s_context->readers();
        ASSERT_FALSE(readers.empty()) << s_daemon->log();
        m_reader = readers.front();
        ASSERT_TRUE(s_context->waitForRemoval(m_reader, seconds{10}));
    }

    void layOn(Card& card) {
        m_link = std::make_unique<VpcdLink>(card, s_daemon->port());
        ASSERT_TRUE(s_context->waitForCard(m_reader, seconds{10})) << s_daemon->log();
    }
    std::unique_ptr<PcscCard> connect(PcscTerms terms = {}) {
        return std::make_unique<PcscCard>(s_context, m_reader, terms);
    }

    static std::unique_ptr<support::PcscDaemon> s_daemon;
    static std::shared_ptr<pcsc::Context> s_context;
    std::string m_reader;
    std::unique_ptr<VpcdLink> m_link;
};
std::unique_ptr<support::PcscDaemon> PcscCardTest::s_daemon;
std::shared_ptr<pcsc::Context> PcscCardTest::s_context;

std::string codeThrownBy(const std::function<void()>& work) {
    try {
        work();
    } catch (const base::Failure& failure) {
        return failure.code().name();
    }
    return "nothing";
}

TEST_F(PcscCardTest, PersonalisesLocksAndReadsByPaceThroughTheReader) {
    SimulatedChip chip;
    const auto key = lds::generateActiveAuthenticationKey(lds::KeyCurve::P256);
    const auto dg1 = support::fileOfSize(300), dg2 = support::fileOfSize(9000);
    layOn(chip);
    auto card = connect();
    EXPECT_EQ(card->answerToReset(), chip.answerToReset());
    support::personalise(*card,
                         {{{CipherSuite::Aes256, 13}}, {{0x0101, dg1}, {0x0102, dg2}}, support::ecKeyObjects(key)});
    const auto infos = readCardAccess(base::expected(readFile(*card, kEfCardAccess), "EF.CardAccess"));
    ASSERT_TRUE(infos);
    auto session = performPace(*card, infos->front(), PacePassword::mrz(support::holderKey()));
    ASSERT_TRUE(session) << session.refusal().first().code.name();
    SecuredCard secured{*card, std::move(session).value()};
    ASSERT_TRUE(selectApplication(secured));
    EXPECT_EQ(base::expected(readFile(secured, 0x0101), "EF.DG1"), dg1);
    EXPECT_EQ(base::expected(readFile(secured, 0x0102), "EF.DG2"), dg2);
    EXPECT_TRUE(activeAuthenticate(secured, key.subjectPublicKeyInfo));
    card->reset();
    EXPECT_TRUE(performBac(*card, support::holderKey()));
}

TEST_F(PcscCardTest, SpeaksWithExtendedLengthsWhereItMay) {
    SimulatedChip chip;
    const auto dg2 = support::fileOfSize(40000);
    support::personalise(chip, {{{CipherSuite::Aes128, 12}}, {{0x0102, dg2}}, {}});
    layOn(chip);
    auto card = connect({seconds{5}, 2000, 2000});
    auto session = performPace(*card, {CipherSuite::Aes128, 12}, PacePassword::can(support::kCan));
    ASSERT_TRUE(session);
    SecuredCard secured{*card, std::move(session).value()};
    ASSERT_TRUE(selectApplication(secured));
    EXPECT_EQ(base::expected(readFile(secured, 0x0102), "EF.DG2"), dg2);
}

TEST_F(PcscCardTest, TellsThatNoCardLiesOnTheReader) {
    EXPECT_EQ(codeThrownBy([&] { (void)connect(); }), "reader.no-card");
    EXPECT_FALSE(s_context->waitForCard(m_reader, milliseconds{300}));
    EXPECT_EQ(codeThrownBy([&] { PcscCard{s_context, "no such reader"}; }), "reader.unavailable");
}

TEST_F(PcscCardTest, HoldsTheCardForItselfAlone) {
    SimulatedChip chip;
    layOn(chip);
    auto card = connect();
    EXPECT_EQ(codeThrownBy([&] { (void)connect(); }), "reader.in-use");
    card.reset();
    EXPECT_EQ(codeThrownBy([&] { (void)connect(); }), "nothing");
}

TEST_F(PcscCardTest, TellsThatTheCardWasTakenAway) {
    SimulatedChip chip;
    chip.inject({ChipFault::Kind::RemovedBefore, 2});
    layOn(chip);
    auto card = connect();
    EXPECT_EQ(support::statusOf(*card, support::command("00E00000066304000A0101")), 0x9000);
    const auto code = codeThrownBy([&] { (void)card->transmit(support::command("00A4020C020101")); });
    EXPECT_TRUE(code == "card.removed" || code == "card.silent") << code;
    EXPECT_TRUE(s_context->waitForRemoval(m_reader, seconds{10}));
    EXPECT_EQ(codeThrownBy([&] { (void)card->transmit(support::command("00A4020C020101")); }), "card.removed");
}

TEST_F(PcscCardTest, GivesUpACardThatStaysSilent) {
    SimulatedChip chip;
    chip.inject({ChipFault::Kind::Silence, 1});
    layOn(chip);
    auto card = connect({milliseconds{300}});
    EXPECT_EQ(codeThrownBy([&] { (void)card->transmit(support::command("00A4020C020101")); }), "card.silent");
    EXPECT_EQ(codeThrownBy([&] { (void)card->transmit(support::command("00A4020C020101")); }), "card.silent");
    EXPECT_EQ(codeThrownBy([&] { card->reset(); }), "card.silent");
    m_link.reset();  // the card goes, the driver returns, and the reader can be used again
    card.reset();
    SimulatedChip next;
    ASSERT_TRUE(s_context->waitForRemoval(m_reader, seconds{10}));
    layOn(next);
    EXPECT_EQ(support::statusOf(*connect(), support::command("00E00000066304000A0101")), 0x9000);
}

TEST(PcscReturnCodes, HaveTypedMeanings) {
    const auto codeOf = [](pcsc::ReturnCode code) {
        return codeThrownBy([&] { pcsc::check(code, "test", "reader"); });
    };
    EXPECT_EQ(codeOf(0), "nothing");
    EXPECT_EQ(codeOf(0x80100069), "card.removed");
    EXPECT_EQ(codeOf(0x80100016), "card.silent");
    EXPECT_EQ(codeOf(0x8010000C), "reader.no-card");
    EXPECT_EQ(codeOf(0x8010000B), "reader.in-use");
    EXPECT_EQ(codeOf(0x80100009), "reader.unavailable");
    EXPECT_EQ(codeOf(0x8010001D), "reader.service-stopped");
    EXPECT_EQ(codeOf(0x80100001), "reader.failed");
}

TEST(VpcdLink, TellsThatNoDriverListens) {
    SimulatedChip chip;
    EXPECT_EQ(codeThrownBy([&] { VpcdLink{chip, 1, milliseconds{50}}; }), "vpcd.unreachable");
}

}  // namespace
}  // namespace chip
