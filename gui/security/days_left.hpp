// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "gui/widgets/status_sign.hpp"

namespace gui {

/// How long something still stands, in words and days.
struct DaysLeft {
    Standing standing = Standing::Done;
    std::int64_t days = 0;
    QString text;  ///< "2027-03-01 (faltan 12 días)"
};

/// Of a moment or a day as the house writes them; nothing where it is none. What ends within `notice` asks for care.
std::optional<DaysLeft> daysLeftUntil(const std::string& until, std::chrono::days notice = std::chrono::days{30});

}  // namespace gui
