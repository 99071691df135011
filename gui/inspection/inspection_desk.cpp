// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/inspection_desk.hpp"

#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/inspection/inspection_page.hpp"
#include "gui/inspection/reason_sheet.hpp"
#include "gui/inspection/waiting_page.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

InspectionDesk::InspectionDesk(const Workplace& place, QWidget* parent)
    : Desk(place, parent),
      m_banner(new FaultBanner{place.wording, this}),
      m_pages(new QStackedWidget{this}),
      m_page(new InspectionPage{place, this}),
      m_waiting(new WaitingPage{place, this}),
      m_nothing(new EmptyState{tr("Nada espera a un inspector", "no document waits for an inspector"),
                               tr("Cuando la línea termine un documento, aparecerá aquí. También puede leer el código "
                                  "de una libreta para verla.",
                                  "advice where no document waits for an inspector"),
                               this}),
      m_busy(new BusyOverlay{this}),
      m_accept(new ActionButton{tr("Está bien: liberar", "button: accepts and releases the document"), Qt::Key_F5,
                                ActionButton::Weight::Main}),
      m_override(new ActionButton{tr("Decidir entre dos", "button: two people accept what was refused"), Qt::Key_F5,
                                  ActionButton::Weight::Main}),
      m_refuse(new ActionButton{tr("Está mal", "button: refuses the document"), Qt::Key_F4}) {
    layOut();
    connect(m_accept, &QPushButton::clicked, this, &InspectionDesk::accept);
    connect(m_override, &QPushButton::clicked, this, &InspectionDesk::decideByTwo);
    connect(m_refuse, &QPushButton::clicked, this, &InspectionDesk::refuse);
    connect(m_waiting, &WaitingPage::chosen, this, [this](const QString& document) { open(told(document)); });
}

void InspectionDesk::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kSpace, kGap, kSpace, kSpace);
    column->setSpacing(kGap);
    for (QWidget* page : std::initializer_list<QWidget*>{m_nothing, m_page, m_waiting}) m_pages->addWidget(page);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    column->addLayout(makeActions());
    tellActions();
}

QLayout* InspectionDesk::makeActions() {
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    for (auto* each : {m_accept, m_override, m_refuse}) row->addWidget(each);
    const std::tuple<QString, Qt::Key, std::function<void()>> all[] = {
        {tr("Después", "button: goes on to the next document"), Qt::Key_F8, [this] { openNext(m_opened); }},
        {tr("Pruebas", "button: shows all checks of the inspection"), Qt::Key_F3, [this] { m_page->openChecks(); }},
        {tr("Leer el chip", "button: reads the chip"), Qt::Key_F6, [this] { readChip(); }},
        {tr("Comprobar", "button: checks the kept files of the document again"), Qt::Key_F7, [this] { verify(); }}};
    for (const auto& [words, key, act] : all) {
        auto* button = new ActionButton{words, key};
        connect(button, &QPushButton::clicked, this, act);
        m_ofDocument.push_back(button);
        row->addWidget(button);
    }
    auto* queue = new ActionButton{tr("Cola", "button: the list of documents that wait"), Qt::Key_F2};
    connect(queue, &QPushButton::clicked, this, &InspectionDesk::turnToQueue);
    row->addStretch();
    row->addWidget(queue);
    return row;
}

void InspectionDesk::turnToQueue() {
    m_banner->clear();
    if (m_pages->currentWidget() == m_waiting) return openNext();
    m_pages->setCurrentWidget(m_waiting);
    m_waiting->refresh();
    tellActions();
}

bool InspectionDesk::hasWork() const { return m_pages->currentWidget() == m_page && !m_opened.empty(); }

void InspectionDesk::tellActions() {
    const bool shown = m_pages->currentWidget() == m_page;
    const bool judges = hasWork() && m_place.session.may<contract::LineRelease>();
    const bool forTwo = m_page->inspection().wish == "override";
    // What goes gives room first: a row of both would widen the window.
    (forTwo ? m_accept : m_override)->hide();
    (forTwo ? m_override : m_accept)->setVisible(judges);
    m_refuse->setVisible(judges);
    for (auto* each : m_ofDocument) each->setVisible(shown);
}

// What is on the screen stays there until it is judged.
void InspectionDesk::refresh() {
    if (m_pages->currentWidget() == m_waiting) return m_waiting->refresh();
    if (hasWork()) return open(m_page->inspection().document.number);
    openNext();
}

void InspectionDesk::openNext(const std::string& after) {
    m_busy->begin(tr("Buscando el siguiente…", "shown while the next document is looked for"));
    m_place.ask(
        this, contract::InspectionList{},
        [this, after, asked = ++m_asked](const contract::InspectionsListed& listed) {
            if (asked != m_asked) return;
            m_busy->end();
            m_lines = listed.waiting;
            m_page->tellWaiting(static_cast<int>(m_lines.size()));
            auto begin = std::ranges::find(m_lines, after, &contract::InspectionLine::order);
            begin = begin == m_lines.end() ? m_lines.begin() : begin + 1;
            const auto others = [](const contract::InspectionLine& line) { return !line.own; };
            auto next = std::find_if(begin, m_lines.end(), others);
            if (next == m_lines.end()) next = std::ranges::find_if(m_lines, others);
            if (next != m_lines.end()) return open(next->document);
            m_opened.clear();
            m_pages->setCurrentWidget(m_nothing);
            tellActions();
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void InspectionDesk::open(const std::string& document) {
    m_busy->begin(tr("Abriendo el documento…", "shown while a document is opened"));
    m_place.ask(
        this, contract::InspectionShow{document},
        [this, asked = ++m_asked](const contract::InspectionShown& inspection) {
            if (asked == m_asked) show(inspection);
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void InspectionDesk::show(const contract::InspectionShown& inspection) {
    m_busy->end();
    m_opened = inspection.wish == "nothing" ? std::string{} : inspection.document.order;
    m_page->show(inspection);
    m_pages->setCurrentWidget(m_page);
    tellActions();
    auto* first = m_accept->isVisible() ? m_accept : m_override->isVisible() ? m_override : m_ofDocument.front();
    if (isVisible()) first->setFocus();
}

void InspectionDesk::takeScan(const QString& read) {
    m_banner->clear();
    open(told(read.trimmed()));
}

void InspectionDesk::accept() {
    m_banner->clear();
    const auto& inspection = m_page->inspection();
    m_busy->begin(tr("Liberando…", "shown while a document is released"));
    if (inspection.wish == "look") return confirmAndRelease(inspection);
    release(inspection);
}

void InspectionDesk::confirmAndRelease(const contract::InspectionShown& inspection) {
    m_place.ask(
        this, contract::DocumentConfirmPage{inspection.document.number},
        [this, inspection](const contract::Done&) { release(inspection); },
        [this](const Trouble& trouble) {
            fail(trouble, tr("El documento sigue sin liberar.", "what a refused release means"));
        });
}

void InspectionDesk::release(const contract::InspectionShown& inspection) {
    m_place.ask(
        this, contract::LineRelease{inspection.document.order},
        [this, inspection](const contract::LineReleased&) {
            finish(tr("El documento %1 quedó liberado.", "after a release; %1 is a number")
                       .arg(shown(inspection.document.number)));
        },
        [this](const Trouble& trouble) {
            fail(trouble, tr("El documento sigue sin liberar.", "what a refused release means"));
        });
}

void InspectionDesk::decideByTwo() {
    const auto order = m_page->inspection().document.order;
    const auto number = shown(m_page->inspection().document.number);
    new ReasonSheet{
        m_place,
        this,
        {tr("La página está bien", "title: two people accept what was refused for its looks"),
         tr("La inspección rechazó la página de %1 por cómo se ve. Si usted y un supervisor la encuentran bien, sigue. "
            "Una firma que falla o un dato distinto no se pueden dar por buenos.",
            "what two people decide; %1 is a number")
             .arg(number),
         tr("Seguir con el supervisor", "button: goes on to the second person's consent")},
        [this, order, number](const QString& reason) {
            askConsented(m_place, this,
                         {tr("La página está bien", "title: two people accept what was refused for its looks"),
                          tr("Documento %1: %2", "what is consented to; %1 number, %2 reason").arg(number, reason),
                          tr("Inspector: escriba sus datos", "the one who consents"),
                          tr("Supervisor que miró la página: escriba sus datos", "the second who consents")},
                         contract::LineOverride{order, told(reason)},
                         OfficeLink::OnAnswer<contract::LineOverride>{[this, number](const contract::Done&) {
                             m_banner->tell(Standing::Done,
                                            tr("Dos personas dieron por buena la página de %1. Ya puede liberarse.",
                                               "after an override; %1 is a number")
                                                .arg(number));
                             open(told(number));
                         }});
        }};
}

void InspectionDesk::refuse() {
    const auto document = m_page->inspection().document;
    new ReasonSheet{
        m_place,
        this,
        {tr("Rechazar el documento %1", "title; %1 is a number").arg(shown(document.number)),
         tr("La pieza %1 irá a cuarentena y la orden se hará de nuevo.", "what a refusal does; %1 is a serial")
             .arg(shown(document.blank)),
         tr("Rechazar", "button: refuses the document"),
         {tr("El retrato no es el de la orden", "cause of a refusal"),
          tr("Los datos no son los de la orden", "cause of a refusal"),
          tr("La zona de lectura no se lee", "cause of a refusal"),
          tr("Impresión manchada, rayada o corrida", "cause of a refusal"),
          tr("Libreta o tarjeta dañada", "cause of a refusal")}},
        [this, document](const QString& reason) {
            m_busy->begin(tr("Rechazando…", "shown while a document is refused"));
            m_place.ask(
                this, contract::InspectionRefuse{document.order, told(reason)},
                [this, document](const contract::Done&) {
                    finish(tr("El documento %1 quedó rechazado. Aparte la pieza %2 para cuarentena.",
                              "after a refusal; %1 number, %2 serial")
                               .arg(shown(document.number), shown(document.blank)));
                },
                [this](const Trouble& trouble) {
                    fail(trouble, tr("El documento sigue como estaba.", "what a failed refusal means"));
                });
        }};
}

void InspectionDesk::readChip() {
    const auto& document = m_page->inspection().document;
    contract::ChipRead request;
    const auto& reader = m_place.machines.reader;
    request.reader = reader == "simulated" ? reader + ":" + document.blank : reader;
    std::string zone;
    for (const auto& line : document.mrz) zone += line;
    request.mrz = zone;
    m_busy->begin(tr("Leyendo el chip… No retire la libreta.", "shown while a chip is being read"));
    m_place.ask(
        this, request, [this](const contract::ChipWasRead& read) { tellChip(read); },
        [this](const Trouble& trouble) {
            fail(trouble, tr("El chip no se leyó; el documento sigue como estaba.", "what a failed reading means"));
        });
}

void InspectionDesk::tellChip(const contract::ChipWasRead& read) {
    m_busy->end();
    const auto& mrz = m_page->inspection().document.mrz;
    const bool same = read.mrz == mrz;
    const bool good = read.passed && same;
    m_place.sounds.play(good ? Cue::Done : Cue::Refused);
    new ChecksSheet{
        this, tr("Lo que dice el chip en el lector", "title of the list of checks of a chip"),
        good ? CheckShown{Standing::Done, tr("El chip es auténtico y dice lo mismo que la orden.", "a good chip")}
        : !same
            ? CheckShown{Standing::Refused, tr("El chip no dice lo mismo que la orden. ¿Es esta libreta?", "a chip")}
            : CheckShown{Standing::Refused, tr("El chip no pasa la inspección: no lo libere.", "a bad chip")},
        checksOf(m_place, read)};
}

void InspectionDesk::verify() {
    m_busy->begin(tr("Comprobando los archivos…", "shown while kept files are checked"));
    m_place.ask(
        this, contract::DocumentVerify{m_page->inspection().document.number},
        [this](const contract::DocumentVerified& verified) {
            m_busy->end();
            auto verdicts = verified.verdicts;
            // That it is not released yet is no fault of what waits for it.
            if (!m_opened.empty())
                std::erase_if(verdicts, [](const auto& verdict) { return verdict.check == "state-released"; });
            const bool good = std::ranges::all_of(verdicts, &contract::Verdict::passed);
            new ChecksSheet{
                this, tr("Comprobación de los archivos guardados", "title of the list of checks"),
                good ? CheckShown{Standing::Done, tr("Página, chip y firma concuerdan con la orden.", "kept files")}
                     : CheckShown{Standing::Refused, tr("Algo no concuerda: no lo libere y llame al supervisor.",
                                                        "kept files that do not agree")},
                checksOf(m_place, verdicts)};
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void InspectionDesk::finish(const QString& words) {
    m_place.sounds.play(Cue::Done);
    m_banner->tell(Standing::Done, words);
    openNext(std::exchange(m_opened, {}));
}

void InspectionDesk::fail(const Trouble& trouble, const QString& meaning) {
    m_busy->end();
    if (trouble.isOfficeAway()) return;
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(trouble, meaning);
}

}  // namespace gui
