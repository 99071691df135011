// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/faulty_station.hpp"

#include <csignal>
#include <thread>

#include "contract/acts_of_line.hpp"
#include "issuance/office/house.hpp"
#include "issuance/office/simulated_products.hpp"
#include "issuance/simulation/simulation_figures.hpp"
#include "tests/simulation/faulty_machines.hpp"
#include "tests/simulation/machine_log.hpp"

namespace support {
namespace {

using namespace std::chrono_literals;
using issuance::Duty;
using SteadyClock = std::chrono::steady_clock;

/// At each named point of a step; in the writing of a chip, which has a hundred of them, less often.
constexpr double kKilled = 0.012, kKilledWriting = 0.0008;
constexpr double kFrozen = 0.004, kFrozenWriting = 0.0002;
constexpr std::int64_t kAttempts = 3;
constexpr auto kLook = 50ms;
/// A station that finds nothing to do looks all the same now and then for what others left lying.
constexpr auto kLookForLapsed = 1s;

std::atomic<bool> ended{false};
static_assert(std::atomic<bool>::is_always_lock_free);
void end(int /*signal*/) { ended = true; }

class Station {
   public:
    explicit Station(const FaultyStation& station)
        : m_station(station),
          m_happenings(station.folder.happenings()),
          m_draw(station.seed, station.workstation, station.life, m_happenings),
          m_machineLog(station.folder.machineLog()),
          m_house(issuance::House::open(station.folder.home())),
          m_queue(m_house->clock, station.lease, kAttempts),
          m_stations(m_house->clock, station.lease),
          m_room{station.folder.pages(),
                 station.folder.chips(),
                 [this](const std::string& blank) { return issuance::makeOfBlank(*m_house, blank); },
                 std::nullopt,
                 1,
                 FaultyMachines::faultsOf(m_draw),
                 m_machineLog,
                 ended},
          m_machines(station.duty, m_room, m_draw, station.lease) {}

    void work() {
        auto connection = m_house->database->connect();
        auto last = SteadyClock::time_point{};
        while (!ended) {
            const bool waits = workWaits(*connection, m_station.duty, m_station.workstation, m_house->clock.now());
            if (waits || SteadyClock::now() - last > kLookForLapsed) {
                run(*connection);
                last = SteadyClock::now();
            } else {
                std::this_thread::sleep_for(kLook);
            }
        }
    }

   private:
    void run(records::Connection& connection) {
        auto author = base::expected(
            m_house->sessions->authorize(connection, m_station.token, contract::LineRun::kAct.permission), "session");
        const auto house = m_house->lineRooms();
        const issuance::LineRooms rooms{
            m_queue,         house.orders,  house.documents,     house.confidential, house.stock,
            house.catalogue, house.designs, house.chipProfiles,  house.preparation,  house.signers,
            house.trust,     house.clock,   house.transportKeys, m_stations,         house.outcomes,
            house.materials};
        issuance::Conductor conductor{rooms, connection, m_machines, std::move(author), {{m_station.duty}, {}}};
        conductor.watchSteps([this](std::string_view point) { reached(point); });
        for (const auto& [duty, cause] : conductor.runUntilIdle(std::numeric_limits<std::int64_t>::max()).outOfService)
            m_happenings.note("said out of service: " + (cause ? cause->code.name() : ""));
    }
    // A process that is stopped is let go on by who watches over it.
    void reached(std::string_view point) {
        const bool writing = point.starts_with("encode.") && point != "encode.begun" && point != "encode.done";
        const std::string at{point.substr(0, point.find(' '))};
        if (m_draw.comes("killed at " + at, writing ? kKilledWriting : kKilled)) raise(SIGKILL);
        if (m_draw.comes("frozen at " + at, writing ? kFrozenWriting : kFrozen)) raise(SIGSTOP);
    }

    const FaultyStation& m_station;
    Happenings m_happenings;
    FaultDraw m_draw;
    MachineLog m_machineLog;
    std::unique_ptr<issuance::House> m_house;
    issuance::TaskQueue m_queue;
    issuance::StationBook m_stations;
    issuance::MachineRoom m_room;
    FaultyMachines m_machines;
};

}  // namespace

std::vector<std::string> FaultyStation::words() const {
    return {"station",
            folder.path.string(),
            std::string{nameOf(duty)},
            workstation,
            std::to_string(seed),
            std::to_string(life),
            std::to_string(lease.count())};
}

FaultyStation FaultyStation::read(const std::vector<std::string>& words) {
    FaultyStation station;
    station.folder.path = words.at(1);
    station.duty = issuance::dutyNamed(words.at(2)).value();
    station.workstation = words.at(3);
    station.seed = static_cast<std::uint32_t>(std::stoul(words.at(4)));
    station.life = std::stoi(words.at(5));
    station.lease = std::chrono::seconds{std::stol(words.at(6))};
    const char* token = std::getenv("TROQUEL_FAULTY_TOKEN");
    station.token = token == nullptr ? "" : token;
    return station;
}

int work(const FaultyStation& station) {
    std::signal(SIGTERM, end);
    try {
        Station{station}.work();
        return 0;
    } catch (const base::Failure& failure) {
        Happenings{station.folder.happenings()}.note("said " + failure.code().name());
        std::fprintf(stderr, "%s\n%s\n", failure.what(), failure.detail().c_str());
    } catch (const std::exception& failure) {
        Happenings{station.folder.happenings()}.note("said something else");
        std::fprintf(stderr, "%s\n", failure.what());
    }
    return 1;
}

}  // namespace support
