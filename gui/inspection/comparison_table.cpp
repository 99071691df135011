// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/comparison_table.hpp"

#include <QHeaderView>

#include "contract/page_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr int kRowHeight = 32;

bool isOfZone(const contract::InspectedPart& part) { return part.part.starts_with("mrz"); }

}  // namespace

ComparisonTable::ComparisonTable(const Workplace& place, QWidget* parent) : QTableWidget(parent), m_place(place) {
    setColumnCount(4);
    setHorizontalHeaderLabels({tr("Dato", "column: what is compared"), tr("Orden", "column: what was ordered"),
                               tr("Página", "column: what the page says"), tr("Chip", "column: what the chip says")});
    setAccessibleName(tr("Lo que dicen la orden, la página y el chip", "name of the table, for screen readers"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

void ComparisonTable::show(const std::vector<contract::InspectedPart>& parts) {
    clearSpans();
    setRowCount(0);
    for (const bool differing : {true, false})
        for (const auto& part : parts)
            if (part.differs == differing) addPart(part);
    scrollToTop();
}

void ComparisonTable::addPart(const contract::InspectedPart& part) {
    const auto name = shown(contract::partOfPage(part.part, m_place.wording.language()));
    if (!part.differs) return addSame(name, part);
    const auto marked = tr("≠ %1", "a thing that differs; %1 is its name").arg(name);
    const auto told = [](const std::optional<std::string>& text) {
        return text ? shown(*text) : tr("–", "a page or a chip does not tell this");
    };
    if (!isOfZone(part))
        return addRow({marked, shown(part.ordered), told(part.onPage), told(part.onChip)}, part.differs);
    // One below the other, so that each character has its place.
    addRow({tr("%1, orden", "%1 is a line of the zone").arg(marked), shown(part.ordered)}, true);
    addRow({tr("%1, página", "%1 is a line of the zone").arg(marked), told(part.onPage)}, true);
    addRow({tr("%1, chip", "%1 is a line of the zone").arg(marked), told(part.onChip)}, true);
}

// What all say is said once, over their columns.
void ComparisonTable::addSame(const QString& name, const contract::InspectedPart& part) {
    const auto text = tr("✓ %1", "what order, page and chip agree on").arg(shown(part.ordered));
    if (part.onPage && !part.onChip && !isOfZone(part)) {
        addRow({name, text, {}, tr("–", "a page or a chip does not tell this")}, false);
        return setSpan(rowCount() - 1, 1, 1, 2);
    }
    addRow({name, text}, false);
}

void ComparisonTable::addRow(const QStringList& cells, bool differs) {
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem{cells.at(column)};
        item->setToolTip(cells.at(column));
        if (differs) {
            auto bold = font();
            bold.setBold(true);
            item->setFont(bold);
            item->setForeground(colour(Tone::Refused, themeWorn()));
            item->setBackground(colour(Tone::RefusedGround, themeWorn()));
        }
        setItem(row, column, item);
    }
    constexpr int kColumns = 4;
    if (cells.size() < kColumns) setSpan(row, 1, 1, kColumns - 1);
}

}  // namespace gui
