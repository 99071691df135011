// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.hpp"

namespace cli {

/// `chip lint`, within the family `chip`.
void addChipLint(CLI::App& family, Desk& desk);

}  // namespace cli
