// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/supplier_quality.hpp"

#include <map>

#include "inventory/cases/cases.hpp"
#include "inventory/ledger.hpp"

namespace inventory {
namespace {

using namespace base::literals;

using Ranges = std::vector<SerialRange>;

Ranges joined(Ranges ranges) {
    Ranges twice;
    return unionOf(std::move(ranges), twice);
}

Ranges common(const Ranges& one, const Ranges& other) { return without(one, without(one, other)); }

/// By item, all that was spoiled through the supplier.
std::map<std::string, Ranges> defectsOf(records::Connection& connection) {
    std::map<std::string, Ranges> defects;
    connection.forEach("SELECT item, first_number, last_number FROM stock_movement WHERE cause = 'supplier'", {},
                       [&](const records::Row& row) {
                           defects[row.text(0)].push_back({row.text(0), row.integer(1), row.integer(2)});
                       });
    for (auto& [item, ranges] : defects) ranges = joined(std::move(ranges));
    return defects;
}

std::string referenceOf(const std::string& receipt) { return "receipt:" + receipt; }

}  // namespace

Ranges SupplierQuality::claimed(records::Connection& connection, const std::string& receipt) const {
    const Cases cases{m_catalogue, m_clock};
    Ranges ranges;
    for (const auto& found :
         cases.list(connection, {CaseQuestion::Of::All, CaseKind::SupplierClaim, {}, referenceOf(receipt)})) {
        const auto shown = cases.show(connection, found.number);
        for (const auto& matter : shown->matters)
            if (matter.serials) ranges.push_back(*matter.serials);
    }
    return joined(std::move(ranges));
}

std::vector<ReceiptQuality> SupplierQuality::list(records::Connection& connection) const {
    std::vector<ReceiptQuality> found;
    std::vector<Ranges> received;
    connection.forEach(
        "SELECT r.id, r.supplier, r.purchase, r.time, m.item, m.first_number, m.last_number FROM stock_receipt r JOIN "
        "stock_movement m ON m.reference = 'receipt:' || r.id AND m.event = 'receive' ORDER BY r.time, r.id, m.item, "
        "m.first_number",
        {}, [&](const records::Row& row) {
            if (found.empty() || found.back().receipt != row.text(0) || found.back().item != row.text(4)) {
                found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), 0, {}, {}});
                received.emplace_back();
            }
            received.back().push_back({row.text(4), row.integer(5), row.integer(6)});
        });
    const auto defects = defectsOf(connection);
    for (std::size_t at = 0; at < found.size(); ++at) {
        auto& line = found[at];
        line.received = quantityOf(received[at]);
        const auto ofItem = defects.find(line.item);
        if (ofItem == defects.end()) continue;
        line.defects = common(joined(std::move(received[at])), ofItem->second);
        if (!line.defects.empty()) line.unclaimed = without(line.defects, claimed(connection, line.receipt));
    }
    return found;
}

base::Result<OpenedClaim> SupplierQuality::claim(records::Transaction& tx, const records::Author& author,
                                                 const std::string& receipt, const std::string& reason) const {
    auto& connection = tx.connection();
    if (!isPlainText(reason)) return base::Fault{"stock.reason-missing"_code};
    if (!connection.queryOne("SELECT 1 FROM stock_receipt WHERE id = ?1", {receipt}))
        return base::Fault{"stock.unknown-receipt"_code, {{"receipt", receipt}}};
    lockPlaces(connection, "claim", {referenceOf(receipt)});
    NewCase fresh{CaseKind::SupplierClaim, std::string{place::kQuarantine}, referenceOf(receipt), reason, {}};
    OpenedClaim opened;
    for (const auto& line : list(connection)) {
        if (line.receipt != receipt) continue;
        for (const auto& range : line.unclaimed) {
            fresh.matters.push_back(CaseMatter::concerned(range, "cause supplier"));
            opened.quantity += range.quantity();
        }
    }
    if (fresh.matters.empty()) return base::Fault{"stock.nothing-to-claim"_code, {{"receipt", receipt}}};
    opened.number = Cases{m_catalogue, m_clock}.open(tx, author, fresh);
    return opened;
}

}  // namespace inventory
