// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/home_page.hpp"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_counts.hpp"
#include "contract/acts_of_destruction.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {
namespace {

/// Of what waits, in its order.
constexpr Qt::Key kKeys[] = {Qt::Key_F5, Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F6, Qt::Key_F7, Qt::Key_F8};

QLabel* labelled(const QString& text, const char* role, QWidget* parent) {
    auto* label = new QLabel{text, parent};
    label->setWordWrap(true);
    setRole(*label, role);
    return label;
}

}  // namespace

HomePage::HomePage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_waiting(new Waiting{place, this}),
      m_banner(new FaultBanner{place.wording, this}),
      m_list(new QVBoxLayout),
      m_serial(new QLineEdit{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(makeWaiting(), 1);
    row->addWidget(makeWorks());
    column->addLayout(row, 1);
    connect(m_waiting, &Waiting::looked, this, [this] { show(m_waiting->works()); });
    connect(m_waiting, &Waiting::troubled, this, [this](const Trouble& why) { m_banner->tell(why); });
    connect(m_serial, &QLineEdit::returnPressed, this, [this] {
        const auto typed = m_serial->text().trimmed();
        m_serial->clear();
        if (!typed.isEmpty()) emit lifeWanted(typed);
    });
}

QWidget* HomePage::makeWaiting() {
    auto* card = new QFrame{this};
    setRole(*card, "card");
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kWide, kWide, kWide, kWide);
    column->setSpacing(kSpace);
    column->addWidget(labelled(tr("Lo que le espera", "heading over what waits for the person"), "large", card));
    m_list->setSpacing(kGap);
    column->addLayout(m_list);
    column->addStretch();
    column->addWidget(labelled(tr("Lea una pieza con el lector en cualquier momento para ver su vida entera, o escriba "
                                  "su serie aquí:",
                                  "over a field for a serial"),
                               "muted", card));
    m_serial->setObjectName("serial");
    m_serial->setMinimumHeight(kTarget - kGap);
    m_serial->setAccessibleName(tr("Serie de una pieza", "name of the field for a serial"));
    column->addWidget(m_serial);
    return card;
}

QWidget* HomePage::makeWorks() {
    auto* card = new QFrame{this};
    setRole(*card, "card");
    auto* grid = new QGridLayout{card};
    grid->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    grid->setSpacing(kGap);
    int at = 0;
    const auto add = [&](Work work, const QString& text, Qt::Key key) {
        auto* button = new ActionButton{text, Qt::CTRL | key, ActionButton::Weight::Usual, card};
        connect(button, &QPushButton::clicked, this, [this, work] { emit workWanted(work); });
        grid->addWidget(button, at / 2, at % 2);
        ++at;
    };
    const auto& session = m_place.session;
    add(Work::Balances, tr("Existencias", "button: page of balances"), Qt::Key_1);
    add(Work::Places, tr("Lugares", "button: page of places and custodians"), Qt::Key_2);
    add(Work::Receipts, tr("Recepción", "button: page of deliveries"), Qt::Key_3);
    add(Work::Transfers, tr("Traslados", "button: page of transfers"), Qt::Key_4);
    add(Work::Requisitions, tr("Requisiciones", "button: page of requisitions"), Qt::Key_5);
    if (session.may<contract::CountList>()) add(Work::Counts, tr("Conteos", "button: page of counts"), Qt::Key_6);
    add(Work::Quarantine, tr("Cuarentena", "button: page of spoiled blanks"), Qt::Key_7);
    if (session.may<contract::DestructionList>())
        add(Work::Destructions, tr("Destrucción", "button: page of destructions"), Qt::Key_8);
    add(Work::Reconciliation, tr("Conciliación", "button: page of the reconciliation"), Qt::Key_9);
    if (session.may<contract::CaseList>()) add(Work::Losses, tr("Faltantes", "button: page of losses"), Qt::Key_0);
    add(Work::Forecast, tr("Previsión", "button: page of the forecast"), Qt::Key_P);
    add(Work::Quality, tr("Calidad", "button: page of the quality of suppliers"), Qt::Key_Q);
    grid->setRowStretch(at / 2 + 1, 1);
    return card;
}

void HomePage::refresh() {
    m_banner->clear();
    m_waiting->look();
}

// What is the same stays: a key is not lost to a button that is just being made anew.
void HomePage::show(const std::vector<WaitingWork>& works) {
    if (m_shown == works) return focusFirst();
    m_shown = works;
    while (auto* each = m_list->takeAt(0)) {
        delete each->widget();
        delete each;
    }
    if (works.empty()) {
        auto* sign = new StatusSign{this, 36};
        sign->tell(Standing::Done, tr("No hay nada pendiente para usted.", "nothing waits for the person"));
        return m_list->addWidget(sign);
    }
    for (std::size_t at = 0; at < works.size() && at < std::size(kKeys); ++at) {
        auto* button = new ActionButton{works[at].words, kKeys[at],
                                        at == 0 ? ActionButton::Weight::Main : ActionButton::Weight::Usual, this};
        connect(button, &QPushButton::clicked, this, [this, work = works[at].work] { emit workWanted(work); });
        m_list->addWidget(button);
    }
    focusFirst();
}

void HomePage::focusFirst() {
    if (auto* first = m_list->itemAt(0)->widget(); isVisible() && !m_serial->hasFocus()) first->setFocus();
}

}  // namespace gui
