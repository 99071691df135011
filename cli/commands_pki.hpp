// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.hpp"

namespace cli {

void addPkiCommands(CLI::App& program, Desk& desk);

}  // namespace cli
