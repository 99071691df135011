// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inventory/item_catalogue.hpp"

namespace inventory {

/// Consecutive serials of one item, by their numbers, both ends included.
struct SerialRange {
    std::string item;
    std::int64_t first = 0;
    std::int64_t last = 0;

    [[nodiscard]] std::int64_t quantity() const { return last - first + 1; }
    friend bool operator==(const SerialRange&, const SerialRange&) = default;
};

/// The fewest ranges that hold these numbers of one item, which come in ascending order and once each.
std::vector<SerialRange> rangesOf(const std::string& item, const std::vector<std::int64_t>& numbers);

/// "A0000001-A0000050", or the serial alone where there is one only.
std::string textOf(const SerialRange& range, const Item& item);

}  // namespace inventory
