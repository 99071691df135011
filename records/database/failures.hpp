// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// What both engines say of a statement that did not go through.
namespace records {

enum class Trouble { Unique, Constraint, Busy, Lost, Full, Failed };

/// Throws the Failure for it. `where` is the statement, `detail` what the engine's library said.
[[noreturn]] void throwTrouble(Trouble trouble, std::string_view where, const std::string& detail);

}  // namespace records
