// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/kept_list.hpp"
#include "gui/widgets/sheet.hpp"

class QCheckBox;
class QLineEdit;
class QListWidget;

namespace gui {

/// Which columns of a list are shown; at least one is.
class ColumnsSheet : public Sheet {
    Q_OBJECT
   public:
    ColumnsSheet(QWidget* over, const QStringList& headings, const QList<int>& seen);

   signals:
    void chosen(const QList<int>& columns);

   private:
    void choose();
    QList<QCheckBox*> m_boxes;
};

/// Filters that a person kept: applies one, forgets one, or keeps what narrows the list now.
class FiltersSheet : public Sheet {
    Q_OBJECT
   public:
    FiltersSheet(QWidget* over, KeptList kept, KeptFilter now, const QString& words);

   signals:
    void applied(const gui::KeptFilter& filter);

   private:
    void fill();
    void apply();
    void drop();
    void keep();
    const KeptList m_kept;
    KeptFilter m_now;
    QList<KeptFilter> m_filters;
    QListWidget* m_list;
    QLineEdit* m_name;
};

}  // namespace gui
