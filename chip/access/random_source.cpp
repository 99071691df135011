// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/random_source.hpp"

#include "base/digest.hpp"

namespace chip {
namespace {

class SystemRandom final : public RandomSource {
   public:
    base::SecretBytes octets(std::size_t count) override { return base::SecretBytes{base::randomBytes(count)}; }
};

}  // namespace

RandomSource& systemRandom() {
    static SystemRandom source;
    return source;
}

}  // namespace chip
