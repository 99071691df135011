// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/destruction/destruction.hpp"

#include "base/digest.hpp"

namespace inventory {

std::string_view nameOf(DestructionStage stage) {
    switch (stage) {
        case DestructionStage::Requested: return "requested";
        case DestructionStage::Authorised: return "authorised";
        case DestructionStage::Commissioned: return "commissioned";
        case DestructionStage::Executed: return "executed";
        case DestructionStage::Cancelled: return "cancelled";
    }
    return {};
}

std::string annexOf(const std::vector<SerialRange>& ranges, const ItemCatalogue& catalogue) {
    std::string text;
    for (const auto& range : ranges) {
        const auto& serials = catalogue.find(range.item)->serial;
        for (auto number = range.first; number <= range.last; ++number) text += serials.serialOf(number) + "\n";
    }
    return text;
}

std::string annexHashOf(const std::vector<SerialRange>& ranges, const ItemCatalogue& catalogue) {
    const std::string text = annexOf(ranges, catalogue);
    return base::toHex(base::sha256(base::bytesOf(text)));
}

}  // namespace inventory
