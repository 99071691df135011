// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/lots/lots.hpp"
#include "inventory/transfers/transfers.hpp"

namespace inventory {

/// The least that a place should have of an item, and what it has. `onTheWay`: prepared or dispatched to it.
struct Minimum {
    std::string place;
    std::string item;
    std::int64_t least = 0;
    std::int64_t usable = 0;
    std::int64_t onTheWay = 0;
    [[nodiscard]] bool isLow() const { return usable < least; }
};

struct NewRequisition {
    std::string place;
    std::string item;
    std::int64_t quantity = 0;
    std::string reason;
};

/// What a place has asked for. `stage`: "open", "approved" or "refused".
struct Requisition {
    std::string id;  ///< "RQ-2026-000001"
    std::string place;
    std::string item;
    std::int64_t quantity = 0;
    std::string reason;
    std::string stage;
    std::string requestedAt;
    std::string requestedBy;
    std::string decidedAt;  ///< empty while open
    std::string decidedBy;
    std::string transfer;    ///< that came of it; empty for what is counted
    std::int64_t moved = 0;  ///< of what is counted: by movements that answer it
};

/// What places should have and ask for.
class Requisitions {
   public:
    Requisitions(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// 0 ends the minimum. Refuses "stock.bad-quantity", "stock.unknown-item", "custody.unknown-place".
    base::Outcome setMinimum(records::Transaction& tx, const records::Author& author, std::string_view place,
                             std::string_view item, std::int64_t least) const;
    /// Every minimum that was set, by place and item.
    [[nodiscard]] std::vector<Minimum> minimums(records::Connection& connection) const;

    /// Refuses "stock.bad-quantity", "stock.unknown-item", and as `faultsOfArrival` does.
    base::Result<Requisition> create(records::Transaction& tx, const records::Author& author,
                                     const NewRequisition& fresh) const;
    /// By somebody who did not ask for it; becomes a prepared transfer from the place named. What is counted by lot is
    /// moved from there by its custodians. Refuses "requisition.unknown", "requisition.decided",
    /// "requisition.own-approval", and as `Transfers::prepare` does, or "stock.lot-lacks".
    base::Result<Requisition> approve(records::Transaction& tx, const records::Author& author, std::string_view id,
                                      const std::string& from) const;
    /// Refuses "requisition.unknown", "requisition.decided".
    base::Outcome refuse(records::Transaction& tx, const records::Author& author, std::string_view id,
                         const std::string& reason) const;
    /// What stands against moving some of a lot to a place in answer to a requisition, which nobody else changes until
    /// the transaction ends: "requisition.unknown", "requisition.not-approved", "requisition.asks-otherwise" (another
    /// item, another place, or more than is still wanted).
    base::Outcome checkAnswer(records::Transaction& tx, std::string_view id, const LotQuantity& what,
                              const std::string& to) const;
    [[nodiscard]] std::vector<Requisition> list(records::Connection& connection) const;
    /// Refuses "requisition.unknown".
    [[nodiscard]] base::Result<Requisition> find(records::Connection& connection, std::string_view id) const;

   private:
    [[nodiscard]] base::Result<Requisition> lock(records::Connection& connection, std::string_view id) const;
    [[nodiscard]] base::Result<Requisition> lockOpen(records::Connection& connection, std::string_view id) const;
    base::Result<std::string> prepared(records::Transaction& tx, const records::Author& author,
                                       const Requisition& asked, const std::string& from) const;
    void decide(records::Transaction& tx, const records::Author& author, const Requisition& decided,
                const std::string& reason) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
