// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_sites.hpp"
#include "issuance/office/station.hpp"
#include "service/remote_office.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/service/running_program.hpp"
#include "tests/service/station_at_work.hpp"
#include "tests/support/postgres_cluster.hpp"

/// What the door costs: the same acts asked of a local office in this process, and of troqueld, a process of its own,
/// over loopback (TLS 1.3, a certificate for each workstation, connections kept), on one PostgreSQL database, in turns.
namespace {

using support::ServedHouse;
using support::StationAtWork;
using Clock = std::chrono::steady_clock;

constexpr int kStations = 16;
constexpr int kReads = 3000;
constexpr int kActsOfStation = 60;
constexpr int kClaimsOfStation = 20;
/// As the program asks of a line that is conducted elsewhere.
constexpr int kClaimsOfPart = 10;
constexpr int kTurns = 11;
constexpr std::chrono::seconds kSustained{20};
constexpr std::size_t kPart = std::size_t{256} * 1024;  ///< of a file that is brought
constexpr int kIdleConnections = 200;

double millisecondsOf(const benchmarks::Work& work) {
    const auto began = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

double megabytes(long kilobytes) { return static_cast<double>(kilobytes) / 1024; }

class Bench {
   public:
    Bench()
        : m_database(founded()),
          m_served(m_database, 2 * kStations),
          m_service(TROQUELD_PROGRAM, m_served.settings(0), m_served.path("log")) {
        m_served.house().reopenOffice();
        for (std::size_t at = 0; at < kStations; ++at) {
            const auto& station = m_served.stations()[at];
            m_offices.push_back(service::openRemoteOffice(m_served.reaching(m_service.url(), station)));
            m_remote.emplace_back(*m_offices.back(), station);
            m_local.emplace_back(m_served.house().office(), m_served.stations()[at + kStations]);
        }
    }

    /// Milliseconds that the door adds to a small act that only reads.
    bool small() {
        const auto read = [&](contract::Office& office) {
            const auto& station = m_served.stations().front();
            base::expected(office.ask(station.operatorThere, contract::PlaceShow{"workstation:" + station.name}),
                           "place.show");
        };
        std::vector<double> local;
        std::vector<double> remote;
        std::vector<double> more;  // of each pair, so that what the machine does for others counts for both
        for (int at = 0; at < kReads; ++at) {
            local.push_back(millisecondsOf([&] { read(m_served.house().office()); }));
            remote.push_back(millisecondsOf([&] { read(*m_offices.front()); }));
            more.push_back(remote.back() - local.back());
        }
        const double added = benchmarks::median(more);
        for (const auto& [name, values] : {std::pair{"local", local}, {"door", remote}})
            std::printf("place.show, %-6s p10 %.3f ms  median %.3f  p90 %.3f  p99 %.3f\n", name,
                        benchmarks::percentile(values, 0.1), benchmarks::median(values),
                        benchmarks::percentile(values, 0.9), benchmarks::percentile(values, 0.99));
        std::printf("the door adds to a small act                 %.3f ms  goal at most 0.50  %s\n", added,
                    added <= 0.5 ? "reached" : "MISSED");
        return added <= 0.5;
    }

    /// Small durable changes a second, asked by all stations at once: here, and through the door. Stated without a
    /// goal.
    void throughput() {
        std::vector<double> local;
        std::vector<double> repeatable;
        std::vector<double> remote;
        for (int turn = -1; turn < kTurns; ++turn) {
            for (auto& station : m_local) station.repeatable = false;
            const double plainly = rate(m_local);
            for (auto& station : m_local) station.repeatable = true;
            const double underIds = rate(m_local);
            const double throughDoor = rate(m_remote);
            if (turn < 0) continue;  // everything is warm then
            local.push_back(plainly);
            repeatable.push_back(underIds);
            remote.push_back(throughDoor);
        }
        const double door = benchmarks::median(remote);
        for (const auto& [name, rates] : {std::pair{"local", local}, {"local, under ids", repeatable}})
            std::printf("stock.lot-use, 16 stations  %-17s %5.0f/s  through the door %5.0f/s  ratio %.2f\n", name,
                        benchmarks::median(rates), door, door / benchmarks::median(rates));
    }

    /// Orders that stations claim and clear, each in two durable transactions: lines of this process, and lines that
    /// the service conducts for stations beyond the door, with their machines, in parts as the program asks.
    bool claims() {
        takeOrders();
        std::vector<std::unique_ptr<issuance::Station>> machines;
        for (std::size_t at = 0; at < kStations; ++at)
            machines.push_back(
                base::expected(issuance::openStation(*m_offices[at], m_served.stations()[at].operatorThere,
                                                     {.home = m_served.path("station-" + std::to_string(at))}),
                               "station"));
        std::vector<double> local;
        std::vector<double> remote;
        for (int turn = -1; turn < kTurns; ++turn) {
            const double here = clearingRate([this](std::size_t at) {
                run(m_served.house().office(), m_served.stations()[at + kStations], {}, kClaimsOfStation);
            });
            const double there = clearingRate([&](std::size_t at) {
                for (int part = 0; part < kClaimsOfStation / kClaimsOfPart; ++part)
                    run(*m_offices[at], m_served.stations()[at], machines[at]->name(), kClaimsOfPart);
            });
            if (turn < 0) continue;
            local.push_back(here);
            remote.push_back(there);
        }
        return benchmarks::report("orders claimed and cleared, 16 stations", benchmarks::median(local),
                                  benchmarks::median(remote), 0.85);
    }

    /// All that the machine does through the door when nobody rests: those who look, those who change, those who send.
    void sustained() {
        m_stop = false;
        std::vector<std::thread> threads;
        for (std::size_t at = 0; at < kStations; ++at) {
            if (at % 4 == 0) threads.emplace_back([this, at] { upload(at); });
            threads.emplace_back([this, at] { at % 2 == 0 ? change(at) : read(at); });
        }
        std::this_thread::sleep_for(kSustained);
        m_stop = true;
        for (auto& thread : threads) thread.join();
        std::printf("sustained for %lld s: 8 stations that look, 8 that change, 4 that upload parts of 256 KiB\n",
                    static_cast<long long>(kSustained.count()));
        for (const auto& [name, values] : m_milliseconds)
            std::printf("  %-14s %8.0f/s  p50 %7.2f ms  p99 %7.2f  p99.9 %7.2f\n", name.c_str(),
                        static_cast<double>(values.size()) / static_cast<double>(kSustained.count()),
                        benchmarks::percentile(values, 0.5), benchmarks::percentile(values, 0.99),
                        benchmarks::percentile(values, 0.999));
    }

    /// Memory of a service that has just been started, with one connection and with many that rest.
    void memory() {
        const support::RunningProgram service{TROQUELD_PROGRAM, m_served.settings(0), m_served.path("log")};
        std::vector<std::unique_ptr<contract::Office>> connected;
        const auto connect = [&] {
            const auto& station = m_served.stations()[connected.size() % kStations];
            connected.push_back(service::openRemoteOffice(m_served.reaching(service.url(), station)));
            base::expected(connected.back()->ask({}, contract::ServiceStatus{}), "service.status");
        };
        const auto began = service.resident();
        connect();
        const auto one = service.resident();
        while (connected.size() < kIdleConnections) connect();
        const auto many = service.resident();
        std::printf("memory of troqueld: %.1f MB started, %.1f MB with 1 connection, %.1f MB with %d; %.1f kB each\n",
                    megabytes(began), megabytes(one), megabytes(many), kIdleConnections,
                    static_cast<double>(many - one) / (kIdleConnections - 1));
    }

   private:
    static std::string founded() {
        auto& cluster = support::PostgresCluster::instance();
        return cluster.address(cluster.createDatabase(), support::PostgresCluster::kOwner);
    }

    /// Orders of one kind, as many as all stations clear in a turn, each a copy of one that was taken.
    void takeOrders() {
        auto& house = m_served.house();
        const contract::OrderImport orders{house.material("orders.xml"), house.material("orders.xml.p7s"),
                                           std::nullopt};
        base::expected(house.ask("operator", orders), "orders");
        m_owner = records::Database::open(m_database)->connect();
        m_owner->executeScript(
            "INSERT INTO production_order SELECT '2026-9' || lpad(n::text, 5, '0'), station, reference || '-' || n, "
            "file_sha256, kind, receipt_number || '-' || n, delivery_site, content, portrait, signature, received_at "
            "FROM (SELECT * FROM production_order WHERE kind = 'passport-ordinary' ORDER BY id LIMIT 1) AS one, "
            "generate_series(1, " +
            std::to_string(kStations * kClaimsOfStation) + ") AS n");
    }
    /// Orders cleared a second by all stations together, of as many as have just been received.
    double clearingRate(const std::function<void(std::size_t)>& clear) {
        m_owner->executeScript(
            "DELETE FROM line_task; INSERT INTO line_task (order_id, stage, standing, rank, chip, item) SELECT id, "
            "'received', 'ready', row_number() OVER (ORDER BY id), 1, 'booklet-ordinary' FROM production_order WHERE "
            "id LIKE '2026-9%'");
        m_owner->executeScript("VACUUM ANALYZE line_task");
        return benchmarks::rateOf(kStations * kClaimsOfStation, [&] {
            std::vector<std::thread> threads;
            for (std::size_t at = 0; at < kStations; ++at) threads.emplace_back([&, at] { clear(at); });
            for (auto& thread : threads) thread.join();
        });
    }
    static void run(contract::Office& office, const ServedHouse::Station& station, const std::string& machines,
                    std::int64_t steps) {
        contract::LineRun request{"folder", "simulated", std::nullopt, steps};
        if (!machines.empty()) request.station = machines;
        const auto ran = base::expected(office.ask(station.operatorThere, request), "line");
        if (ran.steps != steps || ran.refused > 0) std::abort();
    }

    static double rate(std::deque<StationAtWork>& stations) {
        return benchmarks::rateOf(kActsOfStation * static_cast<int>(stations.size()), [&] {
            std::vector<std::thread> threads;
            for (auto& station : stations)
                threads.emplace_back([&station] {
                    for (int at = 0; at < kActsOfStation; ++at)
                        if (!station.work()) std::abort();
                });
            for (auto& thread : threads) thread.join();
        });
    }

    void read(std::size_t at) {
        const auto& station = m_served.stations()[at];
        repeat("place.show", [&] {
            base::expected(
                m_offices[at]->ask(station.operatorThere, contract::PlaceShow{"workstation:" + station.name}), "read");
        });
    }
    void change(std::size_t at) {
        repeat("stock.lot-use", [&] {
            if (!m_remote[at].work()) throw std::runtime_error{m_remote[at].tally().firstRefusal};
        });
    }
    void upload(std::size_t at) {
        const auto& office = m_offices[at];
        const auto& person = m_served.stations()[at].custodiansThere;
        base::Bytes file(kPart, 0x5a);
        std::uint64_t number = at << 32U;
        repeat("content", [&] {
            ++number;
            std::memcpy(file.data(), &number, sizeof number);
            const auto size = static_cast<std::int64_t>(file.size());
            const auto arrived =
                base::expected(office->bring(person, {base::toHex(base::sha256(file)), size, 0, file}), "upload");
            if (arrived != size) throw std::runtime_error{"a part of a file has not arrived"};
        });
    }
    void repeat(const std::string& name, const benchmarks::Work& work) {
        std::vector<double> took;
        while (!m_stop) took.push_back(millisecondsOf(work));
        const std::lock_guard lock{m_mutex};
        auto& all = m_milliseconds[name];
        all.insert(all.end(), took.begin(), took.end());
    }

    const std::string m_database;
    ServedHouse m_served;
    std::unique_ptr<records::Connection> m_owner;
    support::RunningProgram m_service;
    std::vector<std::unique_ptr<contract::Office>> m_offices;
    std::deque<StationAtWork> m_local;
    std::deque<StationAtWork> m_remote;
    std::atomic<bool> m_stop{false};
    std::mutex m_mutex;
    std::map<std::string, std::vector<double>> m_milliseconds;
};

}  // namespace

/// All of it, or the parts named: small, throughput, claims, sustained, memory.
int main(int count, char** words) {
    const std::set<std::string> named{words + 1, words + count};
    const auto wanted = [&](const char* part) { return named.empty() || named.contains(part); };
    Bench bench;
    bool reached = true;
    if (wanted("small")) reached = bench.small() && reached;
    if (wanted("throughput")) bench.throughput();
    if (wanted("claims")) reached = bench.claims() && reached;
    if (wanted("sustained")) bench.sustained();
    if (wanted("memory")) bench.memory();
    return reached ? 0 : 1;
}
