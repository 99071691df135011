// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/line/line_under_test.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <limits>
#include <ostream>
#include <set>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/simulated_products.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace support {
namespace {

using namespace contract;
using records::Engine;

/// A founded house with its orders taken, closed, to be copied.
struct Prepared {
    std::string database;  ///< its name, on PostgreSQL
    std::unique_ptr<TrainingHouse> house;
    std::vector<std::string> orders;
};

std::string addressOf(const std::string& database) {
    return database.empty() ? "" : PostgresCluster::instance().address(database, PostgresCluster::kOwner);
}

/// Cancels all orders but a visitor's card and some ordinary passports.
void keepOnly(Prepared& prepared, std::size_t count) {
    std::size_t cards = 0;
    const auto all = base::expected(prepared.house->ask("operator", OrderList{}), "orders").orders;
    for (const auto& order : all) {
        const bool passport = order.kind == "passport-ordinary" && prepared.orders.size() - cards + 1 < count;
        const bool card = order.kind == "border-visitor-card" && cards == 0;
        if (card) ++cards;
        if (passport || card)
            prepared.orders.push_back(order.order);
        else
            base::expected(prepared.house->ask("supervisor", OrderCancel{order.order, "no se necesita"}), order.order);
    }
    if (prepared.orders.size() != count) throw std::runtime_error{"too few orders in the material"};
}

const Prepared& preparedHouse(Engine engine, std::size_t count) {
    static std::map<std::pair<Engine, std::size_t>, Prepared> all;
    auto& prepared = all[{engine, count}];
    if (prepared.house) return prepared;
    if (engine == Engine::Postgresql) prepared.database = PostgresCluster::instance().createDatabase();
    prepared.house = std::make_unique<TrainingHouse>(addressOf(prepared.database));
    prepared.house->stockAndOrders();
    keepOnly(prepared, count);
    prepared.house->closeOffice();
    return prepared;
}

std::string copyOf(const std::string& database) {
    return database.empty() ? "" : PostgresCluster::instance().createDatabase(database);
}

}  // namespace

void PrintTo(const KillPoint& point, std::ostream* out) { *out << point.point << "/" << point.occurrence; }

LineUnderTest::LineUnderTest(Engine engine, std::size_t orders)
    : m_database(copyOf(preparedHouse(engine, orders).database)),
      m_house(*preparedHouse(engine, orders).house, addressOf(m_database)),
      m_orders(preparedHouse(engine, orders).orders) {}

LineUnderTest::~LineUnderTest() {
    m_house.closeOffice();
    if (!m_database.empty()) PostgresCluster::instance().dropDatabase(m_database);
}

void LineUnderTest::killAt(const std::string& point, int occurrence, const std::string& wornOutOrder) {
    m_house.closeOffice();
    const auto kill = [&, seen = 0](std::string_view reached) mutable {
        if (reached == point && ++seen == occurrence) ::raise(SIGKILL);
    };
    const int status =
        waitFor(inChild([&] { workAtLine(m_house.home(), m_house.token("operator"), wornOutOrder, kill); }));
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << point << " was never reached";
    letLeasesLapse();
    m_house.reopenOffice();
}

void LineUnderTest::letLeasesLapse() {
    const issuance::HomeFiles files{m_house.home()};
    const auto database = records::Database::open(files.databaseAddress(issuance::Institution::load(m_house.home())));
    const auto connection = database->connect();
    connection->execute("UPDATE line_task SET claimed_until = '2000-01-01T00:00:00.000000Z' WHERE claimed_until <> ''");
    connection->execute("UPDATE line_task SET not_before = '' WHERE not_before <> ''");
}

LineRan LineUnderTest::run() {
    return base::expected(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
}

std::vector<OrderLine> LineUnderTest::doubts() { return m_house.ask("supervisor", LineStatus{})->inDoubt; }

void LineUnderTest::resolve(const std::string& verdict) {
    for (const auto& order : doubts())
        base::expected(m_house.ask("supervisor", LineResolve{order.order, verdict, "visto"}), "resolve");
}

void LineUnderTest::expectAllDone() {
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

void LineUnderTest::expectBooksAgree() {
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
    const auto journal = m_house.ask("auditor", JournalVerify{});
    EXPECT_TRUE(journal->intact) << (journal->findings.empty() ? "" : journal->findings.front());
}

void workAtLine(const std::filesystem::path& home, const std::string& token, const std::string& wornOutOrder,
                issuance::StepWatch watch) {
    const auto house = issuance::House::open(home);
    const auto connection = house->database->connect();
    const auto author = base::expected(house->sessions->authorize(*connection, token, "line.run"), "author");
    const auto devices = issuance::openDevices(issuance::chosenDevices(*house, "folder", "simulated"));
    const auto rooms = house->lineRooms();
    issuance::Conductor conductor{rooms, *connection, *devices, author};
    conductor.wearOutChipOf(issuance::ProductionOrderId{wornOutOrder});
    conductor.watchSteps(std::move(watch));
    conductor.runUntilIdle(std::numeric_limits<std::int64_t>::max());
}

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

}  // namespace support
