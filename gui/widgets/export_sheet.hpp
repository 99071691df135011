// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/workplace.hpp"
#include "gui/widgets/list_export.hpp"
#include "gui/widgets/sheet.hpp"

class QLabel;
class QLineEdit;
class QProgressBar;

namespace gui {

class ActionButton;
class FaultBanner;

/// Where a person's files go unless they say otherwise.
QString usualFolder();

/// A list as it is to be exported.
struct ExportedList {
    QString name;  ///< its files' begin so
    RowsHead head;
    ListSource source;
    ListQuery query;
    QList<int> columns;
};

/// Asks where to, writes all rows of a list into a file there, and says how far it is; Escape stops it, and leaves
/// nothing.
class ExportSheet : public Sheet {
    Q_OBJECT
   public:
    ExportSheet(const Workplace& place, QWidget* over, ExportedList list);

   private:
    enum class Format { Csv, Pdf };
    void begin(Format format);
    [[nodiscard]] QString pathFor(Format format) const;
    void follow(const QString& path);
    void end();

    const Workplace& m_place;
    ExportedList m_list;
    FaultBanner* m_banner;
    QLineEdit* m_folder;
    QLabel* m_count;
    QProgressBar* m_bar;
    ActionButton* m_csv;
    ActionButton* m_pdf;
    ListExport* m_export = nullptr;
};

}  // namespace gui
