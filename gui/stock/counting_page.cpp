// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/counting_page.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

using namespace contract;

CountingPage::CountingPage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent),
      m_quantity(new QLabel{this}),
      m_note(new QLabel{this}),
      m_typed(new QLineEdit{this}),
      m_list(new QListWidget{this}) {
    layOut();
    m_finish = addButton(
        tr("Terminé de contar", "button: the counter is done"), Qt::Key_F5, [this] { finish(); }, true);
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        const auto typed = m_typed->text().trimmed();
        m_typed->clear();
        if (!typed.isEmpty()) takeScan(typed);
    });
}

void CountingPage::layOut() {
    auto* title = new QLabel{tr("Contar a ciegas", "title of the page of a counter"), this};
    setRole(*title, "large");
    setRole(*m_note, "head");
    setRole(*m_quantity, "huge");
    m_note->setWordWrap(true);
    m_typed->setObjectName("counted");
    m_typed->setMinimumHeight(kTarget - kGap);
    m_typed->setAccessibleName(tr("Serie o rango contado", "name of the field of a counter"));
    m_typed->setPlaceholderText(tr("Lea cada pieza, o escriba un rango e Intro", "hint in the field of a counter"));
    m_list->setAccessibleName(tr("Lo último leído", "list of what a counter read"));
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_note, m_quantity, m_typed}) content().addWidget(each);
    content().addWidget(m_list, 1);
}

void CountingPage::begin(const QString& number) {
    m_number = number;
    m_read.clear();
    m_sending = {};
    m_asking = m_counting = false;
    m_list->clear();
    banner().clear();
    m_quantity->clear();
    m_note->setText(
        tr("Lea todo lo que está en el lugar. Nadie ve aquí lo que dicen los libros.", "what a counter does"));
    m_finish->setEnabled(false);
    m_typed->setEnabled(false);
    m_place.ask(
        this, CountStart{told(number)},
        [this](const CountProgressed& progress) {
            m_counting = true;
            m_finish->setEnabled(true);
            m_typed->setEnabled(true);
            m_typed->setFocus();
            take(progress);
        },
        [this](const Trouble& why) { tell(why); });
}

void CountingPage::take(const CountProgressed& progress) {
    m_batches = progress.batches.size();
    m_quantity->setText(tr("%n pieza(s)", "how many a counter has read", static_cast<int>(progress.quantity)));
}

void CountingPage::takeScan(const QString& read) {
    if (!m_counting) return m_place.sounds.play(Cue::Refused);
    m_read.push_back(told(read.trimmed()));
    m_list->insertItem(0, read.trimmed());
    send();
}

// What was read meanwhile goes together. A batch that was not answered goes again under its name before anything else.
void CountingPage::send() {
    if (m_asking || (m_read.empty() && m_sending.scans.empty())) return;
    if (m_sending.scans.empty()) m_sending = {told(m_number), std::to_string(m_batches + 1), std::exchange(m_read, {})};
    m_asking = true;
    m_place.ask(
        this, m_sending,
        [this](const CountProgressed& progress) {
            banner().clear();
            m_asking = false;
            m_sending = {};
            m_place.sounds.play(progress.repeated > 0 ? Cue::Refused : Cue::Done);
            if (progress.repeated > 0)
                banner().tell(Standing::Caution,
                              tr("%n pieza(s) ya estaba(n) contada(s).", "repeated scans of a counter",
                                 static_cast<int>(progress.repeated)));
            take(progress);
            send();
        },
        [this](const Trouble& why) {
            m_asking = false;
            if (why.isRefusal()) m_sending = {};
            tell(why);
        });
}

void CountingPage::finish() {
    if (m_asking || !m_read.empty() || !m_sending.scans.empty()) {
        send();
        return banner().tell(Standing::Busy, tr("Se está anotando lo último que leyó. Pulse otra vez.",
                                                "a counter finished before the last scan was recorded"));
    }
    m_place.ask(
        this, CountFinish{told(m_number)}, [this](const CountStated& stated) { tellFinished(stated); },
        [this](const Trouble& why) { tell(why); });
}

void CountingPage::tellFinished(const CountStated& stated) {
    m_counting = false;
    m_finish->setEnabled(false);
    m_typed->setEnabled(false);
    m_place.sounds.play(Cue::Done);
    if (stated.state == "counting")
        banner().tell(Standing::Done, tr("Su conteo quedó anotado. Falta el de la otra persona.", "a counter is done"));
    else if (stated.state == "recount")
        banner().tell(Standing::Caution,
                      tr("Los dos conteos no coinciden. Los dos cuentan otra vez.", "a counter is done"));
    else if (stated.state == "variance")
        banner().tell(Standing::Caution,
                      tr("El conteo no es lo que dicen los libros. Decide el supervisor.", "a counter is done"));
    else
        banner().tell(Standing::Done,
                      tr("Cuadra con los libros. Acta de conteo: %1", "a counter is done; %1 is the number of a paper")
                          .arg(shown(stated.act)));
}

}  // namespace gui
