// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "inventory/item_catalogue.hpp"
#include "inventory/transfers/transfer.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// Blanks that go from one place to another. Every step works inside the caller's transaction, is recorded for good and
/// appends to the journal; where it is refused it has changed nothing. Every step refuses "transfer.unknown" and
/// "transfer.wrong-stage".
class Transfers {
   public:
    Transfers(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Reserves the blanks. Refuses, with every fault at once, "transfer.same-place", "transfer.bad-place" (a kind that
    /// sends or receives no transfers), "transfer.bad-state", "transfer.not-kept-there" (usable ones to
    /// a quarantine or the destruction store, others elsewhere), "transfer.nothing-asked", "stock.unknown-item",
    /// "stock.item-counted", "stock.bad-range", "transfer.not-there", "transfer.reserved", "transfer.place-lacks",
    /// "transfer.above-cap", and as `faultsOfArrival` does.
    base::Result<Transfer> prepare(records::Transaction& tx, const records::Author& author,
                                   const NewTransfer& fresh) const;
    /// By somebody who did not prepare it. Refuses "transfer.own-approval".
    base::Outcome approve(records::Transaction& tx, const records::Author& author, std::string_view id) const;
    /// Refuses "transfer.bad-seal", "transfer.seal-used".
    base::Outcome seal(records::Transaction& tx, const records::Author& author, std::string_view id,
                       const std::string& number) const;
    /// The blanks leave; two people out of a guarded place (control 17). Refuses "transfer.no-carrier",
    /// "transfer.bad-arrival" (it is expected in the past), "transfer.not-there", and as checkTwoPeople does.
    base::Outcome dispatch(records::Transaction& tx, const records::Author& author, std::string_view id,
                           const Dispatch& dispatch) const;
    /// Ends a transfer that has not left. Refuses "transfer.no-reason".
    base::Outcome cancel(records::Transaction& tx, const records::Author& author, std::string_view id,
                         const std::string& reason) const;

    /// The blanks arrive where they go, or back where they came from (control 18). Refuses "transfer.sender-receives",
    /// "custody.not-counted", "custody.not-here", as `faultsOfArrival` does, and, where the seal is broken or another,
    /// as checkTwoPeople does.
    base::Result<Transfer> receive(records::Transaction& tx, const records::Author& author, std::string_view id,
                                   const Arrival& arrival) const;
    /// The receiver keeps a part or nothing and sends the rest back. Refuses also "transfer.no-reason",
    /// "transfer.nothing-returned", "transfer.bad-seal", "transfer.seal-used", "transfer.no-carrier",
    /// "transfer.bad-arrival".
    base::Result<Transfer> sendBack(records::Transaction& tx, const records::Author& author, std::string_view id,
                                    const SendBack& back) const;

    /// Replaces the cap of this item and route. Refuses "stock.bad-quantity", "stock.unknown-item",
    /// "custody.unknown-place".
    base::Outcome setCap(records::Transaction& tx, const records::Author& author, const BatchCap& cap) const;
    [[nodiscard]] std::vector<BatchCap> caps(records::Connection& connection) const;

    /// In order of their numbers, without their events.
    enum class Which { Open, Overdue, All };
    [[nodiscard]] std::vector<Transfer> list(records::Connection& connection, Which which) const;
    /// Refuses "transfer.unknown".
    [[nodiscard]] base::Result<Transfer> find(records::Connection& connection, std::string_view id) const;

   private:
    struct Choice;
    struct Finding;
    [[nodiscard]] base::Result<Transfer> lock(records::Connection& connection, std::string_view id,
                                              TransferStep step) const;
    void choose(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const;
    void chooseSerials(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const;
    void chooseQuantity(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const;
    void weigh(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const;
    void lockItems(records::Connection& connection, const Transfer& transfer) const;
    [[nodiscard]] std::vector<base::Fault> faultsOfDeparture(const Dispatch& dispatch) const;
    base::Outcome useSeal(records::Connection& connection, const Transfer& transfer, const std::string& number) const;
    void put(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
             const TransferEvent& event) const;
    void tell(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
              const TransferEvent& event) const;
    base::Result<Finding> examine(records::Connection& connection, const records::Author& author,
                                  const Transfer& transfer, const std::vector<std::string>& scanned) const;
    std::string openCase(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
                         const Finding& finding, const std::string& reason) const;
    base::Outcome arrive(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
                         const std::vector<SerialRange>& ranges) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
