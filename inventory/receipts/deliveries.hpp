// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "inventory/ledger.hpp"
#include "inventory/receipts/announcement.hpp"

namespace inventory {

/// A delivery as the books know it.
struct Delivery {
    std::string id;
    std::string supplier;
    std::string purchase;
    std::string form;         ///< how its manifest was read
    std::string announcedAt;  ///< as base::formatTimestamp
    std::string announcedBy;
    std::string endedAt;
    std::string outcome;  ///< "announced", "put_away", "rejected"
    std::int64_t announced = 0;
    std::int64_t scanned = 0;  ///< in the round that counts, while it is announced
};

/// What two people read from one box, or from none. Nothing but a box: it is unopened, and its seal stands for all that
/// is announced in it.
struct Scan {
    std::string box;
    std::string seal;
    std::vector<std::string> serials;  ///< serials and ranges
    std::vector<LotQuantity> lots;     ///< all of each lot that is in this box
    bool anew = false;                 ///< forget what was scanned before, and begin again
};

struct ScanTaken {
    std::int64_t fresh = 0;     ///< serials that had not been read in this box
    std::int64_t repeated = 0;  ///< serials that had been: harmless
};

/// What stands against putting a delivery away.
struct DeliveryCheck {
    std::vector<base::Fault> faults;
    std::vector<base::Fault> gaps;  ///< serials left out between those of one box; may be explained
    std::int64_t announced = 0;
    std::int64_t scanned = 0;
};

struct PutAway {
    std::string delivery;
    std::string place = std::string{inventory::place::kVault};
    std::string gapReason;  ///< why serials are left out; empty where none are
};

/// One item of a receipt, for people: the acceptance act.
struct AcceptedItem {
    std::string item;
    std::string unit;
    std::int64_t quantity = 0;
    std::vector<std::string> contents;  ///< "A0000001-A0000500", or "lot L-17: 250"
    std::vector<std::string> boxes;
};

/// What the acceptance act of a receipt says (templates/acts/stock-receipt.xml).
struct Acceptance {
    std::string receipt;
    std::string supplier;
    std::string purchase;
    std::string time;
    std::string first;  ///< ids of the two who received it
    std::string second;
    std::string place;
    std::int64_t quantity = 0;
    std::vector<AcceptedItem> items;
};

/// Deliveries from their announcement to the vault: announce, scan by two, check, put away by two. Every act works
/// inside the caller's transaction and appends to the journal there; where it is refused it has changed nothing.
class Deliveries {
   public:
    /// Both must outlive it.
    Deliveries(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Keeps what a supplier announces and gives the delivery's id. `manifest`: SHA-256 of the file. Refuses
    /// "stock.manifest-announced", "stock.lot-twice".
    base::Result<std::string> announce(records::Transaction& tx, const records::Author& author,
                                       const Announcement& announcement, const std::string& manifest) const;

    /// Keeps what two people read; the same again changes nothing, and a scan goes on where it stopped. Refuses
    /// "stock.unknown-delivery", "stock.delivery-ended", "stock.bad-range", "stock.unknown-item",
    /// "stock.item-serialised", "stock.lot-without-number", "stock.bad-quantity", "stock.scan-empty".
    base::Result<ScanTaken> scan(records::Transaction& tx, const records::Author& author, const std::string& delivery,
                                 const Scan& scan) const;

    /// Compares what is announced, what was scanned and what the books know (control 2). Faults: "stock.scan-missing",
    /// "stock.scan-extra", "stock.scan-twice", "stock.scan-other-box", "stock.box-unknown", "stock.seal-differs",
    /// "stock.serials-known", "stock.lot-differs", "stock.lot-known"; gaps: "stock.serials-skipped". Refuses
    /// "stock.unknown-delivery".
    [[nodiscard]] base::Result<DeliveryCheck> check(records::Connection& connection, const std::string& delivery) const;

    /// Brings the delivery into a vault, one movement a range; two people. Gives the quantity. The receipt has the
    /// delivery's id. Refuses all that check finds, gaps too unless they are explained, "stock.not-a-vault",
    /// "stock.not-held-there", "stock.unknown-delivery", "stock.delivery-ended".
    base::Result<std::int64_t> putAway(records::Transaction& tx, const records::Author& author,
                                       const PutAway& request) const;

    /// Ends a delivery that goes back to the supplier; two people. Refuses "stock.reason-missing",
    /// "stock.unknown-delivery", "stock.delivery-ended".
    base::Outcome reject(records::Transaction& tx, const records::Author& author, const std::string& delivery,
                         const std::string& reason) const;

    /// All deliveries, the newest first.
    [[nodiscard]] std::vector<Delivery> list(records::Connection& connection) const;

    /// What was received, also in one step. Refuses "stock.unknown-receipt".
    [[nodiscard]] base::Result<Acceptance> acceptance(records::Connection& connection,
                                                      const std::string& receipt) const;

   private:
    struct Open;
    [[nodiscard]] base::Result<Open> lockOpen(records::Connection& connection, const std::string& delivery) const;
    void journal(records::Transaction& tx, const records::Author& author, const std::string& act,
                 const std::string& delivery, const std::string& reason,
                 std::vector<std::pair<std::string, std::string>> facts) const;
    [[nodiscard]] base::Outcome checkPlace(records::Connection& connection, const std::string& delivery,
                                           const std::string& place) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
