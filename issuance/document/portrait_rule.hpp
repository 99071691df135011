// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace issuance {

/// What a portrait must be to be printed and stored on the chip (9303-9 3.1, ISO/IEC 19794-5 token image sizes).
struct PortraitRule {
    std::uint32_t leastWidth = 413;   ///< pixels: 35 mm at 300 per inch
    std::uint32_t leastHeight = 531;  ///< pixels: 45 mm at 300 per inch
    std::uint32_t mostPixels = 8'000'000;
    std::size_t mostOctets = std::size_t{2} * 1024 * 1024;
    double leastAspect = 0.70;  ///< width by height
    double mostAspect = 0.85;
};

}  // namespace issuance
