// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

/// The data groups whose content 9303-10 leaves open or to the issuer.
namespace chip::lds {

/// EF.DG8, EF.DG9, EF.DG10: data, structure and substance features (9303-10 4.7.8 to 4.7.10): a count and, until the
/// standard defines them, objects of the issuer's own.
struct FeatureGroup {
    std::vector<base::Bytes> features = {};  ///< each a whole object: tag, length, value
    friend bool operator==(const FeatureGroup&, const FeatureGroup&) = default;
};

/// Refuses "lds.feature" for features that are not one whole object each, and for numbers of them other than 1 to 9.
/// `group` is EF.DG8, EF.DG9 or EF.DG10.
base::Result<base::Bytes> encodeFeatures(File group, const FeatureGroup& features);
/// Names "lds.instance-count".
base::Result<Decoded<FeatureGroup>> decodeFeatures(File group, base::BytesView content);

/// EF.DG13: whatever the issuer put there (9303-10 4.7.13).
struct Dg13 {
    base::Bytes content = {};
    friend bool operator==(const Dg13&, const Dg13&) = default;
};
base::Bytes encodeDg13(const Dg13& dg13);
base::Result<Decoded<Dg13>> decodeDg13(base::BytesView content);

/// EF.DG6 is reserved (9303-10 4.7.6): it is read, named "lds.reserved", and never written.
struct Dg6 {
    base::Bytes content = {};
};
base::Result<Decoded<Dg6>> decodeDg6(base::BytesView content);

}  // namespace chip::lds
