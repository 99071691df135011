// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/materials.hpp"

#include <algorithm>
#include <map>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "inventory/ledger.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Connection;

std::optional<Step> stepOf(MaterialStep step) {
    switch (step) {
        case MaterialStep::Print: return Step::Print;
        case MaterialStep::Encode: return Step::Encode;
        case MaterialStep::Inspect: return Step::Inspect;
    }
    return std::nullopt;
}

/// How many documents have been made of what was taken last for some of them; none where the next takes anew.
std::int64_t madeOf(Connection& connection, const KindId& kind, const Material& material, const std::string& place) {
    const auto row =
        connection.queryOne("SELECT documents FROM line_material WHERE place = ?1 AND kind = ?2 AND item = ?3",
                            {place, kind.text(), material.item});
    return row ? row->integer(0) % material.documents : 0;
}

/// Counts one more, and says whether it is the first of so many.
bool isFirstOfMany(Connection& connection, const KindId& kind, const Material& material, const std::string& place) {
    const auto documents =
        connection
            .queryOne(
                "INSERT INTO line_material (place, kind, item, documents) VALUES (?1, ?2, ?3, 1) ON CONFLICT "
                "(place, kind, item) DO UPDATE SET documents = line_material.documents + 1 RETURNING documents",
                {place, kind.text(), material.item})
            ->integer(0);
    return (documents - 1) % material.documents == 0;
}

}  // namespace

std::vector<Material> Materials::materialsOf(const KindId& kind, Step step) const {
    std::vector<Material> materials;
    if (const auto* found = m_kinds.find(kind))
        std::ranges::copy_if(found->materials, std::back_inserter(materials),
                             [&](const Material& material) { return stepOf(material.step) == step; });
    return materials;
}

std::optional<base::Fault> Materials::lacking(Connection& connection, const KindId& kind, Step step,
                                              const records::WorkstationId& workstation) const {
    const auto place = inventory::placeOf(workstation);
    for (const auto& material : materialsOf(kind, step)) {
        if (material.documents > 1 && madeOf(connection, kind, material, place) > 0) continue;
        const auto left = m_lots.quantityAt(connection, material.item, place);
        if (left < material.quantity)
            return base::Fault{"line.material-lacks"_code,
                               {{"item", material.item},
                                {"workstation", workstation.text()},
                                {"left", std::to_string(left)},
                                {"needed", std::to_string(material.quantity)}}};
    }
    return std::nullopt;
}

void Materials::use(records::Transaction& transaction, const records::Author& author, const KindId& kind, Step step,
                    const records::WorkstationId& workstation, const std::string& blank) const {
    const auto place = inventory::placeOf(workstation);
    for (const auto& material : materialsOf(kind, step))
        if (material.documents == 1 || isFirstOfMany(transaction.connection(), kind, material, place))
            takeFromLots(transaction, author, material, workstation, blank);
}

void Materials::takeFromLots(records::Transaction& transaction, const records::Author& author, const Material& material,
                             const records::WorkstationId& workstation, const std::string& blank) const {
    auto& connection = transaction.connection();
    const auto place = inventory::placeOf(workstation);
    inventory::lockPlaces(connection, material.item, {place});
    const auto there = std::min(material.quantity, m_lots.quantityAt(connection, material.item, place));
    if (there > 0) base::expected(m_lots.consume(transaction, author, workstation, material.item, there, blank), blank);
    if (there == material.quantity) return;
    base::log::warning("material used that is not in the books: " + material.item + " at " + workstation.text());
    records::appendToJournal(
        transaction, m_clock,
        {author,
         "line.material-missing",
         "blank",
         blank,
         "",
         {{"item", material.item}, {"quantity", std::to_string(material.quantity - there)}, {"place", place}}});
}

std::vector<LowMaterial> Materials::low(Connection& connection) const {
    std::map<std::string, std::int64_t> limits;
    for (const auto& kind : m_kinds.kinds())
        for (const auto& material : kind.materials) {
            auto& limit = limits[material.item];
            limit = std::max({limit, material.low, material.quantity});
        }
    std::vector<LowMaterial> low;
    if (limits.empty()) return low;
    for (const auto& balance : m_lots.atWorkstations(connection))
        if (const auto limit = limits.find(balance.item); limit != limits.end() && balance.quantity < limit->second)
            low.push_back({balance.place, balance.item, balance.quantity, limit->second});
    return low;
}

std::vector<base::Fault> faultsOfMaterials(const Catalogue& kinds, const inventory::ItemCatalogue& items) {
    std::vector<base::Fault> faults;
    for (const auto& kind : kinds.kinds())
        for (const auto& material : kind.materials) {
            const auto* item = items.find(material.item);
            if (item == nullptr || !item->isCounted())
                faults.push_back(
                    {"kind.material-not-counted"_code, {{"kind", kind.id.text()}, {"item", material.item}}});
        }
    return faults;
}

}  // namespace issuance
