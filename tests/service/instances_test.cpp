// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <array>
#include <memory>
#include <thread>

#include "contract/acts_of_line.hpp"
#include "tests/service/running_program.hpp"
#include "tests/service/served_house.hpp"
#include "tests/service/station_at_work.hpp"
#include "tests/support/postgres_cluster.hpp"

/// Two instances of the service on one database, ended and started again under stations at work.
namespace service {
namespace {

using namespace std::chrono_literals;

constexpr int kStations = 6;

class InstancesTest : public testing::Test {
   protected:
    static std::string founded(const std::string& database) {
        return support::PostgresCluster::instance().address(database, support::PostgresCluster::kOwner);
    }
    InstancesTest() {
        for (auto& instance : m_instances) start(instance);
        for (std::size_t at = 0; at < kStations; ++at) {
            const auto& station = m_served.stations()[at];
            // Half of them ask the one first, half the other.
            const auto urls = at % 2 == 0 ? urlOf(0) + "," + urlOf(1) : urlOf(1) + "," + urlOf(0);
            m_offices.push_back(openRemoteOffice(m_served.reaching(urls, station)));
            m_working.push_back(std::make_unique<support::StationAtWork>(*m_offices.back(), station));
            m_threads.emplace_back([this, at] { m_working[at]->workUntil(m_stop); });
        }
    }
    void TearDown() override { finish(); }

    struct Instance {
        int port = support::freePort();
        std::unique_ptr<support::RunningProgram> program = {};
    };
    [[nodiscard]] std::string urlOf(std::size_t at) const {
        return "https://127.0.0.1:" + std::to_string(m_instances[at].port);
    }
    void start(Instance& instance) {
        instance.program = std::make_unique<support::RunningProgram>(TROQUELD_PROGRAM, m_served.settings(instance.port),
                                                                     m_served.path("log"));
        ASSERT_EQ(instance.program->port(), instance.port) << instance.program->url();
    }
    /// Waits until every station has done so many acts more.
    void goOn(std::int64_t acts) {
        std::vector<std::int64_t> before;
        for (const auto& station : m_working) before.push_back(station->done());
        for (std::size_t at = 0; at < m_working.size(); ++at)
            while (m_working[at]->done() < before[at] + acts && !m_working[at]->gaveUp())
                std::this_thread::sleep_for(5ms);
    }
    void finish() {
        m_stop = true;
        for (auto& thread : m_threads)
            if (thread.joinable()) thread.join();
    }
    /// What stations counted is what the books say, and the journal is whole.
    support::Compared compared() {
        finish();
        std::vector<const support::Tally*> tallies;
        for (const auto& station : m_working) {
            tallies.push_back(&station->tally());
            EXPECT_EQ(station->tally().refused, 0) << station->tally().firstRefusal;
            EXPECT_FALSE(station->gaveUp()) << station->tally().lastFailure;
        }
        const auto books = records::Database::open(founded(m_database))->connect();
        const auto compared = support::compareWithBooks(*books, tallies);
        EXPECT_EQ(compared.inBooks, compared.acknowledged);
        EXPECT_EQ(compared.unasked, 0);
        EXPECT_EQ(compared.unknown, 0);
        EXPECT_GE(compared.inBooks, kStations);
        m_served.house().reopenOffice();
        const auto journal = m_served.house().ask("auditor", contract::JournalVerify{});
        EXPECT_TRUE(journal && journal->intact);
        return compared;
    }

    const std::string m_database = support::PostgresCluster::instance().createDatabase();
    support::ServedHouse m_served{founded(m_database), kStations};
    std::array<Instance, 2> m_instances;
    std::vector<std::unique_ptr<contract::Office>> m_offices;
    std::vector<std::unique_ptr<support::StationAtWork>> m_working;
    std::atomic<bool> m_stop{false};
    std::vector<std::thread> m_threads;
};

TEST_F(InstancesTest, AreRestartedOneAfterTheOtherAndNobodyNotices) {
    goOn(3);
    for (int round = 0; round < 2; ++round)
        for (auto& instance : m_instances) {
            EXPECT_EQ(instance.program->end(), 0);
            goOn(3);
            start(instance);
            goOn(3);
        }
    const auto books = compared();
    EXPECT_EQ(books.lost, 0);
    EXPECT_EQ(books.doubled, 0);
    for (const auto& station : m_working) EXPECT_EQ(station->tally().askedAgain, 0) << station->tally().lastFailure;
}

TEST_F(InstancesTest, OneIsKilledAndWhatItLeftHalfDoneIsDoneOnceByTheOther) {
    for (int round = 0; round < 5; ++round)
        for (auto& instance : m_instances) {
            goOn(5);
            instance.program->kill();
            goOn(5);
            start(instance);
        }
    const auto books = compared();
    EXPECT_EQ(books.lost, 0);
    EXPECT_EQ(books.doubled, 0);
}

}  // namespace
}  // namespace service
