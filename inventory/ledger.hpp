// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "inventory/serial_range.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// States of a blank, as they are stored. Which may follow which is the constraint `movement_life`.
namespace state {
inline constexpr std::string_view kNone = "none";  ///< outside the house, where no blank is in the books
inline constexpr std::string_view kUsable = "usable";
inline constexpr std::string_view kInUse = "in_use";
inline constexpr std::string_view kPersonalised = "personalised";
inline constexpr std::string_view kSpoiled = "spoiled";
inline constexpr std::string_view kAnnulled = "annulled";
inline constexpr std::string_view kExpired = "expired";
inline constexpr std::string_view kMissing = "missing";    ///< not where it should be; a case is open
inline constexpr std::string_view kLost = "lost";          ///< formally reported, for good
inline constexpr std::string_view kStolen = "stolen";      ///< formally reported, for good
inline constexpr std::string_view kWithheld = "withheld";  ///< found again: in quarantine, never stock any more
inline constexpr std::string_view kDestroyed = "destroyed";
}  // namespace state

/// Places that every house has; stock_place holds these and all others.
namespace place {
inline constexpr std::string_view kSupplier = "supplier";  ///< outside: where blanks come from
inline constexpr std::string_view kFound = "found";        ///< outside: where blanks turn up that no book knew
inline constexpr std::string_view kVault = "vault";
inline constexpr std::string_view kQuarantine = "quarantine";
inline constexpr std::string_view kDestruction = "destruction";
inline constexpr std::string_view kDocuments = "documents";  ///< finished documents that left their workstation
}  // namespace place

/// "workstation:<id>".
std::string placeOf(const records::WorkstationId& workstation);
/// Makes the workstation a place, where it is none yet.
void knowWorkstation(records::Connection& connection, const records::WorkstationId& workstation,
                     std::string_view vault = place::kVault);

/// Where blanks are and what they are: what the ledger gives to and takes from.
struct Account {
    std::string place;
    std::string state;
    friend auto operator<=>(const Account&, const Account&) = default;
};

/// One range of serials that goes from one account to another.
struct Movement {
    SerialRange range;
    Account from;
    Account to;
    std::string detail = {};
};

/// What all movements of one act share.
struct Act {
    std::string_view event;
    const records::Author& author;
    base::Timestamp time;
    std::string reference = {};  ///< what it belongs to: "receipt:<id>", "shift:<id>", …; empty where nothing
    std::string cause = {};      ///< why blanks are spoiled; empty for all else
};

/// Enters the movements of one act in the ledger, in the order given; the database moves the blanks. All serials of a
/// movement must stand in its `from`: read them under `lockPlaces`. Throws "records.constraint" where they do not, or
/// where a constraint of the ledger does not hold (docs/formats/stock-ledger.md).
void enterMovements(records::Connection& connection, const Act& act, const std::vector<Movement>& movements);

/// Makes whoever else moves blanks of this item from or to these places wait until the transaction ends, so that what
/// is read after it stays true. An act that moves several items locks them in ascending order. SQLite has one writer
/// anyway.
void lockPlaces(records::Connection& connection, std::string_view item, std::vector<std::string> places);

/// The least k with quantity ≤ 2^k.
std::int64_t spanOf(std::int64_t quantity);

}  // namespace inventory
