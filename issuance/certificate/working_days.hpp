// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

namespace issuance {

/// The day on which so many working days have passed, the first one the day after: Mondays to Fridays.
base::Date workingDaysAfter(base::Date day, int count);

}  // namespace issuance
