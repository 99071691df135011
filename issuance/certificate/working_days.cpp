// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/working_days.hpp"

namespace issuance {

base::Date workingDaysAfter(base::Date day, int count) {
    std::chrono::sys_days date{day};
    while (count > 0) {
        date += std::chrono::days{1};
        const std::chrono::weekday weekday{date};
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) --count;
    }
    return date;
}

}  // namespace issuance
