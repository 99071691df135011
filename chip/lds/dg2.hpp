// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"
#include "chip/lds/image.hpp"

namespace chip::lds {

/// In which data structure a face came.
enum class FaceRecord { Iso19794Of2005, Iso39794 };

/// How a portrait was posed (19794-5 table 8).
enum class FaceImageType : std::uint8_t { Basic = 0, FullFrontal = 1, TokenFrontal = 2 };

struct Face {
    FaceRecord record = FaceRecord::Iso19794Of2005;
    FaceImageType type = FaceImageType::FullFrontal;
    std::uint16_t width = 0;   ///< as the record states, pixels; 0 where the record states none
    std::uint16_t height = 0;  ///< as the record states
    ImageFormat format = ImageFormat::Jpeg;
    base::Bytes image = {};
};

/// EF.DG2: the holder's face (9303-10 4.7.2).
struct Dg2 {
    std::vector<Face> faces = {};
};

/// One face without feature points in a record of ISO/IEC 19794-5:2005 within CBEFF. The image is brought into the
/// form of `imageForChip`; refuses what that refuses.
base::Result<base::Bytes> encodeDg2(base::BytesView portrait, FaceImageType type = FaceImageType::FullFrontal);

/// Reads at most 16 faces, of either record structure. Names "lds.face-length" (stated lengths and octets differ),
/// "lds.feature-points", "lds.image-format" (format stated otherwise than the image is).
base::Result<Decoded<Dg2>> decodeDg2(base::BytesView content);

}  // namespace chip::lds
