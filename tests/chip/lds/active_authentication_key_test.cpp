// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/active_authentication_key.hpp"

#include <gtest/gtest.h>
#include <openssl/x509.h>

#include "base/openssl.hpp"
#include "chip/lds/dg15.hpp"

namespace chip::lds {
namespace {

TEST(ActiveAuthenticationKey, IsReadByOpenSsl) {
    for (const auto curve : {KeyCurve::P256, KeyCurve::BrainpoolP256r1}) {
        const auto key = generateActiveAuthenticationKey(curve);
        const auto* at = key.subjectPublicKeyInfo.data();
        const base::openssl::PKey parsed{d2i_PUBKEY(nullptr, &at, static_cast<long>(key.subjectPublicKeyInfo.size()))};
        ASSERT_TRUE(parsed);
        EXPECT_EQ(EVP_PKEY_get_bits(parsed.get()), 256);
        EXPECT_EQ(key.privateScalar.size(), 32U);
    }
}

TEST(ActiveAuthenticationKey, HasItsPublicPointFromItsScalar) {
    const auto key = generateActiveAuthenticationKey(KeyCurve::BrainpoolP256r1);
    const base::openssl::Group group{EC_GROUP_new_by_curve_name(NID_brainpoolP256r1)};
    const base::openssl::Point point{EC_POINT_new(group.get())};
    const auto scalar = key.privateScalar.reveal();
    const base::openssl::BigNumber number{BN_bin2bn(scalar.data(), static_cast<int>(scalar.size()), nullptr)};
    ASSERT_EQ(EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, nullptr), 1);
    base::Bytes octets(65);
    ASSERT_EQ(EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, octets.data(), octets.size(),
                                 nullptr),
              65U);
    const auto& spki = key.subjectPublicKeyInfo;
    EXPECT_EQ(octets, (base::Bytes{spki.end() - 65, spki.end()}));
}

TEST(ActiveAuthenticationKey, NamesItsCurveByEveryParameter) {
    const auto key = generateActiveAuthenticationKey(KeyCurve::P256);
    const auto parameters = domainParameters(KeyCurve::P256);
    const std::string text = base::toHex(key.subjectPublicKeyInfo);
    for (const auto& part : {parameters.prime, parameters.a, parameters.b, parameters.basePoint, parameters.order})
        EXPECT_NE(text.find(base::toHex(part)), std::string::npos);
    EXPECT_EQ(base::toHex(parameters.order), "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    EXPECT_EQ(decodeDg15(encodeDg15(key.subjectPublicKeyInfo))->content.algorithm, "1.2.840.10045.2.1");
}

TEST(ActiveAuthenticationKey, IsNeverTheSameTwice) {
    EXPECT_FALSE(generateActiveAuthenticationKey(KeyCurve::P256).privateScalar ==
                 generateActiveAuthenticationKey(KeyCurve::P256).privateScalar);
}

}  // namespace
}  // namespace chip::lds
