// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/own_secrets.hpp"

#include <QCoreApplication>

#include "base/digest.hpp"
#include "gui/security/act_sheet.hpp"
#include "gui/security/secret_request.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

using namespace base::literals;

using Words = ActSheet::Words;

/// Where these texts stand in the translations.
class OwnSecrets {
    Q_DECLARE_TR_FUNCTIONS(OwnSecrets)
   public:
    static Words password() {
        return {tr("Mi contraseña", "title"),
                tr("Escriba la que tiene y dos veces la nueva (al menos doce letras).", "what the form does"),
                tr("Cambiar", "button: changes the password")};
    }
    static QList<ActField> passwordFields() {
        return {{"current", tr("Contraseña actual", "field"), ActField::Kind::Secret},
                {"fresh", tr("Contraseña nueva", "field"), ActField::Kind::Secret},
                {"again", tr("La nueva, otra vez", "field"), ActField::Kind::Secret}};
    }
    static Words factor(const QString& secret) {
        return {
            tr("Mi generador de códigos", "title"),
            tr("Escriba esta clave en la aplicación de códigos de su teléfono: %1\nDespués escriba aquí el código de "
               "seis dígitos que muestra. La clave no se vuelve a mostrar.",
               "%1 is a secret in groups of four letters")
                .arg(secret),
            tr("Seguir con quien administra personas", "button: goes on to the second person's consent")};
    }
    static QString code() { return tr("Código de seis dígitos", "field"); }
    static ConsentWords consent() {
        return {
            tr("Mi generador de códigos", "title"),
            tr("Quien administra personas confirma que el generador es de quien lo registra.", "what is consented to"),
            tr("Quien registra su generador: escriba sus datos", "the one who consents"),
            tr("Quien administra personas: escriba sus datos", "the second who consents")};
    }
};

/// In groups, as people type it.
QString inGroups(const QString& secret) {
    constexpr int kGroup = 4;
    QStringList groups;
    for (int at = 0; at < secret.size(); at += kGroup) groups << secret.mid(at, kGroup);
    return groups.join(u' ');
}

/// RFC 4648, for octets in fives.
std::string base32(base::BytesView octets) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    constexpr std::uint32_t kBits = 5;
    std::string text;
    std::uint64_t held = 0;
    std::uint32_t bits = 0;
    for (const auto octet : octets) {
        held = (held << 8U) | octet;
        for (bits += 8; bits >= kBits; bits -= kBits) text += kLetters[(held >> (bits - kBits)) & 31U];
    }
    return text;
}

}  // namespace

void changeOwnPassword(const Workplace& place, QWidget* over, std::function<void()> changed) {
    new ActSheet{place, over, OwnSecrets::password(), OwnSecrets::passwordFields(),
                 [&place, over, changed = std::move(changed)](const ActValues& values, const ActSheetEnds& ends) {
                     if (values.text("fresh") != values.text("again"))
                         return ends.troubled(Trouble{base::Refusal{base::Fault{"gui.passwords-differ"_code}}});
                     place.ask(
                         over, contract::OperatorPassword{values.text("current"), values.text("fresh")},
                         [ends, changed](const contract::Done&) {
                             ends.done();
                             changed();
                         },
                         ends.troubled);
                 }};
}

void enrolOwnFactor(const Workplace& place, QWidget* over, std::function<void()> enrolled) {
    constexpr std::size_t kSecret = 20;
    const auto secret = base32(base::randomBytes(kSecret));
    new ActSheet{
        place,
        over,
        OwnSecrets::factor(inGroups(shown(secret))),
        {{"code", OwnSecrets::code()}},
        [&place, over, secret, enrolled = std::move(enrolled)](const ActValues& values, const ActSheetEnds& ends) {
            ends.done();
            askWithSecret<contract::OperatorFactor>(
                place, over, OwnSecrets::consent(),
                [secret, code = values.text("code")] {
                    return contract::OperatorFactor{base::SecretBytes::copyOf(secret), code};
                },
                [enrolled](const contract::Done&) { enrolled(); });
        }};
}

}  // namespace gui
