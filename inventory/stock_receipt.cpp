// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.hpp"
#include "inventory/stock.hpp"
#include "inventory/two_people.hpp"

namespace inventory {
namespace {

using namespace base::literals;

/// Every range of which the books know serials already.
std::vector<base::Fault> knownSerials(records::Connection& connection, const Manifest& manifest,
                                      const std::vector<SerialRange>& ranges) {
    std::vector<base::Fault> faults;
    for (std::size_t at = 0; at < ranges.size(); ++at) {
        const auto& range = manifest.ranges[at];
        const auto row = connection.queryOne(
            "SELECT count(*), min(serial), max(serial) FROM blank WHERE serial BETWEEN ?1 AND ?2 AND item = ?3",
            {range.first, range.last, range.item});
        if (row->integer(0) == 0) continue;
        faults.push_back(
            {"stock.serials-known"_code,
             {{"quantity", std::to_string(row->integer(0))}, {"first", row->text(1)}, {"last", row->text(2)}},
             manifest.placeOf(at)});
    }
    return faults;
}

void insertBlanks(records::Connection& connection, const ItemCatalogue& catalogue,
                  const std::vector<SerialRange>& ranges) {
    std::size_t at = 0;
    std::int64_t number = ranges.front().first;
    const std::string vault{place::kVault};
    const std::string usable{state::kUsable};
    connection.insertMany("blank", {"serial", "item", "number", "place", "state"}, [&](records::Values& values) {
        while (at < ranges.size() && number > ranges[at].last)
            if (++at < ranges.size()) number = ranges[at].first;
        if (at == ranges.size()) return false;
        const auto& range = ranges[at];
        values = {catalogue.find(range.item)->serial.serialOf(number), range.item, number, vault, usable};
        ++number;
        return true;
    });
}

std::vector<Movement> intoVault(const Manifest& manifest, const std::vector<SerialRange>& ranges) {
    std::vector<Movement> movements;
    const Account from{std::string{place::kSupplier}, std::string{state::kUsable}};
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
    if (const auto fault = faultOfTwoPeople(author)) return *fault;
    const auto ranges = manifest.resolve(m_catalogue);
    if (!ranges) return ranges.refusal();
    auto& connection = tx.connection();
    if (auto known = knownSerials(connection, manifest, *ranges); !known.empty())
        return base::Refusal{std::move(known)};

    Receipt receipt{base::randomId(), 0};
    for (const auto& range : *ranges) receipt.quantity += range.quantity();
    Act act = actOf("receive", author);
    act.receipt = receipt.id;
    connection.execute(
        "INSERT INTO stock_receipt (id, supplier, purchase, time, quantity) VALUES (?1, ?2, ?3, ?4, ?5)",
        {receipt.id, manifest.supplier, manifest.purchase, base::formatTimestamp(act.time), receipt.quantity});
    insertBlanks(connection, m_catalogue, *ranges);
    enterMovements(connection, act, intoVault(manifest, *ranges));
    journal(tx, act, "receipt", receipt.id,
            {{"supplier", manifest.supplier},
             {"purchase", manifest.purchase},
             {"ranges", std::to_string(ranges->size())},
             {"quantity", std::to_string(receipt.quantity)}});
    return receipt;
}

}  // namespace inventory
