// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/serial_range.hpp"

namespace inventory {

std::vector<SerialRange> rangesOf(const std::string& item, const std::vector<std::int64_t>& numbers) {
    std::vector<SerialRange> ranges;
    for (const std::int64_t number : numbers) {
        if (!ranges.empty() && ranges.back().last + 1 == number)
            ranges.back().last = number;
        else
            ranges.push_back({item, number, number});
    }
    return ranges;
}

std::string textOf(const SerialRange& range, const Item& item) {
    const std::string first = item.serial.serialOf(range.first);
    return range.first == range.last ? first : first + "-" + item.serial.serialOf(range.last);
}

}  // namespace inventory
