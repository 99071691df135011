// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>

#include "base/failure.hpp"
#include "issuance/office/local_office.hpp"
#include "issuance/simulation/simulated_machines.hpp"
#include "issuance/simulation/simulated_orders.hpp"
#include "issuance/simulation/simulation.hpp"

namespace issuance {

/// A folder of its own for a simulation: a new one that stays, or a temporary one that goes with the object.
class SimulationFolder {
   public:
    /// Refuses "simulation.folder-exists".
    static base::Result<std::unique_ptr<SimulationFolder>> make(const std::filesystem::path& wanted);
    ~SimulationFolder();
    SimulationFolder(const SimulationFolder&) = delete;
    SimulationFolder& operator=(const SimulationFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] bool stays() const { return m_stays; }

   private:
    SimulationFolder(std::filesystem::path path, bool stays) : m_path(std::move(path)), m_stays(stays) {}
    std::filesystem::path m_path;
    bool m_stays;
};

/// People of a simulated institution, each with one role, who ask its office. A session is opened anew before it ends
/// by resting.
class SimulatedPeople {
   public:
    SimulatedPeople(contract::Office& office, std::string workstation, std::string password);
    /// Enrols a person by the administrator, and opens no session yet.
    void enrol(const std::string& user, const std::string& role);
    /// The token of their session at a workstation; at the first one where none is named.
    const std::string& token(const std::string& user, const std::string& workstation = {});

    /// Asks as one person, or as two, and again where stations keep the books busy. Throws what is refused.
    template <contract::Request R>
    typename R::Answer ask(const std::string& user, const R& request, const std::string& second = {}) {
        const contract::Credentials credentials{token(user), second.empty() ? std::string{} : token(second)};
        for (int attempt = 1;; ++attempt) try {
                return base::expected(m_office.ask(credentials, request), R::kAct.name);
            } catch (const base::Failure& failure) {
                if (!isBusy(failure) || attempt == kMostAttempts) throw;
            }
    }

   private:
    static constexpr int kMostAttempts = 5;
    static bool isBusy(const base::Failure& failure);
    struct Session {
        std::string token;
        std::chrono::steady_clock::time_point opened = {};
    };
    contract::Office& m_office;
    const std::string m_workstation;
    const std::string m_password;
    std::map<std::string, Session> m_sessions;
};

/// Tells stations that there may be work for them.
class WorkBell {
   public:
    void ring();
    [[nodiscard]] std::int64_t rings() const;
    /// Returns when it rang since `seen`, or after that time.
    void wait(std::int64_t seen, std::chrono::milliseconds longest);

   private:
    mutable std::mutex m_mutex;
    std::condition_variable m_rang;
    std::int64_t m_rings = 0;
};

/// A station, for whoever works it elsewhere than in a thread of the line's.
struct StationSeat {
    Duty duty;
    std::string workstation;
    std::string token;  ///< of its operator's session
};

/// People and stations of a simulated line that stand in processes of their own.
struct OutsideStations {
    /// Works one station until `ended`; in a thread of its own. What it throws ends the simulation.
    std::function<void(const StationSeat&, const std::atomic<bool>& ended)> work;
    /// Held while people ask the books: whoever takes the books away for a while takes it first.
    std::mutex& books;
};

/// A training institution whose line is worked off by stations in threads of their own, each a workstation with its
/// operator, its connection and its simulated machines. The steps are called in their order: found, takeOrders, work,
/// told.
class SimulatedLine {
   public:
    /// The plan's folder and database are new. `stop` outlives the line.
    SimulatedLine(SimulationPlan plan, const std::filesystem::path& home, const std::atomic<bool>& stop,
                  std::unique_ptr<MachineTally> tally = std::make_unique<MachineTally>());
    ~SimulatedLine();
    SimulatedLine(const SimulatedLine&) = delete;
    SimulatedLine& operator=(const SimulatedLine&) = delete;

    /// Founds the institution, with people, workstations and the first blanks. Refuses "simulation.bad-plan",
    /// "simulation.kind-unfit", and what founding refuses.
    base::Outcome found();
    /// Instead of the faults that the plan draws; before `work`.
    void fail(MachineFaults faults) { m_faults = std::move(faults); }
    /// Instead of threads at simulated machines; before `work`. The machines count into the line's tally.
    void employ(OutsideStations outside) { m_outside.emplace(std::move(outside)); }
    void takeOrders(const SimulationWatch& watch);
    /// Until no order is left, or it is stopped. Throws what broke at a station.
    void work(const SimulationWatch& watch);
    /// What was done, and whether the books agree with the machines.
    SimulationTold told();

    [[nodiscard]] MachineTally& machines() { return *m_tally; }
    [[nodiscard]] contract::Office& office() { return *m_office; }
    [[nodiscard]] House& house() { return *m_house; }
    [[nodiscard]] SimulatedPeople& people() { return *m_people; }
    /// Of the machines of a duty's stations, the time that they were at work.
    [[nodiscard]] std::chrono::duration<double> machinesWorked(Duty duty) const;

   private:
    class Station;
    void enrolPeople();
    void openStations();
    void receiveBlanks(std::int64_t quantity);
    void issueBlanks(Station& station);
    /// What people do while the line works: release, look at doubts and holds, bring blanks. True once no order is
    /// left.
    bool seeTo(const SimulationWatch& watch);
    /// Brings a box to each station that prints and has less than half of one.
    void bringBlanks();
    void resolveDoubts(const std::vector<contract::OrderLine>& inDoubt);
    void endHolds();
    void workStation(Station& station);
    bool workOnce(Station& station);
    void endStations();
    [[nodiscard]] std::vector<Station*> stationsOf(Duty duty) const;

    const SimulationPlan m_plan;
    const std::filesystem::path m_home;
    const std::atomic<bool>& m_stop;
    std::atomic<bool> m_ended{false};  ///< stations begin nothing any more
    MachineFaults m_faults;
    std::unique_ptr<MachineTally> m_tally;
    std::optional<OutsideStations> m_outside;
    House* m_house = nullptr;  ///< the office's
    std::unique_ptr<LocalOffice> m_office;
    const DocumentKind* m_kind = nullptr;
    const inventory::Item* m_item = nullptr;
    std::unique_ptr<SimulatedPeople> m_people;
    std::unique_ptr<records::Connection> m_connection;  ///< of who looks on
    std::unique_ptr<MachineRoom> m_machineRoom;
    std::vector<std::unique_ptr<Station>> m_stations;
    std::map<Duty, WorkBell> m_bells;
    std::exception_ptr m_broken;
    std::mutex m_breaking;
    std::int64_t m_taken = 0;     ///< orders
    std::int64_t m_received = 0;  ///< blanks
    std::int64_t m_deliveries = 0;
    std::int64_t m_inVault = 0;
    std::int64_t m_box = 1;  ///< blanks that are brought to a workstation at a time
    std::chrono::duration<double> m_taking{};
    std::chrono::duration<double> m_working{};
    std::int64_t m_databaseBefore = 0;
    std::atomic<std::int64_t> m_machinesSeenTo{0};
    std::int64_t m_holds = 0;
    std::int64_t m_doubts = 0;
};

}  // namespace issuance
