// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/doubts_page.hpp"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/production/doubt_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "issuance/office/station.hpp"

namespace gui {

DoubtsPage::DoubtsPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_list(new QListWidget{this}),
      m_facts(new QFrame{this}),
      m_title(new QLabel{this}),
      m_happened(new QLabel{this}),
      m_chip(new StatusSign{this}),
      m_page(new QLabel{this}),
      m_reason(new QLineEdit{this}),
      m_nothing(new EmptyState{tr("No hay órdenes en duda", "no order is in doubt"),
                               tr("De todas las piezas se sabe cómo terminó su último paso.", "no order is in doubt"),
                               this}),
      m_body(new QWidget{this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, this, &DoubtsPage::look);
}

void DoubtsPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    auto* title = new QLabel{tr("Órdenes en duda", "title of the page"), this};
    setRole(*title, "large");
    m_list->setAccessibleName(title->text());
    auto* middle = new QHBoxLayout{m_body};
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(kSpace);
    middle->addWidget(m_list, 1);
    middle->addWidget(makeFacts(), 2);
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_banner}) column->addWidget(each);
    column->addWidget(m_body, 1);
    column->addWidget(m_nothing, 1);
    auto* actions = new QHBoxLayout;
    auto* again = new ActionButton{tr("Leer el chip otra vez", "button: asks the chip of a doubt again"), Qt::Key_F5};
    auto* back = new ActionButton{tr("Volver", "button: back to the work"), Qt::Key_Escape};
    connect(again, &QPushButton::clicked, this, &DoubtsPage::look);
    connect(back, &QPushButton::clicked, this, &DoubtsPage::left);
    actions->addWidget(again);
    actions->addWidget(back);
    actions->addStretch();
    column->addLayout(actions);
}

QWidget* DoubtsPage::makeFacts() {
    setRole(*m_facts, "card");
    setRole(*m_title, "head");
    auto* content = new QVBoxLayout{m_facts};
    content->setContentsMargins(kWide, kWide, kWide, kWide);
    content->setSpacing(kSpace);
    auto* label = new QLabel{tr("Lo que vio el supervisor", "label of the field for what was seen"), m_facts};
    label->setBuddy(m_reason);
    m_reason->setAccessibleName(label->text());
    m_reason->setObjectName("seen");
    for (auto* each : {m_title, m_happened, m_page}) each->setWordWrap(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_happened, m_chip, m_page, label, m_reason})
        content->addWidget(each);
    auto* verdicts = new QHBoxLayout;
    verdicts->setSpacing(kGap);
    const std::tuple<const char*, QString, Qt::Key> all[] = {
        {"done", tr("Quedó bien", "verdict on a doubt"), Qt::Key_F2},
        {"untouched", tr("No se tocó", "verdict on a doubt"), Qt::Key_F3},
        {"spoiled", tr("Está dañada", "verdict on a doubt"), Qt::Key_F4}};
    for (const auto& [verdict, text, key] : all) {
        auto* button = new ActionButton{text, key};
        connect(button, &QPushButton::clicked, this,
                [this, verdict = std::string{verdict}, text = text] { resolve(verdict, text); });
        verdicts->addWidget(button);
    }
    verdicts->addStretch();
    content->addLayout(verdicts);
    content->addStretch();
    return m_facts;
}

void DoubtsPage::showDoubts(const std::vector<contract::OrderLine>& doubts) {
    m_doubts = doubts;
    m_list->blockSignals(true);
    m_list->clear();
    for (const auto& doubt : doubts)
        m_list->addItem(tr("%1 · pieza %2", "a doubt in the list; %1 order, %2 serial")
                            .arg(shown(doubt.order), shown(doubt.blank)));
    m_list->blockSignals(false);
    // Never both at once: a window that grew for them does not shrink again.
    (doubts.empty() ? m_body : m_nothing)->hide();
    (doubts.empty() ? m_nothing : m_body)->show();
    m_facts->setEnabled(false);
    m_reason->clear();
    if (doubts.empty()) return;
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void DoubtsPage::takeScan(const QString& read) {
    const auto found = std::ranges::find(m_doubts, told(read.trimmed()), &contract::OrderLine::blank);
    if (found == m_doubts.end()) {
        m_place.sounds.play(Cue::Refused);
        return m_banner->tell(Standing::Caution,
                              tr("La pieza %1 no es de ninguna orden en duda.", "%1 is a serial").arg(read));
    }
    m_list->setCurrentRow(static_cast<int>(found - m_doubts.begin()));
}

// Where the machines are lent to an office that is elsewhere, they are lent for this question too.
void DoubtsPage::look() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    m_banner->clear();
    m_busy->begin(tr("Leyendo el chip…", "shown while a chip is being read"));
    auto answer = std::make_shared<contract::DoubtShown>();
    const contract::LineDoubt asked{m_doubts.at(static_cast<std::size_t>(row)).order, m_place.machines.reader};
    m_place.link.conduct(
        this, m_place.session.credentials().session,
        [answer, asked, machines = m_place.machines,
         session = m_place.session.shared()](contract::Office& office) -> base::Outcome {
            auto request = asked;
            const contract::Credentials credentials{session->token()};
            std::unique_ptr<issuance::Station> lent;
            if (machines.lent) {
                auto station =
                    issuance::openStation(office, credentials, {.reader = machines.reader, .home = machines.home});
                if (!station) return station.refusal();
                lent = std::move(station).value();
                request.station = lent->name();
            }
            auto told = office.ask(credentials, request);
            if (!told) return told.refusal();
            *answer = std::move(told).value();
            return {};
        },
        [this, answer] { tellDoubt(*answer); },
        [this](const Trouble& trouble) {
            m_busy->end();
            m_banner->tell(trouble, tr("La orden sigue en duda; nada cambió.", "what a failed look at a doubt means"));
        });
}

void DoubtsPage::tellDoubt(const contract::DoubtShown& doubt) {
    m_busy->end();
    m_facts->setEnabled(true);
    m_title->setText(stepWordsOf(doubt.step));
    const auto reasons = m_place.wording.reasons(doubt.cause);
    QStringList why;
    for (const auto& reason : reasons) why << shown(reason);
    m_happened->setText(
        tr("Orden %1, pieza %2. Desde las %3 (UTC). %4",
           "facts of a doubt; %1 order, %2 serial, %3 time of day, %4 sentences")
            .arg(shown(doubt.order), shown(doubt.blank), shown(doubt.since.substr(11, 5)), why.join(u' ')));
    const auto chip = chipWordsOf(doubt);
    m_chip->tell(chip.standing, chip.text);
    const auto page = pageWordsOf(doubt);
    m_page->setText(page);
    m_page->setVisible(!page.isEmpty());
}

void DoubtsPage::resolve(const std::string& verdict, const QString& what) {
    const int row = m_list->currentRow();
    if (row < 0) return;
    const auto& doubt = m_doubts.at(static_cast<std::size_t>(row));
    if (m_reason->text().trimmed().isEmpty()) {
        m_reason->setFocus();
        return m_banner->tell(Standing::Caution, tr("Escriba lo que se vio en la pieza.", "what was seen lacks"));
    }
    askConsented(
        m_place, this,
        {tr("Resolver la duda", "title of the consent"),
         tr("Orden %1, pieza %2: %3. %4", "what is consented to; %1 order, %2 serial, %3 verdict, %4 what was seen")
             .arg(shown(doubt.order), shown(doubt.blank), what, m_reason->text().trimmed()),
         tr("Supervisor que miró la pieza: escriba sus datos", "the one who consents")},
        contract::LineResolve{doubt.order, verdict, told(m_reason->text().trimmed())},
        OfficeLink::OnAnswer<contract::LineResolve>{[this](const contract::Done&) { emit resolved(); }});
}

}  // namespace gui
