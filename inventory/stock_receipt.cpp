// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "base/digest.hpp"
#include "inventory/holdings.hpp"
#include "inventory/stock.hpp"
#include "records/approvals/approval.hpp"

namespace inventory {
namespace {

using namespace base::literals;

/// Every range of which the books know serials already.
std::vector<base::Fault> knownSerials(records::Connection& connection, const ItemCatalogue& catalogue,
                                      const Manifest& manifest, const std::vector<SerialRange>& ranges) {
    std::vector<base::Fault> faults;
    for (std::size_t at = 0; at < ranges.size(); ++at) {
        std::vector<SerialRange> known;
        for (auto& run : runsWithin(connection, ranges[at])) known.push_back(std::move(run.range));
        if (known.empty()) continue;
        const auto& serials = catalogue.find(ranges[at].item)->serial;
        faults.push_back({"stock.serials-known"_code,
                          {{"quantity", std::to_string(quantityOf(known))},
                           {"first", serials.serialOf(known.front().first)},
                           {"last", serials.serialOf(known.back().last)}},
                          manifest.placeOf(at)});
    }
    return faults;
}

std::vector<std::string> itemsOf(const std::vector<SerialRange>& ranges) {
    std::set<std::string> items;
    for (const auto& range : ranges) items.insert(range.item);
    return {items.begin(), items.end()};
}

std::vector<Movement> intoVault(const Manifest& manifest, const std::vector<SerialRange>& ranges) {
    std::vector<Movement> movements;
    const Account from{std::string{place::kSupplier}, std::string{state::kNone}};
    const Account to{std::string{place::kVault}, std::string{state::kUsable}};
    for (std::size_t at = 0; at < ranges.size(); ++at) {
        const std::string& box = manifest.ranges[at].box;
        movements.push_back({ranges[at], from, to, box.empty() ? "" : "box " + box});
    }
    return movements;
}

}  // namespace

base::Result<Receipt> Stock::receive(records::Transaction& tx, const records::Author& author,
                                     const Manifest& manifest) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const auto ranges = manifest.resolve(m_catalogue);
    if (!ranges) return ranges.refusal();
    auto& connection = tx.connection();
    for (const auto& item : itemsOf(*ranges))
        lockPlaces(connection, item, {std::string{place::kSupplier}, std::string{place::kVault}});
    if (auto known = knownSerials(connection, m_catalogue, manifest, *ranges); !known.empty())
        return base::Refusal{std::move(known)};

    Receipt receipt{base::randomId(), 0};
    for (const auto& range : *ranges) receipt.quantity += range.quantity();
    Act act = actOf("receive", author);
    act.reference = "receipt:" + receipt.id;
    connection.execute(
        "INSERT INTO stock_receipt (id, supplier, purchase, time, quantity) VALUES (?1, ?2, ?3, ?4, ?5)",
        {receipt.id, manifest.supplier, manifest.purchase, base::formatTimestamp(act.time), receipt.quantity});
    enterMovements(connection, act, intoVault(manifest, *ranges));
    journal(tx, act, "receipt", receipt.id,
            {{"supplier", manifest.supplier},
             {"purchase", manifest.purchase},
             {"ranges", std::to_string(ranges->size())},
             {"quantity", std::to_string(receipt.quantity)}});
    return receipt;
}

}  // namespace inventory
