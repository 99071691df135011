// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/side_panel.hpp"

#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {
namespace {

constexpr int kWidth = 320;

/// A name and its number, at the two ends of a line.
QWidget* counted(const QString& name, std::int64_t number, QWidget* parent) {
    auto* line = new QWidget{parent};
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel{name, line};
    label->setWordWrap(true);
    row->addWidget(label, 1);
    row->addWidget(new QLabel{QString::number(number), line});
    return line;
}

QLabel* muted(const QString& text, QWidget* parent) {
    auto* label = new QLabel{text, parent};
    label->setWordWrap(true);
    setRole(*label, "muted");
    return label;
}

}  // namespace

SidePanel::SidePanel(const Workplace& place, const LineWork& line, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_cards(new QWidget{this}),
      m_column(new QVBoxLayout{m_cards}),
      m_shift(addCard(tr("Piezas del turno", "title: blanks that the shift has left"))),
      m_stages(addCard(tr("Órdenes por etapa", "title: orders by stage"))),
      m_alerts(addCard(tr("Atención", "title: what needs attention"))),
      m_doubts(new ActionButton{tr("Dudas", "button: opens the orders in doubt"), Qt::Key_F7}),
      m_spoil(new ActionButton{tr("Pieza dañada", "button: notes a blank that was spoiled"), Qt::Key_F10}),
      m_close(new ActionButton{tr("Cerrar turno", "button: opens the closing of the shift"), Qt::Key_F8}),
      m_line(line) {
    setFixedWidth(kWidth);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGap);
    m_column->addStretch();
    auto* scroll = new QScrollArea{this};
    scroll->setWidget(m_cards);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(scroll, 1);
    auto* orders = new ActionButton{tr("Órdenes", "button: opens the list of orders"), Qt::Key_F4};
    for (auto* each : {orders, m_doubts, m_spoil, m_close}) column->addWidget(each);
    connect(orders, &QPushButton::clicked, this, &SidePanel::ordersWanted);
    connect(m_doubts, &QPushButton::clicked, this, &SidePanel::doubtsWanted);
    connect(m_spoil, &QPushButton::clicked, this, &SidePanel::spoilingWanted);
    connect(m_close, &QPushButton::clicked, this, &SidePanel::closingWanted);
    showShift({});
    showStatus({});
}

QVBoxLayout* SidePanel::addCard(const QString& title) {
    auto* card = new QFrame{m_cards};
    setRole(*card, "card");
    auto* content = new QVBoxLayout{card};
    content->setContentsMargins(kSpace, kGap, kSpace, kGap);
    content->setSpacing(kGap / 2);
    auto* label = new QLabel{title, card};
    setRole(*label, "key");
    content->addWidget(label);
    m_column->addWidget(card);
    return content;
}

void SidePanel::clear(QVBoxLayout& card) {
    while (card.count() > 1) {
        auto* last = card.takeAt(card.count() - 1);
        delete last->widget();
        delete last;
    }
}

void SidePanel::showShift(const std::vector<ShiftItem>& items) {
    Lines lines;
    for (const auto& item : items)
        if (item.atStation() > 0) lines.push_back({item.name, item.usable});
    m_hasShift = !lines.empty();
    fill(*m_shift, m_shiftShown, std::move(lines), tr("No hay turno abierto.", "no blanks at the workstation"));
    tellState();
}

void SidePanel::showStatus(const contract::LineStatusTold& status) {
    Lines lines;
    for (const auto& count : status.stages)
        if (count.stage != "released" && count.stage != "cancelled")
            lines.push_back(
                {tr("%1, %2", "%1 stage of orders, %2 their standing")
                     .arg(shown(m_place.wording.word(count.stage)), shown(m_place.wording.word(count.standing))),
                 count.orders});
    fill(*m_stages, m_stagesShown, std::move(lines), tr("No hay órdenes en la línea.", "no orders"));
    showAlerts(status);
    tellState();
}

// What is the same is left alone: the line is looked at several times a second.
void SidePanel::fill(QVBoxLayout& card, std::optional<Lines>& before, Lines lines, const QString& nothing) {
    if (before == lines) return;
    clear(card);
    for (const auto& [name, number] : lines) card.addWidget(counted(name, number, card.parentWidget()));
    if (lines.empty()) card.addWidget(muted(nothing, card.parentWidget()));
    before = std::move(lines);
}

void SidePanel::showAlerts(const contract::LineStatusTold& status) {
    std::vector<std::pair<Standing, QString>> alerts;
    if (!status.inDoubt.empty())
        alerts.emplace_back(Standing::Refused,
                            tr("%n orden(es) en duda", "alert", static_cast<int>(status.inDoubt.size())));
    for (const auto& low : status.low)
        if (low.workstation == m_place.session.workstation())
            alerts.emplace_back(Standing::Caution,
                                tr("Queda poco de %1: %2. Pida más.", "%1 is a material, %2 how many are left")
                                    .arg(shown(m_place.names.of(low.item)))
                                    .arg(low.left));
    if (alerts.empty()) alerts.emplace_back(Standing::Done, tr("Nada pendiente", "no alerts"));
    if (alerts == m_alertsShown) return;
    clear(*m_alerts);
    for (const auto& [standing, text] : alerts) {
        auto* sign = new StatusSign{m_alerts->parentWidget(), 22};
        sign->tell(standing, text);
        m_alerts->addWidget(sign);
    }
    m_alertsShown = std::move(alerts);
}

void SidePanel::tellState() {
    const bool idle = m_line.state() == LineWork::State::Idle;
    m_doubts->setEnabled(idle);
    m_spoil->setEnabled(m_hasShift && idle);
    m_close->setEnabled(m_hasShift && idle);
}

}  // namespace gui
