// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/list_pages.hpp"

#include <QDate>
#include <QHBoxLayout>

#include "contract/acts_of_notifications.hpp"
#include "gui/certificates/certificate_list.hpp"
#include "gui/certificates/paper_sheet.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {
namespace {

QVBoxLayout* layOutPage(QWidget& page, std::initializer_list<QWidget*> parts) {
    auto* column = new QVBoxLayout{&page};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    for (auto* each : parts) column->addWidget(each);
    return column;
}

QString today() { return QDate::currentDate().toString(Qt::ISODate); }

}  // namespace

CertificatesPage::CertificatesPage(const Workplace& place, QWidget* parent)
    : QWidget(parent), m_list(makeCertificateList(place, this)) {
    layOutPage(*this, {m_list});
    auto* open =
        new ActionButton{tr("Abrir", "button: opens the chosen certificate"), Qt::Key_F5, ActionButton::Weight::Main};
    auto* back = new ActionButton{tr("Volver", "button: back to what awaits the person"), Qt::Key_Escape};
    connect(open, &QPushButton::clicked, this, [this] {
        if (const auto key = m_list->current(); !key.isEmpty()) emit opened(key);
    });
    connect(back, &QPushButton::clicked, this, &CertificatesPage::left);
    connect(m_list, &ListView::opened, this, &CertificatesPage::opened);
    m_list->actions().insertWidget(0, open);
    m_list->actions().insertWidget(1, back);
}

void CertificatesPage::refresh() {
    m_list->refresh();
    m_list->focusRows();
}

NotificationsPage::NotificationsPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_list(makeNotificationList(place, this)) {
    auto* column = layOutPage(*this, {m_banner, m_list});
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(kGap);
    column->addLayout(m_actions);
    if (place.session.may<contract::NotificationRecord>()) {
        addAction(tr("Anotar un intento", "button: what came of an attempt to notify"), Qt::Key_F5,
                  &NotificationsPage::record);
        addAction(tr("Ruta del día", "button: the day's list of visits"), Qt::Key_F2, &NotificationsPage::route);
        addAction(tr("Respondió", "button: somebody answered a notice"), Qt::Key_F3, &NotificationsPage::answer);
    }
    if (place.session.may<contract::NotificationArchive>())
        addAction(tr("Archivar", "button: sends a file to the archive"), Qt::Key_F7, &NotificationsPage::archive);
    auto* back = new ActionButton{tr("Volver", "button: back to what awaits the person"), Qt::Key_Escape};
    connect(back, &QPushButton::clicked, this, &NotificationsPage::left);
    m_actions->addWidget(back);
    m_actions->addStretch();
}

void NotificationsPage::addAction(const QString& text, const QKeySequence& key, void (NotificationsPage::*act)()) {
    auto* button = new ActionButton{text, key};
    connect(button, &QPushButton::clicked, this, act);
    m_actions->addWidget(button);
}

void NotificationsPage::refresh() {
    m_list->refresh();
    m_list->focusRows();
}

QString NotificationsPage::chosen() {
    const auto key = m_list->current();
    if (key.isEmpty())
        m_banner->tell(Standing::Caution, tr("Elija primero una notificación de la lista.", "nothing was chosen"));
    return key;
}

void NotificationsPage::done(const QString& words) {
    m_place.sounds.play(Cue::Done);
    m_banner->tell(Standing::Done, words);
    refresh();
}

void NotificationsPage::route() {
    new FormSheet{
        m_place,
        this,
        {tr("Ruta del día", "title of a sheet"),
         tr("Lista firmada de las notificaciones personales pendientes, para quien sale.", "what the route is"),
         tr("Hacer la ruta", "button: makes the day's list of visits")},
        {{"day", tr("Día", "label of a field"), FormField::Kind::Text, today()}},
        [this](const FormValues& values, const FormSheet::Ends& ends) {
            m_place.ask(
                this, contract::NotificationSchedule{values.text("day")},
                [this, ends](const contract::NotificationRoute& made) {
                    ends.done();
                    done(tr("Ruta %1 con %n visita(s).", "after the route was made; %1 is its number",
                            static_cast<int>(made.visits))
                             .arg(shown(made.paper)));
                    new PaperSheet{m_place, this, tr("Ruta del día", "title of a sheet"), made.paper};
                },
                ends.troubled);
        }};
}

void NotificationsPage::record() {
    const auto notification = chosen();
    if (notification.isEmpty()) return;
    QList<std::pair<QString, QString>> outcomes;
    for (const char* each : {"served", "absent", "refused", "address_unknown"})
        outcomes << std::pair{QString{each}, shown(m_place.wording.word(each))};
    new FormSheet{
        m_place,
        this,
        {tr("Intento de notificar %1", "title of a sheet; %1 is a number").arg(notification),
         {},
         tr("Anotar", "button: records what came of an attempt")},
        {{"day", tr("Día", "label of a field"), FormField::Kind::Text, today()},
         {"outcome", tr("Resultado", "label of a field"), FormField::Kind::Choice, {}, true, outcomes},
         {"detail", tr("Observaciones", "label of a field"), FormField::Kind::Text, {}, false}},
        [this, notification](const FormValues& values, const FormSheet::Ends& ends) {
            m_place.ask(
                this,
                contract::NotificationRecord{told(notification), values.text("day"), values.text("outcome"),
                                             values.text("detail")},
                [this, ends](const contract::NotificationRecorded& recorded) {
                    ends.done();
                    if (recorded.served.empty())
                        return done(tr("Anotado. Sigue: %1.", "after an attempt; %1 is the manner that is next")
                                        .arg(shown(m_place.wording.word(recorded.manner))));
                    done(recorded.appealUntil.empty()
                             ? tr("Notificada el %1.", "after somebody was told; %1 is a day")
                                   .arg(shown(recorded.served))
                             : tr("Notificada el %1; el recurso vence el %2.", "after somebody was told; days")
                                   .arg(shown(recorded.served), shown(recorded.appealUntil)));
                },
                ends.troubled);
        }};
}

void NotificationsPage::answer() {
    const auto notification = chosen();
    if (notification.isEmpty()) return;
    new FormSheet{m_place,
                  this,
                  {tr("Respondió a %1", "title of a sheet; %1 is a number").arg(notification),
                   {},
                   tr("Anotar", "button: records an answer")},
                  {{"day", tr("Día en que respondió", "label of a field"), FormField::Kind::Text, today()}},
                  [this, notification](const FormValues& values, const FormSheet::Ends& ends) {
                      m_place.ask(
                          this, contract::NotificationAnswer{told(notification), values.text("day")},
                          [this, ends](const contract::Done&) {
                              ends.done();
                              done(tr("Anotada la respuesta.", "after somebody answered"));
                          },
                          ends.troubled);
                  }};
}

void NotificationsPage::archive() {
    const auto notification = chosen();
    if (notification.isEmpty()) return;
    new FormSheet{m_place,
                  this,
                  {tr("Archivar %1", "title of a sheet; %1 is a number").arg(notification),
                   {},
                   tr("Archivar", "button: sends a file to the archive")},
                  {{"reason", tr("Motivo", "label of a field")}},
                  [this, notification](const FormValues& values, const FormSheet::Ends& ends) {
                      m_place.ask(
                          this, contract::NotificationArchive{told(notification), values.text("reason")},
                          [this, ends](const contract::Done&) {
                              ends.done();
                              done(tr("Archivada.", "after a file went to the archive"));
                          },
                          ends.troubled);
                  }};
}

}  // namespace gui
