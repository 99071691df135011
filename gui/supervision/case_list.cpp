// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/case_list.hpp"

#include <QCoreApplication>

#include "contract/acts_of_cases.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class CaseWords {
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
   public:
    static ListShape shape(const Workplace& place) {
        ListChoice kinds{
            "kind", tr("Clase", "label of the choice of a kind of case"), {{{}, tr("Todas", "all kinds")}}};
        for (const char* kind : {"discrepancy", "missing", "stolen", "supplier_claim"})
            kinds.values.emplace_back(kind, shown(place.wording.word(kind)));
        return {"casos",
                tr("Casos", "title of the list of cases"),
                {{tr("Caso", "column: number of a case"), 180},
                 {tr("Clase", "column: kind of a case"), 170},
                 {tr("Lugar", "column: place of a case"), 150},
                 {tr("Estado", "column: whether a case is open"), 120},
                 {tr("Plazo", "column: day until which a case is to be resolved"), 120},
                 {tr("Abierto", "column: day on which a case was opened"), 120},
                 {tr("Por", "column: who opened a case"), 160},
                 {tr("Nace de", "column: what a case came of"), 200}},
                {{"4", tr("Plazo más próximo", "sort: cases by their deadline"), 4},
                 {"-5", tr("Los últimos primero", "sort: newest cases first"), 5, Qt::DescendingOrder},
                 {"0", tr("Número", "sort: cases by their number"), 0}},
                {{"of",
                  tr("Cuáles", "label of the choice which cases are listed"),
                  {{"open", tr("Abiertos", "cases that are open")},
                   {"overdue", tr("Vencidos", "cases that are overdue")},
                   {"resolved", tr("Resueltos", "cases that were resolved")},
                   {"all", tr("Todos", "all cases")}}},
                 kinds},
                tr("Caso, lugar, persona…", "what may be typed to find a case"),
                tr("No hay casos abiertos", "an empty list of cases"),
                tr("Todo salió como dicen los libros.", "advice at an empty list of cases")};
    }
    static QString overdue() { return tr("VENCIDO", "a case that is overdue"); }
};

ListRow rowOf(const Workplace& place, const contract::CaseLine& line) {
    const auto word = [&](const std::string& code) { return shown(place.wording.word(code)); };
    return {
        shown(line.number),
        {shown(line.number), word(line.kind), word(line.place), line.overdue ? CaseWords::overdue() : word(line.state),
         shown(line.deadline), shown(line.openedAt.substr(0, 10)), shown(line.openedBy),
         word(line.reference.substr(0, line.reference.find(':')))}};
}

}  // namespace

ListView* makeCaseList(const Workplace& place, QWidget* parent) {
    return new ListView{
        place, CaseWords::shape(place),
        [&place](const ListQuery& query, ListAnswer answer) {
            place.ask(
                &place.link, contract::CaseList{told(query.choices.value("of")), told(query.choices.value("kind")), {}},
                [&place, query, answer](const contract::CasesListed& listed) {
                    std::vector<ListRow> rows;
                    for (const auto& each : listed.cases) rows.push_back(rowOf(place, each));
                    answer.arrived(narrowed(std::move(rows), query));
                },
                answer.troubled);
        },
        parent};
}

}  // namespace gui
