// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/desk.hpp"

namespace CLI {
class App;
}

namespace cli {

/// What a scanner left in a file ("-": what it sends to standard input), a serial, range or label of a box each line,
/// added to `scans`; nothing where no file is named. Says and throws where the file cannot be read or is too large.
void addScans(const Desk& desk, const std::string& file, std::vector<std::string>& scans);

/// The option --file of commands that take scans.
void addScanFileOption(CLI::App& command, const Desk& desk, std::string& file);

}  // namespace cli
