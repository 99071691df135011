// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "contract/acts_of_chip_keys.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/issuance/office/chip_templates.hpp"
#include "tests/support/engine_test.hpp"

/// Whole documents on chips of other products than the ICAO applet: with the house's transport key, without one, and
/// with a wrong one.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using records::Engine;

constexpr const char *kRefused = "personalization.transport-key-refused",
                     *kMissing = "personalization.transport-key-missing";
/// Components of the key that simulated chips are delivered with, and of another.
constexpr std::string_view kFirst = "00112233445566778899AABBCCDDEEFF", kSecond = "4050607000102030c0d0e0f08090a0b0",
                           kOther = "4050607000102030c0d0e0f08090a030";

base::SecretBytes typed(std::string_view digits) { return base::SecretBytes::copyOf(digits); }

/// A line whose ordinary passports have a chip of the profile.
class DialectLine {
   public:
    DialectLine(const std::string& profile, Engine engine)
        : m_templates(profile), m_profile(profile), m_line(std::make_unique<support::LineUnderTest>(engine)) {}

    void enterKey(std::string_view second = kSecond) {
        base::expected(
            house().ask("security_officer", ChipKeyEnter{m_profile, typed(kFirst), typed(second), {}}, "administrator"),
            "key");
    }
    void replaceKey() {
        base::expected(
            house().ask("security_officer",
                        ChipKeyReplace{m_profile, typed(kFirst), typed(kSecond), {}, "otra entrega"}, "administrator"),
            "key");
    }
    [[nodiscard]] std::vector<OrderLine> held() {
        OrderList request;
        request.standing = "held";
        return house().ask("supervisor", request)->orders;
    }
    void releaseHolds() {
        for (const auto& order : held())
            base::expected(house().ask("supervisor", OrderRelease{order.order, "clave guardada"}), order.order);
    }
    /// Orders that rest wait no longer.
    void wake() {
        const HomeFiles files{house().home()};
        records::Database::open(files.databaseAddress(Institution::load(house().home())))
            ->connect()
            ->execute("UPDATE line_task SET not_before = ''");
    }
    OrderShown shown(const std::string& order) {
        return base::expected(house().ask("operator", OrderShow{order}), order);
    }
    std::vector<std::string> passports() {
        std::vector<std::string> orders;
        for (const auto& order : m_line->orders())
            if (shown(order).order.kind == "passport-ordinary") orders.push_back(order);
        return orders;
    }
    support::TrainingHouse& house() { return m_line->house(); }
    support::LineUnderTest& line() { return *m_line; }

   private:
    support::ChipTemplates m_templates;
    std::string m_profile;
    std::unique_ptr<support::LineUnderTest> m_line;
};

using Case = std::tuple<const char*, Engine>;
class LineOfDialect : public testing::TestWithParam<Case> {
   protected:
    DialectLine m_it{std::get<0>(GetParam()), std::get<1>(GetParam())};
};
INSTANTIATE_TEST_SUITE_P(Products, LineOfDialect,
                         testing::Values(Case{"iso-7816-9", Engine::Sqlite}, Case{"iso-7816-9", Engine::Postgresql},
                                         Case{"globalplatform-scp02", Engine::Sqlite},
                                         Case{"globalplatform-scp03", Engine::Sqlite},
                                         Case{"globalplatform-scp03", Engine::Postgresql}));

TEST_P(LineOfDialect, HoldsItsOrdersBeforeABlankIsTakenUntilTheKeyIsThereAndThenMakesThem) {
    m_it.line().run();
    const auto held = m_it.held();
    ASSERT_EQ(held.size(), m_it.passports().size());
    for (const auto& order : held) {
        EXPECT_EQ(m_it.shown(order.order).holdReason, kMissing);
        EXPECT_EQ(order.stage, "cleared");
        EXPECT_EQ(order.document, "") << "no blank was taken";
    }
    m_it.enterKey();
    m_it.releaseHolds();
    const auto ran = m_it.line().run();
    EXPECT_EQ(ran.refused, 0);
    m_it.line().expectAllDone();
    for (const auto& order : m_it.passports()) {
        const auto number = m_it.shown(order).order.document;
        const auto document = m_it.house().ask("operator", DocumentShow{number});
        EXPECT_THAT(document->chipIdentity, testing::MatchesRegex("[0-9A-F]{14}"));
        EXPECT_EQ(m_it.house().ask("custodian", StockHistory{document->blank})->chipIdentity, document->chipIdentity);
        EXPECT_THAT(document->verdicts, testing::Contains(testing::Field(&Verdict::check, "chip-authentic")));
    }
}

TEST_P(LineOfDialect, TriesAWrongKeyOnceAndHoldsTheOrderWithItsBlank) {
    m_it.enterKey(kOther);
    m_it.line().run();
    EXPECT_TRUE(m_it.line().doubts().empty());
    auto held = m_it.held();
    ASSERT_EQ(held.size(), 1U) << "the next chip is left alone";
    const auto order = m_it.shown(held.front().order);
    EXPECT_EQ(order.holdReason, kRefused);
    EXPECT_EQ(order.order.stage, "printed");
    const auto blank = m_it.house().ask("operator", DocumentShow{order.order.document})->blank;
    EXPECT_EQ(m_it.house().ask("custodian", StockHistory{blank})->state, "in_use") << "not spoiled";

    m_it.wake();
    m_it.line().run();
    EXPECT_EQ(m_it.held().size(), 2U) << "the next run tries the next chip, and this one never";
    for (const auto& each : m_it.passports()) {
        std::size_t tries = 0;
        for (const auto& event : m_it.shown(each).stages) tries += event.cause == kRefused ? 1U : 0U;
        EXPECT_EQ(tries, 1U) << each;
    }
    m_it.replaceKey();
    m_it.releaseHolds();
    EXPECT_EQ(m_it.line().run().refused, 0);
    m_it.line().expectAllDone();
    for (const auto& each : m_it.passports()) EXPECT_EQ(m_it.shown(each).order.attempts, 1) << each;
    EXPECT_EQ(m_it.house().ask("operator", DocumentShow{order.order.document})->blank, blank);
}

TEST_P(LineOfDialect, HoldsAPrintedOrderWhoseKeyIsGoneMeanwhile) {
    m_it.enterKey();
    const auto order = m_it.passports().front();
    while (m_it.shown(order).order.stage != "printed")
        ASSERT_TRUE(m_it.house().ask("operator", LineRun{"folder", "simulated", std::nullopt, 1}));
    base::expected(
        m_it.house().ask("administrator", ChipKeyDestroy{std::get<0>(GetParam()), "robo"}, "security_officer"),
        "destroy");
    m_it.line().run();
    EXPECT_EQ(m_it.shown(order).order.stage, "printed");
    EXPECT_EQ(m_it.shown(order).holdReason, kMissing);
    m_it.enterKey();
    m_it.releaseHolds();
    m_it.line().run();
    m_it.line().expectAllDone();
    EXPECT_EQ(m_it.shown(order).order.attempts, 1);
}

TEST_P(LineOfDialect, AWornOutChipIsFoundByInspectionAndItsBlankSpoiled) {
    m_it.enterKey();
    const auto order = m_it.passports().front();
    const auto ran = m_it.house().ask("operator", LineRun{"folder", "simulated", order, std::nullopt});
    ASSERT_TRUE(ran);
    EXPECT_EQ(ran->refused, 1);
    EXPECT_EQ(m_it.shown(order).order.attempts, 2);
    m_it.line().expectAllDone();
}

/// Where the process was killed, what the chip says then, what a person says, and whether the blank becomes the
/// document.
struct Torn {
    const char* profile;
    const char* point;
    const char* chip;
    const char* verdict;
    bool becomes;
};
void PrintTo(const Torn& each, std::ostream* out) { *out << each.profile << " " << each.point; }

class TornLineOfDialect : public testing::TestWithParam<Torn> {};
INSTANTIATE_TEST_SUITE_P(Points, TornLineOfDialect,
                         testing::Values(Torn{"iso-7816-9", "encode.begun", "blank", "untouched", true},
                                         Torn{"iso-7816-9", "encode.write-file EF.DG2", "partial", "spoiled", false},
                                         Torn{"iso-7816-9", "encode.activate LDS1", "partial", "spoiled", false},
                                         Torn{"iso-7816-9", "encode.lock", "locked", "done", true},
                                         Torn{"globalplatform-scp03", "encode.begun", "blank", "untouched", true},
                                         Torn{"globalplatform-scp03", "encode.write-file EF.DG2", "partial", "spoiled",
                                              false},
                                         Torn{"globalplatform-scp03", "encode.lock LDS1", "locked", "done", true}));

TEST_P(TornLineOfDialect, IsInDoubtAndTheChipTellsAPersonWhatItIs) {
    const auto& torn = GetParam();
    DialectLine it{torn.profile, Engine::Sqlite};
    it.enterKey();
    ASSERT_NO_FATAL_FAILURE(it.line().killAt(torn.point, 1));
    it.line().run();
    const auto doubts = it.line().doubts();
    ASSERT_EQ(doubts.size(), 1U);
    const auto doubt = it.house().ask("supervisor", LineDoubt{doubts.front().order, "simulated"});
    ASSERT_TRUE(doubt);
    EXPECT_EQ(doubt->chip, torn.chip);
    EXPECT_EQ(doubt->step, "encode");
    it.line().resolve(torn.verdict);
    it.line().run();
    it.line().expectAllDone();
    const auto number = it.shown(doubts.front().order).order.document;
    EXPECT_EQ(it.house().ask("operator", DocumentShow{number})->blank == doubt->blank, torn.becomes);
}

}  // namespace
}  // namespace issuance
