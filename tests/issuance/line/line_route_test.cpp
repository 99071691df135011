// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/issuance/office/chip_templates.hpp"
#include "tests/support/engine_test.hpp"

/// Ordinary passports whose chip is encoded before their page is printed.
namespace issuance {
namespace {

using namespace contract;
using records::Engine;
using support::KillPoint;
using testing::ElementsAre;

constexpr std::size_t kLargestChip = std::size_t{1024} * 1024;

/// Founds its houses with such a kind.
class ChipFirstLine {
   public:
    explicit ChipFirstLine(Engine engine) : m_line(std::make_unique<support::LineUnderTest>(engine)) {}
    support::LineUnderTest& line() { return *m_line; }

   private:
    support::ChipTemplates m_templates{"icao-applet", "encoded=\"before-printing\""};
    std::unique_ptr<support::LineUnderTest> m_line;
};

/// Where the process is killed, and whether a physical act had begun whose outcome was not written.
constexpr KillPoint kPoints[] = {
    {"prepare.recorded", 1, false}, {"encode.begun", 1, true},      {"encode.write-file EF.DG2", 1, true},
    {"encode.lock", 1, true},       {"encode.done", 1, true},       {"act.recorded", 1, true},
    {"print.begun", 1, true},       {"print.page", 1, true},        {"print.done", 1, true},
    {"act.recorded", 2, true},      {"act.recorded", 3, true},      {"inspect.judged", 1, false},
    {"refuse.recorded", 1, false},  {"inspect.recorded", 2, false},
};

class KilledChipFirst : public testing::TestWithParam<std::tuple<KillPoint, Engine>> {};
INSTANTIATE_TEST_SUITE_P(AtEachPointOnBothEngines, KilledChipFirst,
                         testing::Combine(testing::ValuesIn(kPoints),
                                          testing::Values(Engine::Sqlite, Engine::Postgresql)));

TEST_P(KilledChipFirst, LosesAndDoublesNothing) {
    const auto& [point, engine] = GetParam();
    ChipFirstLine chipFirst{engine};
    auto& line = chipFirst.line();
    ASSERT_NO_FATAL_FAILURE(line.killAt(point.point, point.occurrence, line.orders().front()));
    line.run();
    EXPECT_EQ(line.doubts().size(), point.leavesDoubt ? 1U : 0U);
    line.expectBooksAgree();
    line.run();
    EXPECT_EQ(line.doubts().size(), point.leavesDoubt ? 1U : 0U) << "a machine went on from a doubt";
    line.resolve("spoiled");
    line.run();
    line.expectAllDone();
}

class ChipsBeforePages : public testing::TestWithParam<Engine> {
   protected:
    void SetUp() override {
        for (const auto& order : m_chipFirst.line().orders())
            if (shown(order).order.kind == "passport-ordinary") m_passports.push_back(order);
    }
    support::TrainingHouse& house() { return m_chipFirst.line().house(); }
    OrderShown shown(const std::string& order) {
        return base::expected(house().ask("operator", OrderShow{order}), order);
    }
    DocumentShown document(const std::string& order) {
        return base::expected(house().ask("operator", DocumentShow{shown(order).order.document}), order);
    }
    /// Works on until the order has come to the stage.
    void workUntil(const std::string& order, const std::string& stage) {
        while (shown(order).order.stage != stage)
            ASSERT_TRUE(house().ask("operator", LineRun{"folder", "simulated", std::nullopt, 1}));
    }
    /// "step outcome", line by line.
    std::vector<std::string> historyOf(const std::string& order) {
        std::vector<std::string> lines;
        for (const auto& stage : shown(order).stages) lines.push_back(stage.stage + " " + stage.outcome);
        return lines;
    }
    [[nodiscard]] std::filesystem::path chipFileOf(const std::string& blank) {
        return HomeFiles{house().home()}.chips() / (blank + ".chip");
    }
    [[nodiscard]] bool isPrinted(const std::string& blank) {
        return std::filesystem::exists(HomeFiles{house().home()}.pages() / (blank + "-page.pdf"));
    }

    ChipFirstLine m_chipFirst{GetParam()};
    std::vector<std::string> m_passports;
};
TROQUEL_ON_BOTH_ENGINES(ChipsBeforePages);

TEST_P(ChipsBeforePages, AreEncodedThenPrintedThenInspected) {
    workUntil(m_passports.front(), "encoded");
    EXPECT_FALSE(isPrinted(document(m_passports.front()).blank));
    m_chipFirst.line().run();
    m_chipFirst.line().expectAllDone();
    for (const auto& order : m_passports) {
        EXPECT_TRUE(isPrinted(document(order).blank));
        EXPECT_THAT(historyOf(order), ElementsAre("clear finish", "prepare finish", "encode finish", "print finish",
                                                  "inspect finish", "release finish"));
    }
}

TEST_P(ChipsBeforePages, ThatAreRefusedSpoilABlankWithoutAPage) {
    const auto &first = m_passports.at(0), &second = m_passports.at(1);
    workUntil(first, "inspected");
    workUntil(second, "prepared");
    const auto spoiled = document(second).blank;
    // The blank's chip is written already, as one is that comes from elsewhere.
    base::writeSecretFileDurably(chipFileOf(spoiled),
                                 base::readFile(chipFileOf(document(first).blank), kLargestChip).value());
    m_chipFirst.line().run();
    EXPECT_FALSE(isPrinted(spoiled));
    const auto history = base::expected(house().ask("custodian", StockHistory{spoiled}), spoiled);
    EXPECT_EQ(history.state, "spoiled");
    EXPECT_EQ(historyOf(second).at(2), "encode refuse");
    EXPECT_EQ(shown(second).order.attempts, 2);
    m_chipFirst.line().expectAllDone();
    EXPECT_TRUE(isPrinted(document(second).blank));
}

// Somebody found the chip done: it goes to the printer, and what would have written it again is gone.
TEST_P(ChipsBeforePages, FoundDoneInDoubtGoToTheirPage) {
    ASSERT_NO_FATAL_FAILURE(m_chipFirst.line().killAt("encode.done", 1));
    m_chipFirst.line().run();
    ASSERT_EQ(m_chipFirst.line().doubts().size(), 1U);
    const auto order = m_chipFirst.line().doubts().front().order;
    EXPECT_EQ(shown(order).order.stage, "prepared");
    m_chipFirst.line().resolve("done");
    EXPECT_EQ(shown(order).order.stage, "encoded");
    m_chipFirst.line().run();
    m_chipFirst.line().expectAllDone();
    EXPECT_EQ(shown(order).order.attempts, 1);
}

TEST_P(ChipsBeforePages, AreEncodedAlreadyWhenTheirPageIsInDoubt) {
    ASSERT_NO_FATAL_FAILURE(
        m_chipFirst.line().killAt("print.begun", m_chipFirst.line().orders().front() == m_passports.front() ? 1 : 2));
    m_chipFirst.line().run();
    const auto doubts = m_chipFirst.line().doubts();
    ASSERT_EQ(doubts.size(), 1U);
    const auto shown = base::expected(house().ask("supervisor", LineDoubt{doubts.front().order, "simulated"}), "doubt");
    EXPECT_EQ(shown.step, "print");
    EXPECT_EQ(shown.chip, "locked");
    EXPECT_EQ(shown.chipDue, "locked");
}

}  // namespace
}  // namespace issuance
