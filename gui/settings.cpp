// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings.hpp"

#include <QCoreApplication>

#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
   public:
    static QString unknown(const QString& word) {
        return tr("Sobra o no se reconoce: %1. Ayuda: troquel-desk --help", "%1 is a word of the command line")
            .arg(word);
    }
    static QString lacking(const QString& word) {
        return tr("Falta el valor de %1. Ayuda: troquel-desk --help", "%1 is an option").arg(word);
    }
    static QString wrong(const QString& word, const QString& value) {
        return tr("%1 no admite «%2». Ayuda: troquel-desk --help", "%1 is an option, %2 its value").arg(word, value);
    }
    static QString noDisplay() {
        return tr(
            "No hay pantalla en esta sesión: abra troquel-desk desde el escritorio del equipo. Sin pantalla se "
            "trabaja con «troquel».",
            "the program was started where no window can be shown");
    }
    static QString help() {
        return tr(R"(Troquel: las mesas de trabajo de producción, existencias y certificaciones.

Uso: troquel-desk [opciones]

  --home CARPETA         Carpeta de la institución (o TROQUEL_HOME; si no, ~/.troquel). Si está vacía, el programa
                         ofrece hacer una institución de práctica.
  --server DIRECCIÓN     Servicio, https://servidor:8443 (o TROQUEL_SERVER), o varias con comas entre sí. Sin ella, la
                         institución está en esta máquina. El puesto se inscribe antes con «troquel workstation».
  --workstation PUESTO   Este puesto, cuando la institución está en esta máquina; linea-1 si falta.
  --printer IMPRESORA    folder, o la dirección IPP de la impresora
  --reader LECTOR        simulated, o el nombre de un lector PC/SC
  --camera CÁMARA        none, o folder
  --language IDIOMA      es o en
  --theme TEMA           light (claro) o dark (oscuro); F11 lo cambia
  --lock-after MINUTOS   Bloquea la ventana cuando nadie la toca; 5 si falta
  --mute                 Sin sonidos
  --help                 Muestra esta ayuda

Cada botón lleva escrita su tecla. El lector de códigos funciona en cualquier página, sin elegir antes un campo.

Ejemplos:
  troquel-desk
  troquel-desk --home /srv/practica --theme dark
  troquel-desk --server https://troquel.interno:8443 --reader "ACS ACR1252")",
                  "the whole help of the command line; keep the options as they are");
    }
};

std::string fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : std::string{};
}

std::filesystem::path usualHome() {
    const auto own = fromEnvironment("TROQUEL_HOME");
    return own.empty() ? std::filesystem::path{fromEnvironment("HOME")} / ".troquel" : std::filesystem::path{own};
}

/// False where the option does not take the value.
bool take(Settings& settings, const QString& option, const QString& value) {
    bool number = true;
    if (option == "--home") settings.home = told(value);
    if (option == "--server") settings.server = told(value);
    if (option == "--workstation") settings.workstation = told(value);
    if (option == "--printer") settings.machines.printer = told(value);
    if (option == "--reader") settings.machines.reader = told(value);
    if (option == "--camera") settings.machines.camera = told(value);
    if (option == "--lock-after") settings.lockAfter = std::chrono::minutes{value.toInt(&number)};
    if (option == "--theme") settings.theme = value == "dark" ? Theme::Dark : Theme::Light;
    if (option == "--language")
        settings.language = value == "en" ? contract::Language::English : contract::Language::Spanish;
    if (option == "--theme") return value == "light" || value == "dark";
    if (option == "--language") return value == "es" || value == "en";
    return number && !value.isEmpty() && settings.lockAfter.count() > 0;
}

const QStringList& optionsWithValue() {
    static const QStringList options{"--home",   "--server", "--workstation", "--printer",   "--reader",
                                     "--camera", "--theme",  "--language",    "--lock-after"};
    return options;
}

}  // namespace

contract::Language languageIn(const QStringList& words) {
    const auto at = words.indexOf("--language");
    const bool english = words.contains("--language=en") || (at >= 0 && words.value(at + 1) == "en");
    return english ? contract::Language::English : contract::Language::Spanish;
}

std::optional<Settings> settingsIn(const QStringList& words, QString& complaint) {
    Settings settings;
    settings.home = usualHome();
    settings.server = fromEnvironment("TROQUEL_SERVER");
    for (int at = 0; at < words.size(); ++at) {
        const auto option = words.at(at).section('=', 0, 0);
        if (option == "--help" || option == "-h") {
            settings.helpWanted = true;
        } else if (option == "--mute") {
            settings.muted = true;
        } else if (!optionsWithValue().contains(option)) {
            complaint = CommandLine::unknown(words.at(at));
            return std::nullopt;
        } else {
            const bool joined = words.at(at).contains('=');
            if (!joined && at + 1 >= words.size()) {
                complaint = CommandLine::lacking(option);
                return std::nullopt;
            }
            const auto value = joined ? words.at(at).section('=', 1) : words.at(++at);
            if (!take(settings, option, value)) {
                complaint = CommandLine::wrong(option, value);
                return std::nullopt;
            }
        }
    }
    settings.machines.home = settings.home;
    settings.machines.lent = !settings.server.empty();
    return settings;
}

QString helpText() { return CommandLine::help(); }
QString noDisplayText() { return CommandLine::noDisplay(); }

}  // namespace gui
