// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/dg4.hpp"

namespace chip::lds {

/// The record of ISO/IEC 19794-6:2005 ("IIR", version 010) of one iris, as its fields state them.
base::Bytes writeIrisRecord(const Iris& iris);
base::Result<std::vector<Iris>> readIrisRecord(base::BytesView record, Defects& defects);

/// The iris image data block of ISO/IEC 39794-6:2021 (object 66): mandatory fields, cropped image, range not assigned.
base::Bytes writeIrisImageData(const Iris& iris);
base::Result<std::vector<Iris>> readIrisImageData(base::BytesView record, Defects& defects);

}  // namespace chip::lds
