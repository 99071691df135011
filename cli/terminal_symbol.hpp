// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/bytes.hpp"

namespace cli {

/// The text as a QR code in half blocks on standard error, light on dark; nothing where that is no terminal.
void printSymbol(const std::string& text);

/// RFC 4648, without padding.
std::string base32(base::BytesView octets);

}  // namespace cli
