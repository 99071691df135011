// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_reports.hpp"
#include "gui/session/workplace.hpp"
#include "gui/supervision/tile.hpp"

namespace gui {

/// The line as it is now, and as it was today so far.
struct LineFacts {
    contract::LineStatusTold status;
    contract::LineReported today;
    std::vector<std::string> workstations = {};  ///< all that the house has in use, as far as the person may see them
};

/// The parts of the line's picture, each by the code that it is known by.
using Faces = QList<std::pair<QString, TileFace>>;

/// The stages in the order in which orders go through them: what waits there, is at work, held and in doubt.
Faces stageFaces(const LineFacts& facts);

/// The workstations: who is at them, with what, and what keeps them from it. One is slow at a step where half of its
/// passes take half as long again as those of all.
Faces stationFaces(const Workplace& place, const LineFacts& facts, base::Timestamp now);

}  // namespace gui
