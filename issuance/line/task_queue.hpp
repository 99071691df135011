// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/strong_id.hpp"
#include "issuance/line/station_duties.hpp"
#include "issuance/line/turn.hpp"
#include "records/journal/journal.hpp"

namespace issuance {

using ProductionOrderId = base::StrongId<struct ProductionOrderIdTag>;
/// One running station; a new one each time a program starts, so that a dead one is never taken for a living one.
using LineStation = base::StrongId<struct LineStationTag>;

/// An order handed to a station for its next step.
struct Task {
    ProductionOrderId order;
    Position position;
    Step step = Step::Clear;
    std::int64_t attempt = 1;
    Route route = Route::PageOnly;
    std::string item;  ///< the blank it is made of
    LineStation station;
    base::Timestamp beganAt;
};

/// How a step ended, for the order's history. `cause` is a short code; `blank` the serial at stake, where there is one.
struct StepReport {
    std::string cause;
    std::string blank;
};

/// How a physical act ended, as its station knows.
struct ActOutcome {
    ProductionOrderId order;
    std::string step;  ///< as the order's history names it
    std::int64_t attempt = 1;
    LineStation station;
    base::Timestamp beganAt;  ///< with the order it tells the act from any other
    records::Author author;
    LineEvent event = LineEvent::Doubt;  ///< Finish, Refuse or Doubt
    std::string cause;
    std::string blank;
};

/// When the outcome of a physical act reaches the books.
enum class Arrival {
    AtOnce,
    Kept,  ///< the books were away as the act ended, and its station laid it down till they were back
};

/// What an order enters the queue with.
struct NewTask {
    ProductionOrderId order;
    Turn turn;
    Route route = Route::PageOnly;
    std::string item;
};

/// From the columns `chip` and, after it, `chip_first`.
Route routeIn(const records::Row& row, std::size_t column);

/// Hands the orders' steps to stations, as leases. A station never chooses its work (control 14). All changes go
/// through the lifecycle's table, inside the caller's transaction, each with its journal entry and its line in the
/// history.
class TaskQueue {
   public:
    /// `lease` is how long a station may be silent; `attempts` how many blanks an order may spoil before it is held.
    TaskQueue(const base::Clock& clock, std::chrono::seconds lease, std::int64_t attempts)
        : m_clock(clock), m_lease(lease), m_attempts(attempts) {}

    [[nodiscard]] std::chrono::seconds lease() const { return m_lease; }

    void add(records::Transaction& transaction, const NewTask& task) const;

    /// Of those that no counter is kept for: the first task in rank that waits for the first of the wanted steps, or
    /// the next where none does; nothing where none is left. Two stations never get the same, and what has a blank
    /// already is made ready and printed at the workstation whose blank it is.
    std::optional<Task> claim(records::Transaction& transaction, const records::Author& author,
                              const LineStation& station, const Wanted& wanted) const;

    /// The next of the wanted steps of an order that is kept for the author's workstation (CounterBook), also where it
    /// was let rest; nothing where it is not kept for it, or does not wait for one.
    std::optional<Task> claimAtCounter(records::Transaction& transaction, const records::Author& author,
                                       const LineStation& station, const ProductionOrderId& order,
                                       const Wanted& wanted) const;

    /// Whether the person printed or encoded a document of the order.
    [[nodiscard]] bool wasMadeBy(records::Connection& connection, const ProductionOrderId& order,
                                 const records::OperatorId& person) const;

    /// One named order for the step, where a person does it: release. Refuses "order.unknown", "line.not-allowed".
    base::Result<Task> claimOrder(records::Transaction& transaction, const records::Author& author,
                                  const LineStation& station, const ProductionOrderId& order, Step step) const;

    /// Reports an event of the station that holds the task. Refuses "line.lease-lost" when it holds it no longer, and
    /// "line.not-allowed" when the lifecycle does not allow it. The task's position is brought up to date.
    base::Outcome report(records::Transaction& transaction, const records::Author& author, Task& task, LineEvent event,
                         const StepReport& report) const;

    /// Whether an outcome still ends its act; keeps others from the order until the transaction ends. What was kept
    /// while the books, or the service, were away ends it also when the lease lapsed meanwhile, or the house lost the
    /// station, and nobody has looked at the blank yet: what the station knows is better than a doubt.
    [[nodiscard]] bool mayEnd(records::Transaction& transaction, const ActOutcome& outcome, Arrival arrival) const;
    /// Reports how a physical act ended. Refuses "line.lease-lost" where it ends it no more.
    base::Outcome reportEnd(records::Transaction& transaction, const ActOutcome& outcome, Arrival arrival) const;
    /// Whether the act's history has that outcome.
    [[nodiscard]] bool hasEnded(records::Connection& connection, const ActOutcome& outcome) const;

    /// Begins the lease of a held task anew, and keeps others from it until the transaction ends: for what a station
    /// does to other books before it reports. Refuses "line.lease-lost".
    base::Outcome renew(records::Transaction& transaction, const Task& task) const;

    /// The same, and the task's blank is of this workstation from now on.
    base::Outcome settle(records::Transaction& transaction, const Task& task,
                         const records::WorkstationId& workstation) const;

    /// Gives the task back and lets it rest for a while: what it needs is not there now.
    base::Outcome postpone(records::Transaction& transaction, const records::Author& author, Task& task,
                           std::chrono::seconds rest) const;

    /// What a person does to an order that no station holds: hold, release, cancel, send back, resolve a doubt. Refuses
    /// "order.unknown" and "line.not-allowed".
    base::Result<Task> decide(records::Transaction& transaction, const records::Author& author,
                              const ProductionOrderId& order, LineEvent event, const StepReport& report) const;

    /// Gives an order another turn, wherever it stands. Refuses "order.ended".
    base::Outcome place(records::Transaction& transaction, const ProductionOrderId& order, const Turn& turn) const;

    /// Takes tasks from stations that fell silent: back to the queue, or into doubt where a physical act had begun. An
    /// order at which five fell silent in turn is held ("line.lapsed-often").
    std::vector<Task> recoverLapsed(records::Transaction& transaction, const records::Author& author) const;

    /// The workstation where the order's last physical act was begun; empty where none was.
    [[nodiscard]] records::WorkstationId actedAt(records::Connection& connection, const ProductionOrderId& order) const;

    /// The task as it stands, held by whomever.
    std::optional<Task> find(records::Connection& connection, const ProductionOrderId& order) const;

   private:
    base::Outcome move(records::Transaction& transaction, const records::Author& author, Task& task, LineEvent event,
                       const StepReport& report) const;
    void recordEvent(records::Transaction& transaction, const records::Author& author, const Task& task,
                     LineEvent event, const StepReport& report) const;

    const base::Clock& m_clock;
    std::chrono::seconds m_lease;
    std::int64_t m_attempts;
};

}  // namespace issuance
