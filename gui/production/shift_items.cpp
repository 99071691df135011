// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/shift_items.hpp"

#include <algorithm>
#include <map>

#include "gui/text.hpp"

namespace gui {

std::vector<ShiftItem> shiftItemsOf(const Workplace& place, const contract::StockBalanced& balance) {
    const auto here = "workstation:" + place.session.workstation();
    std::map<std::string, ShiftItem> items;
    for (const auto& line : balance.lines) {
        if (!line.lot.empty() || (line.place != here && line.place != "vault")) continue;
        auto& item = items[line.item];
        item.item = line.item;
        item.name = shown(place.names.of(line.item));
        if (line.place == "vault" && line.state == "usable") item.vault += line.quantity;
        if (line.place != here) continue;
        if (line.state == "usable") item.usable += line.quantity;
        if (line.state == "in_use") item.inUse += line.quantity;
        if (line.state == "personalised") item.personalised += line.quantity;
    }
    std::vector<ShiftItem> found;
    for (auto& [id, item] : items) found.push_back(std::move(item));
    std::ranges::sort(found, {}, [](const ShiftItem& item) { return item.name; });
    return found;
}

std::int64_t unusedOf(const std::vector<ShiftItem>& items) {
    std::int64_t unused = 0;
    for (const auto& item : items) unused += item.usable;
    return unused;
}

std::int64_t inUseOf(const std::vector<ShiftItem>& items) {
    std::int64_t inUse = 0;
    for (const auto& item : items) inUse += item.inUse;
    return inUse;
}

}  // namespace gui
