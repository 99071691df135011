// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/biometric_group.hpp"
#include "chip/lds/image.hpp"

namespace chip::lds {

/// How a portrait was posed (19794-5 table 8).
enum class FaceImageType : std::uint8_t { Basic = 0, FullFrontal = 1, TokenFrontal = 2 };

struct Face {
    BiometricStandard standard = BiometricStandard::Iso19794Of2005;
    FaceImageType type = FaceImageType::FullFrontal;
    std::uint16_t width = 0;   ///< as the record states, pixels; of the image's own header where the record states none
    std::uint16_t height = 0;  ///< likewise
    ImageFormat format = ImageFormat::Jpeg;
    base::Bytes image = {};
};

/// EF.DG2: the holder's face (9303-10 4.7.2).
struct Dg2 {
    std::vector<Face> faces = {};
};

/// One face within CBEFF: a record of ISO/IEC 19794-5:2005 without feature points, or one of ISO/IEC 39794-5 with the
/// mandatory fields, which knows no pose. The image is brought into the form of `imageForChip`; refuses what that
/// refuses.
base::Result<base::Bytes> encodeDg2(base::BytesView portrait,
                                    BiometricStandard standard = BiometricStandard::Iso19794Of2005,
                                    FaceImageType type = FaceImageType::FullFrontal);

/// Reads at most 16 faces, of either record structure. Names what decodeBiometricGroup names, and "lds.face-length"
/// (stated lengths and octets differ), "lds.feature-points", "lds.image-format" (format stated otherwise than the image
/// is), "lds.extensible-record" (a record of ISO/IEC 39794-5 of another structure, in which an image was found).
base::Result<Decoded<Dg2>> decodeDg2(base::BytesView content);

}  // namespace chip::lds
