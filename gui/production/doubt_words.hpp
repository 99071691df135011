// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "contract/acts_of_line.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

/// What a chip in doubt says of itself, and what that means for the verdict.
struct ChipWords {
    Standing standing = Standing::Neutral;
    QString text;
};
ChipWords chipWordsOf(const contract::DoubtShown& doubt);

/// What the person looks at on the page; empty where the page has nothing to do with the doubt.
QString pageWordsOf(const contract::DoubtShown& doubt);

/// The step whose end is not known.
QString stepWordsOf(const std::string& step);

}  // namespace gui
