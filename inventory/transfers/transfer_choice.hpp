// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/transfers/transfers.hpp"

namespace inventory {

/// Which serials a transfer is made of, and what stands against them.
struct Transfers::Choice {
    std::vector<SerialRange> ranges;
    std::vector<base::Fault> faults;
};

}  // namespace inventory
