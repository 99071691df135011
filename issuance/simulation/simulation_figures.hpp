// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/simulation/simulated_line.hpp"

namespace issuance {

/// Octets of the database on disk, without what was not yet brought into its file.
std::int64_t databaseSize(records::Connection& connection);
/// Most octets of memory that this process has had.
std::int64_t peakMemory();

/// Whether a task waits that a station of the duty at the workstation may take: so that one without work does not
/// write that it came and went.
bool workWaits(records::Connection& connection, Duty duty, const std::string& workstation, base::Timestamp now);

/// What the stations of one duty had.
struct StageFrame {
    Duty duty;
    std::int64_t stations = 0;
    std::optional<std::chrono::duration<double>> pace;  ///< of one document
    std::chrono::duration<double> machines;             ///< at work, in all
};
/// Fills stages and first passes from the histories of the orders.
void tellStages(records::Connection& connection, const std::vector<StageFrame>& frames, SimulationTold& told);

/// Compares what the books say of blanks, documents and journal with what the machines counted: a document has each of
/// its `sides` printed once and one chip that locked, what is spoiled was touched, and what was touched is one of both.
void compareBooks(SimulatedPeople& people, records::Connection& connection, MachineTally& machines, std::size_t sides,
                  SimulationTold& told);

}  // namespace issuance
