// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "inventory/item_catalogue.hpp"
#include "inventory/serial_range.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// What of one item of a receipt turned out to be the supplier's fault.
struct ReceiptQuality {
    std::string receipt;
    std::string supplier;
    std::string purchase;
    std::string time;
    std::string item;
    std::int64_t received = 0;
    std::vector<SerialRange> defects;    ///< spoiled with the cause "supplier"
    std::vector<SerialRange> unclaimed;  ///< of these, in no claim yet
};

struct OpenedClaim {
    std::string number;  ///< of the case
    std::int64_t quantity = 0;
};

/// The quality of deliveries and the claims that follow from it.
class SupplierQuality {
   public:
    /// Both must outlive it.
    SupplierQuality(const ItemCatalogue& catalogue, const base::Clock& clock)
        : m_catalogue(catalogue), m_clock(clock) {}

    /// Every receipt and item, by time.
    [[nodiscard]] std::vector<ReceiptQuality> list(records::Connection& connection) const;

    /// Opens a case over all defects of a receipt that are in no claim yet. Two who claim at once claim nothing twice.
    /// Refuses "stock.unknown-receipt", "stock.nothing-to-claim", "stock.reason-missing".
    base::Result<OpenedClaim> claim(records::Transaction& tx, const records::Author& author, const std::string& receipt,
                                    const std::string& reason) const;

   private:
    [[nodiscard]] std::vector<SerialRange> claimed(records::Connection& connection, const std::string& receipt) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
