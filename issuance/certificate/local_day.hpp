// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

/// The day and the hour that people in Guatemala write: UTC-6 all year.
namespace issuance {

inline base::Timestamp localTime(base::Timestamp moment) { return moment - std::chrono::hours{6}; }
/// Midnight there.
inline base::Timestamp beginOfLocalDay(base::Date day) {
    return base::Timestamp{std::chrono::sys_days{day}} + std::chrono::hours{6};
}
inline base::Date localDay(base::Timestamp moment) { return base::dayOf(localTime(moment)); }

}  // namespace issuance
