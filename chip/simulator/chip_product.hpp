// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "chip/personalization/chip_profile.hpp"

namespace chip {

/// A chip product other than the ICAO applet: the rules that its manual states, and the keys its maker delivers it
/// with. What the rules ask of the chip is written here a second time (docs/decisions/0040).
struct ChipProduct {
    std::optional<FileSystemRules> files = {};
    std::optional<GlobalPlatformRules> platform = {};
    std::shared_ptr<const TransportKeys> keys = {};

    /// Null for a profile of the ICAO applet dialect.
    static std::shared_ptr<const ChipProduct> of(const ChipProfile& profile, std::shared_ptr<const TransportKeys> keys);
};

}  // namespace chip
