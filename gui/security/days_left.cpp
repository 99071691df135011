// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/days_left.hpp"

#include <QCoreApplication>

#include "base/clock.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Days {
    Q_DECLARE_TR_FUNCTIONS(Days)
   public:
    static QString left(const QString& day, std::int64_t days) {
        return tr("%1 (le queda(n) %n día(s))", "%1 is the day on which something ends", static_cast<int>(days))
            .arg(day);
    }
    static QString over(const QString& day) { return tr("%1 (ya venció)", "%1 is the day on which it ended").arg(day); }
};

}  // namespace

std::optional<DaysLeft> daysLeftUntil(const std::string& until, std::chrono::days notice) {
    constexpr std::size_t kDay = 10;
    const auto day = base::parseDate(until.substr(0, kDay));
    if (!day) return std::nullopt;
    const auto left = std::chrono::sys_days{*day} - std::chrono::floor<std::chrono::days>(base::SystemClock{}.now());
    const auto written = shown(until.substr(0, kDay));
    if (left.count() < 0) return DaysLeft{Standing::Refused, left.count(), Days::over(written)};
    return DaysLeft{left <= notice ? Standing::Caution : Standing::Done, left.count(),
                    Days::left(written, left.count())};
}

}  // namespace gui
