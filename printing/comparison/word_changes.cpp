// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/comparison/word_changes.hpp"

#include <algorithm>
#include <cstdint>

namespace printing {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kContext = 6;             // words
constexpr std::size_t kMostCells = 64'000'000;  // of the table of lengths

/// A stretch of both texts, from one word to before another.
struct Stretch {
    std::size_t beforeBegin, beforeEnd, afterBegin, afterEnd;
};

Words part(const Words& words, std::size_t begin, std::size_t end) {
    return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Lengths of the longest common subsequences of the ends of both stretches.
class Lengths {
   public:
    Lengths(const Words& before, const Words& after, const Stretch& whole)
        : m_columns(whole.afterEnd - whole.afterBegin + 1),
          m_lengths((whole.beforeEnd - whole.beforeBegin + 1) * m_columns, 0) {
        for (std::size_t i = whole.beforeEnd - whole.beforeBegin; i-- > 0;)
            for (std::size_t j = m_columns - 1; j-- > 0;)
                cell(i, j) = before[whole.beforeBegin + i] == after[whole.afterBegin + j]
                                 ? cell(i + 1, j + 1) + 1
                                 : std::max(cell(i + 1, j), cell(i, j + 1));
    }
    std::uint32_t& cell(std::size_t i, std::size_t j) { return m_lengths[i * m_columns + j]; }

   private:
    std::size_t m_columns;
    std::vector<std::uint32_t> m_lengths;
};

std::vector<Stretch> differing(const Words& before, const Words& after, const Stretch& whole) {
    const std::size_t rows = whole.beforeEnd - whole.beforeBegin, columns = whole.afterEnd - whole.afterBegin;
    if (rows == 0 && columns == 0) return {};
    if (rows == 0 || columns == 0 || rows > kMostCells / columns) return {whole};
    Lengths lengths{before, after, whole};
    std::vector<Stretch> found;
    std::size_t i = 0, j = 0;
    while (i < rows || j < columns) {
        const std::size_t firstRow = i, firstColumn = j;
        while (i < rows || j < columns) {
            const bool same = i < rows && j < columns && before[whole.beforeBegin + i] == after[whole.afterBegin + j];
            if (same) break;
            if (j == columns || (i < rows && lengths.cell(i + 1, j) >= lengths.cell(i, j + 1)))
                ++i;
            else
                ++j;
        }
        if (i > firstRow || j > firstColumn)
            found.push_back({whole.beforeBegin + firstRow, whole.beforeBegin + i, whole.afterBegin + firstColumn,
                             whole.afterBegin + j});
        while (i < rows && j < columns && before[whole.beforeBegin + i] == after[whole.afterBegin + j]) {
            ++i;
            ++j;
        }
    }
    return found;
}

}  // namespace

std::vector<WordChange> changesBetween(const Words& before, const Words& after) {
    std::size_t head = 0, tail = 0;
    const std::size_t least = std::min(before.size(), after.size());
    while (head < least && before[head] == after[head]) ++head;
    while (tail < least - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    std::vector<WordChange> changes;
    for (const auto& one : differing(before, after, {head, before.size() - tail, head, after.size() - tail})) {
        const std::size_t leading = std::min(kContext, one.beforeBegin);
        const std::size_t trailing = std::min(kContext, before.size() - one.beforeEnd);
        changes.push_back({part(before, one.beforeBegin - leading, one.beforeBegin),
                           part(before, one.beforeBegin, one.beforeEnd), part(after, one.afterBegin, one.afterEnd),
                           part(before, one.beforeEnd, one.beforeEnd + trailing)});
    }
    return changes;
}

}  // namespace printing
