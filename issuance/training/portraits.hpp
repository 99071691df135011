// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/bytes.hpp"

namespace issuance::training {

/// A drawn head and shoulders on a light ground, 480 by 640 pixels, JPEG; the seed decides skin, hair, clothes and
/// proportions. The same seed gives the same octets.
base::Bytes drawPortrait(std::uint32_t seed);

/// A drawn pen stroke on white, 600 by 200 pixels, JPEG.
base::Bytes drawSignature(std::uint32_t seed);

}  // namespace issuance::training
