// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "contract/acts_of_line.hpp"
#include "gui/session/workplace.hpp"

namespace gui {

/// What a machine asks of the person at it, as it is shown: what to do, with which piece, and why again.
struct Prompt {
    QString action;
    QString piece;
    QString note = {};
};

Prompt promptOf(const Workplace& place, const contract::StationCall& call);

/// What the station is at, while it asks for nothing.
QString workOf(const contract::StationLine& station);

/// How the run of a line ended: what was done, and why it stopped before all was.
struct RunReport {
    bool stoppedEarly = false;
    QString done;
    QString reasons;
    QString next;
};

RunReport reportOf(const Workplace& place, const contract::LineRan& ran);

/// "El puesto linea-1 está en pausa …"
QString restOf(const contract::RestLine& rest);

}  // namespace gui
