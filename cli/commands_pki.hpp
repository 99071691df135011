// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.hpp"

namespace cli {

void addPkiCommands(CLI::App& program, Desk& desk);
/// Into the family `pki`.
void addCeremonyCommands(CLI::App& family, Desk& desk);
void addPublicationCommands(CLI::App& family, Desk& desk);

}  // namespace cli
