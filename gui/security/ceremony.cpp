// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/ceremony.hpp"

#include <QLabel>
#include <QListWidget>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {
namespace {

constexpr int kMenuHeight = 250;
constexpr int kStepsHeight = 120;  ///< room for the longest steps, so that nothing jumps

}  // namespace

CeremonyMenu::CeremonyMenu(const Workplace& place, QWidget* over, const QString& title, QList<Ceremony> ceremonies)
    : Sheet(over, title),
      m_place(place),
      m_over(over),
      m_ceremonies(std::move(ceremonies)),
      m_list(new QListWidget{this}),
      m_what(new QLabel{this}) {
    for (const auto& ceremony : m_ceremonies) m_list->addItem(ceremony.title);
    m_list->setFixedHeight(kMenuHeight);
    m_list->setAccessibleName(title);
    m_what->setWordWrap(true);
    m_what->setAlignment(Qt::AlignTop);
    m_what->setMinimumHeight(kStepsHeight);
    auto* begin = new ActionButton{tr("Empezar la ceremonia", "button"), Qt::Key_F5, ActionButton::Weight::Main};
    auto* leave = new ActionButton{tr("Volver", "button: closes the sheet"), Qt::Key_Escape};
    for (QWidget* each : std::initializer_list<QWidget*>{m_list, m_what, begin, leave}) content().addWidget(each);
    connect(m_list, &QListWidget::currentRowChanged, this, &CeremonyMenu::tell);
    connect(m_list, &QListWidget::itemActivated, this, &CeremonyMenu::begin);
    connect(begin, &QPushButton::clicked, this, &CeremonyMenu::begin);
    connect(leave, &QPushButton::clicked, this, [this] { close(); });
    m_list->setCurrentRow(0);
    open(m_list);
}

void CeremonyMenu::tell() { m_what->setText(m_ceremonies.at(m_list->currentRow()).what); }

void CeremonyMenu::begin() {
    const auto chosen = m_ceremonies.at(m_list->currentRow());
    const auto& place = m_place;
    auto* over = m_over;
    close();
    new ActSheet{
        place,
        over,
        {chosen.title, chosen.what, tr("Seguir con las dos personas", "button: goes on to the consent of two")},
        chosen.fields,
        [chosen](const ActValues& values, const ActSheetEnds& ends) {
            ends.done();
            chosen.perform(values);
        }};
}

}  // namespace gui
