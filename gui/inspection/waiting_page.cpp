// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/waiting_page.hpp"

#include <QVBoxLayout>

#include "contract/acts_of_inspections.hpp"
#include "gui/text.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {
namespace {

constexpr int kDocumentColumn = 1;

ListShape shapeOfQueue() {
    return {.name = "inspeccion",
            .title = WaitingPage::tr("Documentos que esperan a un inspector", "title of the page"),
            .columns = {{WaitingPage::tr("Orden", "column: number of the order"), 140},
                        {WaitingPage::tr("Documento", "column: number of the document"), 140},
                        {WaitingPage::tr("Clase", "column: kind of document"), 260},
                        {WaitingPage::tr("Pieza", "column: serial of the blank"), 120},
                        {WaitingPage::tr("Prioridad", "column: priority"), 110},
                        {WaitingPage::tr("Vence", "column: day on which the order is due"), 120},
                        {WaitingPage::tr("Espera", "column: what is asked of the inspector"), 280}},
            .nothing = WaitingPage::tr("Nada espera a un inspector", "no document waits for an inspector"),
            .advice = WaitingPage::tr("Cuando la línea termine un documento, aparecerá aquí.",
                                      "advice where no document waits for an inspector")};
}

}  // namespace

WaitingPage::WaitingPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_list(new ListView{place, shapeOfQueue(),
                          [this](const ListQuery& query, const ListAnswer& answer) { fetch(query, answer); }, this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    connect(m_list, &ListView::opened, this, [this](const QString& key) {
        const auto& rows = m_list->rows();
        if (const int at = rows.rowOf(key); at >= 0) emit chosen(rows.row(at).cells.at(kDocumentColumn));
    });
}

void WaitingPage::refresh() {
    m_list->refresh();
    m_list->focusRows();
}

void WaitingPage::fetch(const ListQuery& query, const ListAnswer& answer) {
    contract::InspectionList request;
    if (!query.after.isEmpty()) request.after = told(query.after);
    request.limit = query.limit;
    m_place.ask(
        this, request,
        [this, answer](const contract::InspectionsListed& listed) {
            std::vector<ListRow> rows;
            for (const auto& line : listed.waiting)
                rows.push_back({shown(line.order),
                                {shown(line.order), shown(line.document), shown(m_place.names.of(line.kind)),
                                 shown(line.blank), shown(m_place.wording.word(line.priority)), shown(line.due),
                                 line.own ? tr("a otra persona: usted lo hizo", "whom a document waits for")
                                          : shown(m_place.wording.word("awaits-" + line.wish))}});
            answer.arrived(std::move(rows));
        },
        answer.troubled);
}

}  // namespace gui
