// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/list_query.hpp"

#include <QCollator>
#include <algorithm>

namespace gui {

std::vector<ListRow> narrowed(std::vector<ListRow> rows, const ListQuery& query) {
    if (!query.after.isEmpty()) return {};
    if (!query.text.isEmpty())
        std::erase_if(rows, [&](const ListRow& row) {
            return std::ranges::none_of(
                row.cells, [&](const QString& cell) { return cell.contains(query.text, Qt::CaseInsensitive); });
        });
    const int column = std::abs(query.sort.toInt());
    const bool descending = query.sort.startsWith(u'-');
    QCollator words;
    words.setNumericMode(true);  // 9 before 10
    std::ranges::stable_sort(rows, [&](const ListRow& one, const ListRow& other) {
        const auto order = words.compare(one.cells.value(column), other.cells.value(column));
        return descending ? order > 0 : order < 0;
    });
    return rows;
}

}  // namespace gui
