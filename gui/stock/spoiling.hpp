// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/form_sheet.hpp"

namespace gui {

/// Asks which blank is spoiled and by what, from the house's list of causes, with a photograph where there is one.
/// Where the office wants a second person, their consent. `told` says what was done; `troubled` why the causes are not
/// to be had.
void spoilBlank(const Workplace& place, QWidget* over, const QString& serial, std::function<void(const QString&)> told,
                OfficeLink::OnTrouble troubled);
/// Adds a photograph to a blank that is spoiled already.
void addEvidence(const Workplace& place, QWidget* over, std::function<void(const QString&)> told);

/// What people call the causes of the house's list, by their codes.
using CauseNames = QHash<QString, QString>;
void askCauses(const Workplace& place, QObject* asker, std::function<void(const CauseNames&)> answered,
               OfficeLink::OnTrouble troubled);

}  // namespace gui
