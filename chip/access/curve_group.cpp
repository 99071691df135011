// SPDX-License-Identifier: GPL-3.0-or-later
#include <openssl/obj_mac.h>

#include <algorithm>

#include "base/openssl.hpp"
#include "chip/access/key_group.hpp"
#include "chip/access/number.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace ssl = base::openssl;
using number::newNumber;
using number::numberOf;

base::Fault badPoint() { return {"access.bad-point"_code}; }

/// Arithmetic modulo the field's prime; every result is a new number.
class Field {
   public:
    Field(const BIGNUM* prime, BN_CTX* context) : m_prime(prime), m_context(context) {}

    [[nodiscard]] ssl::BigNumber times(const BIGNUM* left, const BIGNUM* right) const {
        return run(BN_mod_mul, left, right);
    }
    [[nodiscard]] ssl::BigNumber plus(const BIGNUM* left, const BIGNUM* right) const {
        return run(BN_mod_add, left, right);
    }
    [[nodiscard]] ssl::BigNumber minus(const BIGNUM* number) const {
        const auto zero = newNumber();
        return run(BN_mod_sub, zero.get(), number);
    }
    [[nodiscard]] ssl::BigNumber power(const BIGNUM* number, const BIGNUM* exponent) const {
        auto result = newNumber();
        ssl::check(BN_mod_exp(result.get(), number, exponent, m_prime, m_context), "BN_mod_exp");
        return result;
    }
    /// number^(p-2).
    [[nodiscard]] ssl::BigNumber inverse(const BIGNUM* number) const {
        const auto exponent = lessThanPrime(2);
        return power(number, exponent.get());
    }
    [[nodiscard]] ssl::BigNumber lessThanPrime(BN_ULONG difference) const {
        auto result = newNumber();
        if (BN_copy(result.get(), m_prime) == nullptr) ssl::throwFailure("BN_copy");
        ssl::check(BN_sub_word(result.get(), difference), "BN_sub_word");
        return result;
    }
    [[nodiscard]] const BIGNUM* prime() const { return m_prime; }

   private:
    template <class Function>
    [[nodiscard]] ssl::BigNumber run(Function function, const BIGNUM* left, const BIGNUM* right) const {
        auto result = newNumber();
        ssl::check(function(result.get(), left, right, m_prime, m_context), "field");
        return result;
    }

    const BIGNUM* m_prime;
    BN_CTX* m_context;
};

struct AffinePoint {
    ssl::BigNumber x, y;
};

/// x³ + a·x + b.
ssl::BigNumber curveEquation(const Field& field, const BIGNUM* a, const BIGNUM* b, const BIGNUM* x) {
    const auto square = field.times(x, x), cube = field.times(square.get(), x), linear = field.times(a, x);
    const auto sum = field.plus(cube.get(), linear.get());
    return field.plus(sum.get(), b);
}

/// The point encoding of 9303-11 appendix B.2, steps 1 to 9, for p = 3 mod 4 and 0 < t < p.
AffinePoint encodePoint(const Field& field, const BIGNUM* a, const BIGNUM* b, const BIGNUM* t) {
    const auto one = numberOf(base::Bytes{1});
    const auto square = field.times(t, t), alpha = field.minus(square.get());
    const auto alphaSquare = field.times(alpha.get(), alpha.get());
    const auto sum = field.plus(alpha.get(), alphaSquare.get()), sumPlusOne = field.plus(sum.get(), one.get());
    // X2 = -b (1 + α + α²) (a (α + α²))^-1
    const auto divisor = field.times(a, sum.get()), inverse = field.inverse(divisor.get());
    const auto product = field.times(b, sumPlusOne.get()), negative = field.minus(product.get());
    auto x2 = field.times(negative.get(), inverse.get());
    auto x3 = field.times(alpha.get(), x2.get());
    const auto h2 = curveEquation(field, a, b, x2.get());
    const auto cube = field.times(square.get(), t), u = field.times(cube.get(), h2.get());
    // p - 1 - (p + 1) / 4
    auto exponent = newNumber();
    ssl::check(BN_rshift(exponent.get(), field.prime(), 2), "BN_rshift");
    ssl::check(BN_add_word(exponent.get(), 1), "BN_add_word");
    const auto last = field.lessThanPrime(1);
    ssl::check(BN_sub(exponent.get(), last.get(), exponent.get()), "BN_sub");
    const auto root = field.power(h2.get(), exponent.get());
    const auto rootSquare = field.times(root.get(), root.get()), test = field.times(rootSquare.get(), h2.get());
    if (BN_is_one(test.get())) return {std::move(x2), field.times(root.get(), h2.get())};
    return {std::move(x3), field.times(root.get(), u.get())};
}

class CurveGroup final : public KeyGroup {
   public:
    explicit CurveGroup(int nid) : m_group(ssl::check(EC_GROUP_new_by_curve_name(nid), "EC_GROUP_new_by_curve_name")) {}

    [[nodiscard]] KeyAgreement agreement() const override { return KeyAgreement::Ecdh; }
    [[nodiscard]] base::Bytes generator() const override {
        return number::publicOctets(encode(EC_GROUP_get0_generator(m_group.get())));
    }
    [[nodiscard]] std::size_t fieldBits() const override {
        return static_cast<std::size_t>(EC_GROUP_get_degree(m_group.get()));
    }
    [[nodiscard]] base::Bytes order() const override {
        return number::publicOctets(number::octetsOf(EC_GROUP_get0_order(m_group.get())));
    }
    [[nodiscard]] base::Result<base::SecretBytes> multiply(base::BytesView element,
                                                           base::BytesView scalar) const override {
        const auto factor = decode(element);
        if (!factor) return badPoint();
        const auto number = number::secretNumberOf(scalar);
        const auto context = number::newContext();
        auto product = newPoint();
        ssl::check(EC_POINT_mul(m_group.get(), product.get(), nullptr, factor.get(), number.get(), context.get()),
                   "EC_POINT_mul");
        return finite(product);
    }
    [[nodiscard]] base::Result<base::SecretBytes> add(base::BytesView left, base::BytesView right) const override {
        const auto first = decode(left), second = decode(right);
        if (!first || !second) return badPoint();
        const auto context = number::newContext();
        auto sum = newPoint();
        ssl::check(EC_POINT_add(m_group.get(), sum.get(), first.get(), second.get(), context.get()), "EC_POINT_add");
        return finite(sum);
    }
    [[nodiscard]] base::Result<base::SecretBytes> elementFrom(base::BytesView octets) const override {
        const auto prime = newNumber(), a = newNumber(), b = newNumber();
        const auto context = number::newContext();
        ssl::check(EC_GROUP_get_curve(m_group.get(), prime.get(), a.get(), b.get(), context.get()),
                   "EC_GROUP_get_curve");
        if (BN_mod_word(prime.get(), 4) != 3)
            return base::Fault{"access.unsupported-protocol"_code, {{"protocol", "integrated mapping"}}};
        const auto t = number::secretNumberOf(octets);
        ssl::check(BN_mod(t.get(), t.get(), prime.get(), context.get()), "BN_mod");
        if (BN_is_zero(t.get())) return badPoint();
        const auto affine = encodePoint(Field{prime.get(), context.get()}, a.get(), b.get(), t.get());
        auto point = newPoint();
        // The cofactor of every curve in table 12 is 1; OpenSSL refuses coordinates that are not on the curve.
        if (EC_POINT_set_affine_coordinates(m_group.get(), point.get(), affine.x.get(), affine.y.get(),
                                            context.get()) != 1) {
            ssl::forgetErrors();
            return badPoint();
        }
        return encode(point.get());
    }
    [[nodiscard]] base::SecretBytes secretOf(base::BytesView element) const override {
        return base::SecretBytes::copyOf(element.subspan(1, (fieldBits() + 7) / 8));
    }
    [[nodiscard]] base::Bytes compress(base::BytesView element) const override {
        return number::publicOctets(secretOf(element));
    }

   private:
    [[nodiscard]] ssl::Point newPoint() const {
        return ssl::Point{ssl::check(EC_POINT_new(m_group.get()), "EC_POINT_new")};
    }
    /// Null for anything that is not an uncompressed point on the curve; OpenSSL checks the equation.
    [[nodiscard]] ssl::Point decode(base::BytesView octets) const {
        auto point = newPoint();
        const bool uncompressed = !octets.empty() && octets[0] == POINT_CONVERSION_UNCOMPRESSED;
        if (uncompressed && EC_POINT_oct2point(m_group.get(), point.get(), octets.data(), octets.size(), nullptr) == 1)
            return point;
        ssl::forgetErrors();
        return nullptr;
    }
    [[nodiscard]] base::SecretBytes encode(const EC_POINT* point) const {
        const auto form = POINT_CONVERSION_UNCOMPRESSED;
        const std::size_t size = EC_POINT_point2oct(m_group.get(), point, form, nullptr, 0, nullptr);
        base::SecretBytes octets{size};
        if (size == 0 ||
            EC_POINT_point2oct(m_group.get(), point, form, octets.revealForWriting().data(), size, nullptr) != size)
            ssl::throwFailure("EC_POINT_point2oct");
        return octets;
    }
    [[nodiscard]] base::Result<base::SecretBytes> finite(const ssl::Point& point) const {
        if (EC_POINT_is_at_infinity(m_group.get(), point.get()) == 1) return badPoint();
        return encode(point.get());
    }

    ssl::Group m_group;
};

struct NamedCurve {
    unsigned parameterId;
    int nid;
};
/// 9303-11 table 12.
constexpr NamedCurve kCurves[] = {
    {8, NID_X9_62_prime192v1},  {9, NID_brainpoolP192r1},  {10, NID_secp224r1},       {11, NID_brainpoolP224r1},
    {12, NID_X9_62_prime256v1}, {13, NID_brainpoolP256r1}, {14, NID_brainpoolP320r1}, {15, NID_secp384r1},
    {16, NID_brainpoolP384r1},  {17, NID_brainpoolP512r1}, {18, NID_secp521r1},
};

}  // namespace

base::Result<KeyGroupPtr> number::curveByParameterId(unsigned parameterId) {
    const auto* const found = std::ranges::find(kCurves, parameterId, &NamedCurve::parameterId);
    if (found == std::end(kCurves))
        return base::Fault{"access.unsupported-protocol"_code,
                           {{"protocol", "parameterId " + std::to_string(parameterId)}}};
    return KeyGroupPtr{std::make_shared<CurveGroup>(found->nid)};
}

base::Result<KeyGroupPtr> curveGroup(std::string_view name) {
    const int nid = OBJ_sn2nid(std::string{name}.c_str());
    const auto* const found = std::ranges::find(kCurves, nid, &NamedCurve::nid);
    if (nid == NID_undef || found == std::end(kCurves))
        return base::Fault{"access.unsupported-protocol"_code, {{"protocol", std::string{name}}}};
    return KeyGroupPtr{std::make_shared<CurveGroup>(nid)};
}

}  // namespace chip
