// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.hpp"
#include "records/author.hpp"

namespace inventory {

/// What is wrong with the author of an act that two people do together: "stock.second-person-needed" or
/// "stock.same-person" (controls 3 and 17).
std::optional<base::Fault> faultOfTwoPeople(const records::Author& author);

}  // namespace inventory
