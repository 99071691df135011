// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "cli/desk.hpp"

namespace cli {

/// Brings a file to the office part by part, so that its size does not matter to memory, from where an attempt that
/// was broken off ended; tells on a terminal how far it is. Gives its SHA-256, by which an act takes it. A file that
/// cannot be read to its end ("file.not-read") is not taken for its first part.
std::string sendFile(Desk& desk, const std::string& name);

/// The same of what is in memory.
std::string sendOctets(Desk& desk, base::BytesView octets);

}  // namespace cli
