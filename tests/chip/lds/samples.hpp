// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace chip::lds {

/// A published file of tests/data/lds.
inline base::Bytes sample(std::string_view name) {
    return *base::readFile(support::testData("lds") / name, std::size_t{1} << 20U);
}

inline bool names(const std::vector<base::Fault>& defects, std::string_view code) {
    return std::ranges::any_of(defects, [&](const base::Fault& defect) { return defect.code.name() == code; });
}

/// A JPEG of one scan that says 300 × 400 pixels, with the segments given before its frame header.
inline base::Bytes jpegWith(std::string_view segments, std::string_view components = "03") {
    const std::string frame = "ffc00011080190012c" + std::string{components} + "012200021101031101";
    return *base::fromHex("ffd8" + std::string{segments} + frame + "ffda000c03010002110311003f00" + "123456ffd9");
}
inline constexpr std::string_view kJfifSegment = "ffe000104a46494600010200000100010000";
inline constexpr std::string_view kExifSegment = "ffe1000845786966 0000";

}  // namespace chip::lds
