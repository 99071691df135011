// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "inventory/ranges_held.hpp"

namespace inventory {

/// Blanks and documents that are sound and shall serve no more. They go to the quarantine of their site and from there
/// only to destruction. Works inside the caller's transaction and appends to the journal; where it is refused it has
/// changed nothing. Serials are given as "A0000001" or "A0000001-A0000050".
class Withdrawals {
   public:
    /// Both must outlive it.
    Withdrawals(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Unused blanks of a store whose time is over (an old design, a term of use); two people. Gives the quantity.
    /// Refuses with every fault at once: "case.bad-text", "stock.bad-range", "stock.list-empty",
    /// "stock.unknown-serial", "stock.wrong-state", "stock.of-shift" for those of a workstation, "stock.on-the-way",
    /// "transfer.reserved", and as checkTwoPeople does.
    base::Result<std::int64_t> expire(records::Transaction& tx, const records::Author& author,
                                      const std::vector<std::string>& serials, const std::string& reason) const;

    /// Finished documents that are in the house again and are annulled, for good; two people. Gives them, for whoever
    /// keeps the documents. Refuses as expire does.
    base::Result<std::vector<UsedBlank>> annul(records::Transaction& tx, const records::Author& author,
                                               const std::vector<std::string>& serials,
                                               const std::string& reason) const;

   private:
    struct Kind;
    base::Result<std::vector<SerialRange>> withdraw(records::Transaction& tx, const records::Author& author,
                                                    const Kind& kind, const std::vector<std::string>& serials,
                                                    const std::string& reason) const;
    [[nodiscard]] std::vector<base::Fault> faultsOf(records::Connection& connection, const Kind& kind,
                                                    const std::vector<SerialRange>& ranges,
                                                    const std::vector<Run>& runs) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
