// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/simulation/simulated_line.hpp"

#include <gmock/gmock.h>

#include "contract/acts_of_stock.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using testing::ElementsAre;
using testing::IsEmpty;

/// A small line at machines that take no time, on a database of its own.
class SimulatedLineTest : public testing::TestWithParam<records::Engine> {
   protected:
    SimulatedLineTest() {
        m_plan.print = 2;
        m_plan.encode = 2;
        m_plan.documents = 12;
        m_plan.pace.reset();
        m_plan.database = m_database.ownerAddress();
    }
    SimulatedLine& founded() {
        m_line = std::make_unique<SimulatedLine>(m_plan, m_folder.path() / "home", m_stop);
        base::expected(m_line->found(), "founding");
        return *m_line;
    }
    /// Worked off, with the faults of a test's own where it has some.
    SimulationTold worked(std::optional<MachineFaults> faults = std::nullopt, const SimulationWatch& watch = {}) {
        auto& line = founded();
        if (faults) line.fail(*faults);
        line.takeOrders({});
        line.work(watch);
        return line.told();
    }
    static std::vector<std::string> codesOf(const SimulationTold& told) {
        std::vector<std::string> codes;
        for (const auto& difference : told.differences) codes.push_back(difference.code);
        return codes;
    }
    /// The first blank in a state.
    std::string blankThatIs(const std::string& state) {
        std::istringstream lines{m_line->people().ask("custodia1", contract::StockExport{}).text};
        for (std::string line; std::getline(lines, line);)
            if (line.find("," + state + ",") != std::string::npos) return line.substr(0, line.find(','));
        return {};
    }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::ScratchFolder m_folder;
    SimulationPlan m_plan;
    std::atomic<bool> m_stop{false};
    std::unique_ptr<SimulatedLine> m_line;
};
TROQUEL_ON_BOTH_ENGINES(SimulatedLineTest);

TEST_P(SimulatedLineTest, MakesEveryDocumentOnceWhateverFails) {
    m_plan.failures = 0.2;
    const auto told = worked();
    EXPECT_TRUE(told.balanced);
    EXPECT_THAT(codesOf(told), IsEmpty());
    EXPECT_EQ(told.documents, 12);
    EXPECT_EQ(told.blanksInDocuments, 12);
    EXPECT_EQ(told.blanksReceived, 12 + told.blanksSpoiled + told.blanksUnused);
    EXPECT_EQ(told.blanksInWork, 0);
    ASSERT_EQ(told.stages.size(), 4U);
    const auto& [print, encode, inspect, release] =
        std::tie(told.stages[0], told.stages[1], told.stages[2], told.stages[3]);
    EXPECT_EQ(print.stage, "print");
    EXPECT_EQ(print.stations, 2);
    EXPECT_EQ(print.done, 12 + encode.refused);
    EXPECT_EQ(encode.done, 12);
    EXPECT_EQ(inspect.done, 12);
    EXPECT_EQ(release.done, 12);
    EXPECT_GT(print.refused, 0);
    EXPECT_GT(encode.refused, 0);
    EXPECT_EQ(told.blanksSpoiled, print.refused + encode.refused);
    EXPECT_LT(told.firstPass, 12);
    EXPECT_EQ(print.capacityUsed, std::nullopt);
    std::int64_t spoiled = 0;
    for (const auto& each : told.spoilage) spoiled += each.blanks;
    EXPECT_EQ(spoiled, told.blanksSpoiled);
    EXPECT_GT(told.databaseAfter, told.databaseBefore);
    int pages = 0, locked = 0, aborted = 0;
    for (const auto& [blank, piece] : m_line->machines().all()) {
        pages += piece.pages;
        locked += piece.locked;
        aborted += piece.aborted;
    }
    EXPECT_EQ(pages, print.done);
    EXPECT_EQ(locked, 12);
    EXPECT_EQ(aborted, print.refused);
}

TEST_P(SimulatedLineTest, FindsWhatTheMachinesMadeAndTheBooksDoNotKnow) {
    m_plan.documents = 2;
    ASSERT_TRUE(worked().balanced);
    auto& machines = m_line->machines();
    machines.count(blankThatIs("usable"), MachineAct::Printed);
    auto told = m_line->told();
    EXPECT_FALSE(told.balanced);
    EXPECT_THAT(codesOf(told), ElementsAre("simulation.unused-touched"));
    machines.count(blankThatIs("personalised"), MachineAct::Printed);
    EXPECT_THAT(codesOf(m_line->told()),
                testing::UnorderedElementsAre("simulation.unused-touched", "simulation.document-unmade"));
    machines.count("A9999999", MachineAct::ChipLocked);
    EXPECT_THAT(codesOf(m_line->told()), testing::Contains("simulation.piece-unknown"));
}

TEST_P(SimulatedLineTest, FindsWhatTheBooksSpoiledAndNoMachineHad) {
    m_plan.documents = 1;
    auto& line = founded();
    const auto blank = blankThatIs("usable");
    auto connection = line.house().database->connect();
    records::Transaction transaction{*connection};
    auto author = base::expected(
        line.house().sessions->authorize(*connection, line.people().token("custodia1"), "stock.receive"), "author");
    const auto beside =
        line.house().sessions->authorize(*connection, line.people().token("custodia2"), "stock.receive");
    author.approver = base::expected(beside, "second").person;
    base::expected(line.house().stock->spoil(transaction, author, blank, inventory::SpoilCause::Print), "spoil");
    transaction.commit();
    line.takeOrders({});
    line.work({});
    EXPECT_THAT(codesOf(line.told()), ElementsAre("simulation.spoiled-untouched"));
}

TEST_P(SimulatedLineTest, GoesOnAfterAMachineWasOutOfServiceAndAChipTore) {
    m_plan.print = m_plan.encode = 1;
    m_plan.documents = 3;
    MachineFaults faults;
    faults.printAborts = [left = 3](const auto& /*blank*/) mutable { return left-- > 0; };
    faults.chipFails = [torn = std::string{}](const auto& blank) mutable -> std::optional<chip::ChipFault> {
        if (torn.empty()) torn = blank;
        if (blank != torn) return std::nullopt;
        return chip::ChipFault{chip::ChipFault::Kind::RemovedAfter, 20};
    };
    const auto told = worked(faults);
    EXPECT_EQ(told.documents, 3);
    EXPECT_EQ(told.machinesSeenTo, 1);
    EXPECT_EQ(told.heldReleased, 1);
    EXPECT_EQ(told.doubtsResolved, 1);
    EXPECT_EQ(told.blanksSpoiled, 4);
    EXPECT_TRUE(told.balanced);
}

TEST_P(SimulatedLineTest, BalancesWhereItIsStopped) {
    const auto told = worked({}, [&](const SimulationProgress& progress) {
        if (progress.released > 0) m_stop = true;
    });
    EXPECT_TRUE(told.interrupted);
    EXPECT_THAT(codesOf(told), IsEmpty());
    EXPECT_GT(told.documents, 0);
    EXPECT_EQ(told.blanksReceived, told.blanksInDocuments + told.blanksSpoiled + told.blanksInWork + told.blanksUnused);
}

TEST_P(SimulatedLineTest, ItsMachinesTakeThePaceAtLeast) {
    m_plan.documents = 3;
    m_plan.pace = 100;
    const auto told = worked();
    for (const auto duty : allDuties()) EXPECT_GE(m_line->machinesWorked(duty), 3 * paceOf(duty) / 100) << nameOf(duty);
    for (const auto& stage : told.stages)
        if (stage.stage != "release") {
            ASSERT_TRUE(stage.capacityUsed.has_value());
            EXPECT_LE(*stage.capacityUsed, 1000);
            EXPECT_GT(*stage.capacityUsed, 0);
            EXPECT_GE(stage.own, 0) << stage.stage;  // what a machine takes, its step takes
        }
}

TEST(Simulation, RefusesPlansOutOfBoundsBeforeItFoundsAnything) {
    const support::ScratchFolder folder;
    const std::atomic<bool> stop{false};
    SimulationPlan plan;
    plan.print = 0;
    plan.documents = 0;
    plan.pace = 0.1;
    plan.failures = 0.6;
    plan.folder = folder.path() / "new";
    const auto refused = simulateLine(plan, {}, stop);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().faults().size(), 4U);
    EXPECT_FALSE(std::filesystem::exists(plan.folder));

    SimulationPlan ofNoKind;
    ofNoKind.kind = "border-pass";
    ofNoKind.folder = plan.folder;
    EXPECT_TRUE(simulateLine(ofNoKind, {}, stop).refusal().has("simulation.kind-unfit"_code));
    EXPECT_FALSE(std::filesystem::exists(plan.folder));

    SimulationPlan intoAnOldFolder;
    intoAnOldFolder.folder = folder.path();
    EXPECT_TRUE(simulateLine(intoAnOldFolder, {}, stop).refusal().has("simulation.folder-exists"_code));
}

}  // namespace
}  // namespace issuance
