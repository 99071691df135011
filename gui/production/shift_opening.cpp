// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/shift_opening.hpp"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

/// What is offered at first.
constexpr std::int64_t kUsualQuantity = 10;

QLabel* labelled(const QString& text, const char* role, QWidget* parent) {
    auto* label = new QLabel{text, parent};
    if (role != nullptr) setRole(*label, role);
    return label;
}

}  // namespace

ShiftOpening::ShiftOpening(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_table(new QFrame{this}),
      m_grid(new QGridLayout{m_table}),
      m_nothing(new EmptyState{tr("La bóveda no tiene piezas utilizables", "no blanks in the vault"),
                               tr("Los custodios reciben un pedido del proveedor, y después se abre el turno.",
                                  "advice where the vault is empty"),
                               this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(labelled(tr("Abrir el turno", "title of the page"), "large", this));
    auto* note = labelled(tr("Dos custodios cuentan las piezas y las entregan a este puesto. Escriba cuántas se "
                             "entregan de cada clase; 0 es ninguna.",
                             "what the page is for"),
                          "muted", this);
    note->setWordWrap(true);
    column->addWidget(note);
    column->addWidget(m_banner);
    setRole(*m_table, "card");
    m_grid->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    m_grid->setSpacing(kSpace);
    column->addWidget(m_table);
    column->addWidget(m_nothing);
    column->addStretch();
    auto* actions = new QHBoxLayout;
    auto* hand = new ActionButton{tr("Entregar con dos custodios", "button: has two custodians consent"), Qt::Key_F5,
                                  ActionButton::Weight::Main};
    auto* back = new ActionButton{tr("Volver", "button: back to the work"), Qt::Key_Escape};
    connect(hand, &QPushButton::clicked, this, &ShiftOpening::ask);
    connect(back, &QPushButton::clicked, this, &ShiftOpening::left);
    actions->addWidget(hand);
    actions->addWidget(back);
    actions->addStretch();
    column->addLayout(actions);
}

void ShiftOpening::showItems(const std::vector<ShiftItem>& items) {
    while (auto* each = m_grid->takeAt(0)) {
        delete each->widget();
        delete each;
    }
    m_lines.clear();
    int row = 0;
    m_grid->addWidget(labelled(tr("Clase de pieza", "column: item"), "small", m_table), row, 0);
    m_grid->addWidget(labelled(tr("En bóveda", "column: blanks in the vault"), "small", m_table), row, 1);
    m_grid->addWidget(labelled(tr("Ya en el puesto", "column: blanks at the workstation"), "small", m_table), row, 2);
    m_grid->addWidget(labelled(tr("Se entregan", "column: blanks that are handed out"), "small", m_table), row++, 3);
    for (const auto& item : items) {
        if (item.vault == 0) continue;
        auto* quantity = new QSpinBox{m_table};
        quantity->setRange(0, static_cast<int>(item.vault));
        quantity->setValue(static_cast<int>(std::min(item.vault, item.usable == 0 ? kUsualQuantity : 0)));
        quantity->setMinimumHeight(kTarget - kGap);
        quantity->setButtonSymbols(QAbstractSpinBox::NoButtons);
        quantity->setAccessibleName(item.name);
        m_grid->addWidget(labelled(item.name, nullptr, m_table), row, 0);
        m_grid->addWidget(labelled(QString::number(item.vault), nullptr, m_table), row, 1);
        m_grid->addWidget(labelled(QString::number(item.usable), nullptr, m_table), row, 2);
        m_grid->addWidget(quantity, row++, 3);
        m_lines.push_back({item.item, item.name, quantity});
    }
    m_grid->setColumnStretch(0, 1);
    m_table->setVisible(!m_lines.empty());
    m_nothing->setVisible(m_lines.empty());
    m_banner->clear();
    if (!m_lines.empty()) m_lines.front().quantity->setFocus();
}

void ShiftOpening::ask() {
    m_toIssue.clear();
    QStringList what;
    for (const auto& line : m_lines) {
        if (line.quantity->value() == 0) continue;
        m_toIssue.push_back({line.item, line.quantity->value(), m_place.session.workstation()});
        what << tr("%1: %2", "a line of what is handed out; %1 item, %2 quantity")
                    .arg(line.name)
                    .arg(line.quantity->value());
    }
    if (m_toIssue.empty())
        return m_banner->tell(Standing::Caution, tr("No hay nada que entregar: todas las cantidades son 0.",
                                                    "nothing was chosen to be handed out"));
    Consent begun;
    if (m_place.session.may<contract::StockIssue>()) begun.first = m_place.session.shared();
    new ConsentSheet{m_place,
                     this,
                     {tr("Entrega de piezas al puesto", "title of the consent"), what.join(u'\n'),
                      tr("Primer custodio: cuente las piezas y escriba sus datos", "the first of two who consent"),
                      tr("Segundo custodio: cuente las piezas y escriba sus datos", "the second of two who consent")},
                     begun,
                     [this](const Consent& consent, const ConsentSheet::Ends& ends) { issueNext(consent, ends); }};
}

// What was issued before one was refused stays issued: the same people, or others, go on with what is left.
void ShiftOpening::issueNext(const Consent& consent, const ConsentSheet::Ends& ends) {
    if (m_toIssue.empty()) {
        ends.done();
        emit opened();
        return;
    }
    m_place.link.ask(
        this, consent.credentials(), m_toIssue.front(),
        [this, consent, ends](const contract::StockIssued&) {
            m_toIssue.pop_front();
            issueNext(consent, ends);
        },
        ends.troubled);
}

}  // namespace gui
