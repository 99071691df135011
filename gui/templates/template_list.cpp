// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/templates/template_list.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

TemplateList::TemplateList(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_standing(new StatusSign{this, 32}),
      m_table(new QTableWidget{this}) {
    layOut();
    connect(m_table, &QTableWidget::cellActivated, this, &TemplateList::openChosen);
}

void TemplateList::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    auto* title = new QLabel{tr("Plantillas", "title of the page"), this};
    setRole(*title, "large");
    const QStringList headings{
        tr("Plantilla", "column: name of a template"), tr("Versión", "column: version of a template"),
        tr("Vigente desde", "column: first day of a template's use"),
        tr("Aprobaron", "column: who approved a template"), tr("Situación", "column: whether a template is approved")};
    m_table->setColumnCount(static_cast<int>(headings.size()));
    m_table->setHorizontalHeaderLabels(headings);
    m_table->setAccessibleName(title->text());
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kTarget - kSpace);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {320, 110, 150, 260};
    for (int at = 0; at < static_cast<int>(std::size(widths)); ++at) m_table->setColumnWidth(at, widths[at]);
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_banner, m_standing}) column->addWidget(each);
    column->addWidget(m_table, 1);
    auto* open =
        new ActionButton{tr("Abrir", "button: opens the chosen template"), Qt::Key_F5, ActionButton::Weight::Main};
    auto* file = new ActionButton{tr("Abrir un archivo", "button: opens a template's file"), Qt::Key_F2};
    connect(open, &QPushButton::clicked, this, &TemplateList::openChosen);
    connect(file, &QPushButton::clicked, this, &TemplateList::fileWanted);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    actions->addWidget(open);
    actions->addWidget(file);
    actions->addStretch();
    column->addLayout(actions);
}

void TemplateList::refresh() {
    if (!m_place.session.isOpen()) return;
    m_place.ask(
        this, contract::TemplateList{}, [this](const contract::TemplatesListed& listed) { fill(listed); },
        [this](const Trouble& why) {
            if (!why.isOfficeAway()) m_banner->tell(why);
        });
}

void TemplateList::fill(const contract::TemplatesListed& listed) {
    m_lines.clear();
    m_table->setRowCount(0);
    for (const auto& each : listed.templates)
        addRow({shown(each.name), QString::number(each.version), shown(each.effective),
                tr("%1 y %2", "two people who approved").arg(shown(each.person), shown(each.second)),
                tr("aprobada", "of a template")},
               {each.name, each.version});
    for (const auto& name : listed.shipped)
        addRow(
            {shown(name), {}, {}, {}, tr("sin aprobar: solo para capacitación", "of a template that nobody approved")},
            {name, std::nullopt});
    if (listed.shipped.empty())
        m_standing->tell(Standing::Done, tr("%n versión(es) aprobada(s).", "how many versions of templates there are",
                                            static_cast<int>(listed.templates.size())));
    else
        m_standing->tell(Standing::Caution,
                         tr("%n plantilla(s) sin aprobar, que se usan solo en capacitación.",
                            "how many templates nobody approved", static_cast<int>(listed.shipped.size())));
    if (m_table->rowCount() > 0) m_table->setCurrentCell(0, 0);
    if (isVisible()) m_table->setFocus();
}

void TemplateList::addRow(const QStringList& cells, Line line) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < cells.size(); ++column)
        m_table->setItem(row, column, new QTableWidgetItem{cells.at(column)});
    m_lines.push_back(std::move(line));
}

void TemplateList::openChosen() {
    const int row = m_table->currentRow();
    if (row < 0) return;
    const auto& line = m_lines.at(static_cast<std::size_t>(row));
    emit opened(shown(line.name), line.version);
}

}  // namespace gui
