// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/list_page.hpp"

#include <QVBoxLayout>

#include "gui/widgets/fault_banner.hpp"

namespace gui {

ListPage::ListPage(const Workplace& place, ListShape shape, ListSource source, QWidget* parent)
    : StockPage(place, parent), m_list(new ListView{place, std::move(shape), std::move(source), this}) {
    content().addWidget(m_list, 1);
    connect(m_list, &ListView::opened, this, &ListPage::opened);
}

ActionButton* ListPage::offer(const QString& text, const QKeySequence& key, std::function<void()> act, bool main) {
    return addButton(text, key, std::move(act), main);
}

ActionButton* ListPage::offerForRow(const QString& text, const QKeySequence& key, Act act, bool main) {
    return addButton(
        text, key,
        [this, act = std::move(act)] {
            const auto current = m_list->current();
            if (!current.isEmpty()) return act(current);
            m_place.sounds.play(Cue::Refused);
            banner().tell(Standing::Caution,
                          tr("Elija primero una fila con las flechas.", "a button wants a row of the list"));
            m_list->focusRows();
        },
        main);
}

}  // namespace gui
