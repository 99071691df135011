// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "inventory/item_catalogue.hpp"
#include "inventory/ledger.hpp"
#include "inventory/manifest.hpp"
#include "inventory/spoilage/spoil_cause.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace inventory {

struct Receipt {
    std::string id;
    std::int64_t quantity = 0;
};

struct Issue {
    std::string shift;
    std::vector<std::string> ranges;  ///< "A0000001-A0000050"
};

/// What came back of a shift that lacks blanks, and why it is closed all the same.
struct ShortReturn {
    std::vector<std::string> returned;
    std::string reason;
};

/// One account of the books. `unexplained`: how many serials are there or should be and are not both (reconcile).
struct BalanceLine {
    std::string item;
    std::string place;
    std::string state;
    std::int64_t quantity = 0;
    std::int64_t unexplained = 0;
};

struct HistoryEvent {
    std::string time;
    std::string event;
    std::string place;
    std::string state;
    std::string person;
    std::string second;  ///< empty where one person sufficed
    std::string detail;
    std::string reference = {};  ///< what it belongs to, "receipt:<id>"; empty where nothing
    std::string cause = {};      ///< of spoilage
};

struct History {
    std::string serial;
    std::string item;
    std::string place;
    std::string state;
    std::vector<HistoryEvent> events;  ///< in the order in which they happened
};

/// The blanks of the house. Every act works inside the caller's transaction, enters its movements in the ledger and
/// appends to the journal there; where it is refused it has changed nothing.
class Stock {
   public:
    /// Both must outlive it.
    Stock(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Takes a delivery into the vault; two people. Refuses with every fault at once: those of Manifest::resolve,
    /// "stock.serials-known" and those of Lots::faultsOfReceipt.
    base::Result<Receipt> receive(records::Transaction& tx, const records::Author& author,
                                  const Manifest& manifest) const;

    /// Gives the lowest serials of the vault to the workstation's shift, which it opens where none is open; two people.
    /// Refuses "stock.bad-quantity", "stock.unknown-item", "stock.item-counted", "stock.above-shift-limit",
    /// "stock.vault-lacks", and as `faultsOfArrival` does.
    base::Result<Issue> issueToShift(records::Transaction& tx, const records::Author& author, std::string_view item,
                                     std::int64_t quantity, const records::WorkstationId& workstation,
                                     std::string_view vault = place::kVault) const;

    /// The lowest usable serial of the workstation's open shift, now in use and bound to the order. Never the same to
    /// two who ask at once. Refuses "stock.no-blank", "stock.order-has-blank", "stock.order-blank-missing" (control
    /// 20).
    base::Result<std::string> takeNext(records::Transaction& tx, const records::Author& author,
                                       const records::WorkstationId& workstation, std::string_view item,
                                       std::string_view orderId) const;

    /// The same for one serial, that a person has in hand. Refuses besides "stock.unknown-serial", "stock.other-item",
    /// "stock.not-of-shift" for one that is not unused there.
    base::Result<std::string> takeThis(records::Transaction& tx, const records::Author& author,
                                       const records::WorkstationId& workstation, std::string_view item,
                                       std::string_view orderId, std::string_view serial) const;

    /// Why a serial would not be taken for an order of the item; nothing where it would. Changes and locks nothing.
    [[nodiscard]] std::optional<base::Fault> unfitFor(records::Connection& connection,
                                                      const records::WorkstationId& workstation, std::string_view item,
                                                      std::string_view serial) const;

    /// The blank that is in use for the order, where there is one.
    [[nodiscard]] std::optional<std::string> heldFor(records::Connection& connection, std::string_view orderId) const;

    /// Binds a blank in use to the document it becomes, once. Refuses "stock.unknown-serial", "stock.wrong-state",
    /// "stock.bound-already", "stock.document-has-blank".
    base::Outcome bindToDocument(records::Transaction& tx, const records::Author& author, std::string_view serial,
                                 std::string_view documentId) const;

    /// A blank in use, bound to a document, has become it. Refuses "stock.unknown-serial", "stock.wrong-state",
    /// "stock.not-bound".
    base::Outcome markPersonalised(records::Transaction& tx, const records::Author& author,
                                   std::string_view serial) const;

    /// Into the quarantine of its site for good; out of a guarded place by two people. Refuses "stock.unknown-serial",
    /// "stock.wrong-state", "stock.unknown-cause".
    base::Outcome spoil(records::Transaction& tx, const records::Author& author, std::string_view serial,
                        const SpoilCause& cause) const;
    /// The same for a blank of which no order is made; refuses "stock.blank-of-order" besides.
    base::Outcome spoilUnused(records::Transaction& tx, const records::Author& author, std::string_view serial,
                              const SpoilCause& cause) const;

    /// Closes the workstation's shift if every blank issued to it is personalised, spoiled or returned; two people. The
    /// returned, given as serials or ranges "A0000001-A0000050", go to the vault, the personalised to the finished
    /// documents. Refuses with every blank that stands against it: "stock.no-shift", "stock.bad-range",
    /// "stock.still-in-use", "stock.not-returned", "stock.not-of-shift", "stock.returned-twice",
    /// "stock.shift-unexplained", "stock.shift-short" for those under a case.
    base::Outcome closeShift(records::Transaction& tx, const records::Author& author,
                             const records::WorkstationId& workstation, const std::vector<std::string>& returned,
                             std::string_view vault = place::kVault) const;

    /// Closes a shift that lacks blanks, with the consent of the second person, who answers for it: what nobody brought
    /// is missing from now on, and a discrepancy case of the shift names it. Refuses as closeShift does for all else,
    /// "case.bad-text", and "stock.shift-balances" where nothing lacks.
    base::Outcome closeShiftShort(records::Transaction& tx, const records::Author& author,
                                  const records::WorkstationId& workstation, const ShortReturn& back,
                                  std::string_view vault = place::kVault) const;

    /// Every account of the house that holds or should hold blanks, by item, place and state.
    [[nodiscard]] std::vector<BalanceLine> balance(records::Connection& connection) const;
    /// Refuses "stock.unknown-serial".
    [[nodiscard]] base::Result<History> history(records::Connection& connection, std::string_view serial) const;
    /// Every blank by item and serial: serial,item,place,state,order,document,cause (RFC 4180).
    [[nodiscard]] std::string exportCsv(records::Connection& connection) const;

   private:
    struct Blank;
    struct ShiftCount;
    [[nodiscard]] base::Result<Blank> lockBlank(records::Connection& connection, std::string_view serial) const;
    [[nodiscard]] base::Outcome mayTakeFor(records::Connection& connection, const std::string& order) const;
    std::string take(records::Transaction& tx, const records::Author& author, const SerialRange& range,
                     const Account& unused, const std::string& order) const;
    void countShift(records::Connection& connection, const std::string& place, ShiftCount& count) const;
    [[nodiscard]] Act actOf(std::string_view event, const records::Author& author) const;
    [[nodiscard]] Act actOn(records::Connection& connection, std::string_view event, const records::Author& author,
                            const Account& account) const;
    void journal(records::Transaction& tx, const Act& act, std::string_view objectKind, std::string_view objectId,
                 std::vector<std::pair<std::string, std::string>> facts) const;
    base::Result<ShiftCount> countReturned(records::Transaction& tx, const records::WorkstationId& workstation,
                                           const std::vector<std::string>& returned, std::string_view vault) const;
    void missLacking(records::Transaction& tx, const records::Author& author, const records::WorkstationId& workstation,
                     const std::string& reason, ShiftCount& count) const;
    base::Outcome settle(records::Transaction& tx, const records::Author& author,
                         const records::WorkstationId& workstation, const ShiftCount& count) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
