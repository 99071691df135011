// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_reports.hpp"
#include "gui/session/workplace.hpp"

namespace gui {

/// How the saving of a report ended: with the paths of its files, or not.
struct ReportEnds {
    std::function<void(const QStringList& paths)> saved;
    OfficeLink::OnTrouble troubled;
};

/// Has the office make the files of the report, and writes them into the folder, on a thread of its own. What cannot be
/// written is told as "gui.file-not-written".
void saveReport(const Workplace& place, QObject* asker, contract::ReportLine request, const QString& folder,
                ReportEnds ends);

}  // namespace gui
