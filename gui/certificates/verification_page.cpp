// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/verification_page.hpp"

#include <QFrame>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/certificates/verdict_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/page_view.hpp"

namespace gui {
namespace {

constexpr int kSign = 64;

/// Of "C=GT, O=…, CN=Ana Ruiz, title=…" the name; the whole where there is none.
QString nameIn(const std::string& subject) {
    static const QRegularExpression form{"(?:^|, )CN=([^,]+)"};
    const auto found = form.match(shown(subject));
    return found.hasMatch() ? found.captured(1) : shown(subject);
}

}  // namespace

VerificationPage::VerificationPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_card(new QFrame{this}),
      m_verdict(new QLabel{this}),
      m_meaning(new QLabel{this}),
      m_shape(new StandingShape{Standing::Neutral, kSign, this}),
      m_checks(new QWidget),
      m_lines(new QVBoxLayout{m_checks}),
      m_pages(new PageView{tr("Suelte aquí un PDF o un escaneo", "nothing is being verified"),
                           tr("O pulse F5 para elegir un archivo.", "advice where nothing is being verified"), this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
}

void VerificationPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    setRole(*m_card, "card");
    setRole(*m_verdict, "large");
    auto* head = new QHBoxLayout{m_card};
    head->setContentsMargins(kWide, kSpace, kWide, kSpace);
    head->setSpacing(kSpace);
    auto* words = new QVBoxLayout;
    for (auto* label : {m_verdict, m_meaning}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    head->addWidget(m_shape, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kSpace);
    auto* scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Lo que se comprobó", "name of a list of checks, for screen readers"));
    m_lines->setContentsMargins(0, 0, kGap, 0);
    m_lines->setSpacing(kSpace);
    scroll->setWidget(m_checks);
    middle->addWidget(scroll, 2);
    middle->addWidget(m_pages, 3);
    column->addWidget(m_banner);
    column->addWidget(m_card);
    column->addLayout(middle, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    auto* open = new ActionButton{tr("Elegir un archivo", "button: chooses a file to verify"), Qt::Key_F5,
                                  ActionButton::Weight::Main};
    auto* back = new ActionButton{tr("Volver", "button: back to what awaits the person"), Qt::Key_Escape};
    connect(open, &QPushButton::clicked, this, &VerificationPage::choose);
    connect(back, &QPushButton::clicked, this, &VerificationPage::left);
    actions->addWidget(open);
    actions->addWidget(back);
    actions->addStretch();
    column->addLayout(actions);
}

void VerificationPage::begin() {
    m_banner->clear();
    m_pages->clear();
    while (auto* line = m_lines->takeAt(0)) {
        delete line->widget();
        delete line;
    }
    m_shape->setStanding(Standing::Neutral);
    m_verdict->setText(tr("Verificar un documento", "title of the page"));
    m_meaning->setText(
        tr("Dice si lo escribió esta casa, si nadie lo cambió y si sigue vigente.", "what the page is for"));
}

void VerificationPage::choose() {
    askFile(
        this, m_place.link, tr("Documento que se verifica", "title of the dialog that asks for a file to verify"),
        tr("Documentos y escaneos (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)",
           "kinds of files in a dialog; keep the parentheses"),
        [this](const ChosenFile& file) { verify(file); }, [this](const Trouble& why) { m_banner->tell(why); });
}

void VerificationPage::verify(const ChosenFile& file) {
    begin();
    m_pages->showFile(file.content);
    m_busy->begin(tr("Verificando…", "shown while a file is being verified"));
    m_place.ask(
        this, contract::CertificateVerify{{told(file.name), file.content}},
        [this](const contract::FileVerified& said) {
            m_busy->end();
            show(said);
        },
        [this](const Trouble& why) {
            m_busy->end();
            m_place.sounds.play(Cue::Refused);
            m_banner->tell(why,
                           tr("No se sabe nada del documento.", "what it means that a file could not be verified"));
        });
}

void VerificationPage::show(const contract::FileVerified& said) {
    const auto words = verdictWordsOf(said.verdict);
    m_place.sounds.play(words.standing == Standing::Done ? Cue::Done : Cue::Refused);
    m_shape->setStanding(words.standing);
    m_verdict->setText(words.verdict);
    m_meaning->setText(said.number.empty()
                           ? words.meaning
                           : tr("Documento %1. %2", "%1 is the number of an act, %2 says what the verdict means")
                                 .arg(shown(said.number), words.meaning));
    m_card->setAccessibleName(words.verdict);
    for (const auto& reason : said.reasons)
        addCheck(words.standing == Standing::Done ? Standing::Neutral : words.standing,
                 shown(m_place.wording.sentence(reason.asFault())));
    for (const auto& signature : said.signatures) tellSignature(signature);
    if (said.seal) tellSeal(*said.seal);
    if (said.annulment == "annulled") addCheck(Standing::Refused, tr("Los libros dicen que se anuló.", "a check"));
    if (said.annulment == "in-force") addCheck(Standing::Done, tr("Los libros dicen que sigue vigente.", "a check"));
    m_lines->addStretch();
}

void VerificationPage::addCheck(Standing standing, const QString& text) {
    auto* check = new StatusSign{m_checks};
    check->tell(standing, text);
    m_lines->addWidget(check);
}

QString VerificationPage::sentences(const std::vector<contract::FaultLine>& faults) const {
    QStringList all;
    for (const auto& each : faults) all << shown(m_place.wording.sentence(each.asFault()));
    return all.join(u' ');
}

void VerificationPage::tellSignature(const contract::VerifiedSignature& signature) {
    const bool stamp = signature.kind == "timestamp";
    const auto who = nameIn(signature.signer.empty() ? signature.name : signature.signer);
    const auto title = stamp ? tr("Sello de tiempo de %1", "a check; %1 is who stamped").arg(who)
                             : tr("Firma de %1", "a check; %1 is who signed").arg(who);
    if (!signature.intact)
        return addCheck(Standing::Refused, tr("%1: el documento cambió después. %2",
                                              "a signature that does not hold; %1 whose it is, %2 why")
                                               .arg(title, sentences(signature.faults)));
    if (!signature.trusted)
        return addCheck(Standing::Refused, tr("%1: íntegra, pero su certificado no es de confianza aquí. %2",
                                              "a signature of somebody unknown; %1 whose it is, %2 why")
                                               .arg(title, sentences(signature.faults)));
    const auto moment = signature.proven.empty()
                            ? tr("sin hora probada", "of a signature without time-stamp")
                            : tr("hora probada: %1", "of a signature; %1 is a moment").arg(shown(signature.proven));
    addCheck(signature.revocationKnown ? Standing::Done : Standing::Caution,
             signature.revocationKnown
                 ? tr("%1: íntegra y de confianza; %2.", "a signature that holds; %1 whose it is, %2 when")
                       .arg(title, moment)
                 : tr("%1: íntegra y de confianza; %2. No se sabe si su certificado fue revocado. %3",
                      "a signature that holds; %1 whose it is, %2 when, %3 why revocation is not known")
                       .arg(title, moment, sentences(signature.faults)));
}

void VerificationPage::tellSeal(const contract::VerifiedSeal& seal) {
    addCheck(seal.authentic ? Standing::Done : Standing::Refused,
             seal.authentic
                 ? tr("Sello digital visible auténtico, de %1.", "a check; %1 is who sealed").arg(nameIn(seal.signer))
                 : tr("Sello digital visible sin validez. %1", "a check; %1 says why").arg(sentences(seal.faults)));
    for (const auto& value : seal.values) {
        const auto standing = value.onPage == "yes"  ? Standing::Done
                              : value.onPage == "no" ? Standing::Refused
                                                     : Standing::Caution;
        addCheck(standing, tr("El sello dice %1: %2. En la hoja: %3.",
                              "a check; %1 name of a value, %2 the value, %3 whether it stands on the page")
                               .arg(shown(m_place.wording.word("seal-" + value.name)), shown(value.value),
                                    shown(m_place.wording.word("page-" + value.onPage))));
    }
}

}  // namespace gui
