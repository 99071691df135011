// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Notes for whoever keeps the system running, on standard error. Never holders' data, keys or APDU bodies.
namespace base::log {

enum class Level { Debug, Info, Warning, Error };

void setLevel(Level level);
void debug(std::string_view text);
void info(std::string_view text);
void warning(std::string_view text);
void error(std::string_view text);

}  // namespace base::log
