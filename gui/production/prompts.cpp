// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/prompts.hpp"

#include <QCoreApplication>

#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Prompts {
    Q_DECLARE_TR_FUNCTIONS(Prompts)
   public:
    static QString actionOf(const contract::StationCall& call) {
        const auto reader = shown(call.reader);
        if (call.wish == "take_off") return tr("Retire la libreta del lector %1", "prompt; %1 is a reader").arg(reader);
        if (call.wish == "lay_on") return tr("Ponga la libreta en el lector %1", "prompt; %1 is a reader").arg(reader);
        if (call.wish == "lay_on_again")
            return tr("Compruebe el número y póngala otra vez en el lector %1", "prompt; %1 is a reader").arg(reader);
        if (call.wish == "scan_any")
            return tr("Lea el código de una pieza sin usar y póngala en la máquina", "prompt: any unused blank");
        if (call.wish == "scan_blank")
            return tr("Lea el código de esta pieza y póngala en la máquina", "prompt: the blank that is named");
        if (call.wish == "scan")
            return tr("Escanee la página terminada y guarde la imagen en %1", "prompt; %1 is a folder").arg(reader);
        return tr("Atienda la impresora", "prompt: the printer waits for something");
    }
    static QString workOf(const std::string& step) {
        if (step == "clear") return tr("Autorizando la orden", "what the station is at");
        if (step == "prepare") return tr("Preparando los datos", "what the station is at");
        if (step == "print") return tr("Imprimiendo", "what the station is at");
        if (step == "encode") return tr("Grabando el chip: no retire la libreta", "what the station is at");
        if (step == "inspect") return tr("Inspeccionando", "what the station is at");
        return tr("Buscando la siguiente orden", "what the station is at: nothing yet");
    }
    static QString ceased(const std::string& duty) {
        if (duty == "print") return tr("Este puesto dejó de imprimir.", "a duty is out of service");
        if (duty == "encode") return tr("Este puesto dejó de grabar.", "a duty is out of service");
        return tr("Este puesto dejó de inspeccionar.", "a duty is out of service");
    }
    static QString setAside(const QString& why) {
        return tr("Órdenes apartadas para después: %1", "why orders were left; %1 is a sentence").arg(why);
    }
    static QString done(const contract::LineRan& ran) {
        QStringList parts{tr("%n paso(s) hecho(s).", "report of a run: steps done", static_cast<int>(ran.steps))};
        if (ran.refused > 0)
            parts << tr("%n rechazado(s): la pieza quedó dañada y la orden toma otra.",
                        "report of a run: steps refused", static_cast<int>(ran.refused));
        if (ran.inDoubt > 0)
            parts << tr("%n en duda.", "report of a run: orders in doubt", static_cast<int>(ran.inDoubt));
        if (ran.waitingForRelease > 0)
            parts << tr("%n espera(n) que un inspector libere.", "report of a run: orders that wait for release",
                        static_cast<int>(ran.waitingForRelease));
        if (ran.waitingForBlanks > 0)
            parts << tr("%n espera(n) pieza.", "report of a run: orders that wait for a blank",
                        static_cast<int>(ran.waitingForBlanks));
        return parts.join(u' ');
    }
    static QString nextOf(const contract::LineRan& ran) {
        if (!ran.outOfService.empty())
            return tr("Qué hacer ahora: revise el aparato y vuelva a empezar.", "advice after a machine failed");
        if (ran.inDoubt > 0)
            return tr("Qué hacer ahora: aparte la pieza y abra las dudas.", "advice after a step ended in doubt");
        if (ran.waitingForBlanks > 0 && !ran.setAside.empty())
            return tr("Qué hacer ahora: pida piezas a los custodios.", "advice where blanks lack");
        return {};
    }
    static QString restOf(const contract::RestLine& rest) {
        const auto since = shown(rest.since.substr(11, 5));
        const auto pattern =
            rest.mode == "pause"
                ? tr("El puesto está en pausa y no toma órdenes, por %1 desde las %2 (UTC): %3",
                     "a workstation rests; %1 is a person, %2 a time of day, %3 the reason")
                : tr("El puesto termina lo que empezó y no toma órdenes nuevas, por %1 desde las %2 (UTC): %3",
                     "a workstation drains; %1 is a person, %2 a time of day, %3 the reason");
        return pattern.arg(shown(rest.person), since, shown(rest.reason));
    }
};

QString sentenceOf(const Workplace& place, const contract::FaultLine& line) {
    return shown(place.wording.sentence(line.asFault()));
}

}  // namespace

Prompt promptOf(const Workplace& place, const contract::StationCall& call) {
    Prompt prompt{Prompts::actionOf(call), shown(place.names.of(call.blank))};
    QStringList notes;
    for (const auto& reason : call.reasons) notes << sentenceOf(place, reason);
    prompt.note = notes.join(u'\n');
    return prompt;
}

QString workOf(const contract::StationLine& station) { return Prompts::workOf(station.step); }

RunReport reportOf(const Workplace& place, const contract::LineRan& ran) {
    RunReport report{false, Prompts::done(ran), {}, Prompts::nextOf(ran)};
    QStringList reasons;
    for (const auto& out : ran.outOfService) {
        reasons << Prompts::ceased(out.duty);
        if (!out.cause.empty()) reasons << sentenceOf(place, {out.cause, out.arguments, {}});
    }
    if (ran.rest) reasons << Prompts::restOf(*ran.rest);
    for (const auto& cause : ran.setAside) {
        const auto sentence = sentenceOf(place, cause);
        if (!reasons.contains(sentence)) reasons << Prompts::setAside(sentence);
    }
    report.stoppedEarly = !reasons.isEmpty() || ran.inDoubt > 0;
    report.reasons = reasons.join(u'\n');
    return report;
}

QString restOf(const contract::RestLine& rest) { return Prompts::restOf(rest); }

}  // namespace gui
