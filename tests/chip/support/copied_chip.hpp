// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "base/digest.hpp"
#include "base/tlv.hpp"

namespace support {

/// The memory of a simulated chip (docs/formats/simulated-chip-memory.md), keys and all, as that of a chip with another
/// identifier.
inline base::Bytes copiedChip(base::BytesView memory, base::BytesView identity) {
    constexpr std::size_t kChecksum = 32, kChecksumElement = 2 + kChecksum;
    base::Bytes copy(memory.begin(), memory.end());
    std::ranges::search(copy, identity).front() ^= 0x01;
    const auto content = base::tlv::readFirst(copy).value().value;
    const auto sum = base::sha256(content.first(content.size() - kChecksumElement));
    std::ranges::copy(sum, copy.end() - kChecksum);
    return copy;
}

}  // namespace support
