// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <ctime>
#include <stdexcept>
#include <thread>

#include "base/failure.hpp"
#include "chip/inspection/inspect_chip.hpp"
#include "chip/personalization/encoder.hpp"
#include "issuance/simulation/simulated_line.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/chip/support/specimen.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/postgres_cluster.hpp"

/// A whole line of simulated machines against these machines alone: at their pace, flat out, and with 1 to 16 stations
/// of each kind; and how many durable transactions a step takes.
namespace {

using namespace issuance;
using Seconds = std::chrono::duration<double>;

const std::atomic<bool> kGoOn{false};

/// Run to its end, with the institution that it leaves.
struct Worked {
    support::ScratchFolder folder;
    std::unique_ptr<SimulatedLine> line;
    SimulationTold told;

    explicit Worked(const SimulationPlan& plan) {
        line = std::make_unique<SimulatedLine>(plan, folder.path() / "home", kGoOn);
        base::expected(line->found(), "founding");
        line->takeOrders({});
        line->work({});
        told = line->told();
        if (!told.balanced || told.documents != plan.documents) throw std::runtime_error{"the books do not agree"};
    }
    [[nodiscard]] double rate() const {
        return static_cast<double>(told.documents) * 1000 / static_cast<double>(told.milliseconds);
    }
    [[nodiscard]] const StageSimulated& stage(Duty duty) const {
        return told.stages.at(duty == Duty::Print ? 0 : duty == Duty::Encode ? 1 : 2);
    }
};

bool line(const char* what, double limit, double product, double goal) {
    const double ratio = product / limit;
    std::printf("%-58s limit %8.3f/s  product %8.3f/s  ratio %.3f", what, limit, product, ratio);
    if (goal > 0) std::printf("  goal %.2f  %s", goal, ratio >= goal ? "reached" : "MISSED");
    std::printf("\n");
    std::fflush(stdout);
    return ratio >= goal;
}

void tellStages(const Worked& worked) {
    for (const auto duty : {Duty::Print, Duty::Encode, Duty::Inspect}) {
        const auto& stage = worked.stage(duty);
        const double own = static_cast<double>(stage.own) / 1000, pace = paceOf(duty).count();
        std::printf(
            "    %-8s busy %5.1f %%  own %.3f s a document: at the realistic %2.0f s at most %.4f of capacity\n",
            std::string{nameOf(duty)}.c_str(), static_cast<double>(stage.busy) / 10, own, pace, pace / (pace + own));
    }
}

/// Documents as they leave the slowest stage, between its first beginning and its last end, at so many times the
/// realistic pace. What the line does is not faster than it is: at a pace of 5 it weighs five times as much.
bool atPace(std::int64_t documents) {
    constexpr double kFaster = 5;
    SimulationPlan plan;
    plan.print = 4;  // the slowest: 4 in 20 s, against 4 in 12 s and 3 in 8 s
    plan.encode = 4;
    plan.inspect = 3;
    plan.documents = documents;
    plan.pace = kFaster;
    const Worked worked{plan};
    const double capacity = 4 * kFaster / kPrintPace.count();
    const double used = static_cast<double>(worked.stage(Duty::Print).capacityUsed.value()) / 1000;
    const bool reached = line("at 5 times the pace / what 4 printers can", capacity, used * capacity, 0.98);
    line("    the same over all, from the first order to the last", capacity, worked.rate(), 0);
    tellStages(worked);
    return reached;
}

/// Documents a second of a machine alone, as many at once as there are stations.
double aloneRate(std::int64_t stations, const std::function<void(std::int64_t station)>& one) {
    constexpr int kEach = 20;
    return benchmarks::rateOf(static_cast<int>(stations) * kEach, [&] {
        std::vector<std::jthread> threads;
        for (std::int64_t station = 0; station < stations; ++station)
            threads.emplace_back([&, station] {
                for (int each = 0; each < kEach; ++each) one(station);
            });
    });
}

/// The machines of a worked line, which do what they did once more without the line.
class MachinesAlone {
   public:
    explicit MachinesAlone(Worked& worked)
        : m_files{worked.line->house().files},
          m_house(worked.line->house()),
          m_connection(m_house.database->connect()) {
        for (const auto& row :
             m_connection->query("SELECT blank_serial, mrz, order_id FROM document WHERE state = 'released'"))
            m_made.push_back(madeOf(row));
        const auto author =
            m_house.sessions->authorize(*m_connection, worked.line->people().token("captura"), "line.run");
        records::Transaction notKept{*m_connection};
        m_signer = base::expected(m_house.signers->take(notKept, base::expected(author, "author"),
                                                        m_made.front().document.kind->documentCode),
                                  "signer");
    }

    double print(std::int64_t stations) {
        const auto room = roomIn(m_scratch.path());
        const auto machines = machinesFor(Duty::Print, room, stations);
        const auto page = machinesFor(Duty::Inspect, m_own, 1).front()->finishedPage(m_made.front().blank + kPage);
        return aloneRate(stations, [&](std::int64_t station) {
            const auto name = "B" + std::to_string(++m_next) + kPage;
            if (!machines[at(station)]->printer().print({name, page.value()}).completed()) std::abort();
        });
    }
    double encode(std::int64_t stations) {
        const auto room = roomIn(m_scratch.path());
        const auto machines = machinesFor(Duty::Encode, room, stations);
        const signing::testing::House specimens;
        const auto content = chip::testing::specimen(specimens);
        const chip::Encoder encoder{chip::testing::icaoAppletProfile()};
        return aloneRate(stations, [&](std::int64_t station) {
            const auto blank = "B" + std::to_string(++m_next);
            machines[at(station)]->bring(blank, Laying::First, {});
            if (!encoder.personalize(*machines[at(station)]->cardOf(blank), content).locked()) std::abort();
        });
    }
    double inspect(std::int64_t stations) {
        const auto machines = machinesFor(Duty::Inspect, m_own, stations);
        const auto trust = m_house.trust->now(*m_connection);
        return aloneRate(stations, [&](std::int64_t station) {
            const auto& made = m_made[++m_next % m_made.size()];
            (void)machines[at(station)]->finishedPage(made.blank + kPage);
            machines[at(station)]->bring(made.blank, Laying::First, {});
            const auto card = machines[at(station)]->cardOf(made.blank);
            const auto found = chip::inspectChip(*card, made.keys(), trust->at(m_house.clock.now()));
            if (found.files.empty()) std::abort();
        });
    }

    /// All that a document takes, one after the other, by as many threads: page and files made, printed, written, read
    /// and judged; no line, no books.
    double everything(std::int64_t threads) {
        const auto room = roomIn(m_scratch.path());
        const auto printers = machinesFor(Duty::Print, room, threads),
                   encoders = machinesFor(Duty::Encode, room, threads),
                   inspectors = machinesFor(Duty::Inspect, room, threads);
        const chip::Encoder encoder{chip::testing::icaoAppletProfile()};
        const auto trust = m_house.trust->now(*m_connection);
        return aloneRate(threads, [&](std::int64_t thread) {
            const auto turn = ++m_next;
            const auto& made = m_made[turn % m_made.size()];
            const auto blank = "B" + std::to_string(turn);
            auto prepared =
                base::expected(m_house.preparation->prepare(made.document, made.images, m_signer.get()), "p");
            ExpectedDocument expected{made.document, made.images, prepared.mrz, {}};
            for (const auto& [file, octets] : prepared.files)
                expected.made.push_back({std::string{chip::lds::nameOf(file)}, octets});
            expected.made.push_back({"page.pdf", prepared.pages.front().pdf});
            if (!printers[at(thread)]->printer().print({blank + kPage, prepared.pages.front().pdf}).completed())
                std::abort();
            chip::ChipContent content;
            content.files = prepared.files;
            content.mrz = made.keys().mrz.value();
            content.activeAuthentication.emplace();
            content.activeAuthentication->curve = chip::lds::KeyCurve::BrainpoolP256r1;
            content.activeAuthentication->privateScalar = std::move(prepared.activeAuthenticationKey);
            encoders[at(thread)]->bring(blank, Laying::First, {});
            if (!encoder.personalize(*encoders[at(thread)]->cardOf(blank), content).locked()) std::abort();
            const auto page = inspectors[at(thread)]->finishedPage(blank + kPage);
            const auto& design = m_house.designs.at(made.document.kind->pageDesigns.front());
            inspectors[at(thread)]->bring(blank, Laying::First, {});
            const auto card = inspectors[at(thread)]->cardOf(blank);
            const auto found = chip::inspectChip(*card, made.keys(), trust->at(m_house.clock.now()));
            if (!allPassed(judgePage("page", page.value(), design, expected)) || !allPassed(judgeChip(found, expected)))
                std::abort();
        });
    }

   private:
    static constexpr const char* kPage = "-page";
    struct Made {
        std::string blank;
        std::string mrz;  ///< two lines of 44
        TravelDocument document;
        HolderImages images;
        [[nodiscard]] chip::InspectionKeys keys() const {
            const auto second = mrz.substr(mrz.size() - 44);
            return {chip::MrzKey::of(second.substr(0, 9), second.substr(13, 6), second.substr(21, 6)), {}};
        }
    };
    Made madeOf(const records::Row& row) {
        const ProductionOrderId id{row.text(2)};
        auto order = m_house.orders->load(*m_connection, id);
        const auto entry = m_house.documents->ofOrder(*m_connection, id).value();
        Made made{row.text(0), row.text(1), {}, std::move(order.images)};
        made.document.kind = m_house.catalogue->find(KindId{order.content.kind});
        made.document.holder = order.content.holder();
        made.document.number = entry.number;
        made.document.issued = entry.issued;
        made.document.expires = entry.expires;
        return made;
    }
    static std::size_t at(std::int64_t station) { return static_cast<std::size_t>(station); }
    MachineRoom roomIn(const std::filesystem::path& folder) {
        return {folder, folder, {}, std::nullopt, 1, {}, m_tally, kGoOn};
    }
    static std::vector<std::unique_ptr<SimulatedMachines>> machinesFor(Duty duty, const MachineRoom& room,
                                                                       std::int64_t stations) {
        std::vector<std::unique_ptr<SimulatedMachines>> machines;
        for (std::int64_t each = 0; each < stations; ++each)
            machines.push_back(std::make_unique<SimulatedMachines>(duty, room));
        return machines;
    }

    support::ScratchFolder m_scratch;
    HomeFiles m_files;
    House& m_house;
    std::unique_ptr<records::Connection> m_connection;
    MachineTally m_tally;
    MachineRoom m_own{m_files.pages(), m_files.chips(), {}, std::nullopt, 1, {}, m_tally, kGoOn};
    std::vector<Made> m_made;
    std::shared_ptr<const signing::DocumentSigner> m_signer;
    std::atomic<std::size_t> m_next{0};
};

/// Of all threads of this process.
double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void flatOut(std::int64_t documents, bool& reached) {
    SimulationPlan plan;
    plan.print = plan.encode = plan.inspect = 2;
    plan.documents = documents;
    plan.pace.reset();
    const double before = processorSeconds();
    Worked worked{plan};
    const double processor = processorSeconds() - before;
    MachinesAlone alone{worked};
    const double printers = alone.print(2), encoders = alone.encode(2), inspectors = alone.inspect(2);
    std::printf(
        "machines alone, two of each: print %.1f/s  encode %.1f/s  inspect %.1f/s; the line's processor time "
        "with founding and orders: %.3f s a document\n",
        printers, encoders, inspectors, processor / static_cast<double>(documents));
    const auto threads = std::max<std::int64_t>(std::thread::hardware_concurrency(), 1);
    line("flat out / all work of a document, without line and books", alone.everything(threads), worked.rate(), 0);
    reached &=
        line("flat out / slowest machine alone", std::min({printers, encoders, inspectors}), worked.rate(), 0.70);
    tellStages(worked);
}

std::string newDatabase() {
    auto& cluster = support::PostgresCluster::instance();
    return cluster.address(cluster.createDatabase(), support::PostgresCluster::kOwner);
}

/// Durable transactions of each step, by the numbers that PostgreSQL gives those which write.
void tellTransactions() {
    SimulationPlan plan;
    plan.documents = 1;
    plan.pace.reset();
    plan.database = newDatabase();
    support::ScratchFolder folder;
    SimulatedLine simulated{plan, folder.path() / "home", kGoOn};
    base::expected(simulated.found(), "founding");
    simulated.takeOrders({});
    auto& house = simulated.house();
    const auto connection = house.database->connect();
    const auto counted = [&] { return connection->queryOne("SELECT pg_current_xact_id()::text::bigint")->integer(0); };
    MachineTally tally;
    const MachineRoom room{house.files.pages(), house.files.chips(), {}, std::nullopt, 1, {}, tally, kGoOn};
    std::vector<std::unique_ptr<SimulatedMachines>> machines;
    std::printf("durable transactions of a step:");
    for (const auto& [duty, workstation] : {std::pair{Duty::Print, "impresion-1"},
                                            {Duty::Print, "impresion-1"},
                                            {Duty::Print, "impresion-1"},
                                            {Duty::Encode, "grabacion-1"},
                                            {Duty::Inspect, "inspeccion-1"}}) {
        const auto author = base::expected(
            house.sessions->authorize(*connection, simulated.people().token(workstation, workstation), "line.run"),
            "author");
        machines.push_back(std::make_unique<SimulatedMachines>(duty, room));
        const auto rooms = house.lineRooms();
        Conductor conductor{rooms, *connection, *machines.back(), author, {{duty}, {}}};
        const auto before = counted();
        if (conductor.runUntilIdle(1).steps != 1) throw std::runtime_error{"no step was taken"};
        constexpr int kCountedAndSigned = 3;  // the count itself; the station that comes and goes
        const auto transactions = counted() - before - kCountedAndSigned;
        const auto step = connection->queryOne("SELECT stage FROM stage_event ORDER BY sequence DESC LIMIT 1")->text(0);
        std::printf(" %s %lld", step.c_str(), static_cast<long long>(transactions));
    }
    std::printf("\n");
}

/// What the machine allows: as many times the first's rate as there are stations, until the processor is used up.
void oneToSixteen(std::int64_t documents, double flat) {
    constexpr double kFaster = 40;
    for (const int stations : {1, 2, 4, 8, 16}) {
        SimulationPlan plan;
        plan.print = plan.encode = plan.inspect = stations;
        plan.documents = documents * stations;
        plan.pace = kFaster;
        plan.database = newDatabase();
        const Worked worked{plan};
        const double machines = stations * kFaster / kPrintPace.count();
        const auto what =
            "PostgreSQL, " + std::to_string(stations) + " of each, 40 times the pace / machines, flat out";
        const double used = static_cast<double>(worked.stage(Duty::Print).capacityUsed.value()) / 1000;
        line(what.c_str(), std::min(machines, flat), used * machines, 0);
    }
}

double flatOnPostgresql(std::int64_t documents) {
    SimulationPlan plan;
    plan.print = plan.encode = plan.inspect = 4;
    plan.documents = documents;
    plan.pace.reset();
    plan.database = newDatabase();
    return Worked{plan}.rate();
}

}  // namespace

/// line_benchmark [DOCUMENTS]: of the longest run; 200 unless told.
int main(int count, char** words) {
    const std::int64_t documents = count > 1 ? std::atoll(words[1]) : 200;
    if (documents < 10) return std::fprintf(stderr, "line_benchmark DOCUMENTS, 10 or more\n"), 2;
    bool reached = atPace(documents / 2);
    flatOut(documents, reached);
    tellTransactions();
    oneToSixteen(std::max<std::int64_t>(documents / 16, 2), flatOnPostgresql(documents));
    return reached ? 0 : 1;
}
