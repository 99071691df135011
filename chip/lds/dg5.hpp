// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// EF.DG5: the portrait as displayed on the document (9303-10 4.7.5).
struct Dg5 {
    std::vector<base::Bytes> images = {};
};

/// One portrait, brought into the form of `imageForChip`; refuses what that refuses.
base::Result<base::Bytes> encodeDg5(base::BytesView portrait);
/// Names "lds.image-format" for images that are neither JFIF nor JPEG 2000 (EXIF, for one), and "lds.instance-count".
base::Result<Decoded<Dg5>> decodeDg5(base::BytesView content);

}  // namespace chip::lds
