// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "inventory/receipts/announcement.hpp"

namespace inventory {

/// Makes few ranges of many serials as they come, in bounded memory: neighbours in the same box are joined at once.
class RangeGatherer {
   public:
    /// Pieces that are kept before they are put in order.
    static constexpr std::size_t kMostPieces = 1'000'000;

    /// A box by its label and seal, as add takes it.
    int boxOf(const std::string& label, const std::string& seal);
    /// False where it holds as many pieces as it may: the serials are too scattered.
    bool add(const Item& item, std::int64_t first, std::int64_t last, int box, std::int64_t line);
    [[nodiscard]] std::int64_t quantity() const { return m_quantity; }
    /// All of it in ascending order, neighbours joined; faults "stock.range-overlaps" where serials came twice.
    std::vector<AnnouncedRange> finish(std::vector<base::Fault>& faults, std::size_t mostFaults);

   private:
    struct Piece {
        const Item* item;
        std::int64_t first;
        std::int64_t last;
        std::int64_t line;
        int box;
    };
    std::vector<Piece> m_pieces;
    std::map<std::pair<std::string, std::string>, int> m_numbers;
    std::vector<std::pair<std::string, std::string>> m_boxes;
    std::int64_t m_quantity = 0;
};

}  // namespace inventory
