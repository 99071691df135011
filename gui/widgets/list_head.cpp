// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/list_head.hpp"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

#include "gui/theme/look.hpp"
#include "gui/widgets/list_parts.hpp"

namespace gui {
namespace {

constexpr int kLeastFilter = 220, kLeastChoice = 120;

}  // namespace

ListHead::ListHead(const ListShape& shape, QWidget* parent)
    : QWidget(parent), m_shape(shape), m_filter(new FilterField{this}), m_sort(new QComboBox{this}) {
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    m_filter->setObjectName("filter");
    m_filter->setMinimumWidth(kLeastFilter);
    m_filter->setPlaceholderText(shape.filterHint);
    m_filter->setAccessibleName(shape.filterHint);
    m_filter->setHidden(shape.filterHint.isEmpty());
    row->addWidget(m_filter, 1);
    if (shape.filterHint.isEmpty()) row->addStretch(1);
    for (const auto& choice : shape.choices) {
        auto* box = new QComboBox{this};
        for (const auto& [value, words] : choice.values) box->addItem(words, value);
        box->setObjectName(choice.name);
        m_choices.insert(choice.name, box);
        addBox(choice.label, *box, *row);
    }
    for (const auto& sort : shape.sorts) m_sort->addItem(sort.words, sort.name);
    m_sort->setObjectName("sort");
    m_sort->setVisible(shape.sorts.size() > 1);
    if (shape.sorts.size() > 1) addBox(tr("Orden", "label of the choice of how a list is sorted"), *m_sort, *row);
    setHidden(shape.filterHint.isEmpty() && shape.choices.isEmpty() && shape.sorts.size() < 2);
    connect(m_filter, &FilterField::settled, this, &ListHead::changed);
    connect(m_filter, &FilterField::rowsWanted, this, &ListHead::rowsWanted);
}

void ListHead::addBox(const QString& label, QComboBox& box, QHBoxLayout& row) {
    auto* words = new QLabel{label, this};
    words->setBuddy(&box);
    box.setAccessibleName(label);
    box.setMinimumHeight(kTarget - kGap);
    // Long words are read where they are chosen: the filter is what people write in.
    box.setMinimumWidth(kLeastChoice);
    box.view()->setMinimumWidth(box.view()->sizeHintForColumn(0) + kWide);
    row.addWidget(words);
    row.addWidget(&box);
    connect(&box, &QComboBox::currentIndexChanged, this, &ListHead::changed);
}

KeptFilter ListHead::now() const {
    KeptFilter filter{{}, m_filter->text().trimmed(), {}, m_sort->currentData().toString()};
    for (auto each = m_choices.begin(); each != m_choices.end(); ++each)
        filter.choices.insert(each.key(), each.value()->currentData().toString());
    return filter;
}

void ListHead::apply(const KeptFilter& filter) {
    const auto set = [](QComboBox& box, const QString& value) {
        const QSignalBlocker quiet{box};
        box.setCurrentIndex(std::max(0, box.findData(value)));
    };
    for (auto each = m_choices.begin(); each != m_choices.end(); ++each)
        set(*each.value(), filter.choices.value(each.key()));
    set(*m_sort, filter.sort);
    m_filter->fill(filter.text);
}

void ListHead::narrow(const QString& text) { m_filter->fill(text); }

void ListHead::choose(const QString& name, const QString& value) {
    auto* box = m_choices.value(name);
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

void ListHead::type(const QString& letters) {
    if (m_filter->isHidden()) return;
    m_filter->setFocus();
    m_filter->insert(letters);
    emit m_filter->textEdited(m_filter->text());
}

void ListHead::focusFilter() {
    m_filter->setFocus();
    m_filter->selectAll();
}

void ListHead::sortBy(int column) {
    const int now = m_sort->currentIndex(), count = m_sort->count();
    for (int step = 1; step <= count; ++step)
        if (const int at = (now + step) % count; m_shape.sorts.at(at).column == column)
            return m_sort->setCurrentIndex(at);
}

std::optional<ListSort> ListHead::sort() const {
    const int at = m_sort->currentIndex();
    return at < 0 ? std::nullopt : std::optional{m_shape.sorts.at(at)};
}

bool ListHead::narrows() const {
    return !m_filter->text().trimmed().isEmpty() ||
           std::ranges::any_of(m_choices, [](const QComboBox* box) { return box->currentIndex() > 0; });
}

QString ListHead::words() const {
    QStringList words;
    if (const auto typed = m_filter->text().trimmed(); !typed.isEmpty())
        words << tr("Buscado: %1", "what a list was narrowed by; %1 was typed").arg(typed);
    for (const auto& choice : m_shape.choices)
        words << tr("%1: %2", "what a list was narrowed by; %1 names the choice, %2 what was chosen")
                     .arg(choice.label, m_choices.value(choice.name)->currentText());
    return words.join(QStringLiteral(" · "));
}

}  // namespace gui
