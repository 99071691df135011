// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/keys_page.hpp"

#include <algorithm>

#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_chip_keys.hpp"
#include "gui/security/days_left.hpp"
#include "gui/security/outcome_sheet.hpp"
#include "gui/text.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {
namespace {

ListShape shapeOfKeys() {
    return {.name = "llaves",
            .title = KeysPage::tr("Llaves y ceremonias", "title of the page"),
            .columns = {{KeysPage::tr("Entrada", "column: entry of the key book"), 130},
                        {KeysPage::tr("Para qué", "column: purpose of a key"), 230},
                        {KeysPage::tr("Situación", "column: state of a key"), 120},
                        {KeysPage::tr("Firma hasta", "column: when the key ceases to sign"), 290},
                        {KeysPage::tr("Certificado hasta", "column: when the certificate ends"), 290},
                        {KeysPage::tr("Documentos", "column: how many were signed, of how many"), 140}},
            .sorts = {{"0", KeysPage::tr("Por entrada", "order of a list"), 0},
                      {"3", KeysPage::tr("Por término", "order of a list"), 3}},
            .filterHint = KeysPage::tr("Escriba una entrada o para qué es", "hint in the filter"),
            .nothing = KeysPage::tr("No hay llaves", "an empty list"),
            .advice = KeysPage::tr("La institución las hace al fundarse.", "advice at an empty list")};
}

QString onlyDay(const std::string& moment) { return shown(moment.substr(0, 10)); }

}  // namespace

KeysPage::KeysPage(const Workplace& place, QWidget* parent)
    : Section(place, parent),
      m_worst(new StatusSign{this, 24}),
      m_list(new ListView{place, shapeOfKeys(),
                          [this](const ListQuery& query, const ListAnswer& answer) { fetch(query, answer); }, this}) {
    m_content->addWidget(m_worst);
    m_content->addWidget(m_list, 1);
    addButton(tr("Avisos", "button: shows all notices about keys"), Qt::Key_F3, [this] { openNotices(); });
    addButtonOf<contract::PkiNewSigner>(
        tr("Ceremonias", "button"), Qt::Key_F5, [this] { chooseCeremony(); }, true);
    addButtonOf<contract::CertifierList>(tr("Quienes firman", "button: those who sign certificates"), Qt::Key_F6,
                                         [this] { openCertifiers(); });
    addButtonOf<contract::ChipKeyList>(tr("Claves de transporte", "button"), Qt::Key_F7,
                                       [this] { openTransportKeys(); });
    addButton(tr("Para el directorio", "button: files for the public key directory"), Qt::Key_F8,
              [this] { exportDirectory(); });
}

void KeysPage::refresh() { m_list->refresh(); }

void KeysPage::fetch(const ListQuery& query, const ListAnswer& answer) {
    m_place.ask(
        this, contract::PkiStatus{},
        [this, query, answer](const contract::PkiStatusTold& status) {
            m_status = status;
            tellNotices(status);
            std::vector<ListRow> rows;
            for (const auto& key : status.keys) rows.push_back(rowOf(key));
            answer.arrived(narrowed(std::move(rows), query));
        },
        answer.troubled);
}

ListRow KeysPage::rowOf(const contract::KeyLine& key) const {
    const bool signs = key.state == "made" || key.state == "published" || key.state == "active";
    const auto use = daysLeftUntil(key.useUntil), valid = daysLeftUntil(key.validUntil);
    const auto most = key.mostDocuments ? QString::number(*key.mostDocuments) : QString{};
    return {shown(key.entry),
            {shown(key.entry), shown(m_place.wording.word(key.purpose)), shown(m_place.wording.word(key.state)),
             signs && use ? use->text : onlyDay(key.useUntil), signs && valid ? valid->text : onlyDay(key.validUntil),
             most.isEmpty() ? QString::number(key.documents)
                            : tr("%1 de %2", "%1 documents signed, %2 at most").arg(key.documents).arg(most)}};
}

void KeysPage::tellNotices(const contract::PkiStatusTold& status) {
    if (status.notices.empty())
        return m_worst->tell(Standing::Done, tr("Las llaves están al día.", "no notices about keys"));
    const auto& worst = status.notices.front();
    const auto more = static_cast<int>(status.notices.size()) - 1;
    const auto sentence = shown(m_place.wording.sentence(worst.notice.asFault()));
    m_worst->tell(worst.grade == "alarm" ? Standing::Refused : Standing::Caution,
                  more == 0 ? sentence : tr("%1 Hay %n aviso(s) más (F3).", "%1 is a sentence", more).arg(sentence));
}

void KeysPage::openNotices() {
    QStringList lines;
    for (const auto& notice : m_status.notices)
        lines << (notice.grade == "alarm" ? tr("ALARMA: %1", "%1 is a sentence") : tr("Aviso: %1", "%1 is a sentence"))
                     .arg(shown(m_place.wording.sentence(notice.notice.asFault())));
    if (const auto left = daysLeftUntil(m_status.nextUpdate))
        lines << tr("La lista de revocación rige hasta %1.", "%1 is a day, with the days left").arg(left->text);
    if (lines.isEmpty()) lines << tr("Las llaves están al día.", "no notices about keys");
    new OutcomeSheet{m_place, this, tr("Lo que hay que hacer con las llaves", "title"), lines, {}};
}

CeremonyRoom KeysPage::room() {
    return {m_place, this, [this](const CeremonyEnd& end) {
                finish(tr("La ceremonia terminó.", "after a ceremony"));
                new OutcomeSheet{m_place, this, end.title, end.lines, end.files};
            }};
}

void KeysPage::chooseCeremony() {
    new CeremonyMenu{m_place, this, tr("Ceremonias de llaves", "title"), keyCeremonies(room(), m_list->current())};
}

void KeysPage::openCertifiers() {
    m_place.ask(
        this, contract::CertifierList{},
        [this](const contract::CertifiersListed& listed) {
            QStringList lines;
            for (const auto& one : listed.certifiers) {
                const auto left = daysLeftUntil(one.validUntil);
                lines << (one.ended.empty()
                              ? tr("%1: %2, %3, hasta %4", "%1 entry, %2 person, %3 title of office, %4 day")
                                    .arg(shown(one.entry), shown(one.person), shown(one.title), left ? left->text : "")
                              : tr("%1: %2, terminó el %3", "%1 entry, %2 person, %3 day")
                                    .arg(shown(one.entry), shown(one.person), onlyDay(one.ended)));
            }
            if (lines.isEmpty()) lines << tr("Nadie firma certificaciones todavía.", "nobody signs certificates");
            auto ceremonies = certifierCeremonies(room());
            for (auto& ceremony : ceremonies) ceremony.what += u'\n' + lines.join(u'\n');
            if (m_place.session.may<contract::CertifierEnrol>())
                new CeremonyMenu{m_place, this, tr("Quienes firman certificaciones", "title"), ceremonies};
            else
                new OutcomeSheet{m_place, this, tr("Quienes firman certificaciones", "title"), lines, {}};
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void KeysPage::openTransportKeys() {
    m_place.ask(
        this, contract::ChipKeyList{},
        [this](const contract::ChipKeysListed& listed) {
            QStringList lines;
            for (const auto& key : listed.keys)
                lines << (key.state == "lacking"
                              ? tr("%1: FALTA", "%1 is the name of a transport key").arg(shown(key.name))
                              : tr("%1: guardada el %2 por %3 y %4", "%1 name, %2 day, %3 and %4 people")
                                    .arg(shown(key.name), onlyDay(key.enteredAt), shown(key.enteredBy),
                                         shown(key.second)));
            if (lines.isEmpty()) lines << tr("Ningún chip de la casa pide clave de transporte.", "no transport keys");
            auto ceremonies = transportKeyCeremonies(room());
            for (auto& ceremony : ceremonies) ceremony.what += u'\n' + lines.join(u'\n');
            if (m_place.session.may<contract::ChipKeyEnter>())
                new CeremonyMenu{m_place, this, tr("Claves de transporte", "title"), ceremonies};
            else
                new OutcomeSheet{m_place, this, tr("Claves de transporte", "title"), lines, {}};
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void KeysPage::exportDirectory() {
    m_place.ask(
        this, contract::PkiDirectory{},
        [this](const contract::FilesGiven& given) {
            new OutcomeSheet{m_place,
                             this,
                             tr("Para el directorio de llaves públicas", "title"),
                             {tr("Certificados y listas, y directory.ldif para subirlos.", "what the files are")},
                             given.files};
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

}  // namespace gui
