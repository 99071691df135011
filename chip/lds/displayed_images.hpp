// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"
#include "chip/lds/image.hpp"

namespace chip::lds {

/// The form that EF.DG5 and EF.DG7 share: a count, 02, and that many images in JFIF or JPEG 2000 under one tag.
base::Result<base::Bytes> encodeDisplayedImages(File file, base::tlv::Tag tag, const std::vector<base::Bytes>& images);
/// At most 16 images. Names "lds.image-format" for images that are neither JFIF nor JP2, and "lds.instance-count".
base::Result<Decoded<std::vector<base::Bytes>>> decodeDisplayedImages(File file, base::tlv::Tag tag,
                                                                      base::BytesView content);

}  // namespace chip::lds
