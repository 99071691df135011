// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/manifest.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace inventory {
namespace {

using namespace base::literals;

/// One range as numbers; its faults otherwise.
std::optional<SerialRange> resolveRange(const Manifest::Range& range, const ItemCatalogue& catalogue,
                                        const std::string& where, std::vector<base::Fault>& faults) {
    const Item* item = catalogue.find(range.item);
    if (item == nullptr) {
        faults.push_back({"stock.unknown-item"_code, {{"item", range.item}}, where});
        return std::nullopt;
    }
    if (item->isCounted()) {
        faults.push_back({"stock.item-counted"_code, {{"item", item->id}}, where});
        return std::nullopt;
    }
    const auto first = item->serial.numberOf(range.first);
    const auto last = item->serial.numberOf(range.last);
    const auto refuse = [&](const std::string& serial) {
        faults.push_back({"stock.bad-serial"_code, {{"serial", serial}, {"item", item->id}}, where});
    };
    if (!first) refuse(range.first);
    if (!last) refuse(range.last);
    if (!first || !last) return std::nullopt;
    if (*first > *last) {
        faults.push_back({"stock.range-reversed"_code, {{"first", range.first}, {"last", range.last}}, where});
        return std::nullopt;
    }
    return SerialRange{item->id, *first, *last};
}

/// Every range that begins before an earlier one of the same item has ended.
void findOverlaps(const Manifest& manifest, const std::vector<std::pair<SerialRange, std::size_t>>& ranges,
                  std::vector<base::Fault>& faults) {
    auto sorted = ranges;
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first.item, a.first.first, a.second) < std::tie(b.first.item, b.first.first, b.second);
    });
    std::size_t widest = 0;
    for (std::size_t at = 1; at < sorted.size(); ++at) {
        const auto& [range, place] = sorted[at];
        const auto& [reach, other] = sorted[widest];
        if (range.item == reach.item && range.first <= reach.last)
            faults.push_back({"stock.range-overlaps"_code,
                              {{"first", manifest.ranges[place].first},
                               {"last", manifest.ranges[place].last},
                               {"other", manifest.placeOf(other)}},
                              manifest.placeOf(place)});
        if (range.item != reach.item || range.last > reach.last) widest = at;
    }
}

}  // namespace

std::string Manifest::placeOf(std::size_t range) const {
    const int line = ranges[range].line;
    return line > 0 ? base::xml::lineText(line) : "range " + std::to_string(range + 1);
}

std::vector<LotQuantity> Manifest::wholeLots() const {
    std::map<std::pair<std::string, std::string>, std::int64_t> sums;
    for (const auto& lot : lots) sums[{lot.item, lot.lot}] += lot.quantity;
    std::vector<LotQuantity> whole;
    for (const auto& [name, quantity] : sums) whole.push_back({name.first, name.second, quantity});
    return whole;
}

base::Result<Manifest> Manifest::read(base::BytesView octets, const base::xml::Schema& schema) {
    const auto document = base::xml::Document::parse(octets);
    if (!document) return document.refusal();
    if (auto faults = schema.faultsOf(*document); !faults.empty()) return base::Refusal{std::move(faults)};
    const auto root = document->root();
    Manifest manifest{root.attributeOr("supplier", ""), root.attributeOr("purchase", ""), {}, {}};
    for (const auto& range : root.children("range"))
        manifest.ranges.push_back({range.attributeOr("item", ""), range.attributeOr("first", ""),
                                   range.attributeOr("last", ""), range.attributeOr("box", ""), range.line(),
                                   range.attributeOr("seal", "")});
    for (const auto& lot : root.children("lot"))
        manifest.lots.push_back({lot.attributeOr("item", ""), lot.attributeOr("number", ""),
                                 std::stoll(lot.attributeOr("quantity", "0")), lot.attributeOr("box", ""),
                                 lot.attributeOr("seal", ""), lot.line()});
    return manifest;
}

base::Result<std::vector<SerialRange>> Manifest::resolve(const ItemCatalogue& catalogue) const {
    std::vector<base::Fault> faults;
    std::vector<std::pair<SerialRange, std::size_t>> resolved;
    for (std::size_t at = 0; at < ranges.size(); ++at)
        if (auto range = resolveRange(ranges[at], catalogue, placeOf(at), faults)) resolved.emplace_back(*range, at);
    findOverlaps(*this, resolved, faults);
    std::int64_t total = 0;
    for (const auto& [range, place] : resolved) total += range.quantity();
    if (ranges.empty() && lots.empty()) faults.push_back({"stock.manifest-empty"_code});
    if (total > kMostSerials)
        faults.push_back({"stock.manifest-too-large"_code,
                          {{"quantity", std::to_string(total)}, {"most", std::to_string(kMostSerials)}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    std::vector<SerialRange> found;
    for (auto& [range, place] : resolved) found.push_back(std::move(range));
    return found;
}

}  // namespace inventory
