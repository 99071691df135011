// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/chip/support/copied_chip.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/support/engine_test.hpp"

/// Chips that come back to the line as others.
namespace issuance {
namespace {

using namespace contract;
using testing::IsEmpty;

constexpr std::size_t kLargestChip = std::size_t{1024} * 1024;

class ChipsThatComeBack : public testing::TestWithParam<records::Engine> {
   protected:
    void SetUp() override {
        for (const auto& order : m_line.orders())
            if (shown(order).order.kind == "passport-ordinary" && m_order.empty()) m_order = order;
    }
    OrderShown shown(const std::string& order) {
        return base::expected(m_line.house().ask("operator", OrderShow{order}), order);
    }
    OrderShown shown() { return shown(m_order); }
    DocumentShown document() {
        return base::expected(m_line.house().ask("operator", DocumentShow{shown().order.document}), "document");
    }
    /// Works on until the order has come to the stage.
    void workUntil(const std::string& stage) {
        while (shown().order.stage != stage)
            ASSERT_TRUE(m_line.house().ask("operator", LineRun{"folder", "simulated", std::nullopt, 1}));
    }
    [[nodiscard]] std::filesystem::path chipFile() {
        return HomeFiles{m_line.house().home()}.chips() / (document().blank + ".chip");
    }
    /// The same memory, keys and all, in a chip of another identifier.
    void swapForACopy() {
        const auto memory = base::readFile(chipFile(), kLargestChip).value();
        const auto identity = base::fromHex(document().chipIdentity).value();
        base::writeSecretFileDurably(chipFile(), support::copiedChip(memory, identity));
    }
    void put(const std::string& identity) {
        const HomeFiles files{m_line.house().home()};
        records::Database::open(files.databaseAddress(Institution::load(files.home)))
            ->connect()
            ->execute("UPDATE document SET chip_identity = ?1 WHERE order_id = ?2", {identity, m_order});
    }
    void releaseHold() {
        base::expected(m_line.house().ask("supervisor", OrderRelease{m_order, "se revisó la libreta"}), m_order);
    }
    std::string stateOfBlank() {
        return base::expected(m_line.house().ask("custodian", StockHistory{document().blank}), "blank").state;
    }

    support::LineUnderTest m_line{GetParam(), 2};
    std::string m_order;
};
TROQUEL_ON_BOTH_ENGINES(ChipsThatComeBack);

TEST_P(ChipsThatComeBack, AsACopyAreHeldAtInspectionAndSpoilNothing) {
    workUntil("encoded");
    const auto rightChip = base::readFile(chipFile(), kLargestChip).value();
    const auto identity = document().chipIdentity;
    swapForACopy();
    m_line.run();
    EXPECT_EQ(shown().order.stage, "encoded");
    EXPECT_EQ(shown().order.standing, "held");
    EXPECT_EQ(shown().holdReason, "line.chip-swapped");
    EXPECT_EQ(stateOfBlank(), "in_use");
    EXPECT_THAT(document().verdicts, IsEmpty()) << "nothing was read from it";
    releaseHold();
    m_line.run();
    EXPECT_EQ(shown().holdReason, "line.chip-swapped") << "a release does not make it the right one";
    base::writeSecretFileDurably(chipFile(), rightChip);
    releaseHold();
    m_line.run();
    EXPECT_EQ(document().chipIdentity, identity);
    EXPECT_EQ(shown().order.attempts, 1);
    m_line.expectAllDone();
}

TEST_P(ChipsThatComeBack, AreNotComparedWhereTheyDrawTheirIdentifier) {
    workUntil("encoded");
    put("08A1B2C3");
    m_line.run();
    EXPECT_EQ(shown().order.attempts, 1);
    m_line.expectAllDone();
}

TEST_P(ChipsThatComeBack, AreNotComparedWhereNothingWasTold) {
    workUntil("encoded");
    put("");
    m_line.run();
    m_line.expectAllDone();
}

TEST_P(ChipsThatComeBack, UnwrittenAsAnotherAreHeldBeforeAnythingIsWrittenAndThenAccepted) {
    workUntil("printed");
    put("04112233445566");
    m_line.run();
    EXPECT_EQ(shown().order.stage, "printed");
    EXPECT_EQ(shown().holdReason, "line.chip-changed");
    EXPECT_EQ(document().chipIdentity, "") << "whoever releases the order accepts the chip that lies there";
    releaseHold();
    m_line.run();
    EXPECT_THAT(document().chipIdentity, testing::MatchesRegex("[0-9A-F]{14}"));
    EXPECT_EQ(shown().order.attempts, 1);
    m_line.expectAllDone();
}

TEST_P(ChipsThatComeBack, InDoubtAreToldApart) {
    ASSERT_NO_FATAL_FAILURE(m_line.killAt("encode.write-file EF.DG2", 1));
    m_line.run();
    const auto doubts = m_line.doubts();
    ASSERT_EQ(doubts.size(), 1U);
    m_order = doubts.front().order;
    const auto chip = [&] {
        return base::expected(m_line.house().ask("supervisor", LineDoubt{m_order, "simulated"}), "doubt").chip;
    };
    EXPECT_EQ(chip(), "partial");
    swapForACopy();
    EXPECT_EQ(chip(), "another");
    m_line.resolve("spoiled");
    m_line.run();
    m_line.expectAllDone();
}

}  // namespace
}  // namespace issuance
