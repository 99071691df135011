// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/curve.hpp"

#include <openssl/obj_mac.h>

#include "base/openssl.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace ssl = base::openssl;

int nidOf(unsigned parameterId) {
    switch (parameterId) {
        case 12: return NID_X9_62_prime256v1;
        case 13: return NID_brainpoolP256r1;
        case 15: return NID_secp384r1;
        case 16: return NID_brainpoolP384r1;
        default: return NID_undef;
    }
}

base::Fault badPoint() { return {"access.bad-point"_code}; }

ssl::BigNumber numberOf(base::BytesView octets) {
    ssl::BigNumber number{ssl::check(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr), "BN_bin2bn")};
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    return number;
}

}  // namespace

struct Curve::State {
    ssl::Group group;
    ssl::BigNumberContext context;

    [[nodiscard]] ssl::Point newPoint() const {
        return ssl::Point{ssl::check(EC_POINT_new(group.get()), "EC_POINT_new")};
    }

    /// Null for anything that is not an uncompressed point on the curve; OpenSSL checks the equation.
    [[nodiscard]] ssl::Point decode(base::BytesView octets) const {
        auto point = newPoint();
        const bool uncompressed = !octets.empty() && octets[0] == POINT_CONVERSION_UNCOMPRESSED;
        if (uncompressed &&
            EC_POINT_oct2point(group.get(), point.get(), octets.data(), octets.size(), context.get()) == 1)
            return point;
        ssl::forgetErrors();
        return nullptr;
    }

    [[nodiscard]] base::SecretBytes encode(const EC_POINT* point) const {
        const auto form = POINT_CONVERSION_UNCOMPRESSED;
        const std::size_t size = EC_POINT_point2oct(group.get(), point, form, nullptr, 0, context.get());
        base::SecretBytes octets{size};
        if (size == 0 ||
            EC_POINT_point2oct(group.get(), point, form, octets.revealForWriting().data(), size, context.get()) != size)
            ssl::throwFailure("EC_POINT_point2oct");
        return octets;
    }
};

Curve::Curve(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Curve::Curve(Curve&&) noexcept = default;
Curve& Curve::operator=(Curve&&) noexcept = default;
Curve::~Curve() = default;

base::Result<Curve> Curve::byParameterId(unsigned id) {
    const int nid = nidOf(id);
    if (nid == NID_undef)
        return base::Fault{"access.unsupported-protocol"_code, {{"protocol", "parameterId " + std::to_string(id)}}};
    auto state = std::make_unique<State>();
    state->group.reset(ssl::check(EC_GROUP_new_by_curve_name(nid), "EC_GROUP_new_by_curve_name"));
    state->context.reset(ssl::check(BN_CTX_secure_new(), "BN_CTX_secure_new"));
    return Curve{std::move(state)};
}

base::Bytes Curve::generator() const {
    const auto octets = m_state->encode(EC_GROUP_get0_generator(m_state->group.get()));
    return {octets.reveal().begin(), octets.reveal().end()};
}

std::size_t Curve::coordinateSize() const {
    return (static_cast<std::size_t>(EC_GROUP_get_degree(m_state->group.get())) + 7) / 8;
}

base::SecretBytes Curve::drawScalar(RandomSource& random) const {
    const BIGNUM* order = EC_GROUP_get0_order(m_state->group.get());
    while (true) {
        auto octets = random.octets(static_cast<std::size_t>(BN_num_bytes(order)));
        const auto number = numberOf(octets.reveal());
        if (!BN_is_zero(number.get()) && BN_cmp(number.get(), order) < 0) return octets;
    }
}

base::Result<base::SecretBytes> Curve::multiply(base::BytesView point, base::BytesView scalar) const {
    const auto factor = m_state->decode(point);
    if (!factor) return badPoint();
    auto number = numberOf(scalar);
    auto product = m_state->newPoint();
    ssl::check(
        EC_POINT_mul(m_state->group.get(), product.get(), nullptr, factor.get(), number.get(), m_state->context.get()),
        "EC_POINT_mul");
    if (EC_POINT_is_at_infinity(m_state->group.get(), product.get()) == 1) return badPoint();
    return m_state->encode(product.get());
}

base::Result<base::SecretBytes> Curve::add(base::BytesView left, base::BytesView right) const {
    const auto first = m_state->decode(left), second = m_state->decode(right);
    if (!first || !second) return badPoint();
    auto sum = m_state->newPoint();
    ssl::check(EC_POINT_add(m_state->group.get(), sum.get(), first.get(), second.get(), m_state->context.get()),
               "EC_POINT_add");
    if (EC_POINT_is_at_infinity(m_state->group.get(), sum.get()) == 1) return badPoint();
    return m_state->encode(sum.get());
}

base::SecretBytes Curve::xOf(base::BytesView point) const {
    return base::SecretBytes::copyOf(point.subspan(1, coordinateSize()));
}

}  // namespace chip
