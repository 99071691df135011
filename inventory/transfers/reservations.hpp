// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "inventory/holdings.hpp"

/// Serials that a prepared transfer has reserved. They stand where they stood, are counted there, and leave their place
/// with the transfer only: the database refuses all else.
namespace inventory {

/// What is reserved within a range, in ascending order.
std::vector<SerialRange> reservedWithin(records::Connection& connection, const SerialRange& range);

/// The lowest serials of an item in an account that nobody has reserved, `quantity` together; fewer where it has no
/// more. Read under `lockPlaces`.
std::vector<SerialRange> lowestFree(records::Connection& connection, std::string_view item, const Account& account,
                                    std::int64_t quantity);

void reserve(records::Connection& connection, std::string_view transfer, const std::vector<SerialRange>& ranges);
void endReservations(records::Connection& connection, std::string_view transfer);

}  // namespace inventory
