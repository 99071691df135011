// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "signing/seals/signer_reference.hpp"

/// Visible digital seals: header, features and signature in octets, which a two-dimensional barcode carries (9303-13
/// 2).
namespace signing {

/// Which definition of features a seal follows. ICAO's categories are odd, national ones even (9303-13 2.2, 3.1.1).
struct SealDefinition {
    std::uint8_t reference = 0;
    std::uint8_t category = 0;
    friend bool operator==(const SealDefinition&, const SealDefinition&) = default;
};

struct SealHeader {
    int version = 4;      ///< 3 or 4
    std::string country;  ///< three characters as in the MRZ: "GTM", "D<<"
    SignerReference signer;
    base::Date issued;    ///< the document
    base::Date signedOn;  ///< the day of the signature
    SealDefinition definition;
};

struct SealFeature {
    std::uint8_t tag = 0;  ///< 0 to 254
    base::Bytes value;
    friend bool operator==(const SealFeature&, const SealFeature&) = default;
};

struct Seal {
    SealHeader header;
    std::vector<SealFeature> features;  ///< in their order; each tag once
    base::Bytes signature;              ///< r and s, in the width of the curve's order each
    base::Bytes signedPart;             ///< header and features as they stand
    /// Null where there is none.
    [[nodiscard]] const SealFeature* find(std::uint8_t tag) const;
};

/// The largest symbol of ISO/IEC 16022, 18004 and 24778 (QR 40-L) holds so many octets, and DataMatrix so many.
inline constexpr std::size_t kLargestSeal = 2953, kLargestDataMatrix = 1555;

/// What is signed: header in version 4 and features with DER lengths. Refuses "signing.seal-value-refused" naming the
/// field that a seal cannot hold, all of them at once.
base::Result<base::Bytes> encodeSealContent(const SealHeader& header, const std::vector<SealFeature>& features);
/// The whole seal. Refuses "signing.seal-too-long" beyond kLargestDataMatrix.
base::Result<base::Bytes> closeSeal(base::BytesView content, base::BytesView signature);

/// Reads versions 3 (lengths of features in one octet) and 4 (DER), and nothing that is written in another way than
/// the standard's: minimal lengths, known characters, days of the calendar, each tag once, nothing behind the
/// signature. Refuses "signing.seal-malformed" (where = offset), "signing.seal-version-unknown" and
/// "signing.seal-too-long". No signature is checked.
base::Result<Seal> readSeal(base::BytesView octets);

}  // namespace signing
