// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/chip_profile.hpp"

namespace issuance {

/// The portrait in the form that a chip profile asks for: cropped to the form's proportion, scaled down to its size
/// (never up), in its format, compressed as little as its octets allow. A picture that already is so stays octet by
/// octet but for what `imageForChip` leaves out. Refuses "portrait.does-not-fit" where the octets allow no acceptable
/// quality, and what decoding refuses.
base::Result<base::Bytes> portraitForChip(base::BytesView file, const chip::PortraitForm& form);

}  // namespace issuance
