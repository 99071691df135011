// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"
#include "chip/lds/image.hpp"

namespace chip::lds {

/// EF.DG7: displayed signature or usual mark (9303-10 4.7.7).
struct Dg7 {
    std::vector<base::Bytes> images = {};
};

/// One image, brought into the form of `imageForChip`; refuses what that refuses.
base::Result<base::Bytes> encodeDg7(base::BytesView signature);
/// Names "lds.image-format" for images that are neither JFIF nor JPEG 2000 (EXIF, for one), and "lds.instance-count".
base::Result<Decoded<Dg7>> decodeDg7(base::BytesView content);

}  // namespace chip::lds
