// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/active_authentication_key.hpp"

#include <openssl/core_names.h>
#include <openssl/obj_mac.h>

#include <array>

#include "base/der.hpp"
#include "base/openssl.hpp"

namespace chip::lds {
namespace {

using base::Bytes;
namespace der = base::der;
namespace openssl = base::openssl;

constexpr std::size_t kFieldWidth = 32;  // both curves are of 256 bits
constexpr std::size_t kPointWidth = 2 * kFieldWidth + 1;

int nidOf(KeyCurve curve) { return curve == KeyCurve::P256 ? NID_X9_62_prime256v1 : NID_brainpoolP256r1; }

Bytes padded(const BIGNUM* number) {
    Bytes octets(kFieldWidth);
    if (BN_bn2binpad(number, octets.data(), static_cast<int>(octets.size())) < 0) openssl::throwFailure("BN_bn2binpad");
    return octets;
}

/// ECParameters (RFC 3279 2.3.5) with everything said, as 9303-12 asks.
Bytes explicitParameters(const DomainParameters& curve) {
    return der::sequence({der::integer(1), der::sequence({der::oid("1.2.840.10045.1.1"), der::integer(curve.prime)}),
                          der::sequence({der::octetString(curve.a), der::octetString(curve.b)}),
                          der::octetString(curve.basePoint), der::integer(curve.order), der::integer(curve.cofactor)});
}

Bytes publicPoint(const EVP_PKEY* key) {
    Bytes point(kPointWidth);
    std::size_t size = 0;
    openssl::check(EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size),
                   "EVP_PKEY_get_octet_string_param");
    point.resize(size);
    return point;
}

base::SecretBytes privateScalar(const EVP_PKEY* key) {
    BIGNUM* number = nullptr;
    openssl::check(EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &number), "EVP_PKEY_get_bn_param");
    const openssl::BigNumber owned{number};
    return base::SecretBytes{padded(owned.get())};
}

}  // namespace

DomainParameters domainParameters(KeyCurve curve) {
    const openssl::Group group{openssl::check(EC_GROUP_new_by_curve_name(nidOf(curve)), "EC_GROUP_new_by_curve_name")};
    const openssl::BigNumber prime{openssl::check(BN_new(), "BN_new")}, a{openssl::check(BN_new(), "BN_new")},
        b{openssl::check(BN_new(), "BN_new")};
    openssl::check(EC_GROUP_get_curve(group.get(), prime.get(), a.get(), b.get(), nullptr), "EC_GROUP_get_curve");
    Bytes base(kPointWidth);
    if (EC_POINT_point2oct(group.get(), EC_GROUP_get0_generator(group.get()), POINT_CONVERSION_UNCOMPRESSED,
                           base.data(), base.size(), nullptr) != base.size())
        openssl::throwFailure("EC_POINT_point2oct");
    return {padded(prime.get()),
            padded(a.get()),
            padded(b.get()),
            std::move(base),
            padded(EC_GROUP_get0_order(group.get())),
            Bytes{0x01}};
}

ActiveAuthenticationKey generateActiveAuthenticationKey(KeyCurve curve) {
    const openssl::PKeyContext context{
        openssl::check(EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nullptr), "EVP_PKEY_CTX_new_id")};
    openssl::check(EVP_PKEY_keygen_init(context.get()), "EVP_PKEY_keygen_init");
    openssl::check(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context.get(), nidOf(curve)), "set_ec_paramgen_curve_nid");
    EVP_PKEY* generated = nullptr;
    openssl::check(EVP_PKEY_generate(context.get(), &generated), "EVP_PKEY_generate");
    const openssl::PKey key{generated};
    const Bytes algorithm = der::sequence({der::oid("1.2.840.10045.2.1"), explicitParameters(domainParameters(curve))});
    return {curve, der::sequence({algorithm, der::bitString(publicPoint(key.get()))}), privateScalar(key.get())};
}

}  // namespace chip::lds
