// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inventory/cases/cases.hpp"
#include "inventory/counts/counts.hpp"
#include "inventory/destruction/destructions.hpp"
#include "inventory/losses/losses.hpp"
#include "inventory/lots/lots.hpp"
#include "inventory/spoilage/quarantine.hpp"
#include "inventory/spoilage/withdrawals.hpp"
#include "inventory/transfers/transfers.hpp"
#include "tests/simulation/national_house.hpp"

namespace simulation {

/// What the custodians of the stores do in a year beside the line: transfers, counts, quarantine, destruction, losses,
/// lots. Each step is one durable transaction of its own. What goes wrong does so by number, the same in every run.
class Stores {
   public:
    explicit Stores(NationalHouse& house) : m_house(house) {}

    /// The serials of an item by a transfer that is prepared, approved, sealed, dispatched and received by scan; every
    /// thirtieth arrives without its last serial, which becomes a case.
    void transfer(const std::string& from, const std::string& to, std::int64_t quantity);
    /// What a site had longest is withdrawn there and goes to the quarantine.
    void withdrawAt(const std::string& site, std::int64_t quantity);
    /// Two people count a place blind; every twentieth count is done twice, since one of them forgot a serial.
    void count(const std::string& place);
    /// A custodian scans the spoiled blanks that came since the last time.
    void receiveSpoiled();
    /// All that was received goes to the destruction store and is destroyed under a commission.
    void destroy();
    /// Some blanks of a site are missed: one is reported stolen, one lost, one found again and spoiled for good.
    void lose(const std::string& site);
    /// Laminates from the supplier.
    void receiveLaminates(std::int64_t quantity);
    /// To a workstation, where the line uses them up.
    void useLaminates(int station, std::int64_t quantity);
    /// The laminates of the vault as two people counted them: two fewer than the books say.
    void adjustLaminates();

    void printTotals() const;
    /// What lots, transfers and counts leave unexplained: 0.
    [[nodiscard]] std::int64_t unexplained();

   private:
    [[nodiscard]] static records::Author by(const char* person);
    [[nodiscard]] static records::Author by(const char* person, const char* second);
    [[nodiscard]] std::vector<std::string> textsOf(const std::vector<inventory::SerialRange>& ranges) const;
    [[nodiscard]] std::vector<std::string> scansOf(const std::vector<inventory::SerialRange>& ranges) const;
    std::vector<std::string> lowestAt(const std::string& place, std::int64_t quantity);
    void countRound(const std::string& number, const std::vector<std::string>& scans, bool forgets);
    template <class Work>
    auto act(const char* what, Work&& work);

    NationalHouse& m_house;
    inventory::Cases m_cases{m_house.items(), m_house.clock()};
    inventory::Transfers m_transfers{m_house.items(), m_house.clock()};
    inventory::Counts m_counts{m_house.items(), m_cases, m_house.clock()};
    inventory::Quarantine m_quarantine{m_house.items(), m_house.clock()};
    inventory::Withdrawals m_withdrawals{m_house.items(), m_house.clock()};
    inventory::Destructions m_destructions{m_house.items(), m_house.clock()};
    inventory::Losses m_losses{m_house.items(), m_cases, m_house.clock()};
    inventory::Lots m_lots{m_house.items(), m_house.clock()};
    std::int64_t m_transferred = 0;
    std::int64_t m_transfersDone = 0;
    std::int64_t m_countsDone = 0;
    std::int64_t m_counted = 0;
    std::int64_t m_withdrawn = 0;
    std::int64_t m_destroyed = 0;
    std::int64_t m_lost = 0;
    std::int64_t m_laminates = 0;
    std::int64_t m_openStep = 0;  ///< counts or transfers that did not end as they should
};

}  // namespace simulation
