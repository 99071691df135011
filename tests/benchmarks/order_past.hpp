// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/database/database.hpp"

namespace benchmarks {

/// What a house has behind it after years, written by the owner's connection as fast as the engine takes it: `orders`
/// orders of which the last `waiting` are in the line, and the others were released as documents.
void writeOrders(records::Connection& owner, std::int64_t orders, std::int64_t waiting);

}  // namespace benchmarks
