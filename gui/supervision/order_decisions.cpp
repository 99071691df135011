// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/order_decisions.hpp"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

#include "contract/acts_of_line.hpp"
#include "gui/supervision/decision_sheet.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Decisions {
    Q_DECLARE_TR_FUNCTIONS(Decisions)
   public:
    static QString title(Decision decision, const QString& order) {
        switch (decision) {
            case Decision::Hold: return tr("Retener la orden %1", "title; %1 is an order").arg(order);
            case Decision::Release: return tr("Soltar la orden %1", "title; %1 is an order").arg(order);
            case Decision::Schedule: return tr("Prioridad y fecha de la orden %1", "title; %1 is an order").arg(order);
            case Decision::SendBack: return tr("Devolver a captura la orden %1", "title; %1 is an order").arg(order);
            case Decision::Cancel: return tr("Cancelar la orden %1", "title; %1 is an order").arg(order);
            case Decision::Counter: return tr("Mostrador para la orden %1", "title; %1 is an order").arg(order);
            case Decision::Override: return tr("Dar por buena la orden %1", "title; %1 is an order").arg(order);
        }
        return {};
    }
    static QString what(Decision decision) {
        switch (decision) {
            case Decision::Hold: return tr("Nadie trabaja en ella hasta que se suelte.", "what a hold means");
            case Decision::Release: return tr("La línea sigue con ella donde quedó.", "what ending a hold means");
            case Decision::Schedule:
                return tr("La orden toma otro turno en la línea. Deje vacía la fecha si no se promete ninguna.",
                          "what another turn means");
            case Decision::SendBack:
                return tr("La orden termina, su pieza queda dañada y su recibo puede usarse otra vez.",
                          "what sending an order back means");
            case Decision::Cancel:
                return tr("La orden termina para siempre y su pieza queda dañada. No se puede deshacer.",
                          "what cancelling an order means");
            case Decision::Counter:
                return tr(
                    "La orden se hace en ese puesto mientras su titular espera. Deje vacío el puesto para que "
                    "vuelva a la cola.",
                    "what keeping an order for a counter means");
            case Decision::Override:
                return tr(
                    "Dos personas que no hicieron el documento miraron la página y la hallaron buena: un inspector "
                    "y usted.",
                    "what overriding an inspection means");
        }
        return {};
    }
    static QString action(Decision decision) {
        switch (decision) {
            case Decision::Hold: return tr("Retener", "button: holds an order");
            case Decision::Release: return tr("Soltar", "button: ends the hold of an order");
            case Decision::Schedule: return tr("Dar este turno", "button: gives an order another turn");
            case Decision::SendBack: return tr("Devolver a captura", "button: sends an order back");
            case Decision::Cancel: return tr("Cancelar la orden", "button: cancels an order");
            case Decision::Counter: return tr("Mostrador", "button: keeps an order for a workstation");
            case Decision::Override: return tr("Pedir al inspector", "button: asks an inspector to agree");
        }
        return {};
    }
    static QString done(Decision decision) {
        switch (decision) {
            case Decision::Hold: return tr("La orden quedó retenida.", "after a decision");
            case Decision::Release: return tr("La orden vuelve a la línea.", "after a decision");
            case Decision::Schedule: return tr("La orden tiene otro turno.", "after a decision");
            case Decision::SendBack: return tr("La orden volvió a captura.", "after a decision");
            case Decision::Cancel: return tr("La orden quedó cancelada.", "after a decision");
            case Decision::Counter: return tr("El mostrador de la orden quedó anotado.", "after a decision");
            case Decision::Override: return tr("La página quedó por buena; la orden sigue.", "after a decision");
        }
        return {};
    }
    static QString reason() { return tr("Motivo", "label of the reason of a decision"); }
    static QString priority() { return tr("Prioridad", "label of the priority"); }
    static QString due() { return tr("Prometida para el (2026-12-31)", "label of the day an order is due on"); }
    static QString workstation() { return tr("Puesto del mostrador", "label of a workstation"); }
    static QString inspector() {
        return tr("Inspector que miró la página: escriba sus datos", "the one who consents first");
    }
    static QString consented(const QString& order, const QString& reason) {
        return tr("Orden %1: %2", "what is consented to; %1 is an order, %2 the reason").arg(order, reason);
    }
};

/// A sheet for an act that needs nothing but the reason.
template <class Request>
void openPlain(const Workplace& place, QWidget* over, const DecisionWords& words, const std::string& order,
               std::function<void()> done) {
    (new DecisionSheet{place, over, words,
                       asking(
                           place, over,
                           [order](const QString& reason) {
                               return Request{order, told(reason)};
                           },
                           std::move(done))})
        ->begin();
}

void openSchedule(const Workplace& place, QWidget* over, const DecisionWords& words, const contract::OrderLine& order,
                  std::function<void()> done) {
    auto* priority = new QComboBox;
    for (const char* each : {"normal", "urgent"}) priority->addItem(shown(place.wording.word(each)), each);
    priority->setCurrentIndex(std::max(0, priority->findData(shown(order.priority))));
    priority->setObjectName("priority");
    auto* due = new QLineEdit{shown(order.due)};
    due->setObjectName("due");
    const auto make = [priority, due, order](const QString& reason) {
        contract::OrderSchedule request{order.order, {}, {}, told(reason)};
        if (const auto chosen = told(priority->currentData().toString()); chosen != order.priority)
            request.priority = chosen;
        if (const auto day = told(due->text().trimmed()); day != order.due) request.due = day;
        return request;
    };
    auto* sheet = new DecisionSheet{place, over, words, asking(place, over, make, std::move(done))};
    sheet->add(Decisions::priority(), *priority);
    sheet->add(Decisions::due(), *due);
    sheet->begin();
}

void openCounter(const Workplace& place, QWidget* over, const DecisionWords& words, const contract::OrderShown& order,
                 std::function<void()> done) {
    auto* workstation = new QLineEdit{shown(order.counter)};
    workstation->setObjectName("workstation");
    const auto make = [workstation, order](const QString& reason) {
        contract::OrderCounter request{order.order.order, {}, told(reason)};
        if (const auto name = workstation->text().trimmed(); !name.isEmpty()) request.workstation = told(name);
        return request;
    };
    auto* sheet = new DecisionSheet{place, over, words, asking(place, over, make, std::move(done))};
    sheet->add(Decisions::workstation(), *workstation);
    sheet->begin();
}

// The inspector gives credentials first; whoever is logged in is the second, who may more.
void openOverride(const Workplace& place, QWidget* over, const DecisionWords& words, const std::string& order,
                  std::function<void()> done) {
    const auto act = [&place, over, order, done](const QString& reason, const DecisionSheet::Ends& ends) {
        ends.done();
        const contract::LineOverride request{order, told(reason)};
        const ConsentWords consent{Decisions::title(Decision::Override, shown(order)),
                                   Decisions::consented(shown(order), reason), Decisions::inspector()};
        new ConsentSheet{place, over, consent, Consent{{}, place.session.shared()},
                         [&place, over, request, done](const Consent& both, const ConsentSheet::Ends& asked) {
                             place.link.ask(
                                 over, both.credentials(), request,
                                 OfficeLink::OnAnswer<contract::LineOverride>{[asked, done](const contract::Done&) {
                                     asked.done();
                                     done();
                                 }},
                                 asked.troubled);
                         }};
    };
    (new DecisionSheet{place, over, words, act})->begin();
}

}  // namespace

void openDecision(const Workplace& place, QWidget* over, const contract::OrderShown& order, Decision decision,
                  std::function<void()> done) {
    const auto& id = order.order.order;
    const DecisionWords words{Decisions::title(decision, shown(id)), Decisions::what(decision),
                              Decisions::action(decision), Decisions::reason()};
    switch (decision) {
        case Decision::Hold: return openPlain<contract::OrderHold>(place, over, words, id, std::move(done));
        case Decision::Release: return openPlain<contract::OrderRelease>(place, over, words, id, std::move(done));
        case Decision::SendBack: return openPlain<contract::OrderSendBack>(place, over, words, id, std::move(done));
        case Decision::Cancel: return openPlain<contract::OrderCancel>(place, over, words, id, std::move(done));
        case Decision::Schedule: return openSchedule(place, over, words, order.order, std::move(done));
        case Decision::Counter: return openCounter(place, over, words, order, std::move(done));
        case Decision::Override: return openOverride(place, over, words, id, std::move(done));
    }
}

QString doneWords(Decision decision) { return Decisions::done(decision); }

}  // namespace gui
