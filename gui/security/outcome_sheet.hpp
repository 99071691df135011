// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/sheet.hpp"

class QLineEdit;

namespace gui {

class FaultBanner;

/// What an act made: what to keep in mind of it, and its files to be saved.
class OutcomeSheet : public Sheet {
    Q_OBJECT
   public:
    OutcomeSheet(const Workplace& place, QWidget* over, const QString& title, const QStringList& lines,
                 std::vector<contract::NamedFile> files);

   private:
    void addFolder();
    void save();
    std::vector<contract::NamedFile> m_files;
    FaultBanner* m_banner;
    QLineEdit* m_folder;
};

}  // namespace gui
