// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <cstdio>
#include <memory>
#include <thread>

#include "contract/acts_of_line.hpp"
#include "tests/service/running_program.hpp"
#include "tests/service/served_house.hpp"
#include "tests/service/station_at_work.hpp"
#include "tests/support/postgres_server.hpp"

/// A service over two database servers, of which the one that is written to loses its power.
namespace service {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int kStations = 6;
constexpr const char* kDatabase = "troquel";
constexpr const char* kOwner = "troquel_owner";

/// A primary and a standby without which nothing is acknowledged.
class Pair {
   public:
    Pair() {
        const auto admin = records::Database::open(m_primary.address("postgres", "postgres"))->connect();
        admin->executeScript("CREATE ROLE troquel_owner LOGIN");
        admin->executeScript("CREATE DATABASE troquel OWNER troquel_owner");
        m_standby = std::make_unique<support::PostgresServer>(support::PostgresServer::Standby{m_primary});
        admin->executeScript("ALTER SYSTEM SET synchronous_standby_names = '*'");
        admin->query("SELECT 1 FROM (SELECT pg_reload_conf()) AS done");
        while (!admin->queryOne("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"))
            std::this_thread::sleep_for(20ms);
    }
    /// Both of them, as the configuration of an institution would name them.
    [[nodiscard]] std::string address() const {
        return std::string{"postgresql://"} + kOwner + "@/" + kDatabase + "?host=" + m_primary.host() + "," +
               m_standby->host() + "&target_session_attrs=read-write&connect_timeout=2";
    }
    void losePrimary() { m_primary.kill(); }
    /// As an operator does, or what watches over the servers.
    void promoteStandby() {
        const auto admin = records::Database::open(m_standby->address("postgres", "postgres"))->connect();
        admin->query("SELECT 1 FROM (SELECT pg_promote()) AS done");
    }

   private:
    support::PostgresServer m_primary;
    std::unique_ptr<support::PostgresServer> m_standby;
};

class FailoverTest : public testing::Test {
   protected:
    FailoverTest() {
        for (const auto& station : m_served.stations()) {
            m_offices.push_back(openRemoteOffice(m_served.reaching(m_service.url(), station)));
            m_working.push_back(std::make_unique<support::StationAtWork>(*m_offices.back(), station));
            m_threads.emplace_back([this, working = m_working.back().get()] { working->workUntil(m_stop); });
        }
    }
    void TearDown() override { finish(); }
    void finish() {
        m_stop = true;
        for (auto& thread : m_threads)
            if (thread.joinable()) thread.join();
    }
    /// Waits until every station has done so many acts more, and says when the first of them was done.
    Clock::time_point goOn(std::int64_t acts) {
        std::vector<std::int64_t> before;
        for (const auto& station : m_working) before.push_back(station->done());
        Clock::time_point first{};
        for (bool all = false; !all; std::this_thread::sleep_for(2ms)) {
            all = true;
            for (std::size_t at = 0; at < m_working.size(); ++at) {
                const auto done = m_working[at]->done();
                if (done > before[at] && first == Clock::time_point{}) first = Clock::now();
                all = all && (done >= before[at] + acts || m_working[at]->gaveUp());
            }
        }
        return first;
    }

    Pair m_pair;
    support::ServedHouse m_served{m_pair.address(), kStations};
    support::RunningProgram m_service{TROQUELD_PROGRAM, m_served.settings(0), m_served.path("log")};
    std::vector<std::unique_ptr<contract::Office>> m_offices;
    std::vector<std::unique_ptr<support::StationAtWork>> m_working;
    std::atomic<bool> m_stop{false};
    std::vector<std::thread> m_threads;
};

TEST_F(FailoverTest, TheServiceGoesOnAtTheStandbyWithAllThatWasAcknowledged) {
    goOn(20);
    m_pair.losePrimary();
    const auto lost = Clock::now();
    std::this_thread::sleep_for(500ms);
    m_pair.promoteStandby();
    const auto promoted = Clock::now();
    const auto answered = goOn(20);
    const auto milliseconds = [](Clock::duration took) { return static_cast<long long>(took / 1ms); };
    std::printf("promoted %lld ms after the primary was lost; the first act was done %lld ms after that\n",
                milliseconds(promoted - lost), milliseconds(answered - promoted));
    finish();
    std::vector<const support::Tally*> tallies;
    for (const auto& station : m_working) {
        tallies.push_back(&station->tally());
        EXPECT_EQ(station->tally().refused, 0) << station->tally().firstRefusal;
        EXPECT_FALSE(station->gaveUp()) << station->tally().lastFailure;
    }
    const auto books = records::Database::open(m_pair.address())->connect();
    const auto compared = support::compareWithBooks(*books, tallies);
    EXPECT_EQ(compared.inBooks, compared.acknowledged);
    EXPECT_EQ(compared.lost, 0);
    EXPECT_EQ(compared.doubled, 0);
    EXPECT_EQ(compared.unasked, 0);
    EXPECT_GE(compared.inBooks, 40 * kStations);
    EXPECT_EQ(m_service.end(), 0);
    m_served.house().reopenOffice();
    const auto journal = m_served.house().ask("auditor", contract::JournalVerify{});
    ASSERT_TRUE(journal);
    EXPECT_TRUE(journal->intact) << journal->findings.front();
}

}  // namespace
}  // namespace service
