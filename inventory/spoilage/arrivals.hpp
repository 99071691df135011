// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "inventory/run_map.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// What the ledger says of the spoiled serials of one item, from `first` to `last`: who announced each as spoiled the
/// last time, and who has received the blank since then.
class Arrivals {
   public:
    struct Entry {
        std::string cause;
        std::string announcedAt;
        std::string announcedBy;
        std::string receivedAt = {};  ///< empty until then
        std::string receivedBy = {};
    };
    Arrivals(records::Connection& connection, const std::string& item, std::int64_t first, std::int64_t last);

    /// Visits the serials of the range that were ever spoiled, in ascending order, by equal entries.
    void visit(std::int64_t first, std::int64_t last,
               const std::function<void(std::int64_t first, std::int64_t last, const Entry& entry)>& take) const;

   private:
    void announce(const records::Row& row);
    void receive(const records::Row& row);
    RunMap m_map;  ///< marks are places in m_entries
    std::vector<Entry> m_entries;
};

}  // namespace inventory
