// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/place_page.hpp"

#include <QVBoxLayout>

#include "gui/stock/facts.hpp"
#include "gui/stock/papers.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {

PlacePage::PlacePage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent),
      m_facts(new Facts{this}),
      m_ranges(new ListView{
          place,
          {"rangos",
           tr("Lo que está aquí", "title of the list of what stands in a place"),
           {{tr("Clase de pieza", "column: item"), 340},
            {tr("Estado", "column: state"), 150},
            {tr("Series", "column: range of serials"), 300},
            {tr("En total", "column: quantity of item and state"), 120}},
           {{"0", tr("Por clase", "sort: by item"), 0}},
           {},
           tr("Clase, estado, serie…", "what may be typed to narrow what stands in a place"),
           tr("El lugar está vacío", "a place with nothing in it"),
           {}},
          [this](const ListQuery& query, const ListAnswer& answer) { answer.arrived(narrowed(m_rows, query)); },
          this}) {
    content().addWidget(m_facts);
    content().addWidget(m_ranges, 1);
    if (place.session.may<contract::CustodyCard>())
        addButton(tr("Tarjeta de responsabilidad", "button: issues the custody card"), Qt::Key_F6,
                  [this] { issueCard(); });
    if (place.session.may<contract::CustodyHandover>())
        addButton(tr("Entregar el lugar", "button: hands a place over to another custodian"), Qt::Key_F7,
                  [this] { handOver(); });
    addButton(tr("Quiénes respondieron", "button: earlier custodians"), Qt::Key_F4, [this] { tellPast(); });
    connect(m_ranges, &ListView::opened, this, [this](const QString& range) {
        // The first of the range; the others are read or typed.
        emit lifeWanted(range.section(u'-', 0, 0));
    });
}

void PlacePage::show(const QString& key) {
    m_id = key.section(u'|', 0, 0);
    m_ranges->narrow(key.section(u'|', 1));
    banner().clear();
    refresh();
}

void PlacePage::refresh() {
    if (m_id.isEmpty()) return;
    m_place.ask(
        this, contract::PlaceShow{told(m_id)}, [this](const contract::CustodyShown& custody) { tellPlace(custody); },
        [this](const Trouble& why) {
            m_facts->hide();
            m_rows.clear();
            m_ranges->refresh();
            tell(why);
        });
}

void PlacePage::tellPlace(const contract::CustodyShown& custody) {
    m_facts->show();
    m_facts->tell({{tr("Lugar", "name of a fact: place"), placeOf(m_place, custody.place.place)},
                   {tr("Responde", "name of a fact: custodian"), shown(custody.place.custodian)},
                   {tr("Desde", "name of a fact: since when somebody answers"), momentOf(custody.since)},
                   {tr("Piezas", "name of a fact: quantity"), QString::number(custody.quantity)}});
    m_rows.clear();
    for (const auto& line : custody.lines)
        for (const auto& range : line.ranges)
            m_rows.push_back({shown(range),
                              {shown(m_place.names.of(line.item)), wordOf(m_place, line.state), shown(range),
                               QString::number(line.quantity)}});
    m_ranges->refresh();
}

void PlacePage::issueCard() {
    m_place.ask(
        this, contract::CustodyCard{told(m_id)},
        [this](const contract::CardIssued& card) { savePaper(m_place, *this, card.act); },
        [this](const Trouble& why) { tell(why); });
}

void PlacePage::handOver() {
    using Kind = FormField::Kind;
    const auto title = tr("Entrega del lugar a otro custodio", "title of the form and of the consent");
    new FormSheet{m_place,
                  this,
                  {title, tr("Los dos cuentan juntos y leen todo lo que está en el lugar.", "what the form is for"),
                   tr("Entregar con los dos custodios", "button of the form")},
                  {{"incoming", tr("Usuario de quien recibe", "label"), Kind::Text},
                   {"serials", tr("Lo contado", "label of the list of serials"), Kind::Serials, {}, false},
                   {"case", tr("Entregar aunque haya diferencias, con un caso", "label of a box"), Kind::Check}},
                  asking(
                      m_place, this, twoCustodians(title, placeOf(m_place, told(m_id))),
                      [id = told(m_id)](const FormValues& answers) {
                          return contract::CustodyHandover{id, answers.text("incoming"), answers.lines("serials"),
                                                           answers.checked("case")};
                      },
                      [this](const contract::HandoverLine& line) {
                          tellDone(tr("Responde ahora %1. Faltaron %2 piezas y sobraron %3.",
                                      "after a handover; %1 is a person, %2 and %3 are quantities")
                                       .arg(shown(line.incoming))
                                       .arg(line.missing)
                                       .arg(line.surplus));
                      })};
}

void PlacePage::tellPast() {
    m_place.ask(
        this, contract::CustodyHistory{told(m_id)},
        [this](const contract::CustodyTold& past) {
            QStringList lines;
            for (const auto& change : past.changes)
                lines << tr("%1: de %2 a %3, %4 piezas",
                            "a handover; %1 moment, %2 outgoing and %3 incoming custodian, %4 quantity")
                             .arg(momentOf(change.time), shown(change.outgoing), shown(change.incoming))
                             .arg(change.quantity);
            if (lines.isEmpty()) lines << tr("El lugar no ha cambiado de custodio.", "no handover yet");
            banner().tell(Standing::Neutral, lines.join(u'\n'));
        },
        [this](const Trouble& why) { tell(why); });
}

}  // namespace gui
