// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/page_view.hpp"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/page_sheet.hpp"

namespace gui {
namespace {

constexpr double kStep = 1.25, kLeast = 0.25, kMost = 6;

}  // namespace

PageView::PageView(const QString& nothing, const QString& advice, QWidget* parent)
    : QWidget(parent),
      m_source(new PageSource{this}),
      m_sheet(new PageSheet),
      m_scroll(new QScrollArea{this}),
      m_nothing(new EmptyState{nothing, advice, this}),
      m_back(new ActionButton{tr("‹", "button: the page before"), Qt::Key_PageUp}),
      m_on(new ActionButton{tr("›", "button: the next page"), Qt::Key_PageDown}),
      m_where(new QLabel{this}),
      m_sought(new QLineEdit{this}),
      m_count(new QLabel{this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
    follow();
    clear();
}

void PageView::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_scroll->setWidget(m_sheet);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    // The room of a page is the same whether it is longer than the window or not.
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setObjectName("page-area");
    m_scroll->setAccessibleName(tr("Vista de la hoja", "name of the area with a page, for screen readers"));
    column->addWidget(m_scroll, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(makeBar());
}

QWidget* PageView::makeBar() {
    auto* bar = new QWidget{this};
    auto* row = new QHBoxLayout{bar};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap / 2);
    const std::tuple<QString, QString, QKeySequence, void (PageView::*)()> all[] = {
        {tr("−", "button: farther from the page"), tr("Alejar", "name of a button, for screen readers"),
         Qt::CTRL | Qt::Key_Minus, nullptr},
        {tr("+", "button: nearer to the page"), tr("Acercar", "name of a button, for screen readers"),
         Qt::CTRL | Qt::Key_Plus, nullptr},
        {tr("↔", "button: page as wide as there is room"),
         tr("Ajustar al ancho", "name of a button, for screen readers"), Qt::CTRL | Qt::Key_0, &PageView::fit}};
    for (const auto& [text, name, key, act] : all) {
        auto* button = new ActionButton{text, key};
        button->setAccessibleName(name);
        const double factor = key == QKeySequence{Qt::CTRL | Qt::Key_Minus} ? 1 / kStep : kStep;
        connect(button, &QPushButton::clicked, this, [this, act = act, factor] {
            if (act != nullptr)
                (this->*act)();
            else
                zoom(factor);
        });
        row->addWidget(button);
    }
    m_sought->setPlaceholderText(tr("Buscar (Ctrl+F)", "in the empty field for words to search a document for"));
    m_sought->setAccessibleName(tr("Buscar en el documento", "name of a field, for screen readers"));
    m_sought->setMinimumHeight(kTarget - kGap);
    constexpr int kLeastSought = 110;
    m_sought->setMinimumWidth(kLeastSought);
    m_sought->setObjectName("page-search");
    m_back->setAccessibleName(tr("Hoja anterior", "name of a button, for screen readers"));
    m_on->setAccessibleName(tr("Hoja siguiente", "name of a button, for screen readers"));
    row->addWidget(m_sought, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_count, m_back, m_where, m_on}) row->addWidget(each);
    return bar;
}

void PageView::addKey(const QKeySequence& key, void (PageView::*act)()) {
    auto* shortcut = new QShortcut{key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut};
    connect(shortcut, &QShortcut::activated, this, act);
}

void PageView::follow() {
    auto* seeking = new QShortcut{Qt::CTRL | Qt::Key_F, this};
    connect(seeking, &QShortcut::activated, this, [this] { m_sought->setFocus(); });
    addKey(QKeySequence::Copy, &PageView::copy);
    auto* all = new QShortcut{QKeySequence::SelectAll, m_scroll, nullptr, nullptr, Qt::WidgetWithChildrenShortcut};
    connect(all, &QShortcut::activated, this, [this] { m_sheet->selectAll(); });
    connect(m_sought, &QLineEdit::returnPressed, this, &PageView::search);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_page - 1); });
    connect(m_on, &QPushButton::clicked, this, [this] { goTo(m_page + 1); });
    connect(m_source, &PageSource::opened, this, [this](int pages, QSizeF first) {
        m_pages = pages;
        m_size = first;
        m_page = std::clamp(m_page, 0, pages - 1);
        m_scroll->show();
        m_nothing->hide();
        draw();
    });
    connect(m_source, &PageSource::failed, this, &PageView::clear);
    connect(m_source, &PageSource::drawn, this, [this](const DrawnPage& page) {
        m_busy->end();
        m_size = page.points;
        m_sheet->showPage(page);
        showFound();
        emit shownPage(m_page);
    });
    connect(m_source, &PageSource::found, this, [this](const std::vector<FoundWords>& places) {
        m_found = places;
        m_at = -1;
        seek();
    });
}

// The page in front stays in front, so that a preview that is made anew does not jump.
void PageView::showFile(const base::Bytes& content) {
    m_found.clear();
    m_searched.clear();
    m_at = -1;
    m_source->open(content);
}

void PageView::setBusy(const QString& what) {
    if (what.isEmpty())
        m_busy->end();
    else
        m_busy->begin(what);
}

void PageView::clear() {
    m_busy->end();
    m_pages = m_page = 0;
    m_found.clear();
    m_searched.clear();
    m_sheet->clear();
    m_scroll->hide();
    m_nothing->show();
    tellPage();
}

void PageView::goTo(int page) {
    if (page < 0 || page >= m_pages || page == m_page) return;
    m_page = page;
    m_scroll->verticalScrollBar()->setValue(0);
    draw();
}

double PageView::scaleToFit() const {
    const int room = m_scroll->viewport()->width() - 2;
    return m_size.width() > 0 ? std::clamp(room / m_size.width(), kLeast, kMost) : 1;
}

void PageView::draw() {
    tellPage();
    if (m_pages == 0) return;
    m_source->draw(m_page, (m_scale > 0 ? m_scale : scaleToFit()) * devicePixelRatioF());
}

void PageView::zoom(double factor) {
    m_scale = std::clamp((m_scale > 0 ? m_scale : scaleToFit()) * factor, kLeast, kMost);
    draw();
}

void PageView::fit() {
    m_scale = 0;
    draw();
}

void PageView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_scale == 0 && m_pages > 0) draw();
}

void PageView::copy() {
    const auto selected = m_sheet->selected();
    if (!selected.isEmpty()) QApplication::clipboard()->setText(selected);
}

QString PageView::text() const { return m_sheet->text(); }

// Enter goes from place to place, and looks anew when the words are others.
void PageView::search() {
    if (m_sought->text() == m_searched && !m_found.empty()) return seek();
    m_searched = m_sought->text();
    m_found.clear();
    if (m_searched.trimmed().isEmpty()) return showFound();
    m_source->find(m_searched);
}

void PageView::seek() {
    if (!m_found.empty()) m_at = (m_at + 1) % static_cast<int>(m_found.size());
    if (m_at >= 0 && m_found.at(static_cast<std::size_t>(m_at)).page != m_page)
        goTo(m_found.at(static_cast<std::size_t>(m_at)).page);
    else
        showFound();
}

void PageView::showFound() {
    std::vector<QRectF> marks;
    int current = -1;
    for (std::size_t at = 0; at < m_found.size(); ++at) {
        if (m_found[at].page != m_page) continue;
        if (static_cast<int>(at) == m_at) current = static_cast<int>(marks.size());
        marks.push_back(m_found[at].box);
    }
    if (current >= 0) {
        const auto place = m_sheet->onSheet(marks.at(static_cast<std::size_t>(current)));
        m_scroll->ensureVisible(place.center().x(), place.center().y(), kSpace, m_scroll->height() / 3);
    }
    m_sheet->mark(std::move(marks), current);
    if (m_searched.isEmpty())
        m_count->clear();
    else if (m_found.empty())
        m_count->setText(tr("no está", "the words that were searched for are not in the document"));
    else
        m_count->setText(tr("%1 de %2", "which of the places that were found").arg(m_at + 1).arg(m_found.size()));
    m_count->setVisible(!m_count->text().isEmpty());
}

void PageView::tellPage() {
    for (QWidget* each : std::initializer_list<QWidget*>{m_back, m_where, m_on}) each->setVisible(m_pages > 1);
    m_back->setEnabled(m_page > 0);
    m_on->setEnabled(m_page + 1 < m_pages);
    m_where->setText(
        tr("%1/%2", "page of a document; %1 its number, %2 how many there are").arg(m_page + 1).arg(m_pages));
    m_where->setAccessibleName(
        tr("Hoja %1 de %2", "page of a document, for screen readers").arg(m_page + 1).arg(m_pages));
}

}  // namespace gui
