// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.hpp"

namespace chip {

/// Where nonces and ephemeral keys come from, so that the published examples can be replayed octet for octet.
class RandomSource {
   public:
    virtual ~RandomSource() = default;
    virtual base::SecretBytes octets(std::size_t count) = 0;
};

/// The system's generator, for everything but those examples.
RandomSource& systemRandom();

}  // namespace chip
