// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/shift_closing.hpp"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/scan_list.hpp"

namespace gui {

ShiftClosing::ShiftClosing(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_table(new QFrame{this}),
      m_grid(new QGridLayout{m_table}),
      m_balance(new StatusSign{this, 36}),
      m_typed(new QLineEdit{this}),
      m_list(new QListWidget{this}),
      m_reasonLabel(new QLabel{tr("Motivo, si el turno se cierra con faltante", "label of the reason"), this}),
      m_reason(new QLineEdit{this}),
      m_close(new ActionButton{tr("Cerrar con dos custodios", "button: closes the shift"), Qt::Key_F5,
                               ActionButton::Weight::Main}),
      m_short(new ActionButton{tr("Cerrar con faltante", "button: closes a shift that lacks blanks"), Qt::Key_F7}) {
    layOut();
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        if (!m_typed->text().trimmed().isEmpty()) add(m_typed->text().trimmed());
        m_typed->clear();
    });
    connect(m_close, &QPushButton::clicked, this, &ShiftClosing::ask);
    connect(m_short, &QPushButton::clicked, this, &ShiftClosing::askShort);
}

void ShiftClosing::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    auto* title = new QLabel{tr("Cerrar el turno", "title of the page"), this};
    auto* note = new QLabel{
        tr("Lea cada pieza que sobró, o escriba un rango como A0000015-A0000020. Cuando lo leído es lo que debe "
           "volver, dos custodios cierran el turno.",
           "what the page is for"),
        this};
    setRole(*title, "large");
    setRole(*note, "muted");
    note->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(note);
    column->addWidget(m_banner);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kSpace);
    middle->addWidget(makeCount(), 3);
    middle->addWidget(makeList(), 2);
    column->addLayout(middle, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    auto* back = new ActionButton{tr("Volver", "button: back to the work"), Qt::Key_Escape};
    connect(back, &QPushButton::clicked, this, &ShiftClosing::left);
    for (auto* each : {m_close, m_short, back}) actions->addWidget(each);
    actions->addStretch();
    column->addLayout(actions);
}

QWidget* ShiftClosing::makeCount() {
    setRole(*m_table, "card");
    auto* count = new QWidget{this};
    auto* column = new QVBoxLayout{count};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    m_grid->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    m_grid->setSpacing(kSpace);
    column->addWidget(m_table);
    column->addWidget(m_balance);
    column->addStretch();
    m_reasonLabel->setBuddy(m_reason);
    m_reason->setAccessibleName(m_reasonLabel->text());
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reason);
    return count;
}

QWidget* ShiftClosing::makeList() {
    auto* lists = new QWidget{this};
    auto* column = new QVBoxLayout{lists};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* label = new QLabel{tr("Pieza o rango que vuelve", "label of the field for serials"), lists};
    label->setBuddy(m_typed);
    m_typed->setAccessibleName(label->text());
    m_typed->setMinimumHeight(kTarget - kGap);
    m_typed->setObjectName("returned");
    m_list->setAccessibleName(tr("Piezas leídas", "list of scanned serials"));
    auto* drop = new ActionButton{tr("Quitar la última", "button: drops the last scan"), Qt::Key_F3};
    connect(drop, &QPushButton::clicked, this, &ShiftClosing::dropLast);
    column->addWidget(label);
    column->addWidget(m_typed);
    column->addWidget(m_list, 1);
    column->addWidget(drop);
    return lists;
}

void ShiftClosing::showItems(const std::vector<ShiftItem>& items) {
    fillTable(items);
    m_unused = unusedOf(items);
    m_inUse = inUseOf(items);
    m_list->clear();
    m_reason->clear();
    m_banner->clear();
    tellBalance();
    m_typed->setFocus();
}

void ShiftClosing::fillTable(const std::vector<ShiftItem>& items) {
    while (auto* each = m_grid->takeAt(0)) {
        delete each->widget();
        delete each;
    }
    const QStringList headings{tr("Clase de pieza", "column: item"), tr("Debe volver", "column: blanks to bring back"),
                               tr("En trabajo", "column: blanks of orders at work"),
                               tr("Terminadas", "column: personalised blanks")};
    for (int at = 0; at < headings.size(); ++at) {
        auto* heading = new QLabel{headings.at(at), m_table};
        setRole(*heading, "small");
        m_grid->addWidget(heading, 0, at);
    }
    int row = 1;
    for (const auto& item : items) {
        if (item.atStation() == 0) continue;
        int at = 0;
        m_grid->addWidget(new QLabel{item.name, m_table}, row, at++);
        for (const auto quantity : {item.usable, item.inUse, item.personalised})
            m_grid->addWidget(new QLabel{QString::number(quantity), m_table}, row, at++);
        ++row;
    }
    m_grid->setColumnStretch(0, 1);
}

void ShiftClosing::takeScan(const QString& read) { add(read.trimmed()); }

void ShiftClosing::add(const QString& serials) {
    if (!m_list->findItems(serials, Qt::MatchFixedString).isEmpty()) {
        m_place.sounds.play(Cue::Refused);
        return m_banner->tell(Standing::Caution, tr("%1 ya está en la lista.", "%1 is a serial").arg(serials));
    }
    m_banner->clear();
    m_list->addItem(serials);
    m_list->scrollToBottom();
    m_place.sounds.play(Cue::Done);
    tellBalance();
}

void ShiftClosing::dropLast() {
    delete m_list->takeItem(m_list->count() - 1);
    tellBalance();
}

std::int64_t ShiftClosing::counted() const {
    std::int64_t count = 0;
    for (int at = 0; at < m_list->count(); ++at) count += serialsIn(m_list->item(at)->text());
    return count;
}

std::vector<std::string> ShiftClosing::returned() const {
    std::vector<std::string> serials;
    for (int at = 0; at < m_list->count(); ++at) serials.push_back(told(m_list->item(at)->text()));
    return serials;
}

void ShiftClosing::tellBalance() {
    const auto lacking = m_unused - counted();
    const auto number = [](std::int64_t count) { return static_cast<int>(std::abs(count)); };
    if (m_inUse > 0)
        m_balance->tell(Standing::Refused,
                        tr("%n pieza(s) en trabajo: termínelas o resuelva sus dudas antes de cerrar.",
                           "why the shift cannot close", number(m_inUse)));
    else if (lacking > 0)
        m_balance->tell(Standing::Caution,
                        tr("Falta(n) %n pieza(s) por leer.", "the count of the shift", number(lacking)));
    else if (lacking < 0)
        m_balance->tell(Standing::Refused,
                        tr("Sobra(n) %n pieza(s): revise la lista.", "the count of the shift", number(lacking)));
    else
        m_balance->tell(Standing::Done, tr("Cuadra: lo leído es lo que debe volver.", "the count of the shift"));
}

void ShiftClosing::ask() {
    askConsented(m_place, this,
                 {tr("Cierre del turno", "title of the consent"),
                  tr("Vuelven a la bóveda %n pieza(s).", "what is consented to", static_cast<int>(counted())),
                  tr("Primer custodio: cuente lo que vuelve y escriba sus datos", "the first of two who consent"),
                  tr("Segundo custodio: cuente lo que vuelve y escriba sus datos", "the second of two who consent")},
                 contract::StockClose{m_place.session.workstation(), returned()},
                 OfficeLink::OnAnswer<contract::StockClose>{
                     [this](const contract::ShiftClosed& answer) { tellClosed(answer); }});
}

void ShiftClosing::askShort() {
    if (m_reason->text().trimmed().isEmpty()) {
        m_reason->setFocus();
        return m_banner->tell(Standing::Caution,
                              tr("Escriba el motivo del faltante: qué se buscó y qué no aparece.", "a reason lacks"));
    }
    askConsented(m_place, this,
                 {tr("Cierre del turno con faltante", "title of the consent"),
                  tr("Vuelven %n pieza(s); las que nadie trajo quedan como faltantes y se abre un caso.",
                     "what is consented to", static_cast<int>(counted())),
                  tr("Custodio: cuente lo que vuelve y escriba sus datos", "the first of two who consent"),
                  tr("Supervisor: cuente lo que vuelve y escriba sus datos", "the second of two who consent")},
                 contract::StockCloseShort{m_place.session.workstation(), returned(), told(m_reason->text().trimmed())},
                 OfficeLink::OnAnswer<contract::StockCloseShort>{
                     [this](const contract::ShiftClosed& answer) { tellClosed(answer); }});
}

void ShiftClosing::tellClosed(const contract::ShiftClosed& answer) {
    QStringList lines{tr("Turno cerrado: entregadas %1, terminadas %2, dañadas %3, devueltas %4, sin explicación %5.",
                         "reconciliation of a shift in numbers of blanks")
                          .arg(answer.issued)
                          .arg(answer.personalised)
                          .arg(answer.spoiled)
                          .arg(answer.returned)
                          .arg(answer.unexplained)};
    if (!answer.act.empty())
        lines << tr("Acta de conciliación: %1", "%1 is the number of a signed paper").arg(shown(answer.act));
    for (const auto& number : answer.cases)
        lines << tr("Caso por lo que falta: %1", "%1 is the number of a case").arg(shown(number));
    emit closed(lines.join(u'\n'));
}

}  // namespace gui
