// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <random>

namespace issuance::training {

/// Draws from a seed, the same on every machine: the distributions of the standard library differ between libraries.
class Chance {
   public:
    explicit Chance(std::uint32_t seed) : m_random(seed) {}
    /// 0 to limit - 1.
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(m_random() % limit); }
    double between(double least, double most) { return least + (most - least) * below(10001) / 10000.0; }
    template <class T, std::size_t N>
    const T& oneOf(const std::array<T, N>& list) {
        return list[below(N)];
    }

   private:
    std::mt19937 m_random;
};

}  // namespace issuance::training
