// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

#include "base/digest.hpp"

namespace chip {

struct ChipProduct;

/// What a simulated chip can do; the answer to reset tells of lengths and chains, `largest…` is for callers in this
/// process.
struct ChipMake {
    std::size_t capacity = std::size_t{128} * 1024;  ///< octets of non-volatile memory, bookkeeping included
    std::size_t largestCommandData = 255;
    std::size_t largestResponseData = 256;
    bool extendedLengths = true;
    bool chaining = true;        ///< of commands other than PACE's, which are always chained
    bool drawnIdentity = false;  ///< tells another identifier each time it comes to a reader, as chips may
    /// What active authentication by RSA hashes with; the trailer names it (9303-11 6.1.2.2).
    base::DigestAlgorithm activeAuthenticationDigest = base::DigestAlgorithm::Sha1;
    /// How it is written; null for the ICAO applet.
    std::shared_ptr<const ChipProduct> product = {};
};

}  // namespace chip
