// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/counted_key.hpp"

#include <algorithm>

namespace chip {

base::SecretBytes countedKey(const CipherKey& from, base::BytesView before, base::BytesView after, std::size_t size) {
    base::SecretBytes key{size};
    std::uint8_t counter = 0;
    for (std::size_t at = 0; at < size;) {
        const base::SecretBytes block{
            cmac(from.cipher, from.key, base::concat({before, base::Bytes{++counter}, after}))};
        const auto part = block.reveal().first(std::min(block.size(), size - at));
        std::ranges::copy(part, key.revealForWriting().begin() + static_cast<std::ptrdiff_t>(at));
        at += part.size();
    }
    return key;
}

}  // namespace chip
