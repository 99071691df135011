// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/dg2.hpp"

namespace chip::lds {

/// The face image data block of ISO/IEC 39794-5:2019 (object 65) for one image, with the mandatory fields alone, as
/// ICAO's application profile for electronic travel documents has it.
base::Bytes writeFaceImageData(const Image& image);

/// Its image. Where the structure is another, the first image found by its own signature; refuses where there is none.
base::Result<std::vector<Face>> readFaceImageData(base::BytesView record, Defects& defects);

}  // namespace chip::lds
