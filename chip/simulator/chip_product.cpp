// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/chip_product.hpp"

namespace chip {

std::shared_ptr<const ChipProduct> ChipProduct::of(const ChipProfile& profile,
                                                   std::shared_ptr<const TransportKeys> keys) {
    if (!profile.fileSystem && !profile.globalPlatform) return nullptr;
    return std::make_shared<const ChipProduct>(
        ChipProduct{profile.fileSystem, profile.globalPlatform, std::move(keys)});
}

}  // namespace chip
