// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <thread>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/service/running_program.hpp"
#include "tests/service/station_at_work.hpp"
#include "tests/support/postgres_cluster.hpp"

/// Three instances of the service on one PostgreSQL database, under the load of stations that use up laminates: two are
/// ended and started again at random, as an operator does and as a power cut does; the third stays, so that its memory
/// tells of leaks.
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int kStations = 12;
constexpr std::size_t kInstances = 3;
constexpr std::size_t kStays = kInstances - 1;
constexpr std::chrono::seconds kCalibration{20};
constexpr double kShare = 0.7;  ///< of what was found sustainable
constexpr int kRows = 12;       ///< of the table
/// How much memory of the instance that stays may be more at the end than after a quarter of the time.
constexpr double kMostGrowth = 1.15;

double megabytes(long kilobytes) { return static_cast<double>(kilobytes) / 1024; }

class Soak {
   public:
    explicit Soak(std::chrono::milliseconds length) : m_length(length) {
        for (std::size_t at = 0; at < kInstances; ++at) start(at);
        for (std::size_t at = 0; at < kStations; ++at) {
            const auto& station = m_served.stations()[at];
            m_offices.push_back(service::openRemoteOffice(m_served.reaching(urlsFrom(at), station)));
            m_working.push_back(std::make_unique<support::StationAtWork>(*m_offices.back(), station));
        }
    }

    bool run() {
        const double sustainable = calibrate();
        const double asked = kShare * sustainable;
        std::printf("sustainable: %.0f acts/s by %d stations; asked for: %.0f acts/s\n", sustainable, kStations, asked);
        const std::chrono::microseconds pause{static_cast<long long>(1e6 * kStations / asked)};
        Stations stations{m_working, pause};
        endAndStartAtRandom();
        stations.stop();
        return told(asked);
    }

   private:
    /// Stations at work, until they are stopped.
    class Stations {
       public:
        Stations(std::vector<std::unique_ptr<support::StationAtWork>>& working, std::chrono::microseconds pause) {
            for (auto& each : working)
                m_threads.emplace_back([this, pause, station = each.get()] { station->workUntil(m_stop, pause); });
        }
        ~Stations() { stop(); }
        Stations(const Stations&) = delete;
        Stations& operator=(const Stations&) = delete;
        void stop() {
            m_stop = true;
            for (auto& thread : m_threads)
                if (thread.joinable()) thread.join();
        }

       private:
        std::atomic<bool> m_stop{false};
        std::vector<std::thread> m_threads;
    };

    void start(std::size_t at) {
        m_instances[at] = std::make_unique<support::RunningProgram>(TROQUELD_PROGRAM, m_served.settings(m_ports[at]),
                                                                    m_served.path("log"));
        if (m_instances[at]->port() != m_ports[at]) throw std::runtime_error{"an instance does not come up again"};
    }
    /// All instances, each station in another order.
    [[nodiscard]] std::string urlsFrom(std::size_t first) const {
        std::string urls;
        for (std::size_t turn = 0; turn < kInstances; ++turn)
            urls += (turn == 0 ? "" : ",") + std::string{"https://127.0.0.1:"} +
                    std::to_string(m_ports[(first + turn) % kInstances]);
        return urls;
    }
    [[nodiscard]] std::int64_t done() const {
        std::int64_t all = 0;
        for (const auto& station : m_working) all += station->done();
        return all;
    }

    /// Acts a second when nobody rests.
    double calibrate() {
        Stations stations{m_working, {}};
        std::this_thread::sleep_for(kCalibration / 4);
        const auto before = done();
        const auto began = Clock::now();
        std::this_thread::sleep_for(kCalibration);
        const auto acts = done() - before;
        const std::chrono::duration<double> took = Clock::now() - began;
        stations.stop();
        for (const auto& station : m_working) m_calibrating.push_back(station->tally().milliseconds.size());
        return static_cast<double>(acts) / took.count();
    }

    void endAndStartAtRandom() {
        std::printf(
            "| minutes | acts/s | ended by SIGTERM | by SIGKILL | MB of the one that stays | of the others |\n"
            "|---:|---:|---:|---:|---:|---:|\n");
        const auto began = Clock::now();
        m_doneBefore = done();
        for (int row = 1; row <= kRows; ++row) {
            const auto until = began + m_length * row / kRows;
            const auto before = done();
            const auto rowBegan = Clock::now();
            while (Clock::now() < until) {
                std::this_thread::sleep_for(std::min<Clock::duration>(between(2000, 8000), until - Clock::now()));
                if (Clock::now() < until) endOne();
            }
            const std::chrono::duration<double> took = Clock::now() - rowBegan;
            m_resident.push_back(m_instances[kStays]->resident());
            std::printf("| %.1f | %.0f | %d | %d | %.1f | %.1f, %.1f |\n",
                        std::chrono::duration<double>(Clock::now() - began).count() / 60,
                        static_cast<double>(done() - before) / took.count(), m_terminated, m_killed,
                        megabytes(m_resident.back()), megabytes(m_instances[0]->resident()),
                        megabytes(m_instances[1]->resident()));
            std::fflush(stdout);
        }
        m_took = Clock::now() - began;
    }
    void endOne() {
        const std::size_t at = std::uniform_int_distribution<std::size_t>{0, kStays - 1}(m_random);
        if (std::bernoulli_distribution{0.5}(m_random)) {
            if (m_instances[at]->end() != 0) throw std::runtime_error{"an instance did not end well"};
            ++m_terminated;
        } else {
            m_instances[at]->kill();
            ++m_killed;
        }
        std::this_thread::sleep_for(between(0, 2000));
        start(at);
    }
    std::chrono::milliseconds between(int least, int most) {
        return std::chrono::milliseconds{std::uniform_int_distribution<>{least, most}(m_random)};
    }

    /// Compares what stations counted with the books; true where nothing is amiss.
    bool told(double asked) {
        std::vector<const support::Tally*> tallies;
        std::vector<double> took;
        std::int64_t refused = 0;
        std::int64_t again = 0;
        for (std::size_t at = 0; at < kStations; ++at) {
            const auto& tally = m_working[at]->tally();
            tallies.push_back(&tally);
            refused += tally.refused;
            again += tally.askedAgain;
            if (tally.refused > 0) std::printf("REFUSED %s\n", tally.firstRefusal.c_str());
            took.insert(took.end(), tally.milliseconds.begin() + static_cast<std::ptrdiff_t>(m_calibrating[at]),
                        tally.milliseconds.end());
        }
        const auto books = records::Database::open(m_address)->connect();
        const auto compared = support::compareWithBooks(*books, tallies);
        m_served.house().reopenOffice();
        m_served.house().logInAgain("auditor");
        const auto journal = base::expected(m_served.house().ask("auditor", contract::JournalVerify{}), "journal");
        std::printf(
            "acts: %lld acknowledged, %lld in the books; lost %lld, doubled %lld, unasked %lld, unknown %lld, "
            "refused %lld; %lld asked again by the stations themselves\n",
            static_cast<long long>(compared.acknowledged), static_cast<long long>(compared.inBooks),
            static_cast<long long>(compared.lost), static_cast<long long>(compared.doubled),
            static_cast<long long>(compared.unasked), static_cast<long long>(compared.unknown),
            static_cast<long long>(refused), static_cast<long long>(again));
        const double rate = static_cast<double>(done() - m_doneBefore) / m_took.count();
        std::printf("rate: %.0f acts/s of %.0f asked for; p50 %.1f ms, p99 %.1f, p99.9 %.1f, longest %.0f\n", rate,
                    asked, benchmarks::percentile(took, 0.5), benchmarks::percentile(took, 0.99),
                    benchmarks::percentile(took, 0.999), benchmarks::percentile(took, 1));
        std::printf("journal: %lld entries, %s\n", static_cast<long long>(journal.entries),
                    journal.intact ? "intact" : "DAMAGED");
        const double growth = static_cast<double>(m_resident.back()) / static_cast<double>(m_resident[kRows / 4]);
        std::printf("memory of the instance that stays: %.2f of what it was after a quarter of the time\n", growth);
        return compared.lost + compared.doubled + compared.unasked + compared.unknown + refused == 0 &&
               journal.intact && growth <= kMostGrowth;
    }

    const std::chrono::milliseconds m_length;
    const std::string m_address = support::PostgresCluster::instance().address(
        support::PostgresCluster::instance().createDatabase(), support::PostgresCluster::kOwner);
    support::ServedHouse m_served{m_address, kStations};
    const std::array<int, kInstances> m_ports{support::freePort(), support::freePort(), support::freePort()};
    std::array<std::unique_ptr<support::RunningProgram>, kInstances> m_instances;
    std::vector<std::unique_ptr<contract::Office>> m_offices;
    std::vector<std::unique_ptr<support::StationAtWork>> m_working;
    std::mt19937 m_random{std::random_device{}()};
    std::vector<long> m_resident;
    std::vector<std::size_t> m_calibrating;  ///< acts of each station while it was found out what is sustainable
    std::int64_t m_doneBefore = 0;
    std::chrono::duration<double> m_took{};
    int m_terminated = 0;
    int m_killed = 0;
};

}  // namespace

int main(int count, char** words) {
    const int minutes = count > 1 ? std::atoi(words[1]) : 60;
    if (minutes < 1) return std::fprintf(stderr, "soak MINUTES\n"), 2;
    try {
        return Soak{std::chrono::minutes{minutes}}.run() ? 0 : 1;
    } catch (const std::exception& error) {
        return std::fprintf(stderr, "soak: %s\n", error.what()), 3;
    }
}
