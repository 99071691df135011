// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/schema_faults.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace issuance {
namespace {

/// Faults quote the value they refuse; of a very long one the beginning is enough.
constexpr std::size_t kLongestDetail = 300;

int lastLineOf(const base::xml::Element& element) {
    int last = element.line();
    for (const auto& child : element.children()) last = std::max(last, lastLineOf(child));
    return last;
}

/// The number in "line 12"; 0 where there is none.
int lineIn(const std::string& where) {
    const std::string_view prefix = "line ";
    int line = 0;
    if (where.rfind(prefix, 0) == 0) std::from_chars(where.data() + prefix.size(), where.data() + where.size(), line);
    return line;
}

void shortenDetail(base::Fault& fault) {
    for (auto& [name, value] : fault.arguments) {
        if (value.size() <= kLongestDetail) continue;
        std::size_t end = kLongestDetail;
        while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
        value.resize(end);
        value += "…";
    }
}

bool isWithinAnOrder(const base::Fault& fault) {
    return std::any_of(fault.arguments.begin(), fault.arguments.end(), [](const auto& argument) {
        return argument.first == "field" && argument.second.rfind("order-file/order", 0) == 0;
    });
}

}  // namespace

SortedFaults sortByOrder(std::vector<base::Fault> faults, const std::vector<base::xml::Element>& orders) {
    SortedFaults sorted;
    sorted.ofOrder.resize(orders.size());
    std::vector<std::pair<int, int>> ranges;
    for (const auto& order : orders) ranges.emplace_back(order.line(), lastLineOf(order));
    for (auto& fault : faults) {
        shortenDetail(fault);
        const int line = lineIn(fault.where);
        bool placed = false;
        for (std::size_t at = 0; at < orders.size() && isWithinAnOrder(fault); ++at) {
            if (line < ranges[at].first || line > ranges[at].second) continue;
            sorted.ofOrder[at].push_back(fault);
            placed = true;
        }
        if (!placed) sorted.ofFile.push_back(std::move(fault));
    }
    return sorted;
}

}  // namespace issuance
