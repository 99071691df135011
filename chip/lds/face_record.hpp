// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/dg2.hpp"

namespace chip::lds {

/// The facial record of ISO/IEC 19794-5:2005 5 ("FAC", version 010) for one image without feature points.
base::Bytes writeFaceRecord(const Image& image, FaceImageType type);

/// Its images. Refuses what has no such header or ends within one.
base::Result<std::vector<Face>> readFaceRecord(base::BytesView record, Defects& defects);

}  // namespace chip::lds
