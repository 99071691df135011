// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "chip/access/access_course.hpp"

namespace chip {

/// "access.unexpected-status" with the exchange's name and the status word.
base::Fault unexpectedStatus(Exchange exchange, std::uint16_t status);
/// "access.malformed-answer" at the exchange.
base::Fault malformedAnswer(Exchange exchange);

}  // namespace chip
