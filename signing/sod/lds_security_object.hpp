// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "signing/keys/algorithm.hpp"

namespace signing {

/// By which edition a document's data is laid out: LDS 1.7 (9303-10 appendix D) or LDS 1.8.
enum class LdsGeneration { V0, V1 };

/// LDSSecurityObject (9303-10 4.6.2.3): the hashes of a chip's data groups.
struct LdsSecurityObject {
    std::uint64_t version = 1;  ///< 0 for LDS 1.7, 1 for LDS 1.8
    NamedDigest digest;
    std::map<int, base::Bytes> hashes;  ///< by data group number, 1 to 16
    std::string ldsVersion;             ///< "0108"; empty in version 0
    std::string unicodeVersion;         ///< "040000"; empty in version 0
    bool ascending = true;              ///< whether the hashes stood in ascending order
    bool trailing = false;              ///< whether something followed that belongs to no version
};

/// Hashes ascending; in version 1 with LDS 1.8 and Unicode 4.0.0.
base::Bytes encodeLdsSecurityObject(base::DigestAlgorithm digest, const std::map<int, base::Bytes>& hashes,
                                    LdsGeneration generation = LdsGeneration::V1);
/// Reads versions 0 and 1. Refuses "signing.malformed", "signing.algorithm-unknown".
base::Result<LdsSecurityObject> readLdsSecurityObject(base::BytesView object);

}  // namespace signing
