// SPDX-License-Identifier: GPL-3.0-or-later
// A line of hundreds of documents whose stations are programs of their own, among faults of every kind: stations are
// killed and frozen, the database goes and comes back, the disk fills, clocks are wrong, machines fail. At the end the
// books are compared with what the machines counted. docs/faults.md says what was found.
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <future>
#include <thread>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/simulation/simulated_line.hpp"
#include "tests/simulation/fault_draw.hpp"
#include "tests/simulation/faulty_station.hpp"
#include "tests/simulation/machine_log.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace support {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::chrono::seconds kLease{3};
constexpr Seconds kFrozenFor{1.5 * 3};
/// Between two of a kind, at random.
constexpr double kLeastLife = 2, kMostLife = 12;  ///< of a station's program until it is killed, in seconds
constexpr double kLeastPause = 4, kMostPause = 12;
constexpr double kWrongClock = 0.15;  ///< of the programs that are begun
/// Milliseconds: within what the line bears, and far beyond it.
constexpr int kClockSlightlyOff = 400, kClockFarOff = 600'000;
constexpr auto kEnding = 15s;
constexpr auto kOperatorReads = 300ms;  ///< what the program said, before it is begun again
constexpr int kMostQuestions = 50;

/// What may end a station: an operator reads it, does what it says, and begins the station again. All else is a fault
/// of the line's.
constexpr std::array<std::string_view, 6> kMayBeSaid{"line.clock-differs", "line.outcome-kept", "reader.unavailable",
                                                     "records.busy",       "records.disk-full", "records.lost"};
constexpr std::string_view kOutOfService = "out of service: ";

struct Plan {
    bool postgresql = false;
    std::int64_t documents = 60;
    std::uint32_t seed = 1;
    std::chrono::seconds bound{900};
    bool keep = false;
};

void makeFolders(const FaultFolder& folder) {
    for (const auto& each : {folder.disk(), folder.pages(), folder.chips()}) std::filesystem::create_directories(each);
    for (auto each = folder.disk(); each != folder.path.parent_path(); each = each.parent_path())
        std::filesystem::permissions(each, std::filesystem::perms{0711});
}

/// The library that makes a machine's disk full and its clock wrong, where the database's user may read it.
std::filesystem::path worldIn(const FaultFolder& folder) {
    const auto library = folder.path / "world.so";
    std::filesystem::copy_file(FAULTY_WORLD, library);
    std::filesystem::permissions(library, std::filesystem::perms{0755});
    return library;
}

class LineOfFaults {
   public:
    LineOfFaults(const Plan& plan, const FaultFolder& folder)
        : m_plan(plan),
          m_folder(folder),
          m_world((makeFolders(folder), worldIn(folder))),
          m_happenings(folder.happenings()),
          m_draw(plan.seed, "world", 1, m_happenings),
          m_line(simulated(), folder.home(), m_stop, std::make_unique<MachineLog>(folder.machineLog())) {}

    bool run() {
        base::expected(m_line.found(), "founding");
        m_line.takeOrders({});
        m_line.employ({[this](const auto& seat, const auto& ended) { watchOver(seat, ended); }, m_books});
        // A server that a thread began ends with it: the thread stays until the books were compared.
        std::promise<void> calm, compared;
        std::thread world{[&] {
            worsen();
            calm.set_value();
            compared.get_future().wait();
        }};
        std::thread bound{[this] { keepTime(); }};
        bool done = false;
        std::exception_ptr broken;
        try {
            m_line.work([this](const auto& progress) { tell(progress); });
            m_over = true;
            calm.get_future().wait();
            done = told();
        } catch (...) {
            broken = std::current_exception();
            tellHappenings();
            tellDatabase();
        }
        m_over = true;
        compared.set_value();
        world.join();
        bound.join();
        if (broken) std::rethrow_exception(broken);
        return done;
    }

   private:
    issuance::SimulationPlan simulated() {
        issuance::SimulationPlan plan;
        plan.print = plan.encode = 2;
        plan.inspect = 1;
        plan.documents = m_plan.documents;
        plan.pace.reset();
        plan.seed = m_plan.seed;
        if (m_plan.postgresql) plan.database = database();
        return plan;
    }
    // Its files lie on the disk that becomes full.
    std::string database() {
        setenv("TMPDIR", m_folder.disk().c_str(), 1);
        setenv("LD_PRELOAD", m_world.c_str(), 1);
        setDisk();
        auto& cluster = PostgresCluster::instance();
        unsetenv("LD_PRELOAD");
        return cluster.address(cluster.createDatabase(), PostgresCluster::kOwner);
    }
    void setDisk() const {
        setenv("TROQUEL_DISK", m_folder.disk().c_str(), 1);
        setenv("TROQUEL_DISK_FULL", m_folder.full().c_str(), 1);
    }

    /// Has programs work at a station, one after the other, as an operator begins them again.
    void watchOver(const issuance::StationSeat& seat, const std::atomic<bool>& ended) {
        FaultDraw draw{m_plan.seed, seat.workstation + "/outside", 1, m_happenings};
        FaultyStation station{m_folder, seat.duty, seat.workstation, seat.token, m_plan.seed, 0, kLease};
        while (!ended) {
            ++station.life;
            ++m_programs;
            watchProgram(begin(station, draw), draw, ended);
        }
    }
    pid_t begin(const FaultyStation& station, FaultDraw& draw) const {
        int off = 0;
        if (draw.comes("clock slightly wrong", kWrongClock))
            off = draw.below(2) == 0 ? kClockSlightlyOff : -kClockSlightlyOff;
        if (m_plan.postgresql && draw.comes("clock far wrong", kWrongClock))
            off = draw.below(2) == 0 ? kClockFarOff : -kClockFarOff;
        const std::vector<std::string> words = station.words();
        std::vector<std::string> settings{
            "LD_PRELOAD=" + m_world.string(),           "TROQUEL_CLOCK_OFF=" + std::to_string(off),
            "TROQUEL_DISK=" + m_folder.disk().string(), "TROQUEL_DISK_FULL=" + m_folder.full().string(),
            "TROQUEL_FAULTY_TOKEN=" + station.token,    "LC_ALL=C.UTF-8",
            "TMPDIR=" + m_folder.path.string(),         "PATH=/usr/bin:/bin"};
        std::vector<char*> arguments{const_cast<char*>("line_of_faults")}, environment;
        for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        for (auto& setting : settings) environment.push_back(setting.data());
        arguments.push_back(nullptr);
        environment.push_back(nullptr);
        const auto saying = m_folder.saying(station.workstation).string();
        const pid_t child = fork();
        if (child < 0) throw std::runtime_error("fork");
        if (child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (FILE* log = std::freopen(saying.c_str(), "a", stderr); log == nullptr) _exit(126);
            execve("/proc/self/exe", arguments.data(), environment.data());
            _exit(127);
        }
        return child;
    }
    /// Until it ends by itself, is killed, or nothing is left to do.
    void watchProgram(pid_t program, FaultDraw& draw, const std::atomic<bool>& ended) {
        const auto dies =
            Clock::now() + std::chrono::duration_cast<Clock::duration>(Seconds{draw.between(kLeastLife, kMostLife)});
        std::optional<Clock::time_point> asked;
        for (;; std::this_thread::sleep_for(10ms)) {
            int status = 0;
            const pid_t changed = waitpid(program, &status, WNOHANG | WUNTRACED);
            if (changed == program && WIFSTOPPED(status)) {
                std::this_thread::sleep_for(kFrozenFor);
                kill(program, SIGCONT);
            } else if (changed == program) {
                if (WIFEXITED(status) && WEXITSTATUS(status) != 0) std::this_thread::sleep_for(kOperatorReads);
                return;
            }
            if (ended && !asked) {
                kill(program, SIGTERM);
                asked = Clock::now();
            }
            if (asked && Clock::now() - *asked > kEnding) {
                m_happenings.note("said nothing for long when it was to end");
                kill(program, SIGKILL);
            }
            if (!asked && Clock::now() > dies) {
                m_happenings.note("fault killed at random");
                kill(program, SIGKILL);
            }
        }
    }

    /// The database goes and comes back, the disk fills, until the line is over.
    void worsen() {
        while (!m_over) {
            const auto until = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                                  Seconds{m_draw.between(kLeastPause, kMostPause)});
            while (!m_over && Clock::now() < until) std::this_thread::sleep_for(20ms);
            if (m_over) return;
            const std::lock_guard lock{m_books};
            const auto what = m_plan.postgresql ? m_draw.below(3) : 2;
            if (what == 2)
                fillDisk();
            else
                takeDatabaseAway(what == 0);
        }
    }
    void fillDisk() {
        m_draw.note("disk full");
        std::ofstream{m_folder.full()}.close();
        std::this_thread::sleep_for(Seconds{m_draw.between(0.3, 2.5)});
        std::filesystem::remove(m_folder.full());
        if (m_plan.postgresql) bringDatabaseBack();
    }
    void takeDatabaseAway(bool byKilling) {
        auto& server = PostgresCluster::instance().server();
        m_draw.note(byKilling ? "database killed" : "database stopped");
        byKilling ? server.kill() : server.stop();
        std::this_thread::sleep_for(Seconds{m_draw.between(0.2, 4)});
        bringDatabaseBack();
    }
    // The office finds out at its next question that its connections are gone.
    void bringDatabaseBack() {
        PostgresCluster::instance().server().again();
        for (int attempt = 1;; ++attempt) try {
                m_line.people().ask("supervision", contract::LineStatus{});
                return;
            } catch (const base::Failure&) {
                if (attempt == kMostQuestions) throw;
                std::this_thread::sleep_for(100ms);
            }
    }

    void tell(const issuance::SimulationProgress& progress) {
        const std::lock_guard lock{m_telling};
        std::string now;
        for (const auto& [stage, orders] : progress.stages) now += " " + stage + " " + std::to_string(orders);
        if (now == m_now) return;
        m_now = now;
        if (Clock::now() - m_told < 5s) return;
        m_told = Clock::now();
        std::printf("%5.0f s:%s\n", Seconds(m_told - m_begin).count(), m_now.c_str());
        std::fflush(stdout);
    }
    // A line that is stuck says how it stands, and fails.
    void keepTime() {
        while (!m_over && Clock::now() - m_begin < m_plan.bound) std::this_thread::sleep_for(50ms);
        if (m_over) return;
        std::printf("NOT DONE in %lld s:%s\n", static_cast<long long>(m_plan.bound.count()), m_now.c_str());
        tellHappenings();
        tellDatabase();
        tellOpenOrders();
        std::fflush(stdout);
        std::quick_exit(1);
    }
    void tellOpenOrders() {
        auto connection = m_line.house().database->connect();
        connection->forEach(
            "SELECT order_id, stage, standing, attempt, claimed_by, claimed_until, not_before, hold_reason FROM "
            "line_task WHERE standing <> 'ended' ORDER BY order_id",
            {}, [](const records::Row& row) {
                std::printf("  %s %s/%s attempt %lld by '%s' until '%s' not before '%s' %s\n", row.text(0).c_str(),
                            row.text(1).c_str(), row.text(2).c_str(), static_cast<long long>(row.integer(3)),
                            row.text(4).c_str(), row.text(5).c_str(), row.text(6).c_str(), row.text(7).c_str());
            });
    }
    void tellHappenings() const {
        std::printf("programs of stations: %d\nfaults:\n", m_programs.load());
        int faults = 0;
        for (const auto& [what, times] : m_happenings.counts("fault ")) {
            std::printf("  %4d %s\n", times, what.c_str());
            faults += times;
        }
        std::printf("  %4d in all\nwhat stations said as they ended:\n", faults);
        for (const auto& [what, times] : m_happenings.counts("said ")) std::printf("  %4d %s\n", times, what.c_str());
    }
    /// What the database's server said last.
    void tellDatabase() const {
        for (const auto& each : std::filesystem::recursive_directory_iterator{m_folder.disk()})
            if (each.path().filename() == "server.log")
                (void)std::system(("tail -40 '" + each.path().string() + "'").c_str());
    }
    /// What the books and the machines have of a blank.
    void tellBlank(const std::string& blank) {
        auto connection = m_line.house().database->connect();
        connection->forEach(
            "SELECT order_id, attempt, stage, outcome, cause, began_at, ended_at, workstation FROM stage_event WHERE "
            "order_id IN (SELECT order_id FROM stage_event WHERE blank = ?1) ORDER BY order_id, sequence",
            {blank}, [](const records::Row& row) {
                std::printf("  %s attempt %lld %s %s %s %s to %s at %s\n", row.text(0).c_str(),
                            static_cast<long long>(row.integer(1)), row.text(2).c_str(), row.text(3).c_str(),
                            row.text(4).c_str(), row.text(5).c_str(), row.text(6).c_str(), row.text(7).c_str());
            });
        std::ifstream acts{m_folder.machineLog()};
        for (std::string line; std::getline(acts, line);)
            if (line.starts_with(blank + " ")) std::printf("  machine: %s\n", line.c_str());
    }
    /// Whether stations said nothing else than what may be said; tells where they said it.
    bool saidNothingElse() const {
        bool nothing = true;
        for (const auto& [what, times] : m_happenings.counts("said ")) {
            if (what.starts_with(kOutOfService) || std::ranges::find(kMayBeSaid, what) != kMayBeSaid.end()) continue;
            nothing = false;
            std::printf("UNEXPECTED %d times: %s\n", times, what.c_str());
            for (const auto& each : std::filesystem::directory_iterator{m_folder.path})
                if (each.path().extension() == ".log")
                    (void)std::system(("grep -h -A1 -F '" + what + "' '" + each.path().string() + "'").c_str());
        }
        return nothing;
    }
    bool told() {
        const auto told = m_line.told();
        tellHappenings();
        std::fflush(stdout);
        const bool asExpected = saidNothingElse();
        std::printf(
            "%s, seed %u: %lld orders, %lld documents, %lld blanks spoiled, %lld doubts looked at, %lld holds ended, "
            "journal of %lld entries; %.0f s\n",
            m_plan.postgresql ? "PostgreSQL" : "SQLite", m_plan.seed, static_cast<long long>(told.orders),
            static_cast<long long>(told.documents), static_cast<long long>(told.blanksSpoiled),
            static_cast<long long>(told.doubtsResolved), static_cast<long long>(told.heldReleased),
            static_cast<long long>(told.journalEntries), Seconds(Clock::now() - m_begin).count());
        for (const auto& difference : told.differences) {
            std::printf("DIFFERENCE %s", difference.code.c_str());
            for (const auto& argument : difference.arguments)
                std::printf(" %s=%s", argument.first.c_str(), argument.second.c_str());
            std::printf("\n");
            for (const auto& argument : difference.arguments)
                if (argument.first == "blank") tellBlank(argument.second);
        }
        return told.balanced && told.documents == m_plan.documents && asExpected;
    }

    const Plan m_plan;
    const FaultFolder m_folder;
    const std::filesystem::path m_world;
    const Clock::time_point m_begin = Clock::now();
    Happenings m_happenings;
    FaultDraw m_draw;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_over{false};
    std::atomic<int> m_programs{0};
    std::mutex m_books;  ///< held by people who ask, and by what takes the books away
    std::mutex m_telling;
    std::string m_now;
    Clock::time_point m_told = {};
    issuance::SimulatedLine m_line;
};

/// Whether it is PostgreSQL.
bool engineNamed(const std::string& engine) {
    if (engine != "sqlite" && engine != "postgresql") throw std::invalid_argument(engine);
    return engine == "postgresql";
}

Plan planOf(const std::vector<std::string>& words) {
    Plan plan;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto value = [&] { return words.at(++at); };
        if (words[at] == "--engine")
            plan.postgresql = engineNamed(value());
        else if (words[at] == "--documents")
            plan.documents = std::stoll(value());
        else if (words[at] == "--seed")
            plan.seed = static_cast<std::uint32_t>(std::stoul(value()));
        else if (words[at] == "--bound")
            plan.bound = std::chrono::seconds{std::stoll(value())};
        else if (words[at] == "--keep")
            plan.keep = true;
        else
            throw std::invalid_argument(words[at]);
    }
    return plan;
}

}  // namespace
}  // namespace support

int main(int count, char** arguments) {
    const std::vector<std::string> words{arguments + 1, arguments + count};
    try {
        if (!words.empty() && words.front() == "station") return support::work(support::FaultyStation::read(words));
        const auto plan = support::planOf(words);
        // A short name: that of a socket below it may have 107 characters.
        const support::FaultFolder folder{std::filesystem::temp_directory_path() / fmt::format("faults-{}", getpid())};
        if (plan.keep) std::printf("%s\n", folder.path.c_str());
        const bool done = support::LineOfFaults{plan, folder}.run();
        if (!plan.keep) std::filesystem::remove_all(folder.path);
        return done ? 0 : 1;
    } catch (const std::exception& failure) {
        std::fprintf(stderr,
                     "line_of_faults [--engine sqlite|postgresql] [--documents N] [--seed N] [--bound SECONDS] "
                     "[--keep]\n%s: %s\n",
                     typeid(failure).name(), failure.what());
        return 2;
    }
}
