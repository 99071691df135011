// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/stock_page.hpp"

#include <QVBoxLayout>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

StockPage::StockPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_content(new QVBoxLayout),
      m_buttons(new QHBoxLayout) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_banner);
    column->addLayout(m_content, 1);
    column->addLayout(m_buttons);
    m_content->setSpacing(kGap);
    m_buttons->setSpacing(kGap);
    m_buttons->addStretch();
    auto* back = new ActionButton{tr("Volver", "button: back to the page before"), Qt::Key_Escape};
    connect(back, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        emit left();
    });
    m_buttons->addWidget(back);
}

ActionButton* StockPage::addButton(const QString& text, const QKeySequence& key, std::function<void()> act, bool main) {
    auto* button = new ActionButton{text, key, main ? ActionButton::Weight::Main : ActionButton::Weight::Usual, this};
    connect(button, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
    m_buttons->insertWidget(m_added++, button);
    return button;
}

void StockPage::tellDone(const QString& words) {
    m_banner->tell(Standing::Done, words);
    refresh();
}

void StockPage::tell(const Trouble& trouble) {
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(trouble);
}

}  // namespace gui
