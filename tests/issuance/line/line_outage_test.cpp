// SPDX-License-Identifier: GPL-3.0-or-later
// The database goes while a machine is at a blank.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <csignal>
#include <limits>
#include <thread>

#include "base/files.hpp"
#include "contract/acts_of_people.hpp"
#include "issuance/office/simulated_products.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace issuance {
namespace {

using namespace contract;
using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;
using Files = std::vector<std::filesystem::path>;

support::PostgresServer& server() { return support::PostgresCluster::instance().server(); }

/// The machines of training, that tell when the line asks whether they are still there.
class ToldDevices final : public Devices {
   public:
    ToldDevices(std::unique_ptr<Devices> devices, std::function<void()> asked)
        : m_devices(std::move(devices)), m_asked(std::move(asked)) {}
    printing::Printer& printer() override { return m_devices->printer(); }
    bool bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting) override {
        return m_devices->bring(blank, laying, keepWaiting);
    }
    [[nodiscard]] bool fedByHand() const override { return m_devices->fedByHand(); }
    [[nodiscard]] std::shared_ptr<chip::Card> cardOf(const std::string& blank) override {
        return m_devices->cardOf(blank);
    }
    [[nodiscard]] std::optional<base::Bytes> finishedPage(const std::string& jobName) override {
        return m_devices->finishedPage(jobName);
    }
    void wearOut(const std::string& blank) override { m_devices->wearOut(blank); }
    [[nodiscard]] bool present() const override {
        m_asked();
        return true;
    }

   private:
    std::unique_ptr<Devices> m_devices;
    std::function<void()> m_asked;
};

/// Works at the line as workAtLine does, and tells when its machines are asked for.
void work(const std::filesystem::path& home, const std::string& token, StepWatch watch, std::function<void()> asked) {
    const auto house = House::open(home);
    const auto connection = house->database->connect();
    const auto author = base::expected(house->sessions->authorize(*connection, token, "line.run"), "author");
    ToldDevices devices{openDevices(chosenDevices(*house, "folder", "simulated")), std::move(asked)};
    const auto rooms = house->lineRooms();
    Conductor conductor{rooms, *connection, devices, author};
    conductor.watchSteps(std::move(watch));
    conductor.runUntilIdle(std::numeric_limits<std::int64_t>::max());
}

class Outage : public testing::TestWithParam<std::string> {
   protected:
    Outage() { m_line.house().closeOffice(); }
    /// What lies in the drawer of the house.
    [[nodiscard]] Files kept() {
        Files files;
        const HomeFiles home{m_line.house().home()};
        if (std::filesystem::exists(home.outcomes()))
            for (const auto& each : std::filesystem::directory_iterator{home.outcomes()}) files.push_back(each.path());
        return files;
    }
    /// A process that loses its database at the point, keeps what it did, and is killed.
    void losesBooksAndIsKilled() {
        const auto away = [&, lost = false](std::string_view point) mutable {
            if (point == GetParam() && !lost) {
                lost = true;
                ::kill(server().process(), SIGINT);
                const auto database = records::Database::open(
                    support::PostgresCluster::instance().address("postgres", support::PostgresCluster::kOwner));
                for (bool answers = true; answers; std::this_thread::sleep_for(10ms)) try {
                        static_cast<void>(database->connect());
                    } catch (const base::Failure&) {
                        answers = false;
                    }
            }
            if (point == "act.kept") ::raise(SIGKILL);
        };
        auto& house = m_line.house();
        const int status =
            support::waitFor(support::inChild([&] { work(house.home(), house.token("operator"), away, [] {}); }));
        server().again();
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "nothing was kept";
        ASSERT_THAT(kept(), SizeIs(1));
    }
    /// As another workstation does when it begins.
    void anotherFindsItLapsed() {
        m_line.letLeasesLapse();
        const auto house = House::open(m_line.house().home());
        const auto connection = house->database->connect();
        const auto author = base::expected(
            house->sessions->authorize(*connection, m_line.house().token("supervisor"), "line.resolve"), "author");
        records::Transaction transaction{*connection};
        ASSERT_THAT(house->queue->recoverLapsed(transaction, author), SizeIs(1));
        transaction.commit();
    }
    /// How often an act's outcome came too late.
    [[nodiscard]] std::int64_t tooLate() {
        const auto house = House::open(m_line.house().home());
        const auto row = house->database->connect()->queryOne(
            "SELECT count(*) FROM journal_entry WHERE act = 'line.outcome-too-late'");
        return row.value().integer(0);
    }
    void finishes() {
        m_line.house().reopenOffice();
        m_line.run();
        EXPECT_THAT(m_line.doubts(), IsEmpty());
        EXPECT_THAT(kept(), IsEmpty());
        m_line.expectAllDone();
    }

    support::LineUnderTest m_line{records::Engine::Postgresql};
};
INSTANTIATE_TEST_SUITE_P(AfterEachPhysicalAct, Outage, testing::Values("print.done", "encode.done"));

TEST_P(Outage, WhatAMachineDidIsReportedWhenTheBooksAreBack) {
    bool away = false, wasKept = false;
    const auto lose = [&, lost = false](std::string_view point) mutable {
        if (point == GetParam() && !lost) {
            lost = away = true;
            server().stop();
        }
        if (point == "act.kept") {
            wasKept = true;
            ASSERT_THAT(kept(), SizeIs(1));
            const auto sealed = base::expected(base::readFile(kept().front(), 100'000), "kept");
            EXPECT_EQ(std::string(sealed.begin(), sealed.end()).find(m_line.orders().front()), std::string::npos);
        }
    };
    const auto bringBack = [&] {
        if (away && wasKept) server().again();
        if (wasKept) away = false;
    };
    work(m_line.house().home(), m_line.house().token("operator"), lose, bringBack);
    EXPECT_TRUE(wasKept);
    EXPECT_THAT(kept(), IsEmpty());
    m_line.house().reopenOffice();
    EXPECT_THAT(m_line.doubts(), IsEmpty());
    m_line.expectAllDone();
}

TEST_P(Outage, AProgramThatIsKilledMeanwhileLeavesItToTheNextRun) {
    ASSERT_NO_FATAL_FAILURE(losesBooksAndIsKilled());
    m_line.letLeasesLapse();
    finishes();
    EXPECT_EQ(tooLate(), 0);
}

TEST_P(Outage, WhatTheStationKnowsEndsTheDoubtOfALapsedLease) {
    ASSERT_NO_FATAL_FAILURE(losesBooksAndIsKilled());
    ASSERT_NO_FATAL_FAILURE(anotherFindsItLapsed());
    finishes();
    EXPECT_EQ(tooLate(), 0);
}

TEST_P(Outage, APersonWhoLookedIsNotContradicted) {
    ASSERT_NO_FATAL_FAILURE(losesBooksAndIsKilled());
    ASSERT_NO_FATAL_FAILURE(anotherFindsItLapsed());
    m_line.house().reopenOffice();
    ASSERT_THAT(m_line.doubts(), SizeIs(1));
    m_line.resolve("spoiled");
    finishes();
    EXPECT_EQ(tooLate(), 1);
}

}  // namespace
}  // namespace issuance
