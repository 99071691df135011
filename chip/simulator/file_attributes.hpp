// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/tlv.hpp"
#include "chip/simulator/chip_memory.hpp"

namespace chip {

/// Descriptor, life cycle and conditions in control parameters (ISO/IEC 7816-4 5.3.3), the security attribute in the
/// compact (8C) or the expanded form (AB). A command that the attribute does not speak of is free. Nothing where they
/// are malformed.
std::optional<FileAttributes> readFileAttributes(const std::vector<base::tlv::Element>& control);

}  // namespace chip
