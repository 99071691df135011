// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "inventory/ledger.hpp"

namespace inventory {

/// Consecutive serials of one item that stand in one account.
struct Run {
    SerialRange range;
    Account account;
    friend bool operator==(const Run&, const Run&) = default;
};

/// How many blanks of an item stand in an account.
struct Holding {
    std::string item;
    Account account;
    std::int64_t quantity = 0;
};

/// The run that holds this serial; nothing where the house never had it.
std::optional<Run> runOf(records::Connection& connection, std::string_view item, std::int64_t number);

/// What the books know of a range, cut to it, in ascending order; serials that the house never had are left out.
std::vector<Run> runsWithin(records::Connection& connection, const SerialRange& range);

/// Everything at a place, by item and number.
std::vector<Run> runsAt(records::Connection& connection, std::string_view place);
/// The serials of one item in one account, in ascending order, at most `most` runs.
std::vector<SerialRange> rangesIn(records::Connection& connection, std::string_view item, const Account& account,
                                  std::int64_t most = 1'000'000);

/// The lowest serials of an item in an account, `quantity` together; fewer where it has no more.
std::vector<SerialRange> lowestIn(records::Connection& connection, std::string_view item, const Account& account,
                                  std::int64_t quantity);

std::int64_t quantityIn(records::Connection& connection, std::string_view item, const Account& account);

/// Every account that holds blanks, by item, place and state; of one place where it is named.
std::vector<Holding> holdings(records::Connection& connection, std::string_view place = {});

}  // namespace inventory
