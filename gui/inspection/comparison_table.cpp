// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/comparison_table.hpp"

#include <QFontDatabase>
#include <QHeaderView>

#include "contract/page_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr int kRowHeight = 32;

/// Each character of the zone as wide as any other, and all of a line in sight.
QFont zoneFont() {
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSize(kSmallType);
    return font;
}

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
    const auto weight = [](const contract::InspectedPart& part) { return part.differs ? 0 : part.doubtful ? 1 : 2; };
    for (const int rank : {0, 1, 2})
        for (const auto& part : parts)
            if (weight(part) == rank) addPart(part);
    scrollToTop();
}

void ComparisonTable::addPart(const contract::InspectedPart& part) {
    const auto name = shown(contract::partOfPage(part.part, m_place.wording.language()));
    if (!part.differs && !part.doubtful) return addSame(name, part);
    const auto marked = part.differs
                            ? tr("≠ %1", "a thing that differs; %1 is its name").arg(name)
                            : tr("¿? %1", "a thing that could not be read with certainty; %1 is its name").arg(name);
    const auto told = [](const std::optional<std::string>& text) {
        return text ? shown(*text) : tr("–", "a page or a chip does not tell this");
    };
    if (!isOfZone(part))
        return addRow({marked, shown(part.ordered), told(part.onPage), told(part.onChip)},
                      part.differs ? Standing::Refused : Standing::Caution);
    // One below the other, so that each character has its place.
    addRow({tr("%1, orden", "%1 is a line of the zone").arg(marked), shown(part.ordered)}, Standing::Refused);
    addRow({tr("%1, página", "%1 is a line of the zone").arg(marked), told(part.onPage)}, Standing::Refused);
    addRow({tr("%1, chip", "%1 is a line of the zone").arg(marked), told(part.onChip)}, Standing::Refused);
}

// What all say is said once, over their columns.
void ComparisonTable::addSame(const QString& name, const contract::InspectedPart& part) {
    const auto text = tr("✓ %1", "what order, page and chip agree on").arg(shown(part.ordered));
    if (part.onPage && !part.onChip && !isOfZone(part)) {
        addRow({name, text, {}, tr("–", "a page or a chip does not tell this")}, Standing::Neutral);
        return setSpan(rowCount() - 1, 1, 1, 2);
    }
    addRow({name, text}, Standing::Neutral);
}

void ComparisonTable::addRow(const QStringList& cells, Standing standing) {
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem{cells.at(column)};
        item->setToolTip(cells.at(column));
        auto look = font();
        if (column > 0 && cells.at(column).contains(u'<')) look = zoneFont();
        if (standing != Standing::Neutral) {
            look.setBold(true);
            item->setForeground(colour(toneOf(standing), themeWorn()));
            item->setBackground(
                colour(standing == Standing::Refused ? Tone::RefusedGround : Tone::CautionGround, themeWorn()));
        }
        item->setFont(look);
        setItem(row, column, item);
    }
    constexpr int kColumns = 4;
    if (cells.size() < kColumns) setSpan(row, 1, 1, kColumns - 1);
}

}  // namespace gui
