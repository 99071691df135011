// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/biometric_group.hpp"

namespace chip::lds {

/// How a finger's image is stored (19794-4:2005 table 5).
enum class FingerImageFormat : std::uint8_t { Raw = 0, Packed = 1, Wsq = 2, Jpeg = 3, Jpeg2000 = 4, Png = 5 };

/// One finger. Positions and impressions by their numbers in 19794-4 tables 6 and 7: positions 1 (right thumb) to 10
/// (left little finger), 0 unknown; impressions 0 plain, 1 rolled, 4 latent, 8 swipe.
struct Fingerprint {
    BiometricStandard standard = BiometricStandard::Iso19794Of2005;
    std::uint8_t position = 0;
    std::uint8_t impression = 0;
    FingerImageFormat format = FingerImageFormat::Wsq;
    std::uint16_t width = 0;  ///< as the record states, pixels; of the image's own header where the record states none
    std::uint16_t height = 0;
    std::uint16_t pixelsPerInch = 500;
    std::uint8_t quality = 254;  ///< 0 to 100; 254: not determined
    base::Bytes image = {};
};

/// EF.DG3: the holder's fingers (9303-10 4.7.3).
struct Dg3 {
    std::vector<Fingerprint> fingers = {};
    base::Bytes issuerContent = {};  ///< beside no fingers
};

/// One template for each finger, as 9303-10 4.7.3.2 asks, in records of ISO/IEC 19794-4:2005 or 39794-4 (`standard`;
/// the fingers' own is not looked at). Width, height and format are taken from the images: WSQ, JPEG 2000 (JP2) or PNG;
/// others are refused ("lds.image-not-accepted"), as are no fingers, more than ten, positions other than 1 to 10, and
/// one position twice ("lds.finger-position").
base::Result<base::Bytes> encodeDg3(const std::vector<Fingerprint>& fingers,
                                    BiometricStandard standard = BiometricStandard::Iso19794Of2005);

/// For a document whose holder gave no fingers (9303-10 4.7.3.2.2): a group of none and the issuer's own octets, which
/// must be random so that the file's hash does not tell.
base::Bytes encodeDg3WithoutFingers(base::BytesView random);

/// At most 64 fingers. Names what decodeBiometricGroup names, and "lds.finger-length" (stated lengths and octets
/// differ), "lds.several-in-record" (a template with more than one image), "lds.biometric-subtype" (the header names
/// another finger than the record), "lds.image-format" (format stated otherwise than the image is).
base::Result<Decoded<Dg3>> decodeDg3(base::BytesView content);

}  // namespace chip::lds
