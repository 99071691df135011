// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/certificate_list.hpp"

#include <QCoreApplication>

#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_notifications.hpp"
#include "gui/certificates/certificate_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class CertificateLists {
    Q_DECLARE_TR_FUNCTIONS(CertificateLists)
   public:
    static ListShape certificates(const Workplace& place) {
        ListShape shape;
        shape.name = "certificates";
        shape.title = tr("Todos los documentos", "title of a list");
        shape.columns = {{tr("Solicitud", "column: number of a request"), 162},
                         {tr("Número", "column: number of a certificate"), 236},
                         {tr("Documento", "column: type of certificate"), 220},
                         {tr("Titular", "column: whom it is about"), 165},
                         {tr("Solicitante", "column: who asked"), 165},
                         {tr("Etapa", "column: stage of a request"), 140},
                         {tr("Para el", "column: day on which it is due"), 120},
                         {tr("Recibida", "column: day on which it was asked for"), 110, false},
                         {tr("Dónde avisarle", "column: how the applicant is told"), 200, false},
                         {tr("Días sin recoger", "column: days for which nobody collected it"), 130, false}};
        ListChoice stages{"stage",
                          tr("Etapa", "label of the choice of a stage"),
                          {{"", tr("Todas", "all stages")}, {"open", tr("Por atender", "stages that await somebody")}}};
        for (const char* each : {"requested", "drafted", "in_legal_review", "reviewed", "signed", "issued", "delivered",
                                 "archived", "cancelled", "annulled"})
            stages.values << std::pair{QString{each}, shown(place.wording.word(each))};
        stages.values << std::pair{QString{"uncollected"}, tr("Sin recoger", "issued and not collected for long")};
        shape.choices = {stages};
        shape.filterHint = tr("número, titular, solicitante o documento", "what may be typed to narrow a list");
        shape.nothing = tr("Todavía no hay solicitudes", "an empty list of certificates");
        shape.advice = tr("Reciba la primera con «Nueva solicitud».", "advice at an empty list of certificates");
        return shape;
    }
    static ListShape notifications(const Workplace& place) {
        ListShape shape;
        shape.name = "notifications";
        shape.title = tr("Notificaciones", "title of a list");
        shape.columns = {{tr("Notificación", "column: number of a notification"), 160},
                         {tr("Documento", "column: number of what is notified"), 220},
                         {tr("Persona", "column: who is told"), 190},
                         {tr("Manera", "column: how somebody is told"), 120},
                         {tr("Dónde", "column: address"), 250},
                         {tr("Intentos", "column: how often it was tried"), 90},
                         {tr("Notificada", "column: day on which somebody was told"), 120},
                         {tr("Recurso hasta", "column: last day of the appeal"), 130},
                         {tr("Respuesta hasta", "column: last day for an answer"), 140}};
        shape.choices = {{"of",
                          tr("Cuáles", "label of the choice of notifications"),
                          {{"pending", tr("Por notificar", "notifications that nobody was told of")},
                           {"unanswered", tr("Sin respuesta en plazo", "notices that nobody answered in time")},
                           {"inactive", tr("Inactivas", "served long ago and nothing asked since")},
                           {"served", shown(place.wording.word("served"))},
                           {"", tr("Todas", "all notifications")}}}};
        shape.filterHint = tr("número, persona o dirección", "what may be typed to narrow a list");
        shape.nothing = tr("Nada por notificar", "an empty list of notifications");
        shape.advice = tr("Lo que se resuelve y debe notificarse aparece aquí al firmarse.",
                          "advice at an empty list of notifications");
        return shape;
    }
};

ListRow rowOf(const Workplace& place, const contract::CertificateLine& line) {
    constexpr std::size_t kDay = 10;
    return {shown(line.request),
            {shown(line.request), shown(line.number), shown(line.title), nameOr(line, line.holder),
             nameOr(line, line.applicant), stageOf(place, line), dueOf(line), shown(line.received.substr(0, kDay)),
             shown(line.contact), line.waiting > 0 ? QString::number(line.waiting) : QString{}}};
}

ListRow rowOf(const Workplace& place, const contract::NotificationLine& line) {
    return {shown(line.notification),
            {shown(line.notification), shown(line.certificate), shown(line.person),
             shown(place.wording.word(line.manner)), shown(line.address), QString::number(line.attempts.size()),
             shown(line.served), shown(line.appealUntil), shown(line.answerUntil)}};
}

}  // namespace

ListView* makeCertificateList(const Workplace& place, QWidget* parent) {
    return new ListView{place, CertificateLists::certificates(place),
                        [&place](const ListQuery& query, ListAnswer answer) {
                            contract::CertificateList request{told(query.choices.value("stage"))};
                            if (!query.after.isEmpty()) request.after = told(query.after);
                            if (!query.text.isEmpty()) request.text = told(query.text);
                            request.limit = query.limit;
                            place.ask(
                                &place.session, request,
                                [&place, answer](const contract::CertificatesListed& listed) {
                                    std::vector<ListRow> rows;
                                    for (const auto& each : listed.certificates) rows.push_back(rowOf(place, each));
                                    answer.arrived(std::move(rows));
                                },
                                answer.troubled);
                        },
                        parent};
}

ListView* makeNotificationList(const Workplace& place, QWidget* parent) {
    return new ListView{place, CertificateLists::notifications(place),
                        [&place](const ListQuery& query, ListAnswer answer) {
                            place.ask(
                                &place.session, contract::NotificationList{told(query.choices.value("of"))},
                                [&place, query, answer](const contract::NotificationsListed& listed) {
                                    std::vector<ListRow> rows;
                                    for (const auto& each : listed.notifications) rows.push_back(rowOf(place, each));
                                    answer.arrived(narrowed(std::move(rows), query));
                                },
                                answer.troubled);
                        },
                        parent};
}

}  // namespace gui
