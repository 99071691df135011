// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "issuance/line/station_duties.hpp"
#include "issuance/line/task_queue.hpp"

namespace issuance {

/// A station at work, and what it holds.
struct StationEntry {
    LineStation id;
    records::WorkstationId workstation;
    records::OperatorId person;
    std::vector<Duty> duties;
    std::vector<std::string> items = {};  ///< blanks that it can handle; all where empty
    base::Timestamp began = {};
    base::Timestamp seen = {};
    std::optional<Task> task = {};
};

/// Pause: the workstation takes no orders. Drain: it goes on with those that it has begun.
enum class RestMode { Pause, Drain };
std::string_view nameOf(RestMode mode);
std::optional<RestMode> restModeNamed(std::string_view name);

/// A workstation that rests, by whose will and why.
struct StationRest {
    records::WorkstationId workstation;
    RestMode mode = RestMode::Pause;
    std::string reason;
    records::OperatorId person = {};
    base::Timestamp since = {};
};

/// Which stations are at work, and which workstations are to rest.
class StationBook {
   public:
    /// `lease` is how long a station may be silent before it counts as gone.
    StationBook(const base::Clock& clock, std::chrono::seconds lease) : m_clock(clock), m_lease(lease) {}

    /// A station begins; those that are gone without a word are forgotten.
    void enter(records::Transaction& transaction, const StationEntry& station) const;
    /// It is still there. For a station that was forgotten meanwhile this does nothing.
    void seen(records::Transaction& transaction, const LineStation& station) const;
    void leave(records::Transaction& transaction, const LineStation& station) const;
    /// Those that were seen, or whose task was, within a lease, by workstation.
    [[nodiscard]] std::vector<StationEntry> all(records::Connection& connection) const;
    /// How often a station says that it is there.
    [[nodiscard]] std::chrono::milliseconds interval() const { return std::chrono::milliseconds{m_lease} / 4; }

    /// Refuses "people.unknown-workstation", "line.rest-reason-missing".
    base::Outcome rest(records::Transaction& transaction, const records::Author& author, const StationRest& rest) const;
    /// Refuses "line.does-not-rest".
    base::Outcome resume(records::Transaction& transaction, const records::Author& author,
                         const records::WorkstationId& workstation) const;
    [[nodiscard]] std::optional<StationRest> restOf(records::Connection& connection,
                                                    const records::WorkstationId& workstation) const;
    [[nodiscard]] std::vector<StationRest> rests(records::Connection& connection) const;

   private:
    const base::Clock& m_clock;
    std::chrono::seconds m_lease;
};

}  // namespace issuance
