// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/certificate_words.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Certificates {
    Q_DECLARE_TR_FUNCTIONS(Certificates)
   public:
    struct Words {
        const char* step;
        QString action;
        QString task;
    };
    static QList<Words> all() {
        return {
            {"draft", tr("Redactar", "button: writes a certificate"),
             tr("Redacte el documento", "what is to be done: write a certificate")},
            {"review", tr("Está bien: confrontado", "button: the draft agrees with its sources"),
             tr("Confronte el borrador con sus fuentes", "what is to be done: review a draft")},
            {"legal_review", tr("De acuerdo", "button: the legal adviser agrees"),
             tr("Revise jurídicamente el borrador", "what is to be done: legal review")},
            {"sign", tr("Firmar", "button: signs certificates"), tr("Firme el documento", "what is to be done: sign")},
            {"endorse", tr("Dar visto bueno", "button: the second signature"),
             tr("Dé el visto bueno", "what is to be done: endorse")},
            {"return", tr("Devolver", "button: back to who wrote it"), {}},
            {"cancel", tr("Dar por terminada", "button: ends a request"), {}},
            {"print", tr("Imprimir en papel", "button: prints on security paper"),
             tr("Imprímalo en papel especial", "what is to be done: print")},
            {"resolve_print", tr("Decir cómo salió", "button: says how a print came out"),
             tr("Mire las hojas que se imprimieron", "what is to be done: look at printed sheets")},
            {"deliver", tr("Entregar", "button: hands a certificate over"),
             tr("Entréguelo cuando lo recojan", "what is to be done: hand over")},
            {"reissue", tr("Dar otra vez", "button: somebody asks once more for a certificate"), {}},
            {"archive", tr("Archivar", "button: nobody collected it"),
             tr("Nadie lo recogió: archívelo", "what is to be done: archive")},
            {"annul", tr("Anular", "button: takes a certificate's validity"), {}},
            {"prove", tr("Completar pruebas", "button: adds long-term proofs to a signature"), {}}};
    }
    static Words of(const std::string& step) {
        const auto words = all();
        const auto found = std::ranges::find_if(words, [&](const Words& each) { return each.step == step; });
        return found == words.end() ? Words{"", shown(step), shown(step)} : *found;
    }
    static QString withheld() { return tr("(reservado)", "in the place of a name that is withheld"); }
    static QString overdue(const QString& day) { return tr("%1, vencida", "%1 is a day that has passed").arg(day); }
    static QString history(const QString& time, const QString& step, const QString& person) {
        return tr("%1 · %2 · %3", "a step in a history; %1 time, %2 what, %3 who").arg(time, step, person);
    }
    static QString remarked(const QString& line, const QString& remarks) {
        return tr("%1: %2", "a step in a history with what was remarked").arg(line, remarks);
    }
};

}  // namespace

QString actionOf(const std::string& step) { return Certificates::of(step).action; }
QString taskOf(const std::string& step) { return Certificates::of(step).task; }

QString historyOf(const Workplace& place, const contract::CertificateStepLine& step) {
    const auto moment = QDateTime::fromString(shown(step.time), Qt::ISODateWithMs).toLocalTime();
    const auto line = Certificates::history(moment.toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                                            shown(place.wording.word(step.step)), shown(step.person));
    return step.remarks.empty() ? line : Certificates::remarked(line, shown(place.wording.word(step.remarks)));
}

Standing standingOf(const contract::CertificateLine& line) {
    if (line.stage == "annulled" || line.stage == "cancelled") return Standing::Refused;
    if (line.overdue) return Standing::Caution;
    return line.number.empty() || line.stage == "signed" ? Standing::Busy : Standing::Done;
}

QString stageOf(const Workplace& place, const contract::CertificateLine& line) {
    auto word = shown(place.wording.word(line.stage));
    if (!word.isEmpty()) word[0] = word[0].toUpper();
    return word;
}

QString nameOr(const contract::CertificateLine& line, const std::string& name) {
    return line.confidential && name.empty() ? Certificates::withheld() : shown(name);
}

QString dueOf(const contract::CertificateLine& line) {
    return line.overdue ? Certificates::overdue(shown(line.deadline)) : shown(line.deadline);
}

}  // namespace gui
