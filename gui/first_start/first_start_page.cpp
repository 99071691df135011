// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/first_start/first_start_page.hpp"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/centred.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

constexpr int kCardWidth = 760;
constexpr int kParts = 4;

}  // namespace

FirstStartPage::FirstStartPage(const Workplace& place, std::filesystem::path home, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_home(std::move(home)),
      m_title(new QLabel{tr("Todavía no hay institución", "title of the first start"), this}),
      m_note(new QLabel{this}),
      m_password(new QLineEdit{this}),
      m_again(new QLineEdit{this}),
      m_banner(new FaultBanner{place.wording, this}),
      m_progress(new QProgressBar{this}),
      m_part(new QLabel{this}),
      m_make(new ActionButton{tr("Hacer la institución de práctica", "button: makes a training institution"),
                              Qt::Key_F5, ActionButton::Weight::Main}),
      m_enter(new ActionButton{tr("Ir a la entrada", "button: goes on to the log-in page"), Qt::Key_F6,
                               ActionButton::Weight::Main}) {
    layOut();
    connect(m_make, &QPushButton::clicked, this, &FirstStartPage::make);
    connect(m_again, &QLineEdit::returnPressed, this, &FirstStartPage::make);
    connect(m_password, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    connect(m_enter, &QPushButton::clicked, this, &FirstStartPage::made);
}

void FirstStartPage::layOut() {
    auto* card = new QFrame{this};
    card->setFixedWidth(kCardWidth);
    setRole(*card, "card");
    auto* content = new QVBoxLayout{card};
    content->setContentsMargins(kWide, kWide, kWide, kWide);
    content->setSpacing(kGap);
    setRole(*m_title, "large");
    m_note->setText(tr("En %1 no hay ninguna. Puede hacer una de práctica: personas inventadas, piezas en bóveda, "
                       "órdenes de muestra y aparatos simulados. Nada de lo que produzca tiene valor. Para una "
                       "institución verdadera use «troquel init».",
                       "explains the first start; %1 is a folder")
                        .arg(shown(m_home.string())));
    auto* password = new QLabel{tr("Contraseña para todas las personas de práctica", "label of a password"), card};
    auto* again = new QLabel{tr("La misma contraseña, otra vez", "label of a password"), card};
    password->setBuddy(m_password);
    again->setBuddy(m_again);
    m_password->setAccessibleName(password->text());
    m_again->setAccessibleName(again->text());
    m_password->setObjectName("password");
    m_again->setObjectName("again");
    for (auto* field : {m_password, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        field->setMinimumHeight(kTarget - kGap);
    }
    m_progress->setRange(0, kParts);
    m_progress->setTextVisible(false);
    m_note->setWordWrap(true);
    m_part->setWordWrap(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_note, m_banner, password, m_password, again,
                                                         m_again, m_make, m_progress, m_part, m_enter})
        content->addWidget(each);
    layInTheMiddle(*this, *card);
    for (QWidget* each : std::initializer_list<QWidget*>{m_progress, m_part, m_enter}) each->hide();
    m_password->setFocus();
}

void FirstStartPage::make() {
    if (m_password->text() != m_again->text()) {
        m_again->clear();
        m_again->setFocus();
        return m_banner->tell(Standing::Caution, tr("Las dos contraseñas no son iguales. Escríbala otra vez.",
                                                    "the two passwords differ"));
    }
    m_banner->clear();
    for (QWidget* each : std::initializer_list<QWidget*>{m_make, m_password, m_again}) each->setEnabled(false);
    m_progress->show();
    m_part->show();
    auto password = std::make_shared<base::SecretBytes>(base::SecretBytes::copyOf(told(m_password->text())));
    const QPointer self{this};
    const auto watch = [self](issuance::TrainingPart part) {
        QMetaObject::invokeMethod(
            qApp,
            [self, part] {
                if (self) self->tellPart(part);
            },
            Qt::QueuedConnection);
    };
    m_place.link.found(
        this, [home = m_home, password, watch] { return issuance::foundTrainingInstitution(home, *password, watch); },
        [this] { tellMade(); },
        [this](const Trouble& trouble) {
            for (QWidget* each : std::initializer_list<QWidget*>{m_make, m_password, m_again}) each->setEnabled(true);
            m_progress->hide();
            m_part->hide();
            m_banner->tell(trouble, tr("No se hizo la institución.", "what a failed founding means"));
        });
}

void FirstStartPage::tellPart(issuance::TrainingPart part) {
    m_progress->setValue(static_cast<int>(part));
    switch (part) {
        case issuance::TrainingPart::Keys:
            return m_part->setText(tr("Haciendo llaves y libros…", "progress of the first start"));
        case issuance::TrainingPart::People:
            return m_part->setText(tr("Inscribiendo a las personas…", "progress of the first start"));
        case issuance::TrainingPart::Blanks:
            return m_part->setText(tr("Recibiendo las piezas en bóveda…", "progress of the first start"));
        case issuance::TrainingPart::Orders:
            return m_part->setText(tr("Recibiendo las órdenes de muestra…", "progress of the first start"));
    }
}

void FirstStartPage::tellMade() {
    m_progress->setValue(kParts);
    QStringList people;
    for (const auto& person : issuance::trainingPeople())
        people << tr("%1 — %2, %3", "a person to practise as; %1 user name, %2 full name, %3 role")
                      .arg(QString::fromUtf8(person.user), QString::fromUtf8(person.name),
                           shown(m_place.wording.word(person.role)));
    m_title->setText(tr("La institución de práctica está lista", "title of the first start, once it is done"));
    m_note->setText(tr("Entre como una de estas personas, con la contraseña que escribió:", "the first start is done"));
    m_part->setText(people.join(u'\n'));
    m_make->hide();
    for (auto* label : findChildren<QLabel*>())
        if (label->buddy() != nullptr) label->hide();
    m_password->hide();
    m_again->hide();
    m_progress->hide();
    m_enter->show();
    m_enter->setFocus();
    m_place.sounds.play(Cue::Done);
}

}  // namespace gui
