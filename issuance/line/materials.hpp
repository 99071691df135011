// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inventory/lots/lots.hpp"
#include "issuance/document/catalogue.hpp"
#include "issuance/line/stage.hpp"

namespace issuance {

/// How many of a material a workstation has left, where that is few.
struct LowMaterial {
    std::string place;
    std::string item;
    std::int64_t left = 0;
    std::int64_t low = 0;
};

/// What documents use up at a workstation, by what their kinds say, from the lots that lie there.
class Materials {
   public:
    /// All must outlive it.
    Materials(const inventory::ItemCatalogue& items, const Catalogue& kinds, const base::Clock& clock)
        : m_kinds(kinds), m_lots(items, clock), m_clock(clock) {}

    /// What the step of one more document wants and the workstation has not: "line.material-lacks". Nothing where the
    /// kind wants nothing.
    [[nodiscard]] std::optional<base::Fault> lacking(records::Connection& connection, const KindId& kind, Step step,
                                                     const records::WorkstationId& workstation) const;

    /// Uses up what the step of one document took, in the transaction of its outcome and before anything else in it.
    /// What the books do not have is used all the same: the journal says how much ("line.material-missing"), and a
    /// count finds it. `blank` is the reference of the movements.
    void use(records::Transaction& transaction, const records::Author& author, const KindId& kind, Step step,
             const records::WorkstationId& workstation, const std::string& blank) const;

    /// By workstation and item. A workstation that never had the item is not listed.
    [[nodiscard]] std::vector<LowMaterial> low(records::Connection& connection) const;

   private:
    [[nodiscard]] std::vector<Material> materialsOf(const KindId& kind, Step step) const;
    void takeFromLots(records::Transaction& transaction, const records::Author& author, const Material& material,
                      const records::WorkstationId& workstation, const std::string& blank) const;

    const Catalogue& m_kinds;
    inventory::Lots m_lots;
    const base::Clock& m_clock;
};

/// Kinds whose materials the stock does not keep by lot, each with the item: "kind.material-not-counted".
std::vector<base::Fault> faultsOfMaterials(const Catalogue& kinds, const inventory::ItemCatalogue& items);

}  // namespace issuance
