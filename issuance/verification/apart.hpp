// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

#include "base/bytes.hpp"

namespace issuance {

/// What work on a hostile file may take.
struct ApartLimits {
    std::chrono::milliseconds time{60000};
    std::size_t memory = std::size_t{4} * 1024 * 1024 * 1024;  ///< octets
};

/// Does a piece of work in a process of its own and gives what it gave: a library that falls over a hostile file takes
/// nobody with it, and one that never ends is ended. The work sees everything as it was at the call and changes nothing
/// here; it must use no database and start no thread. An answer has at most 4 MiB. It keeps crashes apart, not
/// an intruder: the child has what this process has. Refuses "verification.reader-failed" (argument "what").
base::Result<base::Bytes> performedApart(const std::function<base::Bytes()>& work, const ApartLimits& limits = {});

}  // namespace issuance
