// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/order_decisions.hpp"

#include <QCoreApplication>

#include "contract/acts_of_line.hpp"
#include "gui/text.hpp"
#include "gui/widgets/form_sheet.hpp"

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
    static QString due() { return tr("Prometida para el", "label of the day an order is due on"); }
    static QString day() { return tr("2026-12-31", "hint how a day is written"); }
    static QString workstation() { return tr("Puesto del mostrador", "label of a workstation"); }
    static QString inspector() {
        return tr("Inspector que miró la página: escriba sus datos", "the one who consents first");
    }
    static QString consented(const QString& order, const QString& reason) {
        return tr("Orden %1: %2", "what is consented to; %1 is an order, %2 the reason").arg(order, reason);
    }
};

using Kind = FormField::Kind;

FormField reasonField() { return {"reason", Decisions::reason(), Kind::Text, {}, false}; }

/// What follows an act that says only that it was done.
std::function<void(const contract::Done&)> then(std::function<void()> done) {
    return [done = std::move(done)](const contract::Done&) { done(); };
}

/// A form for an act that needs nothing but the reason.
template <class Request>
void openPlain(const Workplace& place, QWidget* over, const FormWords& words, const std::string& order,
               std::function<void()> done) {
    const auto make = [order](const FormValues& values) { return Request{order, values.text("reason")}; };
    new FormSheet{place, over, words, {reasonField()}, asking(place, over, {}, make, then(std::move(done)))};
}

void openSchedule(const Workplace& place, QWidget* over, const FormWords& words, const contract::OrderLine& order,
                  std::function<void()> done) {
    QList<std::pair<QString, QString>> lanes;
    for (const char* each : {"normal", "urgent"}) lanes.emplace_back(each, shown(place.wording.word(each)));
    const auto make = [order](const FormValues& values) {
        contract::OrderSchedule request{order.order, {}, {}, values.text("reason")};
        if (values.text("priority") != order.priority) request.priority = values.text("priority");
        if (values.text("due") != order.due) request.due = values.text("due");
        return request;
    };
    new FormSheet{place,
                  over,
                  words,
                  {{"priority", Decisions::priority(), Kind::Choice, shown(order.priority), true, lanes},
                   {"due", Decisions::due(), Kind::Text, shown(order.due), false, {}, Decisions::day()},
                   reasonField()},
                  asking(place, over, {}, make, then(std::move(done)))};
}

void openCounter(const Workplace& place, QWidget* over, const FormWords& words, const contract::OrderShown& order,
                 std::function<void()> done) {
    const auto make = [order](const FormValues& values) {
        return contract::OrderCounter{order.order.order, values.given("workstation"), values.text("reason")};
    };
    new FormSheet{place,
                  over,
                  words,
                  {{"workstation", Decisions::workstation(), Kind::Text, shown(order.counter), false}, reasonField()},
                  asking(place, over, {}, make, then(std::move(done)))};
}

// The inspector gives credentials first; whoever is logged in is the second, who may more.
void openOverride(const Workplace& place, QWidget* over, const FormWords& words, const std::string& order,
                  std::function<void()> done) {
    const auto submit = [&place, over, order, done](const FormValues& values, const FormSheet::Ends& ends) {
        ends.waits();
        const contract::LineOverride request{order, values.text("reason")};
        const ConsentWords consent{Decisions::title(Decision::Override, shown(order)),
                                   Decisions::consented(shown(order), shown(request.reason)), Decisions::inspector()};
        new ConsentSheet{
            place, over, consent, Consent{{}, place.session.shared()},
            [&place, over, request, ends, done](const Consent& both, const ConsentSheet::Ends& asked) {
                place.link.ask(over, both.credentials(), request,
                               OfficeLink::OnAnswer<contract::LineOverride>{[asked, ends, done](const contract::Done&) {
                                   asked.done();
                                   ends.done();
                                   done();
                               }},
                               asked.troubled);
            }};
    };
    new FormSheet{place, over, words, {reasonField()}, submit};
}

}  // namespace

void openDecision(const Workplace& place, QWidget* over, const contract::OrderShown& order, Decision decision,
                  std::function<void()> done) {
    const auto& id = order.order.order;
    const FormWords words{Decisions::title(decision, shown(id)), Decisions::what(decision),
                          Decisions::action(decision)};
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
