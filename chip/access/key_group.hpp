// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "base/secret_bytes.hpp"
#include "chip/access/random_source.hpp"

namespace chip {

/// Which kind of group keys are agreed in (9303-11 9.6).
enum class KeyAgreement { Dh, Ecdh };

/// A group in which keys are agreed, written additively: points of a prime curve as uncompressed octets 04 || x || y,
/// or numbers of a prime field's subgroup as unsigned integers without leading zeros. Elements that come from a chip
/// are checked before they are computed with. Safe to use from several threads.
class KeyGroup {
   public:
    virtual ~KeyGroup() = default;

    [[nodiscard]] virtual KeyAgreement agreement() const = 0;
    [[nodiscard]] virtual base::Bytes generator() const = 0;
    /// log2 of the field's prime, rounded up.
    [[nodiscard]] virtual std::size_t fieldBits() const = 0;
    /// The order of the generator, big-endian.
    [[nodiscard]] virtual base::Bytes order() const = 0;
    /// Refuses "access.bad-point" when the element is not one of the group, or the product is its neutral element.
    [[nodiscard]] virtual base::Result<base::SecretBytes> multiply(base::BytesView element,
                                                                   base::BytesView scalar) const = 0;
    /// Refuses as `multiply`.
    [[nodiscard]] virtual base::Result<base::SecretBytes> add(base::BytesView left, base::BytesView right) const = 0;
    /// The integrated mapping's function from a number, reduced to the field, to the group (9303-11 4.4.3.3.2).
    /// Refuses "access.bad-point", and "access.unsupported-protocol" for curves that have none (p = 1 mod 4).
    [[nodiscard]] virtual base::Result<base::SecretBytes> elementFrom(base::BytesView number) const = 0;
    /// The shared secret that keys are derived from: the x coordinate, or the number in the prime's width.
    [[nodiscard]] virtual base::SecretBytes secretOf(base::BytesView element) const = 0;
    /// Comp(PK) of 9303-11 7.1.4: the x coordinate, or SHA-1 of the number.
    [[nodiscard]] virtual base::Bytes compress(base::BytesView element) const = 0;

    /// A private key: at least 1, below the order.
    [[nodiscard]] base::SecretBytes drawScalar(RandomSource& random) const;
    /// divisor^-1 · dividend modulo the order, in the order's width: the chip's proof in PACE-CAM (9303-11 4.4.3.5.1).
    [[nodiscard]] base::SecretBytes quotient(base::BytesView dividend, base::BytesView divisor) const;
    /// The context-specific tag of a public key in a key object: 86 or 84 (9303-11 tables 10 and 11).
    [[nodiscard]] unsigned publicKeyTag() const { return agreement() == KeyAgreement::Ecdh ? 0x86 : 0x84; }
};
using KeyGroupPtr = std::shared_ptr<const KeyGroup>;

/// The standardised domain parameters of 9303-11 table 12: 0 to 2 prime fields, 8 to 18 curves. Refuses
/// "access.unsupported-protocol" for all other numbers.
base::Result<KeyGroupPtr> standardisedGroup(unsigned parameterId);
/// The curve by OpenSSL's name, of those in table 12; refuses as above.
base::Result<KeyGroupPtr> curveGroup(std::string_view name);

/// Parameters of a prime field's subgroup as octets; the order may not be told (PKCS#3).
struct FieldParameters {
    base::Bytes prime, generator;
    std::optional<base::Bytes> order = {};
};
/// Refuses "access.unsupported-protocol" for primes under 1024 or over 4096 bits and generators that are none.
base::Result<KeyGroupPtr> fieldGroup(const FieldParameters& parameters);

/// A public key with the group it belongs to.
struct AgreementKey {
    KeyGroupPtr group;
    base::Bytes value;
};
/// Reads a SubjectPublicKeyInfo for key agreement: a known curve, spelled out or by its number in table 12, or
/// Diffie-Hellman in the forms of X9.42 and PKCS#3. Refuses "access.unsupported-protocol", "access.bad-point".
base::Result<AgreementKey> readAgreementKey(base::BytesView subjectPublicKeyInfo);

}  // namespace chip
