// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.hpp"

namespace cli {

/// `troquel verify`: needs neither institution nor session.
void addVerifyCommand(CLI::App& program, Desk& desk);

}  // namespace cli
