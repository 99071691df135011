// SPDX-License-Identifier: GPL-3.0-or-later
// The ceremonies of those who sign certificates, and of what opens blank chips.
#include <QCoreApplication>

#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_chip_keys.hpp"
#include "gui/security/ceremony.hpp"
#include "gui/security/secret_request.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

using Kind = ActField::Kind;

/// Where these texts stand in the translations.
class OtherCeremonies {
    Q_DECLARE_TR_FUNCTIONS(OtherCeremonies)
   public:
    static Ceremony enrolCertifier(const CeremonyRoom& room) {
        const auto title = tr("Inscribir a quien firma certificaciones", "a ceremony");
        return {title,
                tr("1. La persona que firmará escribe la frase que abrirá su llave; nadie más la ve.\n2. El oficial "
                   "dirige, y quien firmará consiente.",
                   "steps of a ceremony"),
                {{"title", tr("Cargo, como saldrá en las certificaciones", "field")},
                 {"secret", tr("Frase de quien firmará", "field"), Kind::Secret}},
                [room, title](const ActValues& values) {
                    askWithSecret<contract::CertifierEnrol>(
                        room.place, room.over, consent(title, tr("Quien firmará: escriba sus datos", "the second")),
                        [values] {
                            return contract::CertifierEnrol{values.text("title"),
                                                            base::SecretBytes::copyOf(values.text("secret"))};
                        },
                        [room, title](const contract::CertifierEnrolled& enrolled) {
                            room.ended({title,
                                        {tr("Entrada %1.", "%1 is an entry").arg(shown(enrolled.entry))},
                                        {{enrolled.entry + ".cer", enrolled.certificate}}});
                        });
                }};
    }
    static Ceremony endCertifier(const CeremonyRoom& room) {
        const auto title = tr("Terminar la llave de quien firma", "a ceremony");
        return {
            title,
            tr("Ya no firmará. Lo que firmó sigue valiendo, salvo que la llave pueda estar en otras manos: entonces "
               "haga después la lista de revocación de las firmas de la casa.",
               "steps of a ceremony"),
            {{"entry", tr("Entrada (FIRMA-2026-000001)", "field")},
             {"compromised",
              tr("¿Puede estar en otras manos?", "field"),
              Kind::Choice,
              true,
              {},
              {{"no", tr("No", "choice")}, {"yes", tr("Sí", "choice")}}},
             {"reason", tr("Motivo", "field: reason")}},
            [room, title](const ActValues& values) {
                askConsented(room.place, room.over, consent(title, witness()),
                             contract::CertifierEnd{values.text("entry"), values.text("reason"),
                                                    values.text("compromised") == "yes"},
                             OfficeLink::OnAnswer<contract::CertifierEnd>{[room, title](const contract::Done&) {
                                 room.ended({title, {tr("La llave ya no firma.", "after a signer's key ended")}});
                             }});
            }};
    }
    template <contract::Request R>
    static Ceremony enterKey(const CeremonyRoom& room, const QString& title, const QString& what,
                             R (*make)(const ActValues&), bool replaces) {
        QList<ActField> fields{{"name", tr("Nombre de la clave, como el perfil del chip", "field")},
                               {"first", tr("Componente de la primera persona", "field"), Kind::Secret},
                               {"second", tr("Componente de la segunda persona", "field"), Kind::Secret},
                               {"check", tr("Valor de la carta del fabricante (KCV)", "field"), Kind::Text, false}};
        if (replaces) fields << ActField{"reason", tr("Motivo", "field: reason")};
        return {title, what, fields, [room, title, make](const ActValues& values) {
                    askWithSecret<R>(
                        room.place, room.over, consent(title, second()), [values, make] { return make(values); },
                        [room, title](const contract::ChipKeyEntered& entered) {
                            room.ended({title, told(entered)});
                        });
                }};
    }
    static Ceremony enter(const CeremonyRoom& room) {
        return enterKey<contract::ChipKeyEnter>(
            room, tr("Guardar una clave de transporte", "a ceremony"), components(),
            [](const ActValues& values) {
                return contract::ChipKeyEnter{values.text("name"), base::SecretBytes::copyOf(values.text("first")),
                                              base::SecretBytes::copyOf(values.text("second")), checks(values)};
            },
            false);
    }
    static Ceremony replace(const CeremonyRoom& room) {
        return enterKey<contract::ChipKeyReplace>(
            room, tr("Cambiar una clave de transporte", "a ceremony"),
            tr("La que hay se destruye. Cada persona escribe su componente; nadie ve el de la otra.",
               "steps of a ceremony"),
            [](const ActValues& values) {
                return contract::ChipKeyReplace{values.text("name"), base::SecretBytes::copyOf(values.text("first")),
                                                base::SecretBytes::copyOf(values.text("second")), checks(values),
                                                values.text("reason")};
            },
            true);
    }
    static Ceremony destroy(const CeremonyRoom& room) {
        const auto title = tr("Destruir una clave de transporte", "a ceremony");
        return {title,
                tr("Las órdenes de esos chips se retienen desde entonces.", "steps of a ceremony"),
                {{"name", tr("Nombre de la clave", "field")}, {"reason", tr("Motivo", "field: reason")}},
                [room, title](const ActValues& values) {
                    askConsented(room.place, room.over, consent(title, second()),
                                 contract::ChipKeyDestroy{values.text("name"), values.text("reason")},
                                 OfficeLink::OnAnswer<contract::ChipKeyDestroy>{[room, title](const contract::Done&) {
                                     room.ended({title, {tr("La clave ya no existe.", "after a key was destroyed")}});
                                 }});
                }};
    }

   private:
    static QString witness() { return tr("Quien la presencia: escriba sus datos", "the second who consents"); }
    static QString second() { return tr("Segunda persona: escriba sus datos", "the second who consents"); }
    static QString components() {
        return tr(
            "Cada persona escribe el componente que recibió, sin que la otra mire. Compare después el valor de "
            "comprobación con la carta del fabricante.",
            "steps of a ceremony");
    }
    static ConsentWords consent(const QString& title, const QString& second) {
        return {title, tr("Las dos personas responden por la ceremonia.", "what both people consent to"),
                tr("Quien dirige la ceremonia: escriba sus datos", "the one who consents"), second};
    }
    static std::vector<std::string> checks(const ActValues& values) {
        const auto given = values.given("check");
        return given ? std::vector{*given} : std::vector<std::string>{};
    }
    static QStringList told(const contract::ChipKeyEntered& entered) {
        QStringList values;
        for (const auto& value : entered.checkValues) values << shown(value);
        return {tr("Clave %1 guardada, %2.", "%1 name, %2 cipher").arg(shown(entered.name), shown(entered.cipher)),
                tr("Valor de comprobación: %1. Compárelo con la carta del fabricante.", "%1 are hexadecimal digits")
                    .arg(values.join(u' '))};
    }
};

}  // namespace

QList<Ceremony> certifierCeremonies(const CeremonyRoom& room) {
    return {OtherCeremonies::enrolCertifier(room), OtherCeremonies::endCertifier(room)};
}

QList<Ceremony> transportKeyCeremonies(const CeremonyRoom& room) {
    return {OtherCeremonies::enter(room), OtherCeremonies::replace(room), OtherCeremonies::destroy(room)};
}

}  // namespace gui
