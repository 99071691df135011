// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include "gui/widgets/status_sign.hpp"

namespace gui {

/// What a verification found, as it is said to whoever shows the document at a counter.
struct VerdictWords {
    Standing standing = Standing::Caution;
    QString verdict;
    QString meaning;
};

VerdictWords verdictWordsOf(const std::string& verdict);

}  // namespace gui
