// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/widgets/kept_list.hpp"
#include "gui/widgets/list_query.hpp"

class QComboBox;
class QHBoxLayout;

namespace gui {

class FilterField;

/// Over a list: what narrows it and how it is sorted.
class ListHead : public QWidget {
    Q_OBJECT
   public:
    ListHead(const ListShape& shape, QWidget* parent);

    [[nodiscard]] KeptFilter now() const;
    void apply(const KeptFilter& filter);
    void narrow(const QString& text);
    void choose(const QString& name, const QString& value);
    /// In the filter, where there is one, as if it had been typed there.
    void type(const QString& letters);
    void focusFilter();
    /// The next of the orders that stand for the column.
    void sortBy(int column);
    /// None where the list is in an order of its own.
    [[nodiscard]] std::optional<ListSort> sort() const;
    [[nodiscard]] bool narrows() const;
    /// What narrows the list, in words.
    [[nodiscard]] QString words() const;

   signals:
    void changed();
    void rowsWanted();

   private:
    void addBox(const QString& label, QComboBox& box, QHBoxLayout& row);
    const ListShape& m_shape;
    FilterField* m_filter;
    QHash<QString, QComboBox*> m_choices;
    QComboBox* m_sort;
};

}  // namespace gui
