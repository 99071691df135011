// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/range_gatherer.hpp"

#include <algorithm>
#include <tuple>

namespace inventory {

using namespace base::literals;

int RangeGatherer::boxOf(const std::string& label, const std::string& seal) {
    const auto [at, isNew] = m_numbers.try_emplace({label, seal}, static_cast<int>(m_boxes.size()));
    if (isNew) m_boxes.emplace_back(label, seal);
    return at->second;
}

bool RangeGatherer::add(const Item& item, std::int64_t first, std::int64_t last, int box, std::int64_t line) {
    m_quantity += last - first + 1;
    if (!m_pieces.empty()) {
        Piece& latest = m_pieces.back();
        if (latest.item == &item && latest.box == box && latest.last + 1 == first) {
            latest.last = last;
            return true;
        }
    }
    if (m_pieces.size() == kMostPieces) return false;
    m_pieces.push_back({&item, first, last, line, box});
    return true;
}

std::vector<AnnouncedRange> RangeGatherer::finish(std::vector<base::Fault>& faults, std::size_t mostFaults) {
    std::sort(m_pieces.begin(), m_pieces.end(), [](const Piece& a, const Piece& b) {
        return std::tie(a.item->id, a.first, a.line) < std::tie(b.item->id, b.first, b.line);
    });
    std::vector<Piece> joined;
    for (const Piece& piece : m_pieces) {
        const bool sameItem = !joined.empty() && joined.back().item == piece.item;
        if (sameItem && piece.first <= joined.back().last) {
            const auto last = std::min(piece.last, joined.back().last);
            if (faults.size() < mostFaults)
                faults.push_back({"stock.range-overlaps"_code,
                                  {{"first", piece.item->serial.serialOf(piece.first)},
                                   {"last", piece.item->serial.serialOf(last)},
                                   {"other", "line " + std::to_string(joined.back().line)}},
                                  "line " + std::to_string(piece.line)});
        }
        if (sameItem && joined.back().box == piece.box && piece.first <= joined.back().last + 1)
            joined.back().last = std::max(joined.back().last, piece.last);
        else
            joined.push_back(piece);
    }
    std::vector<AnnouncedRange> ranges;
    ranges.reserve(joined.size());
    for (const Piece& piece : joined) {
        const auto& [box, seal] = m_boxes[static_cast<std::size_t>(piece.box)];
        ranges.push_back({{piece.item->id, piece.first, piece.last}, box, seal, piece.line});
    }
    return ranges;
}

}  // namespace inventory
