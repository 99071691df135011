// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/secret_bytes.hpp"
#include "chip/access/random_source.hpp"

namespace chip {

/// Arithmetic on a standardised curve (9303-11 table 7), points as uncompressed octets 04 || x || y.
class Curve {
   public:
    /// 12 P-256, 13 brainpoolP256r1, 15 P-384, 16 brainpoolP384r1; refuses "access.unsupported-protocol".
    static base::Result<Curve> byParameterId(unsigned id);
    Curve(Curve&&) noexcept;
    Curve& operator=(Curve&&) noexcept;
    ~Curve();

    [[nodiscard]] base::Bytes generator() const;
    [[nodiscard]] std::size_t coordinateSize() const;
    /// A private key: at least 1, below the order.
    [[nodiscard]] base::SecretBytes drawScalar(RandomSource& random) const;
    /// Refuses "access.bad-point" when the point is not on the curve or the product is the point at infinity.
    [[nodiscard]] base::Result<base::SecretBytes> multiply(base::BytesView point, base::BytesView scalar) const;
    [[nodiscard]] base::Result<base::SecretBytes> add(base::BytesView left, base::BytesView right) const;
    /// The x coordinate: ECKA's shared secret (TR-03111 4.3.1).
    [[nodiscard]] base::SecretBytes xOf(base::BytesView point) const;

   private:
    struct State;
    explicit Curve(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace chip
