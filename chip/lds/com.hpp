// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// EF.COM: versions, and which data groups there are (9303-10 4.6.1).
struct Com {
    std::string ldsVersion = "0108";        ///< "aabb": version aa, update bb
    std::string unicodeVersion = "040000";  ///< "aabbcc"
    std::vector<File> dataGroups = {};      ///< in ascending order when written
    friend bool operator==(const Com&, const Com&) = default;
};

base::Bytes encodeCom(const Com& com);
/// Names "lds.unknown-tag" for listed tags that are no data group's.
base::Result<Decoded<Com>> decodeCom(base::BytesView content);

}  // namespace chip::lds
