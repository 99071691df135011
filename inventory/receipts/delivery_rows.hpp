// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/receipts/deliveries.hpp"

/// What the sources of Deliveries share among themselves.
namespace inventory {

/// A delivery that nobody else ends or scans until the transaction ends.
struct Deliveries::Open {
    std::string supplier;
    std::string purchase;
};

std::vector<AnnouncedRange> announcedRanges(records::Connection& connection, const std::string& delivery);
std::vector<AnnouncedLot> announcedLots(records::Connection& connection, const std::string& delivery);
/// The round of scanning that counts; 1 before the first.
std::int64_t roundOf(records::Connection& connection, const std::string& delivery);

}  // namespace inventory
