// SPDX-License-Identifier: GPL-3.0-or-later
// The ceremonies of the key book.
#include <QCoreApplication>

#include "contract/acts_of_keys.hpp"
#include "gui/security/ceremony.hpp"
#include "gui/session/consent.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

using Kind = ActField::Kind;

/// Where these texts stand in the translations.
class Ceremonies {
    Q_DECLARE_TR_FUNCTIONS(Ceremonies)
   public:
    Ceremonies(CeremonyRoom room, QString entry) : m_room(std::move(room)), m_entry(std::move(entry)) {}

    [[nodiscard]] Ceremony rollOver() const {
        return {tr("Relevar la CSCA", "a ceremony"),
                tr("1. Se hace la CSCA nueva y el enlace que firma la anterior.\n2. Publique los dos certificados y "
                   "anótelo con «Anotar una publicación».\n3. A los dos días el relevo ocurre solo.",
                   "steps of a ceremony"),
                {{"name", tr("Nombre nuevo (vacío: el mismo)", "field"), Kind::Text, false}},
                [*this](const ActValues& values) {
                    hold(rollOver().title, contract::PkiRollOver{values.given("name")}, &Ceremonies::toldOfKeys);
                }};
    }
    [[nodiscard]] Ceremony newCsca() const {
        return {tr("Hacer una CSCA sin enlace", "a ceremony"),
                tr("Solo cuando la llave anterior se perdió: nadie podrá pasar de la anterior a esta. Los demás países "
                   "deben recibir el certificado por vía diplomática.",
                   "steps of a ceremony"),
                {{"reason", tr("Motivo", "field: reason")}},
                [*this](const ActValues& values) {
                    hold(newCsca().title, contract::PkiNewCsca{values.text("reason")}, &Ceremonies::toldOfKeys);
                }};
    }
    [[nodiscard]] Ceremony newSigner() const {
        return {tr("Hacer un firmante nuevo", "a ceremony"),
                tr("1. Se hace la llave y la CSCA la certifica.\n2. Publique el certificado y anótelo con «Anotar una "
                   "publicación».\n3. El firmante toma su turno cuando el anterior termina.",
                   "steps of a ceremony"),
                {{"purpose", tr("Qué firmará", "field"), Kind::Choice, true, {}, purposes()},
                 {"documents", tr("Documentos como máximo (vacío: lo usual)", "field"), Kind::Text, false},
                 {"months", tr("Meses de uso (vacío: lo usual)", "field"), Kind::Text, false},
                 {"from", tr("Firma desde el día (vacío: desde hoy)", "field"), Kind::Text, false}},
                [*this](const ActValues& values) {
                    hold(newSigner().title,
                         contract::PkiNewSigner{values.text("purpose"), values.number("documents"),
                                                values.number("months"), values.given("from")},
                         &Ceremonies::toldOfKeys);
                }};
    }
    [[nodiscard]] Ceremony renew() const {
        return {tr("Renovar una llave de la casa", "a ceremony"),
                tr("La llave nueva rige desde ahora; la anterior se guarda para comprobar lo que firmó.",
                   "steps of a ceremony"),
                {{"purpose", tr("Qué llave", "field"), Kind::Choice, true, {}, ownKeys()}},
                [*this](const ActValues& values) {
                    hold(renew().title, contract::PkiRenew{values.text("purpose")}, &Ceremonies::toldOfKeys);
                }};
    }
    [[nodiscard]] Ceremony publish() const {
        return {tr("Anotar una publicación", "a ceremony"),
                tr("Después de publicar un certificado: solo entonces se usa.", "steps of a ceremony"),
                {entry(), {"reference", tr("Dónde o con qué oficio se publicó", "field")}},
                [*this](const ActValues& values) {
                    hold(publish().title, contract::PkiPublish{values.text("entry"), values.text("reference")},
                         &Ceremonies::toldOfKeys);
                }};
    }
    [[nodiscard]] Ceremony revoke() const {
        return {
            tr("Revocar un certificado", "a ceremony"),
            tr("Para una llave que puede estar en otras manos. Después haga una lista de revocación: sin ella nadie "
               "se entera.",
               "steps of a ceremony"),
            {entry(), {"reason", tr("Motivo", "field: reason")}},
            [*this](const ActValues& values) {
                hold(revoke().title, contract::PkiRevoke{values.text("entry"), values.text("reason")},
                     &Ceremonies::toldOfKeys);
            }};
    }
    [[nodiscard]] Ceremony retire() const {
        return {tr("Destruir una llave", "a ceremony"),
                tr("La llave privada deja de existir y queda la prueba. No se puede deshacer.", "steps of a ceremony"),
                {entry(), {"reason", tr("Motivo", "field: reason")}},
                [*this](const ActValues& values) {
                    hold(retire().title, contract::PkiRetire{values.text("entry"), values.text("reason")},
                         &Ceremonies::toldOfEnd);
                }};
    }
    [[nodiscard]] Ceremony discard() const {
        return {tr("Destruir la llave de una ceremonia interrumpida", "a ceremony"),
                tr("Los avisos dicen qué llave quedó sin dueño.", "steps of a ceremony"),
                {{"key", tr("Llave, como la nombra el aviso", "field")}},
                [*this](const ActValues& values) {
                    hold(discard().title, contract::PkiDiscard{values.text("key")}, &Ceremonies::toldOfEnd);
                }};
    }
    [[nodiscard]] Ceremony revocationList() const {
        return {tr("Hacer una lista de revocación", "a ceremony"),
                tr("1. Se hace la lista.\n2. Guárdela y súbala al directorio antes de que venza la anterior.",
                   "steps of a ceremony"),
                {{"authority",
                  tr("De quién", "field"),
                  Kind::Choice,
                  true,
                  {},
                  {{"csca", tr("Del país (CSCA)", "which revocation list")},
                   {"house-authority", tr("De las firmas de la casa", "which revocation list")}}},
                 {"days", tr("Días que rige (vacío: 90)", "field"), Kind::Text, false}},
                [*this](const ActValues& values) {
                    hold(revocationList().title, contract::PkiCrl{values.number("days"), values.given("authority")},
                         &Ceremonies::toldOfList);
                }};
    }
    [[nodiscard]] Ceremony masterList() const {
        return {tr("Hacer la lista maestra", "a ceremony"),
                tr("Con las CSCA propias y sus enlaces. Certificados de otros países se agregan con «troquel pki "
                   "master-list».",
                   "steps of a ceremony"),
                {},
                [*this](const ActValues&) {
                    hold(masterList().title, contract::PkiMasterList{}, &Ceremonies::toldOfList);
                }};
    }

   private:
    [[nodiscard]] ActField entry() const {
        return {"entry", tr("Entrada del libro de llaves (DS-0002)", "field"), Kind::Text, true, m_entry};
    }
    [[nodiscard]] QList<std::pair<QString, QString>> words(std::initializer_list<const char*> codes) const {
        QList<std::pair<QString, QString>> all;
        for (const char* code : codes) all << std::pair{QString{code}, shown(m_room.place.wording.word(code))};
        return all;
    }
    [[nodiscard]] QList<std::pair<QString, QString>> purposes() const {
        return words({"document-signer", "master-list-signer", "seal-signer", "act-signer"});
    }
    [[nodiscard]] QList<std::pair<QString, QString>> ownKeys() const {
        return words({"house-authority", "operational-root", "journal-checkpoint"});
    }
    static CeremonyEnd toldOfKeys(const QString& title, const contract::KeysMade& made) {
        CeremonyEnd end{title, {}, made.files};
        for (const auto& key : made.keys)
            end.lines
                << tr("%1, SHA-256 %2", "%1 entry of the key book, %2 digest").arg(shown(key.entry), shown(key.sha256));
        return end;
    }
    static CeremonyEnd toldOfEnd(const QString& title, const contract::KeyEnded& ended) {
        CeremonyEnd end{title,
                        {tr("La llave privada ya no existe: %1", "%1 is a key").arg(shown(ended.key)),
                         tr("Prueba: no está entre las %n llave(s) del almacén.", "after a key was destroyed",
                            static_cast<int>(ended.keysLeft))}};
        if (!ended.successor.empty())
            end.lines << tr("Firma ahora: %1", "%1 is an entry of the key book").arg(shown(ended.successor));
        return end;
    }
    static CeremonyEnd toldOfList(const QString& title, const contract::ListIssued& list) {
        CeremonyEnd end{title,
                        {tr("Lista número %1, con %2 certificado(s), firmada por %3.", "%1 and %2 numbers, %3 an entry")
                             .arg(list.number)
                             .arg(list.contents)
                             .arg(shown(list.signer))},
                        {list.file}};
        if (!list.nextUpdate.empty())
            end.lines << tr("Rige hasta %1.", "%1 is a day").arg(shown(list.nextUpdate.substr(0, 10)));
        end.files.insert(end.files.end(), list.former.begin(), list.former.end());
        return end;
    }
    template <contract::Request R>
    void hold(const QString& title, const R& request,
              CeremonyEnd (*tell)(const QString& title, const typename R::Answer& answer)) const {
        askConsented(m_room.place, m_room.over,
                     {title,
                      tr("Una persona la dirige y otra la presencia; las dos responden por ella.",
                         "what both people of a ceremony consent to"),
                      tr("Quien dirige la ceremonia: escriba sus datos", "the one who consents"),
                      tr("Quien la presencia: escriba sus datos", "the second who consents")},
                     request,
                     OfficeLink::OnAnswer<R>{[ended = m_room.ended, tell, title](const typename R::Answer& answer) {
                         ended(tell(title, answer));
                     }});
    }

    CeremonyRoom m_room;
    QString m_entry;
};

}  // namespace

QList<Ceremony> keyCeremonies(const CeremonyRoom& room, const QString& entry) {
    const Ceremonies all{room, entry};
    return {all.newSigner(), all.publish(), all.revocationList(), all.masterList(), all.rollOver(),
            all.renew(),     all.revoke(),  all.retire(),         all.discard(),    all.newCsca()};
}

}  // namespace gui
