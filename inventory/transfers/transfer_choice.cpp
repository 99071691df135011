// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/transfers/transfer_choice.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "inventory/places/places.hpp"
#include "inventory/places/presence.hpp"
#include "inventory/transfers/reservations.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::array<std::string_view, 6> kTransferring{"vault",  "quarantine", "destruction",
                                                        "mobile", "consulate",  "carrier"};
constexpr std::array<std::string_view, 4> kTransferred{state::kUsable, state::kSpoiled, state::kAnnulled,
                                                       state::kExpired};

template <class Names>
bool isIn(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What is of no use any more goes to where it waits for its end, and nowhere else; what is of use, never there.
bool keeps(const Place& place, std::string_view state) {
    const bool end = place.kind == "quarantine" || place.kind == "destruction";
    return end != (state == state::kUsable);
}

/// The least cap that holds for this item and route; nothing where there is none.
std::optional<std::int64_t> capOf(records::Connection& connection, const NewTransfer& fresh, const std::string& item) {
    const auto row = connection.queryOne(
        "SELECT min(most) FROM stock_batch_cap WHERE item IN (?1, '*') AND from_place IN (?2, '*') AND to_place IN "
        "(?3, "
        "'*')",
        {item, fresh.from, fresh.to});
    if (!row || row->isNull(0)) return std::nullopt;
    return row->integer(0);
}

}  // namespace

void Transfers::choose(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const {
    const Places places{m_catalogue, m_clock};
    if (fresh.from == fresh.to) choice.faults.push_back({"transfer.same-place"_code, {{"place", fresh.from}}});
    for (const auto* end : {&fresh.from, &fresh.to}) {
        const auto place = places.find(connection, *end);
        if (!place)
            choice.faults.push_back(place.refusal().first());
        else if (!isIn(kTransferring, place->kind))
            choice.faults.push_back({"transfer.bad-place"_code, {{"place", *end}, {"kind", place->kind}}});
        else if (end == &fresh.to && isIn(kTransferred, fresh.state) && !keeps(*place, fresh.state))
            choice.faults.push_back({"transfer.not-kept-there"_code, {{"place", place->name}, {"state", fresh.state}}});
    }
    if (!isIn(kTransferred, fresh.state))
        choice.faults.push_back({"transfer.bad-state"_code, {{"state", fresh.state}}});
    if (fresh.serials.empty() == fresh.item.empty()) choice.faults.push_back({"transfer.nothing-asked"_code, {}});
    if (!choice.faults.empty()) return;
    fresh.serials.empty() ? chooseQuantity(connection, fresh, choice) : chooseSerials(connection, fresh, choice);
    if (choice.faults.empty()) weigh(connection, fresh, choice);
}

void Transfers::chooseSerials(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const {
    auto ranges = countedFrom(connection, fresh.serials, m_catalogue);
    if (!ranges) {
        choice.faults = ranges.refusal().faults();
        return;
    }
    choice.ranges = std::move(*ranges);
    const auto refuse = [&](base::FailureCode code, const SerialRange& range) {
        choice.faults.push_back(
            {code, {{"serial", textOf(range, *m_catalogue.find(range.item))}, {"place", fresh.from}}});
    };
    for (const auto& range : choice.ranges) lockPlaces(connection, range.item, {fresh.from});
    for (const auto& range : choice.ranges) {
        std::vector<SerialRange> there;
        for (auto& run : runsWithin(connection, range))
            if (run.account == Account{fresh.from, fresh.state}) there.push_back(std::move(run.range));
        for (const auto& missing : without({range}, there)) refuse("transfer.not-there"_code, missing);
        for (const auto& reserved : reservedWithin(connection, range)) refuse("transfer.reserved"_code, reserved);
    }
}

void Transfers::chooseQuantity(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const {
    const Item* item = m_catalogue.find(fresh.item);
    if (item == nullptr) choice.faults.push_back({"stock.unknown-item"_code, {{"item", fresh.item}}});
    if (item != nullptr && item->isCounted())
        choice.faults.push_back({"stock.item-counted"_code, {{"item", fresh.item}}});
    if (fresh.quantity <= 0)
        choice.faults.push_back({"stock.bad-quantity"_code, {{"quantity", std::to_string(fresh.quantity)}}});
    if (!choice.faults.empty()) return;
    lockPlaces(connection, item->id, {fresh.from});
    choice.ranges = lowestFree(connection, item->id, {fresh.from, fresh.state}, fresh.quantity);
    if (quantityOf(choice.ranges) < fresh.quantity)
        choice.faults.push_back({"transfer.place-lacks"_code,
                                 {{"place", fresh.from},
                                  {"item", item->id},
                                  {"quantity", std::to_string(fresh.quantity)},
                                  {"available", std::to_string(quantityOf(choice.ranges))}}});
}

void Transfers::weigh(records::Connection& connection, const NewTransfer& fresh, Choice& choice) const {
    std::map<std::string, std::int64_t> quantities;
    for (const auto& range : choice.ranges) quantities[range.item] += range.quantity();
    for (const auto& [item, quantity] : quantities) {
        for (auto& fault : faultsOfArrival(connection, fresh.to, *m_catalogue.find(item), quantity))
            choice.faults.push_back(std::move(fault));
        const auto cap = capOf(connection, fresh, item);
        if (cap && quantity > *cap)
            choice.faults.push_back(
                {"transfer.above-cap"_code,
                 {{"item", item}, {"quantity", std::to_string(quantity)}, {"cap", std::to_string(*cap)}}});
    }
}

}  // namespace inventory
