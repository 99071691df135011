// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "inventory/item_catalogue.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// So many of a lot: laminates, ribbons, labels. A pack or roll that carries a number of its own is a lot.
struct LotQuantity {
    std::string item;
    std::string lot;
    std::int64_t quantity = 0;
    friend bool operator==(const LotQuantity&, const LotQuantity&) = default;
};

/// How many of a lot are at a place. `unexplained`: by how many that differs from what its movements amount to.
struct LotBalance {
    std::string item;
    std::string lot;
    std::string place;
    std::int64_t quantity = 0;
    std::int64_t unexplained = 0;
};

/// What the house keeps by lot. Every act works inside the caller's transaction, enters its movements in the ledger of
/// lots and appends to the journal there; where it is refused it has changed nothing.
class Lots {
   public:
    /// Both must outlive it.
    Lots(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// What stands against taking in these lots, every fault at once: "stock.unknown-item", "stock.item-serialised",
    /// "stock.lot-without-number" (control 1), "stock.bad-quantity", "stock.lot-twice", "stock.lot-known".
    [[nodiscard]] std::vector<base::Fault> faultsOfReceipt(records::Connection& connection,
                                                           const std::vector<LotQuantity>& lots) const;

    /// Takes lots from the supplier into a place; two people. Refuses as faultsOfReceipt says.
    base::Outcome receive(records::Transaction& tx, const records::Author& author, const std::vector<LotQuantity>& lots,
                          std::string_view place, const std::string& reference) const;

    /// From one place to another; two people where the first is guarded. Refuses "stock.unknown-item",
    /// "stock.item-serialised", "stock.bad-quantity", "stock.unknown-place", "stock.not-held-there", "stock.lot-lacks",
    /// "stock.above-shift-limit".
    base::Outcome move(records::Transaction& tx, const records::Author& author, const LotQuantity& what,
                       const std::string& from, const std::string& to, const std::string& reference = {}) const;

    /// Uses up so many at a workstation, oldest lots first, and says of which. Refuses "stock.unknown-item",
    /// "stock.item-serialised", "stock.bad-quantity", "stock.lot-lacks".
    base::Result<std::vector<LotQuantity>> consume(records::Transaction& tx, const records::Author& author,
                                                   const records::WorkstationId& workstation, std::string_view item,
                                                   std::int64_t quantity, const std::string& reference) const;

    /// Corrects the books of a place to what two people counted there, for a reason. Refuses "stock.unknown-item",
    /// "stock.item-serialised", "stock.bad-quantity", "stock.unknown-place", "stock.lot-unknown",
    /// "stock.reason-missing".
    base::Outcome adjust(records::Transaction& tx, const records::Author& author, const LotQuantity& counted,
                         const std::string& place, const std::string& reason) const;

    /// How many of an item a place has, of all lots.
    [[nodiscard]] std::int64_t quantityAt(records::Connection& connection, std::string_view item,
                                          const std::string& place) const;

    /// The same of every item and workstation that has or had some; `lot` is empty.
    [[nodiscard]] std::vector<LotBalance> atWorkstations(records::Connection& connection) const;

    /// Every lot at every place that has or should have some, by item, lot and place.
    [[nodiscard]] std::vector<LotBalance> balance(records::Connection& connection) const;

   private:
    struct Entry;
    void enter(records::Transaction& tx, const records::Author& author, const Entry& entry) const;
    [[nodiscard]] base::Result<const Item*> counted(std::string_view item) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
