// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/waiting.hpp"

#include <algorithm>

#include "contract/acts_of_counts.hpp"
#include "contract/acts_of_destruction.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/acts_of_requisitions.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_transfers.hpp"

namespace gui {
namespace {

template <class Lines, class Holds>
int countOf(const Lines& lines, Holds holds) {
    return static_cast<int>(std::ranges::count_if(lines, holds));
}

}  // namespace

Waiting::Waiting(const Workplace& place, QObject* parent) : QObject(parent), m_place(place) {}

std::vector<WaitingWork> Waiting::works() const {
    std::vector<WaitingWork> works;
    for (const auto& [kind, work] : m_works) works.push_back(work);
    return works;
}

template <contract::Request R>
void Waiting::askFor(const R& request, OfficeLink::OnAnswer<R> answered) {
    if (!m_place.session.may<R>()) return;
    ++m_pending;
    m_place.ask(
        this, request,
        [this, answered](const typename R::Answer& answer) {
            answered(answer);
            arrive();
        },
        [this](const Trouble& why) {
            emit troubled(why);
            arrive();
        });
}

// What was asked before and comes meanwhile is as good.
void Waiting::look() {
    if (m_pending > 0) return;
    ++m_pending;
    lookAtCounts();
    lookAtTransfers();
    lookAtVault();
    lookAtDestructions();
    arrive();
}

void Waiting::arrive() {
    if (--m_pending == 0) emit looked();
}

void Waiting::note(Kind kind, Work work, std::int64_t count, const QString& words) {
    m_works.erase(kind);
    if (count > 0) m_works.emplace(kind, WaitingWork{work, words});
}

void Waiting::lookAtCounts() {
    askFor(contract::CountList{}, OfficeLink::OnAnswer<contract::CountList>{[this](const auto& listed) {
               const int open = countOf(listed.counts, [](const auto& count) {
                   return count.state == "planned" || count.state == "counting" || count.state == "recount";
               });
               const int variance = countOf(listed.counts, [](const auto& count) { return count.state == "variance"; });
               if (m_place.session.may<contract::CountStart>())
                   note(Kind::Counting, Work::Counts, open, tr("%n conteo(s) por hacer", "waiting: counts", open));
               note(Kind::Variance, Work::Counts, variance,
                    tr("%n conteo(s) con diferencia", "waiting: counts with a variance", variance));
           }});
    askFor(contract::CountDue{}, OfficeLink::OnAnswer<contract::CountDue>{[this](const auto& due) {
               const int overdue = countOf(due.places, [](const auto& each) { return each.overdue; });
               note(Kind::Due, Work::Counts, overdue,
                    tr("%n lugar(es) por contar según el calendario", "waiting: places to be counted", overdue));
           }});
}

void Waiting::lookAtTransfers() {
    askFor(contract::TransferList{"open"}, OfficeLink::OnAnswer<contract::TransferList>{[this](const auto& listed) {
               const int arriving = countOf(listed.transfers, [](const auto& transfer) {
                   return transfer.stage == "dispatched" || transfer.stage == "returning";
               });
               const int leaving = static_cast<int>(listed.transfers.size()) - arriving;
               note(Kind::Arriving, Work::Transfers, arriving,
                    tr("%n traslado(s) en camino por recibir", "waiting: transfers to receive", arriving));
               note(Kind::Leaving, Work::Transfers, leaving,
                    tr("%n traslado(s) por aprobar, precintar o despachar", "waiting: transfers that have not left",
                       leaving));
           }});
    askFor(contract::RequisitionList{}, OfficeLink::OnAnswer<contract::RequisitionList>{[this](const auto& listed) {
               const int asked = countOf(listed.requisitions, [](const auto& each) { return each.stage == "open"; });
               if (m_place.session.may<contract::RequisitionApprove>())
                   note(Kind::Requested, Work::Requisitions, asked,
                        tr("%n requisición(es) por aprobar", "waiting: requisitions", asked));
           }});
}

void Waiting::lookAtVault() {
    askFor(contract::StockReceipts{}, OfficeLink::OnAnswer<contract::StockReceipts>{[this](const auto& listed) {
               const int begun =
                   countOf(listed.deliveries, [](const auto& each) { return each.outcome == "announced"; });
               note(Kind::Delivered, Work::Receipts, begun,
                    tr("%n entrega(s) del proveedor por leer y guardar", "waiting: deliveries of the supplier", begun));
           }});
    askFor(contract::StockQuarantineList{},
           OfficeLink::OnAnswer<contract::StockQuarantineList>{[this](const auto& listed) {
               const auto spoiled = static_cast<int>(listed.notReceived);
               note(Kind::Spoiled, Work::Quarantine, spoiled,
                    tr("%n pieza(s) dañada(s) por recibir en cuarentena", "waiting: spoiled blanks", spoiled));
           }});
    askFor(contract::MinimumList{true}, OfficeLink::OnAnswer<contract::MinimumList>{[this](const auto& listed) {
               const auto low = static_cast<int>(listed.lines.size());
               note(Kind::Low, Work::Requisitions, low,
                    tr("%n existencia(s) por debajo del mínimo", "waiting: low stock", low));
           }});
}

void Waiting::lookAtDestructions() {
    askFor(contract::DestructionList{}, OfficeLink::OnAnswer<contract::DestructionList>{[this](const auto& listed) {
               const int ready =
                   countOf(listed.destructions, [](const auto& each) { return each.stage == "commissioned"; });
               const int asked = countOf(listed.destructions, [](const auto& each) {
                   return each.stage == "requested" || each.stage == "authorised";
               });
               note(Kind::Destroying, Work::Destructions, ready,
                    tr("%n destrucción(es) por ejecutar", "waiting: destructions to execute", ready));
               if (m_place.session.may<contract::DestructionAuthorise>())
                   note(Kind::Authorising, Work::Destructions, asked,
                        tr("%n destrucción(es) por autorizar o integrar", "waiting: destructions to authorise", asked));
           }});
}

}  // namespace gui
