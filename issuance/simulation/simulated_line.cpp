// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/simulation/simulated_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/log.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_sites.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/simulated_products.hpp"
#include "issuance/simulation/simulation_figures.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr const char* kAdministrator = "administracion";
constexpr const char* kOffice = "oficina";
constexpr const char* kSite = "central";
constexpr const char* kSessionEnd = "2035-12-31";
constexpr std::int64_t kMostStations = 64, kMostDocuments = 1'000'000;
constexpr double kMostFailures = 0.5;
/// A slower machine would outlast a station's lease.
constexpr double kSlowestPace = 0.2;
constexpr std::int64_t kOrdersAFile = 100;
constexpr std::int64_t kLeastBox = 20, kLargestBox = 500;
/// How often people look at the line, and stations without work for some.
constexpr auto kLook = 100ms;
constexpr auto kLookForWork = 250ms;
/// Sessions end by resting after a quarter of an hour.
constexpr auto kSessionUse = 5min;

/// What a person finds who looks at a blank whose printing or writing is in doubt.
std::string verdictOn(const PieceCount& piece, bool printed, int sides) {
    const bool done = printed ? piece.locked > 0 : piece.pages == sides && piece.aborted == 0;
    const bool touched = printed ? piece.chips > 0 : piece.pages + piece.aborted > 0;
    return done ? "done" : touched ? "spoiled" : "untouched";
}

/// What a duty's workstations are called, and the duty that follows it.
struct DutyPlace {
    Duty duty;
    const char* workstation;
    std::optional<Duty> next;
};
constexpr DutyPlace kPlaces[] = {{Duty::Print, "impresion", Duty::Encode},
                                 {Duty::Encode, "grabacion", Duty::Inspect},
                                 {Duty::Inspect, "inspeccion", std::nullopt}};

const DutyPlace& placeOf(Duty duty) { return *std::ranges::find(kPlaces, duty, &DutyPlace::duty); }

base::Fault badPlan(const char* field) { return {"simulation.bad-plan"_code, {{"field", field}}, {}}; }

std::vector<base::Fault> faultsOf(const SimulationPlan& plan) {
    std::vector<base::Fault> faults;
    for (const auto stations : {plan.print, plan.encode, plan.inspect})
        if (stations < 1 || stations > kMostStations) {
            faults.push_back(badPlan("stations"));
            break;
        }
    if (plan.documents < 1 || plan.documents > kMostDocuments) faults.push_back(badPlan("documents"));
    if (plan.pace && (!std::isfinite(*plan.pace) || *plan.pace < kSlowestPace)) faults.push_back(badPlan("pace"));
    if (!(plan.failures >= 0 && plan.failures <= kMostFailures)) faults.push_back(badPlan("failures"));
    return faults;
}

std::int64_t stationsFor(const SimulationPlan& plan, Duty duty) {
    switch (duty) {
        case Duty::Print: return plan.print;
        case Duty::Encode: return plan.encode;
        case Duty::Inspect: return plan.inspect;
    }
    return 0;
}

/// Whether a kind of document has a chip, encoded after its page is printed: the simulated line's stations are
/// workstations of their own. Looked at before anything is founded.
bool isFit(const std::string& kind) {
    House templates;
    loadTemplates(templates, templatesFolder());
    const auto* found = templates.catalogue->find(KindId{kind});
    return found != nullptr && found->chipProfile && found->encoding == Encoding::AfterPrinting;
}

}  // namespace

base::Result<std::unique_ptr<SimulationFolder>> SimulationFolder::make(const std::filesystem::path& wanted) {
    if (!wanted.empty()) {
        if (std::filesystem::exists(wanted))
            return base::Fault{"simulation.folder-exists"_code, {{"folder", wanted.string()}}, {}};
        return std::unique_ptr<SimulationFolder>{new SimulationFolder{wanted, true}};
    }
    const auto path = std::filesystem::temp_directory_path() / ("troquel-simulation-" + base::randomId().substr(0, 12));
    std::filesystem::create_directory(path);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return std::unique_ptr<SimulationFolder>{new SimulationFolder{path, false}};
}

SimulationFolder::~SimulationFolder() {
    std::error_code notRemoved;
    if (!m_stays) std::filesystem::remove_all(m_path, notRemoved);
}

SimulatedPeople::SimulatedPeople(contract::Office& office, std::string workstation, std::string password)
    : m_office(office), m_workstation(std::move(workstation)), m_password(std::move(password)) {}

void SimulatedPeople::enrol(const std::string& user, const std::string& role) {
    ask(kAdministrator, contract::OperatorCreate{user, "Persona de " + user, m_password, {role}, kSessionEnd});
}

const std::string& SimulatedPeople::token(const std::string& user, const std::string& workstation) {
    auto& session = m_sessions[user];
    if (!session.token.empty() && SteadyClock::now() - session.opened < kSessionUse) return session.token;
    const contract::SessionOpen request{user, m_password, workstation.empty() ? m_workstation : workstation};
    session = {base::expected(m_office.ask({}, request), user).token, SteadyClock::now()};
    return session.token;
}

// Nothing was done then.
bool SimulatedPeople::isBusy(const base::Failure& failure) { return failure.code() == "records.busy"_code; }

void WorkBell::ring() {
    {
        const std::lock_guard lock{m_mutex};
        ++m_rings;
    }
    m_rang.notify_all();
}

std::int64_t WorkBell::rings() const {
    const std::lock_guard lock{m_mutex};
    return m_rings;
}

void WorkBell::wait(std::int64_t seen, std::chrono::milliseconds longest) {
    std::unique_lock lock{m_mutex};
    m_rang.wait_for(lock, longest, [&] { return m_rings != seen; });
}

/// A workstation with who sits there, and what they work with.
class SimulatedLine::Station {
   public:
    Station(Duty itsDuty, std::string name) : duty(itsDuty), workstation(std::move(name)) {}

    const Duty duty;
    const std::string workstation;
    std::string token = {};
    records::Author author = {};
    std::unique_ptr<records::Connection> connection = {};
    std::unique_ptr<SimulatedMachines> machines = {};
    std::int64_t issued = 0;             ///< blanks to its shift
    std::atomic<std::int64_t> taken{0};  ///< of these, by its line
    std::thread thread = {};
};

SimulatedLine::SimulatedLine(SimulationPlan plan, const std::filesystem::path& home, const std::atomic<bool>& stop,
                             std::unique_ptr<MachineTally> tally)
    : m_plan(std::move(plan)),
      m_home(home),
      m_stop(stop),
      m_faults(MachineFaults::drawn(m_plan.failures, m_plan.seed)),
      m_tally(std::move(tally)) {}

SimulatedLine::~SimulatedLine() { endStations(); }

base::Outcome SimulatedLine::found() {
    if (auto faults = faultsOf(m_plan); !faults.empty()) return base::Refusal{std::move(faults)};
    if (!isFit(m_plan.kind)) return base::Fault{"simulation.kind-unfit"_code, {{"kind", m_plan.kind}}, {}};
    const auto password = base::randomId();
    Founding founding;
    founding.site = kSite;
    founding.workstation = kOffice;
    founding.administratorUser = kAdministrator;
    founding.administratorName = "Administradora de la simulación";
    founding.administratorPassword = base::SecretBytes::copyOf(password);
    founding.training = true;
    founding.database = m_plan.database;
    if (auto founded = foundInstitution(m_home, std::move(founding)); !founded) return founded;
    auto house = House::open(m_home);
    m_house = house.get();
    m_office = std::make_unique<LocalOffice>(std::move(house));
    m_kind = m_house->catalogue->find(KindId{m_plan.kind});
    m_item = m_house->items->find(m_kind->blankItem);
    m_people = std::make_unique<SimulatedPeople>(*m_office, kOffice, password);
    m_connection = m_house->database->connect();
    enrolPeople();
    openStations();
    m_databaseBefore = databaseSize(*m_connection);
    return {};
}

void SimulatedLine::enrolPeople() {
    for (const auto& [user, role] : {std::pair{"captura", "operator"},
                                     {"custodia1", "custodian"},
                                     {"custodia2", "custodian"},
                                     {"liberacion", "inspector"},
                                     {"supervision", "supervisor"},
                                     {"auditoria", "auditor"}})
        m_people->enrol(user, role);
}

void SimulatedLine::openStations() {
    m_machineRoom.reset(new MachineRoom{m_house->files.pages(),
                                        m_house->files.chips(),
                                        [this](const std::string& blank) { return makeOfBlank(*m_house, blank); },
                                        m_plan.pace,
                                        m_kind->pageDesigns.size(),
                                        {},
                                        *m_tally,
                                        m_ended});
    for (const auto& place : kPlaces)
        for (std::int64_t at = 1; at <= stationsFor(m_plan, place.duty); ++at) {
            auto& station = *m_stations.emplace_back(
                std::make_unique<Station>(place.duty, fmt::format("{}-{}", place.workstation, at)));
            const auto user = station.workstation;
            m_people->ask(kAdministrator, contract::WorkstationCreate{station.workstation, user, kSite});
            m_people->enrol(user, "operator");
            station.connection = m_house->database->connect();
            station.author = base::expected(
                m_house->sessions->authorize(*station.connection, m_people->token(user, station.workstation),
                                             contract::LineRun::kAct.permission),
                user);
            station.machines = std::make_unique<SimulatedMachines>(place.duty, *m_machineRoom);
        }
    m_box = std::clamp(m_plan.documents / m_plan.print / 4, kLeastBox, kLargestBox);
    const auto spoiled = static_cast<std::int64_t>(static_cast<double>(m_plan.documents) * 3 * m_plan.failures);
    receiveBlanks(m_plan.documents + spoiled + m_plan.print * m_box);
    for (auto* station : stationsOf(Duty::Print)) issueBlanks(*station);
}

void SimulatedLine::receiveBlanks(std::int64_t quantity) {
    const auto& serials = m_item->serial;
    const auto manifest = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest supplier=\"Imprenta de Capacitación\" "
        "purchase=\"SIM-{:04}\">\n  <range item=\"{}\" first=\"{}\" last=\"{}\" box=\"{}-{}\"/>\n</manifest>\n",
        m_deliveries + 1, m_item->id, serials.serialOf(m_received + 1), serials.serialOf(m_received + quantity),
        m_item->id, m_deliveries + 1);
    m_people->ask("custodia1", contract::StockReceive{base::bytesOf(manifest)}, "custodia2");
    ++m_deliveries;
    m_received += quantity;
    m_inVault += quantity;
}

void SimulatedLine::issueBlanks(Station& station) {
    if (m_inVault < m_box) receiveBlanks(m_box * m_plan.print);
    m_people->ask("custodia1", contract::StockIssue{m_item->id, m_box, station.workstation}, "custodia2");
    m_inVault -= m_box;
    station.issued += m_box;
}

void SimulatedLine::takeOrders(const SimulationWatch& watch) {
    const auto begin = SteadyClock::now();
    SimulatedOrders orders{*m_kind, m_plan.seed, base::dayOf(m_house->clock.now())};
    while (m_taken < m_plan.documents && !m_stop) {
        const auto file = orders.next(*m_house, std::min(kOrdersAFile, m_plan.documents - m_taken));
        const auto imported = m_people->ask("captura", contract::OrderImport{file.file, file.signature, std::nullopt});
        for (const auto& refused : imported.refused)
            throw base::Failure{refused.faults.front().asFault().code, base::NextStep::CallSupervisor,
                                refused.reference};
        m_taken += static_cast<std::int64_t>(imported.taken.size());
        if (watch) watch({m_plan.documents, m_taken, 0, {}});
    }
    m_taking = SteadyClock::now() - begin;
}

std::vector<SimulatedLine::Station*> SimulatedLine::stationsOf(Duty duty) const {
    std::vector<Station*> stations;
    for (const auto& station : m_stations)
        if (station->duty == duty) stations.push_back(station.get());
    return stations;
}

std::chrono::duration<double> SimulatedLine::machinesWorked(Duty duty) const {
    std::chrono::duration<double> worked{};
    for (const auto* station : stationsOf(duty)) worked += station->machines->worked();
    return worked;
}

void SimulatedLine::work(const SimulationWatch& watch) {
    m_machineRoom->faults = m_faults;
    const auto begin = SteadyClock::now();
    for (const auto& place : kPlaces) m_bells[place.duty];
    for (auto& station : m_stations) {
        // Sessions are opened by one thread.
        if (m_outside) station->token = m_people->token(station->workstation, station->workstation);
        station->thread = std::thread{[this, &each = *station] { workStation(each); }};
    }
    while (!m_stop && !m_ended && !seeTo(watch)) std::this_thread::sleep_for(kLook);
    endStations();
    if (m_broken) std::rethrow_exception(m_broken);
    seeTo(watch);  // what was finished last
    m_working = SteadyClock::now() - begin;
}

void SimulatedLine::endStations() {
    m_ended = true;
    for (auto& [duty, bell] : m_bells) bell.ring();
    for (auto& station : m_stations)
        if (station->thread.joinable()) station->thread.join();
}

// What breaks at one station ends the simulation; what may be tried again is, as an operator would.
void SimulatedLine::workStation(Station& station) {
    try {
        if (m_outside) return m_outside->work({station.duty, station.workstation, station.token}, m_ended);
        while (!m_ended) {
            const auto rings = m_bells.at(station.duty).rings();
            if (!workOnce(station)) m_bells.at(station.duty).wait(rings, kLookForWork);
        }
    } catch (...) {
        const std::lock_guard lock{m_breaking};
        if (!m_broken) m_broken = std::current_exception();
        m_ended = true;
    }
}

bool SimulatedLine::workOnce(Station& station) {
    if (!workWaits(*station.connection, station.duty, station.workstation, m_house->clock.now())) return false;
    const auto rooms = m_house->lineRooms();
    Conductor conductor{rooms, *station.connection, *station.machines, station.author, {{station.duty}, {}}};
    const auto next = placeOf(station.duty).next;
    const auto tellNext = [&] {
        if (next) m_bells.at(*next).ring();
    };
    conductor.watchSteps([&](std::string_view point) {
        if (point == "claimed") tellNext();  // what was done before is in the books
        if (point == "print.begun") ++station.taken;
    });
    try {
        const auto tally = conductor.runUntilIdle(std::numeric_limits<std::int64_t>::max());
        m_machinesSeenTo += static_cast<std::int64_t>(tally.outOfService.size());
        tellNext();
        return tally.steps > 0;
    } catch (const base::Failure& failure) {
        if (failure.next() != base::NextStep::Retry) throw;
        base::log::warning("station begins again: " + station.workstation + ": " + failure.what());
        return false;
    }
}

bool SimulatedLine::seeTo(const SimulationWatch& watch) {
    std::unique_lock<std::mutex> books;
    if (m_outside) books = std::unique_lock{m_outside->books};
    const auto status = m_people->ask("supervision", contract::LineStatus{});
    std::int64_t open = 0, held = 0, waiting = 0, released = 0;
    SimulationProgress progress{m_taken, m_taken, 0, {}};
    for (const auto& count : status.stages) {
        if (count.standing != "ended") open += count.orders;
        if (count.standing == "held") held += count.orders;
        if (count.stage == "inspected" && count.standing == "ready") waiting += count.orders;
        if (count.stage == "released") released += count.orders;
        if (!progress.stages.empty() && progress.stages.back().first == count.stage)
            progress.stages.back().second += count.orders;
        else
            progress.stages.emplace_back(count.stage, count.orders);
    }
    progress.released = released;
    if (watch) watch(progress);
    if (waiting > 0) m_people->ask("liberacion", contract::LineRelease{});
    if (!m_stop) resolveDoubts(status.inDoubt);
    if (held > 0 && !m_stop) endHolds();
    if (!m_ended) bringBlanks();
    return open == waiting;
}

// Stations elsewhere do not tell what they took: the books do.
void SimulatedLine::bringBlanks() {
    contract::StockBalanced balance;
    if (m_outside) balance = m_people->ask("custodia1", contract::StockBalance{});
    for (auto* station : stationsOf(Duty::Print)) {
        std::int64_t left = m_outside ? 0 : station->issued - station->taken;
        for (const auto& line : balance.lines)
            if (line.place == inventory::placeOf(station->author.workstation) && line.item == m_item->id &&
                line.state == inventory::state::kUsable)
                left += line.quantity;
        if (left < m_box / 2) issueBlanks(*station);
    }
}

void SimulatedLine::resolveDoubts(const std::vector<contract::OrderLine>& inDoubt) {
    for (const auto& order : inDoubt) {
        const auto verdict =
            verdictOn(m_tally->of(order.blank), order.stage == "printed", static_cast<int>(m_kind->pageDesigns.size()));
        try {
            m_people->ask("supervision", contract::LineResolve{order.order, verdict, "se miró la libreta"});
            ++m_doubts;
        } catch (const base::Failure& failure) {
            // While the person was on the way, its station came back and ended the doubt by what it had kept.
            if (failure.code() != "line.not-allowed"_code) throw;
        }
    }
    if (!inDoubt.empty())
        for (auto& [duty, bell] : m_bells) bell.ring();
}

void SimulatedLine::endHolds() {
    contract::OrderList held;
    held.standing = "held";
    for (const auto& order : m_people->ask("supervision", held).orders) {
        m_people->ask("supervision", contract::OrderRelease{order.order, "se revisaron los aparatos"});
        ++m_holds;
    }
    m_bells.at(Duty::Print).ring();
}

SimulationTold SimulatedLine::told() {
    m_connection = m_house->database->connect();  // the database may have been away
    SimulationTold told;
    told.orders = m_taken;
    told.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(m_working).count();
    if (m_taking.count() > 0) told.ordersPerSecond = std::llround(static_cast<double>(m_taken) / m_taking.count());
    told.machinesSeenTo = m_machinesSeenTo;
    told.heldReleased = m_holds;
    told.doubtsResolved = m_doubts;
    told.databaseBefore = m_databaseBefore;
    told.databaseAfter = databaseSize(*m_connection);
    told.memory = peakMemory();
    told.interrupted = m_stop;
    told.blanksReceived = m_received;
    std::vector<StageFrame> frames;
    for (const auto& place : kPlaces)
        frames.push_back({place.duty, stationsFor(m_plan, place.duty),
                          m_plan.pace ? std::optional{paceOf(place.duty) / *m_plan.pace} : std::nullopt,
                          machinesWorked(place.duty)});
    tellStages(*m_connection, frames, told);
    compareBooks(*m_people, *m_connection, *m_tally, m_kind->pageDesigns.size(), told);
    if (m_working.count() > 0)
        told.documentsPerHour = std::llround(static_cast<double>(told.documents) * 3600 / m_working.count());
    return told;
}

base::Result<SimulationTold> simulateLine(const SimulationPlan& plan, const SimulationWatch& watch,
                                          const std::atomic<bool>& stop) {
    if (auto faults = faultsOf(plan); !faults.empty()) return base::Refusal{std::move(faults)};
    const auto folder = SimulationFolder::make(plan.folder);
    if (!folder) return folder.refusal();
    SimulatedLine line{plan, (*folder)->stays() ? (*folder)->path() : (*folder)->path() / "home", stop};
    if (auto founded = line.found(); !founded) return founded.refusal();
    line.takeOrders(watch);
    line.work(watch);
    auto told = line.told();
    if ((*folder)->stays()) told.folder = (*folder)->path().string();
    return told;
}

}  // namespace issuance
