// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/list_sheets.hpp"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {

ColumnsSheet::ColumnsSheet(QWidget* over, const QStringList& headings, const QList<int>& seen)
    : Sheet(over, tr("Columnas de la lista", "title of the sheet that chooses columns")) {
    auto* grid = new QGridLayout;
    for (int at = 0; at < headings.size(); ++at) {
        auto* box = new QCheckBox{headings.at(at), this};
        box->setChecked(seen.contains(at));
        grid->addWidget(box, at / 2, at % 2);
        m_boxes << box;
    }
    content().addLayout(grid);
    auto* show = new ActionButton{tr("Mostrar estas", "button: shows the chosen columns"), Qt::Key_F5,
                                  ActionButton::Weight::Main, this};
    auto* leave = new ActionButton{tr("Cancelar", "button: leaves the columns as they were"), Qt::Key_Escape,
                                   ActionButton::Weight::Usual, this};
    connect(show, &QPushButton::clicked, this, &ColumnsSheet::choose);
    connect(leave, &QPushButton::clicked, this, [this] { close(); });
    auto* row = new QHBoxLayout;
    for (auto* each : {show, leave}) row->addWidget(each);
    content().addLayout(row);
    open(m_boxes.front());
}

void ColumnsSheet::choose() {
    QList<int> columns;
    for (int at = 0; at < m_boxes.size(); ++at)
        if (m_boxes.at(at)->isChecked()) columns << at;
    if (columns.isEmpty()) return m_boxes.front()->setFocus();
    close();
    emit chosen(columns);
}

FiltersSheet::FiltersSheet(QWidget* over, KeptList kept, KeptFilter now, const QString& words)
    : Sheet(over, tr("Filtros guardados", "title of the sheet of kept filters")),
      m_kept(std::move(kept)),
      m_now(std::move(now)),
      m_list(new QListWidget{this}),
      m_name(new QLineEdit{this}) {
    auto* showing =
        new QLabel{words.isEmpty() ? tr("Ahora se muestra todo.", "nothing narrows the list") : words, this};
    auto* label = new QLabel{tr("Nombre para guardar lo que se muestra ahora", "label of the name of a filter"), this};
    label->setBuddy(m_name);
    m_name->setAccessibleName(label->text());
    m_name->setObjectName("filter-name");
    m_name->setMinimumHeight(kTarget - kGap);
    m_list->setAccessibleName(tr("Filtros guardados", "accessible name of the list of kept filters"));
    for (auto* each : {showing, label}) each->setWordWrap(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_list, showing, label, m_name}) content().addWidget(each);
    auto* row = new QHBoxLayout;
    const auto add = [&](const QString& text, Qt::Key key, auto act) {
        auto* button = new ActionButton{text, key};
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
    };
    add(tr("Usar", "button: narrows the list by the chosen filter"), Qt::Key_F2, [this] { apply(); });
    add(tr("Olvidar", "button: forgets the chosen filter"), Qt::Key_F3, [this] { drop(); });
    add(tr("Guardar", "button: keeps what narrows the list"), Qt::Key_F5, [this] { keep(); });
    add(tr("Volver", "button: closes the sheet"), Qt::Key_Escape, [this] { close(); });
    content().addLayout(row);
    connect(m_list, &QListWidget::itemActivated, this, &FiltersSheet::apply);
    connect(m_name, &QLineEdit::returnPressed, this, &FiltersSheet::keep);
    fill();
    open(m_filters.isEmpty() ? static_cast<QWidget*>(m_name) : m_list);
}

void FiltersSheet::fill() {
    m_filters = m_kept.filters();
    m_list->clear();
    for (const auto& each : m_filters) m_list->addItem(each.name);
    if (!m_filters.isEmpty()) m_list->setCurrentRow(0);
}

void FiltersSheet::apply() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    const auto filter = m_filters.at(row);
    close();
    emit applied(filter);
}

void FiltersSheet::drop() {
    if (m_list->currentRow() < 0) return;
    m_kept.drop(m_filters.at(m_list->currentRow()).name);
    fill();
}

void FiltersSheet::keep() {
    m_now.name = m_name->text().trimmed();
    if (m_now.name.isEmpty()) return m_name->setFocus();
    m_kept.keep(m_now);
    m_name->clear();
    fill();
    m_list->setFocus();
}

}  // namespace gui
