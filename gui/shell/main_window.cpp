// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/main_window.hpp"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>

#include "gui/session/log_in_page.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/sheet.hpp"

namespace gui {

namespace {

constexpr std::chrono::days kPassWarning{30};
/// Where there are more, what concerns who sits here has no room beside them.
constexpr int kTabsBesideSeat = 3;

}  // namespace

MainWindow::MainWindow(const Workplace& place, std::chrono::milliseconds lockAfter)
    : m_place(place),
      m_idle(lockAfter),
      m_training(new QFrame{this}),
      m_seat(new QWidget{this}),
      m_office(new FaultBanner{place.wording, this}),
      m_pass(new FaultBanner{place.wording, this}),
      m_note(new FaultBanner{place.wording, this}),
      m_pages(new QStackedWidget{this}),
      m_logIn(new LogInPage{place, this}),
      m_desks(new QStackedWidget{this}),
      m_person(new QLabel{this}),
      m_reach(new StatusSign{this, 20}) {
    setWindowTitle(tr("Troquel", "title of the window"));
    layOut();
    follow();
    tellOffice(false);
    welcome();
}

void MainWindow::layOut() {
    auto* ground = new QWidget{this};
    ground->setObjectName("ground");
    auto* column = new QVBoxLayout{ground};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setRole(*m_training, "training");
    auto* strip = new QVBoxLayout{m_training};
    strip->setContentsMargins(kSpace, kGap / 2, kSpace, kGap / 2);
    strip->addWidget(
        new QLabel{tr("CAPACITACIÓN – SIN VALOR: institución de práctica", "strip over a training window"), m_training},
        0, Qt::AlignHCenter);
    m_pages->addWidget(m_logIn);
    m_pages->addWidget(m_desks);
    column->addWidget(m_training);
    column->addWidget(makeHead());
    auto* notes = new QVBoxLayout;
    notes->setContentsMargins(kSpace, kGap, kSpace, 0);
    notes->addWidget(m_office);
    notes->addWidget(m_pass);
    notes->addWidget(m_note);
    column->addLayout(notes);
    column->addWidget(m_pages, 1);
    column->addWidget(makeFoot());
    setCentralWidget(ground);
}

QWidget* MainWindow::makeHead() {
    m_head = new QFrame{this};
    setRole(*m_head, "head-bar");
    auto* row = new QHBoxLayout{m_head};
    row->setContentsMargins(kSpace, kGap / 2, kSpace, 0);
    row->setSpacing(kGap);
    m_tabs = new QHBoxLayout;
    row->addLayout(m_tabs);
    row->addStretch();
    auto* lock = new ActionButton{tr("Bloquear", "button: locks the window"), Qt::Key_F12};
    auto* change = new ActionButton{tr("Cambiar de persona", "button: another person logs in"), Qt::Key_F9};
    connect(lock, &QPushButton::clicked, this, [this] { m_place.session.lock(); });
    connect(change, &QPushButton::clicked, this, &MainWindow::changePerson);
    auto* theme = new ActionButton{tr("Tema", "button: changes between light and dark theme"), Qt::Key_F11};
    connect(theme, &QPushButton::clicked, this, &MainWindow::changeTheme);
    auto* seat = new QHBoxLayout{m_seat};
    seat->setContentsMargins(0, 0, 0, 0);
    seat->setSpacing(kGap);
    for (auto* each : {theme, lock, change}) seat->addWidget(each);
    row->addWidget(m_seat);
    m_headRow = row;
    return m_head;
}

QWidget* MainWindow::makeFoot() {
    auto* foot = new QFrame{this};
    setRole(*foot, "bar");
    auto* row = new QHBoxLayout{foot};
    row->setContentsMargins(kSpace, kGap / 2, kSpace, kGap / 2);
    row->setSpacing(kWide);
    auto* station = new QLabel{
        tr("Puesto: %1", "foot of the window; %1 is the workstation").arg(shown(m_place.session.workstation())), foot};
    row->addWidget(station);
    row->addWidget(m_person);
    row->addStretch();
    row->addWidget(m_reach, 0, Qt::AlignVCenter);
    m_footRow = row;
    return foot;
}

void MainWindow::follow() {
    auto& session = m_place.session;
    connect(&session, &Session::entered, this, [this] {
        makeDesks();
        showWork();
    });
    connect(&session, &Session::unlocked, this, &MainWindow::showWork);
    connect(&session, &Session::locked, this, &MainWindow::showLocked);
    connect(&session, &Session::left, this, &MainWindow::welcome);
    connect(&session, &Session::expired, this, [this](const Trouble& why) {
        welcome();
        m_logIn->tellExpired(why);
    });
    connect(m_logIn, &LogInPage::anotherWanted, this, [this] { m_place.session.leave(); });
    connect(&m_idle, &IdleWatch::nobodyHere, &session, &Session::lock);
    connect(&m_scanner, &Scanner::scanned, this, &MainWindow::takeScan);
    connect(&m_place.link, &OfficeLink::officeAway, this, [this](const Trouble& why) {
        m_office->tell(why, tr("Se intenta de nuevo cada pocos segundos. Lo que ya está en la máquina se termina.",
                               "banner while the office cannot be reached"));
        tellOffice(true);
        m_place.sounds.play(Cue::Attention);
    });
    connect(&m_place.link, &OfficeLink::officeBack, this, [this] {
        tellOffice(false);
        if (auto* front = desk()) front->refresh();
    });
}

void MainWindow::showFirst(QWidget* page) {
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
}

void MainWindow::welcome() {
    for (auto* sheet : findChildren<Sheet*>(QString{}, Qt::FindDirectChildrenOnly)) sheet->close();
    m_training->hide();
    m_head->hide();
    m_seat->hide();
    m_note->clear();
    m_pass->clear();
    m_logIn->welcome();
    m_pages->setCurrentWidget(m_logIn);
    tellPerson();
}

Desk* MainWindow::desk() const {
    return m_pages->currentWidget() == m_desks ? qobject_cast<Desk*>(m_desks->currentWidget()) : nullptr;
}

void MainWindow::makeDesks() {
    while (m_desks->count() > 0) delete m_desks->widget(0);
    while (auto* tab = m_tabs->takeAt(0)) {
        delete tab->widget();
        delete tab;
    }
    std::optional<int> own;
    for (const auto& kind : deskKinds()) {
        if (!kind.isFor(m_place.session)) continue;
        if (!own && kind.isOwnOf != nullptr && kind.isOwnOf(m_place.session)) own = m_desks->count();
        addDesk(kind);
    }
    (m_tabs->count() > kTabsBesideSeat ? m_footRow : m_headRow)->addWidget(m_seat);
    if (m_desks->count() > 0) return bringForward(own.value_or(0));
    m_desks->addWidget(new EmptyState{
        tr("No hay ninguna mesa para sus funciones", "a person logged in for whom the program has no desk"),
        tr("Su trabajo se hace con el programa «troquel». Si cree que es un error, llame al administrador.",
           "advice to a person for whom the program has no desk")});
}

void MainWindow::addDesk(const DeskKind& kind) {
    const int index = m_desks->addWidget(kind.make(m_place, m_desks));
    auto* tab = new ActionButton{kind.title, Qt::ALT | kind.key};
    tab->setCheckable(true);
    setRole(*tab, "tab");
    connect(tab, &QPushButton::clicked, this, [this, index] { bringForward(index); });
    m_tabs->addWidget(tab);
}

void MainWindow::bringForward(int index) {
    m_desks->setCurrentIndex(index);
    for (int at = 0; at < m_tabs->count(); ++at)
        if (auto* tab = qobject_cast<QPushButton*>(m_tabs->itemAt(at)->widget())) tab->setChecked(at == index);
    if (auto* front = desk()) front->refresh();
}

void MainWindow::showWork() {
    m_training->setVisible(m_place.session.person().isTraining());
    m_head->show();
    m_seat->show();
    m_note->clear();
    m_pages->setCurrentWidget(m_desks);
    tellPerson();
    tellPass();
    if (auto* front = desk()) {
        front->refresh();
        front->setFocus();
    }
}

void MainWindow::showLocked() {
    auto* front = desk();
    m_head->hide();
    m_seat->hide();
    m_logIn->unlockFor(m_place.session.person(), front != nullptr && !front->staysFor().isEmpty());
    m_pages->setCurrentWidget(m_logIn);
}

void MainWindow::changePerson() {
    if (mayLeave()) m_place.session.leave();
}

bool MainWindow::mayLeave() {
    auto* front = desk();
    const auto why = front != nullptr ? front->staysFor() : QString{};
    if (why.isEmpty()) return true;
    m_note->tell(Standing::Caution, why);
    m_place.sounds.play(Cue::Refused);
    return false;
}

void MainWindow::takeScan(const QString& read) {
    auto* front = desk();
    if (front == nullptr) return;
    for (auto* sheet : findChildren<Sheet*>(QString{}, Qt::FindDirectChildrenOnly))
        if (sheet->isVisible()) return sheet->takeScan(read);
    front->takeScan(read);
}

void MainWindow::tellOffice(bool away) {
    if (!away) m_office->clear();
    m_reach->tell(away ? Standing::Caution : Standing::Done,
                  away ? tr("Sin comunicación con los libros", "foot of the window: the office cannot be reached")
                       : tr("En comunicación", "foot of the window: the office answers"));
}

void MainWindow::tellPerson() {
    m_person->setText(
        m_place.session.isOpen()
            ? tr("Persona: %1", "foot of the window; %1 is the full name").arg(m_place.session.person().fullName())
            : tr("Nadie ha entrado", "foot of the window: nobody is logged in"));
}

void MainWindow::tellPass() {
    if (!m_place.passEnds) return;
    const auto left = std::chrono::floor<std::chrono::days>(*m_place.passEnds - base::SystemClock{}.now());
    if (left > kPassWarning) return m_pass->clear();
    const auto day = shown(base::formatDate(base::dayOf(*m_place.passEnds)));
    m_pass->tell(Standing::Caution,
                 tr("El certificado de este puesto vence el %1: le queda(n) %n día(s).",
                    "warning in the window; %1 is a day", static_cast<int>(std::max<std::int64_t>(0, left.count())))
                     .arg(day),
                 tr("Después de ese día el servicio ya no deja entrar a este puesto.", "warning in the window"),
                 tr("Qué hacer ahora: avise al administrador o al oficial de seguridad; se renueva en este puesto con "
                    "«troquel workstation renew».",
                    "warning in the window: what to do"));
}

void MainWindow::changeTheme() { wear(*qApp, themeWorn() == Theme::Light ? Theme::Dark : Theme::Light); }

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeave()) return event->ignore();
    m_place.session.leave();
    event->accept();
}

}  // namespace gui
