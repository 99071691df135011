// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/serial_range.hpp"

#include <algorithm>
#include <tuple>

namespace inventory {

using namespace base::literals;

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

std::string textOf(const std::vector<SerialRange>& ranges, const ItemCatalogue& catalogue) {
    std::string text;
    for (const auto& range : ranges) text += (text.empty() ? "" : " ") + textOf(range, *catalogue.find(range.item));
    return text;
}

std::optional<SerialRange> rangeFrom(const std::string& text, const ItemCatalogue& catalogue) {
    const auto dash = text.find('-');
    const std::string first = text.substr(0, dash);
    const std::string last = dash == std::string::npos ? first : text.substr(dash + 1);
    const Item* item = catalogue.itemOf(first);
    const auto from = item == nullptr ? std::nullopt : item->serial.numberOf(first);
    const auto to = item == nullptr ? std::nullopt : item->serial.numberOf(last);
    if (!from || !to || *to < *from) return std::nullopt;
    return SerialRange{item->id, *from, *to};
}

base::Result<std::vector<SerialRange>> rangesFrom(const std::vector<std::string>& texts,
                                                  const ItemCatalogue& catalogue) {
    std::vector<SerialRange> ranges;
    std::vector<base::Fault> faults;
    for (const auto& text : texts) {
        if (auto range = rangeFrom(text, catalogue))
            ranges.push_back(std::move(*range));
        else
            faults.push_back({"stock.bad-range"_code, {{"range", text}}, text});
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return ranges;
}

std::vector<SerialRange> unionOf(std::vector<SerialRange> ranges, std::vector<SerialRange>& twice) {
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) {
        return std::tie(a.item, a.first, a.last) < std::tie(b.item, b.first, b.last);
    });
    std::vector<SerialRange> joined;
    for (auto& range : ranges) {
        const bool sameItem = !joined.empty() && joined.back().item == range.item;
        if (sameItem && range.first <= joined.back().last)
            twice.push_back({range.item, range.first, std::min(range.last, joined.back().last)});
        if (sameItem && range.first <= joined.back().last + 1)
            joined.back().last = std::max(joined.back().last, range.last);
        else
            joined.push_back(std::move(range));
    }
    return joined;
}

std::vector<SerialRange> without(const std::vector<SerialRange>& from, const std::vector<SerialRange>& what) {
    std::vector<SerialRange> left;
    auto cut = what.begin();
    const auto isBefore = [](const SerialRange& a, const SerialRange& b) {
        return std::tie(a.item, a.last) < std::tie(b.item, b.first);
    };
    for (const auto& range : from) {
        while (cut != what.end() && isBefore(*cut, range)) ++cut;
        std::int64_t first = range.first;
        for (auto at = cut; at != what.end() && at->item == range.item && at->first <= range.last; ++at) {
            if (at->first > first) left.push_back({range.item, first, at->first - 1});
            first = std::max(first, at->last + 1);
        }
        if (first <= range.last) left.push_back({range.item, first, range.last});
    }
    return left;
}

std::int64_t quantityOf(const std::vector<SerialRange>& ranges) {
    std::int64_t sum = 0;
    for (const auto& range : ranges) sum += range.quantity();
    return sum;
}

}  // namespace inventory
