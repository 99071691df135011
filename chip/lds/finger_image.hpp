// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/dg3.hpp"

namespace chip::lds {

/// What a finger's image says of itself.
struct FingerImageHeader {
    FingerImageFormat format = FingerImageFormat::Wsq;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
};

/// Of a WSQ, JPEG, JPEG 2000 (JP2 or codestream) or PNG image; nothing for any other, or one cut short before its size.
std::optional<FingerImageHeader> readFingerImage(base::BytesView image);

/// The record of ISO/IEC 19794-4:2005 ("FIR", version 010) of one finger, width, height and format as it states them.
base::Bytes writeFingerRecord(const Fingerprint& finger);
base::Result<std::vector<Fingerprint>> readFingerRecord(base::BytesView record, Defects& defects);

/// The finger image data block of ISO/IEC 39794-4:2019 (object 64): mandatory fields and the sampling rate.
base::Bytes writeFingerImageData(const Fingerprint& finger);
base::Result<std::vector<Fingerprint>> readFingerImageData(base::BytesView record, Defects& defects);

}  // namespace chip::lds
