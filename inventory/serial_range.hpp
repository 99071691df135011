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
/// All of them, separated by blanks; the catalogue knows their items.
std::string textOf(const std::vector<SerialRange>& ranges, const ItemCatalogue& catalogue);

/// One of them; nothing where it is no serial of any item, of two items, or reversed.
std::optional<SerialRange> rangeFrom(const std::string& text, const ItemCatalogue& catalogue);

/// Serials and ranges as people write and scanners send them, "A0000001" or "A0000001-A0000050". Refuses
/// "stock.bad-range" (no serial of any item, two items, or reversed), every fault at once; where = the text.
base::Result<std::vector<SerialRange>> rangesFrom(const std::vector<std::string>& texts,
                                                  const ItemCatalogue& catalogue);

/// The same serials in ascending order and the fewest ranges; `twice` gets those that came more than once.
std::vector<SerialRange> unionOf(std::vector<SerialRange> ranges, std::vector<SerialRange>& twice);
/// The serials of `from` that are not in `what`; both in ascending order without overlaps.
std::vector<SerialRange> without(const std::vector<SerialRange>& from, const std::vector<SerialRange>& what);
std::int64_t quantityOf(const std::vector<SerialRange>& ranges);

}  // namespace inventory
