// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "chip/lds/biometric_group.hpp"

namespace chip::lds {

/// Which eye (19794-6:2005 table 5, 39794-6 EyeLabelCode).
enum class Eye : std::uint8_t { Unknown = 0, Right = 1, Left = 2 };

/// One iris: an image in JPEG 2000 (JP2) or, in ISO/IEC 39794-6 only, PNG.
struct Iris {
    BiometricStandard standard = BiometricStandard::Iso19794Of2005;
    Eye eye = Eye::Unknown;
    std::uint16_t width = 0;  ///< as the record states, pixels; of the image's own header where the record states none
    std::uint16_t height = 0;
    bool colour = false;
    std::uint16_t diameter = 0;   ///< expected, in pixels; 0 not stated; 19794-6 only
    std::uint8_t quality = 0xFE;  ///< 0 to 100; FE: not determined; 19794-6 only
    base::Date captured = {};     ///< 39794-6 only
    base::Bytes image = {};
};

/// EF.DG4: the holder's irises (9303-10 4.7.4).
struct Dg4 {
    std::vector<Iris> irises = {};
    base::Bytes issuerContent = {};  ///< beside no irises
};

/// One template for each iris, in records of ISO/IEC 19794-6:2005 or 39794-6:2021 (`standard`; the irises' own is not
/// looked at). Width, height and colour are taken from the images; refuses images of other formats
/// ("lds.image-not-accepted"), no irises, unknown eyes, and one eye twice ("lds.eye").
base::Result<base::Bytes> encodeDg4(const std::vector<Iris>& irises,
                                    BiometricStandard standard = BiometricStandard::Iso19794Of2005);

/// For a document whose holder gave no irises (9303-10 4.7.4.2.2), as encodeDg3WithoutFingers.
base::Bytes encodeDg4WithoutIrises(base::BytesView random);

/// At most 16 irises. Names what decodeBiometricGroup names, and "lds.iris-length" (stated lengths and octets differ),
/// "lds.several-in-record", "lds.biometric-subtype", "lds.image-format", as decodeDg3 does.
base::Result<Decoded<Dg4>> decodeDg4(base::BytesView content);

}  // namespace chip::lds
