// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_chips.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/sheet.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

/// One check as a person reads it.
struct CheckShown {
    Standing standing = Standing::Neutral;
    QString text;
};

/// What failed first, then what leaves doubts, then what is good.
std::vector<CheckShown> checksOf(const Workplace& place, const std::vector<contract::Verdict>& verdicts);
std::vector<CheckShown> checksOf(const Workplace& place, const contract::ChipWasRead& read);

/// All of them, over the page.
class ChecksSheet : public Sheet {
    Q_OBJECT
   public:
    ChecksSheet(QWidget* over, const QString& title, const CheckShown& conclusion,
                const std::vector<CheckShown>& checks);
};

}  // namespace gui
