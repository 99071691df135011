// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/list_view.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/export_sheet.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/list_head.hpp"
#include "gui/widgets/list_parts.hpp"
#include "gui/widgets/list_sheets.hpp"

namespace gui {
namespace {

QStringList headingsOf(const ListShape& shape) {
    QStringList headings;
    for (const auto& column : shape.columns) headings << column.heading;
    return headings;
}

}  // namespace

ListView::ListView(const Workplace& place, ListShape shape, ListSource source, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_shape(std::move(shape)),
      m_source(std::move(source)),
      m_table(new PagedTable{headingsOf(m_shape), m_source, this}),
      m_banner(new FaultBanner{place.wording, this}),
      m_head(new ListHead{m_shape, this}),
      m_count(new QLabel{this}),
      m_states(new QStackedWidget{this}),
      m_view(new RowsView{this}),
      m_nothing(new EmptyState{m_shape.nothing, m_shape.advice, this}),
      m_noMatch(new EmptyState{tr("Nada coincide con lo que se busca", "a list that was narrowed to nothing"),
                               tr("Borre lo escrito (Esc) o elija otra cosa arriba.", "advice at a narrowed list"),
                               this}),
      m_failed(new EmptyState{tr("No se pudo traer la lista", "a list that could not be fetched"),
                              tr("Pulse Ctrl+R para intentar de nuevo.", "advice at a list that could not be fetched"),
                              this}),
      m_actions(new QHBoxLayout),
      m_busy(new BusyOverlay{m_states}) {
    layOut();
    follow();
    QList<int> usual;
    for (int at = 0; at < m_shape.columns.size(); ++at)
        if (m_shape.columns.at(at).shownAtFirst) usual << at;
    showColumns(kept().columns().value_or(usual));
    showSort();
}

void ListView::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* title = new QLabel{m_shape.title, this};
    setRole(*title, "large");
    setRole(*m_count, "muted");
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch();
    top->addWidget(m_count, 0, Qt::AlignBottom);
    m_view->setModel(m_table);
    m_view->setAccessibleName(m_shape.title);
    for (int at = 0; at < m_shape.columns.size(); ++at) m_view->setColumnWidth(at, m_shape.columns.at(at).width);
    for (QWidget* each : std::initializer_list<QWidget*>{m_view, m_nothing, m_noMatch, m_failed})
        m_states->addWidget(each);
    m_actions->setSpacing(kGap);
    addActions();
    column->addLayout(top);
    column->addWidget(m_head);
    column->addWidget(m_banner);
    column->addWidget(m_states, 1);
    column->addLayout(m_actions);
}

void ListView::addActions() {
    const auto add = [this](const QString& words, const QKeySequence& key, void (ListView::*act)()) {
        auto* button = new ActionButton{words, key};
        connect(button, &QPushButton::clicked, this, act);
        m_actions->addWidget(button);
    };
    m_actions->addStretch();
    add(tr("Copiar", "button: copies the chosen rows"), QKeySequence::Copy, &ListView::copy);
    add(tr("Columnas", "button: which columns are shown"), Qt::CTRL | Qt::Key_K, &ListView::openColumns);
    if (!m_shape.filterHint.isEmpty() || !m_shape.choices.isEmpty())
        add(tr("Filtros", "button: filters that were kept"), Qt::CTRL | Qt::Key_G, &ListView::openFilters);
    add(tr("Exportar", "button: writes the list into a file"), Qt::CTRL | Qt::Key_E, &ListView::openExport);
}

void ListView::follow() {
    connect(m_head, &ListHead::changed, this, &ListView::ask);
    connect(m_head, &ListHead::rowsWanted, this, &ListView::focusRows);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, m_head, &ListHead::sortBy);
    connect(m_view, &RowsView::typed, m_head, &ListHead::type);
    connect(m_view, &RowsView::moreWanted, this, [this] { m_table->fetchMore({}); });
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit opened(m_table->row(index.row()).key); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit currentChanged(current()); });
    connect(m_table, &PagedTable::arrived, this, &ListView::arrive);
    connect(m_table, &PagedTable::failed, this, &ListView::fail);
    auto* search = new QShortcut{Qt::CTRL | Qt::Key_F, this};
    connect(search, &QShortcut::activated, m_head, &ListHead::focusFilter);
    auto* again = new QShortcut{Qt::CTRL | Qt::Key_R, this};
    connect(again, &QShortcut::activated, this, &ListView::refresh);
}

void ListView::ask() {
    m_banner->clear();
    m_busy->begin(tr("Buscando…", "shown while a list is being fetched"));
    showSort();
    const auto filter = m_head->now();
    m_table->ask({filter.text, filter.choices, filter.sort, {}, 0});
}

void ListView::refresh() {
    const auto filter = m_head->now();
    const auto& asked = m_table->query();
    const bool same = asked.text == filter.text && asked.choices == filter.choices && asked.sort == filter.sort;
    if (!same || m_table->rowCount() == 0) return ask();
    m_before = current();
    m_table->askAgain();
}

void ListView::narrow(const QString& text) { m_head->narrow(text); }

void ListView::choose(const QString& name, const QString& value) { m_head->choose(name, value); }

QString ListView::current() const {
    const auto index = m_view->currentIndex();
    return index.isValid() ? m_table->row(index.row()).key : QString{};
}

void ListView::focusRows() {
    m_view->setFocus();
    if (!m_view->currentIndex().isValid() && m_table->rowCount() > 0) m_view->selectRow(0);
}

void ListView::arrive() {
    m_busy->end();
    m_banner->clear();
    const bool empty = m_table->rowCount() == 0;
    m_states->setCurrentWidget(!empty ? static_cast<QWidget*>(m_view) : m_head->narrows() ? m_noMatch : m_nothing);
    tellCount();
    // Enter opens a row without choosing one first.
    if (!empty && !m_view->currentIndex().isValid())
        m_view->selectRow(std::max(0, m_table->rowOf(std::exchange(m_before, {}))));
    if (empty) emit currentChanged({});
    emit listed();
}

void ListView::fail(const Trouble& trouble) {
    m_busy->end();
    m_banner->tell(trouble);
    if (m_table->rowCount() == 0) m_states->setCurrentWidget(m_failed);
}

void ListView::tellCount() {
    const int rows = m_table->rowCount();
    m_count->setText(m_table->isWhole()
                         ? tr("%n fila(s)", "how many rows a list has", rows)
                         : tr("Más de %n fila(s)", "how many rows of a list are here; there are more", rows));
}

void ListView::showSort() {
    const auto sort = m_head->sort();
    m_view->horizontalHeader()->setSortIndicatorShown(sort.has_value());
    if (sort) m_view->horizontalHeader()->setSortIndicator(sort->column, sort->direction);
}

void ListView::showColumns(const QList<int>& columns) {
    for (int at = 0; at < m_shape.columns.size(); ++at) m_view->setColumnHidden(at, !columns.contains(at));
}

QList<int> ListView::columnsSeen() const {
    QList<int> seen;
    for (int at = 0; at < m_shape.columns.size(); ++at)
        if (!m_view->isColumnHidden(at)) seen << at;
    return seen;
}

KeptList ListView::kept() const { return {m_place.session.person().user(), m_shape.name}; }

void ListView::openColumns() {
    auto* sheet = new ColumnsSheet{this, headingsOf(m_shape), columnsSeen()};
    connect(sheet, &ColumnsSheet::chosen, this, [this](const QList<int>& columns) {
        showColumns(columns);
        kept().keepColumns(columns);
    });
}

void ListView::openFilters() {
    auto* sheet = new FiltersSheet{this, kept(), m_head->now(), m_head->words()};
    connect(sheet, &FiltersSheet::applied, m_head, &ListHead::apply);
}

void ListView::openExport() {
    ExportedList list{
        m_shape.name, {m_shape.title, {m_head->words()}, {}, {}, {}}, m_source, m_table->query(), columnsSeen()};
    for (const int at : list.columns) {
        list.head.headings << m_shape.columns.at(at).heading;
        list.head.widths << m_shape.columns.at(at).width;
    }
    new ExportSheet{m_place, this, std::move(list)};
}

void ListView::copy() {
    if (m_view->selectionModel()->hasSelection()) QApplication::clipboard()->setText(m_view->chosenText());
}

}  // namespace gui
