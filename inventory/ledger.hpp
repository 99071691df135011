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

/// States of a blank, as they are stored.
namespace state {
inline constexpr std::string_view kUsable = "usable";
inline constexpr std::string_view kInUse = "in_use";
inline constexpr std::string_view kPersonalised = "personalised";
inline constexpr std::string_view kSpoiled = "spoiled";
}  // namespace state

/// Places of a blank, as they are stored; besides these, workstations (placeOf).
namespace place {
inline constexpr std::string_view kSupplier = "supplier";  ///< outside the house: no blank is there
inline constexpr std::string_view kVault = "vault";
inline constexpr std::string_view kQuarantine = "quarantine";
inline constexpr std::string_view kDocuments = "documents";  ///< finished documents that left their workstation
}  // namespace place

/// "workstation:<id>".
std::string placeOf(const records::WorkstationId& workstation);

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
    std::string receipt = {};  ///< empty where none
    std::string shift = {};    ///< empty where none
};

/// Writes the movements of one act to the ledger.
void enterMovements(records::Connection& connection, const Act& act, const std::vector<Movement>& movements);

/// The least k with quantity ≤ 2^k.
std::int64_t spanOf(std::int64_t quantity);

}  // namespace inventory
