// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "inventory/holdings.hpp"
#include "inventory/receipts/boxes.hpp"
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

std::vector<Box> boxesOf(const Manifest& manifest, const std::vector<SerialRange>& ranges) {
    std::vector<Box> boxes;
    for (std::size_t at = 0; at < ranges.size(); ++at)
        boxes.push_back({manifest.ranges[at].box, ranges[at], manifest.ranges[at].seal});
    return boxes;
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
    const Lots lots{m_catalogue, m_clock};
    auto faults = knownSerials(connection, m_catalogue, manifest, *ranges);
    for (auto& fault : lots.faultsOfReceipt(connection, manifest.wholeLots())) faults.push_back(std::move(fault));
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    Receipt receipt{base::randomId(), 0};
    for (const auto& range : *ranges) receipt.quantity += range.quantity();
    for (const auto& lot : manifest.lots) receipt.quantity += lot.quantity;
    Act act = actOf("receive", author);
    act.reference = "receipt:" + receipt.id;
    connection.execute(
        "INSERT INTO stock_receipt (id, supplier, purchase, time, quantity) VALUES (?1, ?2, ?3, ?4, ?5)",
        {receipt.id, manifest.supplier, manifest.purchase, base::formatTimestamp(act.time), receipt.quantity});
    enterMovements(connection, act, intoVault(manifest, *ranges));
    base::expected(lots.receive(tx, author, manifest.wholeLots(), place::kVault, act.reference), act.reference);
    keepBoxes(connection, receipt.id, boxesOf(manifest, *ranges));
    journal(tx, act, "receipt", receipt.id,
            {{"supplier", manifest.supplier},
             {"purchase", manifest.purchase},
             {"ranges", std::to_string(ranges->size())},
             {"quantity", std::to_string(receipt.quantity)}});
    return receipt;
}

}  // namespace inventory
