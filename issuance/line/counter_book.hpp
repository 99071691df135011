// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/line/task_queue.hpp"

namespace issuance {

/// An order that is made at a workstation while its holder waits there.
struct CounterOrder {
    ProductionOrderId order;
    records::WorkstationId workstation;
    Position position = {};
};

/// Which orders are kept for a workstation, ahead of the queue and out of it. A station never chooses its work (control
/// 14): who may keep an order for one says so, for a reason. All acts work inside the caller's transaction, with their
/// entry in the journal; what is refused is not to be committed.
class CounterBook {
   public:
    explicit CounterBook(const base::Clock& clock) : m_clock(clock) {}

    /// Keeps it for that workstation from its next step on; what is at it now ends its step. Refuses "order.unknown",
    /// "order.ended-already", "order.counter-reason-missing", "people.unknown-workstation", and "line.blank-elsewhere"
    /// where its next step is done where its blank is, and that is elsewhere.
    base::Outcome keep(records::Transaction& transaction, const records::Author& author, const ProductionOrderId& order,
                       const records::WorkstationId& workstation, const std::string& reason) const;

    /// Puts it back into the queue. Refuses "order.unknown", "order.counter-reason-missing", "order.not-at-counter".
    base::Outcome letGo(records::Transaction& transaction, const records::Author& author,
                        const ProductionOrderId& order, const std::string& reason) const;

    /// Empty where it is kept for none, or is unknown.
    [[nodiscard]] records::WorkstationId workstationOf(records::Connection& connection,
                                                       const ProductionOrderId& order) const;

    /// What stands against the author's making it: "line.not-at-counter", or "line.kept-by-maker" where who keeps it
    /// would choose their own work (control 14).
    [[nodiscard]] std::optional<base::Fault> faultOfMaking(records::Connection& connection,
                                                           const records::Author& author,
                                                           const ProductionOrderId& order) const;

    /// All that have not ended, by workstation and number.
    [[nodiscard]] std::vector<CounterOrder> all(records::Connection& connection) const;

   private:
    const base::Clock& m_clock;
};

}  // namespace issuance
