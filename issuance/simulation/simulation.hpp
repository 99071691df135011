// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include "contract/fault.hpp"

/// The way by which a face simulates a line.
namespace issuance {

/// What a line is simulated with.
struct SimulationPlan {
    std::int64_t print = 1;  ///< stations that print; each prepares and clears as well
    std::int64_t encode = 1;
    std::int64_t inspect = 1;
    std::int64_t documents = 100;
    std::string kind = "passport-ordinary";  ///< of document; one with a chip
    /// How many times faster than realistic the machines are; none: they take no time at all.
    std::optional<double> pace = 1.0;
    double failures = 0;  ///< the share of prints, and of chips, that fail: 0 to 0.5
    std::uint32_t seed = 1;
    std::filesystem::path folder = {};  ///< new, and stays; empty: one that is removed at the end
    std::string database = {};          ///< as Founding has it
};

/// What one kind of station did. Times are in milliseconds; shares in thousandths.
struct StageSimulated {
    std::string stage;  ///< "print" (with what comes before it), "encode", "inspect", "release"
    std::int64_t stations = 0;
    std::int64_t done = 0;
    std::int64_t refused = 0;                       ///< blanks spoiled at it
    std::int64_t perHour = 0;                       ///< between the first beginning and the last end at this stage
    std::optional<std::int64_t> capacityUsed = {};  ///< done × pace ÷ stations ÷ that time; only with a pace
    std::int64_t busy = 0;                          ///< the share of that time that stations were at an order
    std::int64_t own = 0;         ///< what the line took of a station for a document besides the machine
    std::int64_t waitMedian = 0;  ///< of orders, before the stage
    std::int64_t wait95 = 0;      ///< what 95 of 100 waited at most
    static constexpr std::array kFields{contract::field<&StageSimulated::stage>("stage"),
                                        contract::field<&StageSimulated::stations>("stations"),
                                        contract::field<&StageSimulated::done>("done"),
                                        contract::field<&StageSimulated::refused>("refused"),
                                        contract::field<&StageSimulated::perHour>("per_hour"),
                                        contract::field<&StageSimulated::capacityUsed>("capacity_used_permille"),
                                        contract::field<&StageSimulated::busy>("busy_permille"),
                                        contract::field<&StageSimulated::own>("own_ms"),
                                        contract::field<&StageSimulated::waitMedian>("wait_median_ms"),
                                        contract::field<&StageSimulated::wait95>("wait_p95_ms")};
};

struct SpoilageSimulated {
    std::string cause;
    std::int64_t blanks = 0;
    static constexpr std::array kFields{contract::field<&SpoilageSimulated::cause>("cause"),
                                        contract::field<&SpoilageSimulated::blanks>("blanks")};
};

/// What a simulated line did, and whether its books say what its machines counted.
struct SimulationTold {
    std::vector<StageSimulated> stages;
    std::vector<SpoilageSimulated> spoilage;
    std::int64_t orders = 0;
    std::int64_t documents = 0;         ///< released
    std::int64_t firstPass = 0;         ///< of these, made of the order's first blank
    std::int64_t milliseconds = 0;      ///< from the first station's beginning to the last release
    std::int64_t documentsPerHour = 0;  ///< over all of that time
    std::int64_t ordersPerSecond = 0;   ///< taken from signed files, before
    std::int64_t machinesSeenTo = 0;    ///< times that a machine was out of service and begun again
    std::int64_t heldReleased = 0;      ///< holds that the supervisor ended
    std::int64_t doubtsResolved = 0;    ///< by the supervisor, who looked at the book
    std::int64_t databaseBefore = 0;    ///< octets, before the first order
    std::int64_t databaseAfter = 0;     ///< octets
    std::int64_t memory = 0;            ///< most octets of memory that the process had
    std::int64_t blanksReceived = 0;
    std::int64_t blanksInDocuments = 0;
    std::int64_t blanksSpoiled = 0;
    std::int64_t blanksInWork = 0;  ///< of orders that were not finished
    std::int64_t blanksUnused = 0;
    std::int64_t journalEntries = 0;
    bool interrupted = false;
    bool balanced = false;
    std::vector<contract::FaultLine> differences = {};  ///< what does not agree; empty where balanced
    std::string folder = {};                            ///< where the institution lies, where it stays
    static constexpr std::array kFields{contract::field<&SimulationTold::orders>("orders"),
                                        contract::field<&SimulationTold::documents>("documents"),
                                        contract::field<&SimulationTold::firstPass>("first_pass"),
                                        contract::field<&SimulationTold::milliseconds>("wall_ms"),
                                        contract::field<&SimulationTold::documentsPerHour>("documents_per_hour"),
                                        contract::field<&SimulationTold::ordersPerSecond>("orders_taken_per_second"),
                                        contract::field<&SimulationTold::stages>("stages"),
                                        contract::field<&SimulationTold::spoilage>("spoilage"),
                                        contract::field<&SimulationTold::machinesSeenTo>("machines_seen_to"),
                                        contract::field<&SimulationTold::heldReleased>("holds_ended"),
                                        contract::field<&SimulationTold::doubtsResolved>("doubts_resolved"),
                                        contract::field<&SimulationTold::databaseBefore>("database_before"),
                                        contract::field<&SimulationTold::databaseAfter>("database_after"),
                                        contract::field<&SimulationTold::memory>("peak_memory"),
                                        contract::field<&SimulationTold::blanksReceived>("blanks_received"),
                                        contract::field<&SimulationTold::blanksInDocuments>("blanks_in_documents"),
                                        contract::field<&SimulationTold::blanksSpoiled>("blanks_spoiled"),
                                        contract::field<&SimulationTold::blanksInWork>("blanks_in_work"),
                                        contract::field<&SimulationTold::blanksUnused>("blanks_unused"),
                                        contract::field<&SimulationTold::journalEntries>("journal_entries"),
                                        contract::field<&SimulationTold::interrupted>("interrupted"),
                                        contract::field<&SimulationTold::balanced>("balanced"),
                                        contract::field<&SimulationTold::differences>("differences"),
                                        contract::field<&SimulationTold::folder>("folder")};
};

/// How far it is. Before the line works, `stages` is empty and `taken` grows.
struct SimulationProgress {
    std::int64_t orders = 0;
    std::int64_t taken = 0;
    std::int64_t released = 0;
    std::vector<std::pair<std::string, std::int64_t>> stages = {};  ///< orders by stage
};
using SimulationWatch = std::function<void(const SimulationProgress&)>;

/// Founds a training institution, takes orders of invented people, works them off with stations in threads of their own
/// at simulated machines, and compares the books with what the machines counted. Ends early, and cleanly, once `stop`
/// is true. Refuses "simulation.bad-plan", "simulation.kind-unfit", "simulation.folder-exists", and what founding
/// refuses.
base::Result<SimulationTold> simulateLine(const SimulationPlan& plan, const SimulationWatch& watch,
                                          const std::atomic<bool>& stop);

}  // namespace issuance
