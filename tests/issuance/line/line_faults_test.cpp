// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <limits>
#include <set>

#include "base/failure.hpp"
#include "issuance/office/house.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace contract;

/// A point of the line at which the process is killed, and what must be found after it.
struct KillPoint {
    const char* point;
    int occurrence;
    bool leavesDoubt;  ///< a physical act had begun whose outcome was not written
};

constexpr KillPoint kPoints[] = {
    {"claimed", 1, false},          {"claimed", 8, false},
    {"clear.recorded", 1, false},   {"prepare.blank-taken", 1, false},
    {"prepare.made", 1, false},     {"prepare.recorded", 1, false},
    {"print.begun", 1, true},       {"print.done", 1, true},
    {"encode.begun", 1, true},      {"encode.done", 1, true},
    {"act.recorded", 1, true},      {"act.recorded", 2, true},
    {"inspect.judged", 1, false},   {"inspect.kept", 1, false},
    {"refuse.recorded", 1, false},  {"inspect.recorded", 1, false},
    {"inspect.recorded", 2, false},
};

void PrintTo(const KillPoint& point, std::ostream* out) { *out << point.point << "/" << point.occurrence; }

/// Ends this process at the n-th time that the point is reached.
StepWatch killAt(const KillPoint& target) {
    return [target, seen = 0](std::string_view point) mutable {
        if (point == target.point && ++seen == target.occurrence) ::raise(SIGKILL);
    };
}

/// The line as one process works at it: `watch` may end it.
void workAtLine(const std::filesystem::path& home, const std::string& token, const std::string& wornOut,
                StepWatch watch) {
    const auto house = House::open(home);
    const auto connection = house->database->connect();
    const auto author = base::expected(house->sessions->authorize(*connection, token, "line.run"), "author");
    const auto devices = openDevices({"folder", "simulated", house->files.chips(), house->files.pages()});
    const auto rooms = house->lineRooms();
    Conductor conductor{rooms, *connection, *devices, author};
    conductor.wearOutChipOf(ProductionOrderId{wornOut});
    conductor.watchSteps(std::move(watch));
    conductor.runUntilIdle(std::numeric_limits<std::int64_t>::max());
}

/// Runs the work in a process of its own.
pid_t inChild(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    try {
        work();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        ::_exit(1);
    }
    ::_exit(0);
}

int waitFor(pid_t child) {
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return status;
}

class Line {
   public:
    explicit Line(const std::string& database) : m_house(database) { m_house.stockAndOrders(); }

    /// Cancels all orders but a few of them, so that a run is short.
    void keepOnly(std::size_t count) {
        auto all = m_house.ask("operator", OrderList{})->orders;
        for (const auto& order : all) {
            const bool wanted = order.kind == "passport-ordinary"
                                    ? m_orders.size() + 1 < count
                                    : m_cards++ == 0 && order.kind == "border-visitor-card";
            if (order.kind != "border-visitor-card" && order.kind != "passport-ordinary") --m_cards;
            if (wanted)
                m_orders.push_back(order.order);
            else
                base::expected(m_house.ask("supervisor", OrderCancel{order.order, "no se necesita"}), order.order);
        }
    }

    void killChildAt(const KillPoint& point) {
        m_house.closeOffice();
        const int status = waitFor(
            inChild([&] { workAtLine(m_house.home(), m_house.token("operator"), m_orders.front(), killAt(point)); }));
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the point was never reached";
        m_house.reopenOffice();
        letLeasesLapse();
    }

    void letLeasesLapse() {
        const auto database =
            records::Database::open(HomeFiles{m_house.home()}.databaseAddress(Institution::load(m_house.home())));
        database->connect()->execute(
            "UPDATE line_task SET claimed_until = '2000-01-01T00:00:00.000000Z' WHERE claimed_until <> ''");
    }

    LineRan run() {
        return base::expected(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}),
                              "line");
    }
    [[nodiscard]] std::vector<OrderLine> doubts() { return m_house.ask("supervisor", LineStatus{})->inDoubt; }
    void resolve(const std::string& verdict) {
        for (const auto& order : doubts())
            base::expected(m_house.ask("supervisor", LineResolve{order.order, verdict, "visto"}), "resolve");
    }

    /// Every order has its one released document, made of a blank of its own, and all books agree.
    void expectAllDone() {
        base::expected(m_house.ask("inspector", LineRelease{}), "release");
        std::set<std::string> blanks;
        for (const auto& order : m_orders) {
            const auto shown = m_house.ask("operator", OrderShow{order});
            ASSERT_TRUE(shown);
            EXPECT_EQ(shown->order.stage, "released") << order;
            const auto document = m_house.ask("operator", DocumentShow{shown->order.document});
            ASSERT_TRUE(document) << order;
            EXPECT_TRUE(blanks.insert(document->blank).second) << document->blank;
            EXPECT_TRUE(m_house.ask("operator", DocumentVerify{document->number})->authentic) << order;
        }
        EXPECT_EQ(m_house.ask("operator", DocumentList{})->numbers.size(), m_orders.size());
        expectBooksAgree();
    }
    void expectBooksAgree() {
        EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
        const auto journal = m_house.ask("auditor", JournalVerify{});
        EXPECT_TRUE(journal->intact) << (journal->findings.empty() ? "" : journal->findings.front());
    }
    [[nodiscard]] support::TrainingHouse& house() { return m_house; }
    [[nodiscard]] const std::vector<std::string>& orders() const { return m_orders; }

   private:
    support::TrainingHouse m_house;
    std::vector<std::string> m_orders;
    int m_cards = 0;
};

void expectRecoveryFrom(const KillPoint& point, const std::string& database, const std::string& verdict) {
    Line line{database};
    line.keepOnly(3);
    ASSERT_NO_FATAL_FAILURE(line.killChildAt(point));
    line.run();
    EXPECT_EQ(line.doubts().size(), point.leavesDoubt ? 1U : 0U);
    line.expectBooksAgree();
    line.run();
    EXPECT_EQ(line.doubts().size(), point.leavesDoubt ? 1U : 0U) << "a machine went on from a doubt";
    line.resolve(verdict);
    line.run();
    line.expectAllDone();
}

class KilledLine : public testing::TestWithParam<KillPoint> {};
INSTANTIATE_TEST_SUITE_P(AtEachPoint, KilledLine, testing::ValuesIn(kPoints));

TEST_P(KilledLine, LosesAndDoublesNothingOnSqlite) { expectRecoveryFrom(GetParam(), "", "spoiled"); }

class KilledLineOnPostgresql : public testing::TestWithParam<KillPoint> {};
INSTANTIATE_TEST_SUITE_P(AtSomePoints, KilledLineOnPostgresql,
                         testing::Values(KillPoint{"prepare.blank-taken", 1, false}, KillPoint{"print.done", 1, true},
                                         KillPoint{"encode.begun", 1, true}, KillPoint{"inspect.recorded", 1, false}));

TEST_P(KilledLineOnPostgresql, LosesAndDoublesNothing) {
    support::MigratedDatabase database{records::Engine::Postgresql, {}};
    expectRecoveryFrom(GetParam(), database.ownerAddress(), "spoiled");
}

TEST(KilledLineResolved, APageThatWasFoundPrintedIsNotPrintedAgain) {
    expectRecoveryFrom({"print.done", 1, true}, "", "done");
}

TEST(KilledLineResolved, ABlankThatWasFoundUntouchedIsUsed) {
    expectRecoveryFrom({"print.begun", 1, true}, "", "untouched");
}

TEST(TwoProcesses, ShareOneDatabaseAndNeverTakeTheSameTask) {
    support::MigratedDatabase database{records::Engine::Postgresql, {}};
    Line line{database.ownerAddress()};
    line.keepOnly(7);
    auto& house = line.house();
    house.closeOffice();
    const auto work = [&] { workAtLine(house.home(), house.token("operator"), "", {}); };
    const pid_t first = inChild(work);
    const pid_t second = inChild(work);
    EXPECT_EQ(waitFor(first), 0);
    EXPECT_EQ(waitFor(second), 0);
    house.reopenOffice();
    line.expectAllDone();
    for (const auto& order : line.orders()) {
        std::multiset<std::string> steps;
        const auto shown = house.ask("operator", OrderShow{order});
        ASSERT_TRUE(shown);
        for (const auto& stage : shown->stages) steps.insert(stage.stage);
        for (const char* step : {"clear", "prepare", "print", "inspect", "release"})
            EXPECT_EQ(steps.count(step), 1U) << order << " " << step;
    }
}

}  // namespace
}  // namespace issuance
