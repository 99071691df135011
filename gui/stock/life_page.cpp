// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/life_page.hpp"

#include <QVBoxLayout>

#include "gui/stock/facts.hpp"
#include "gui/stock/papers.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

/// So begin the details of an event that a cause of the house's list answers for.
constexpr std::string_view kCause = "cause ";

}  // namespace

LifePage::LifePage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent),
      m_facts(new Facts{this}),
      m_events(new ListView{
          place,
          {"vida",
           tr("Vida de una pieza", "title of the page of one blank"),
           {{tr("Cuándo", "column: moment of an event"), 175},
            {tr("Qué pasó", "column: kind of an event"), 170},
            {tr("Lugar", "column: where a blank was after it"), 180},
            {tr("Estado", "column: state of a blank after it"), 130},
            {tr("Persona", "column: who did it"), 170},
            {tr("Con", "column: the second person"), 150},
            {tr("De qué trata", "column: order, receipt, shift or case of an event"), 300}},
           {{"0", tr("Lo primero arriba", "sort: oldest events first"), 0}},
           {},
           tr("Persona, lugar…", "what may be typed to narrow events"),
           tr("No hay movimientos", "a blank without events"),
           {}},
          [this](const ListQuery& query, const ListAnswer& answer) { answer.arrived(narrowed(m_rows, query)); },
          this}) {
    content().addWidget(m_facts);
    content().addWidget(m_events, 1);
    addButton(tr("Fotografías", "button: saves the photographs of a spoiled blank"), Qt::Key_F4,
              [this] { savePhotos(m_place, *this, told(m_serial)); });
}

void LifePage::show(const QString& serial) {
    m_serial = serial;
    refresh();
}

void LifePage::refresh() {
    if (m_serial.isEmpty()) return;
    m_place.ask(
        this, contract::StockHistory{told(m_serial)},
        [this](const contract::StockHistoryTold& life) {
            askCauses(
                m_place, this, [this, life](const CauseNames& causes) { tellLife(life, causes); },
                [this](const Trouble& why) { tell(why); });
        },
        [this](const Trouble& why) {
            m_facts->hide();
            m_rows.clear();
            m_events->refresh();
            banner().tell(why, tr("Se leyó: %1", "%1 is what was scanned").arg(m_serial));
            m_place.sounds.play(Cue::Refused);
        });
}

QString LifePage::detailOf(const std::string& detail, const CauseNames& causes) const {
    if (detail.empty()) return {};
    if (!detail.starts_with(kCause)) return shown(m_place.wording.reasons(detail).front());
    const auto cause = shown(detail.substr(kCause.size()));
    return tr("Causa: %1", "detail of an event; %1 is the cause of a spoilage").arg(causes.value(cause, cause));
}

void LifePage::tellLife(const contract::StockHistoryTold& life, const CauseNames& causes) {
    banner().clear();
    m_facts->show();
    m_facts->tell({{tr("Serie", "name of a fact: serial"), shown(life.serial)},
                   {tr("Clase", "name of a fact: item"), shown(m_place.names.of(life.item))},
                   {tr("Estado", "name of a fact: state"), wordOf(m_place, life.state)},
                   {tr("Lugar", "name of a fact: place"), placeOf(m_place, life.place)},
                   {tr("Chip", "name of a fact: identity of the chip"), shown(life.chipIdentity)}});
    m_rows.clear();
    for (const auto& event : life.events) {
        const auto of = wordOf(m_place, event.about.empty() ? event.reference : event.about);
        const auto detail = detailOf(event.detail, causes);
        m_rows.push_back(
            {QString::number(m_rows.size()),
             {momentOf(event.time), wordOf(m_place, event.event), placeOf(m_place, event.place),
              wordOf(m_place, event.state), shown(event.person), shown(event.second),
              detail.isEmpty() || of.isEmpty() ? of + detail : QStringLiteral("%1 · %2").arg(of, detail)}});
    }
    m_events->refresh();
}

}  // namespace gui
