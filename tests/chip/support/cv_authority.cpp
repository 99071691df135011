// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chip/support/cv_authority.hpp"

#include <openssl/core_names.h>
#include <openssl/rsa.h>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "base/openssl.hpp"
#include "chip/access/terminal_authentication.hpp"

namespace chip::testing {
namespace {

namespace der = base::der;
namespace tlv = base::tlv;
namespace ssl = base::openssl;

base::Bytes digits(std::string_view date) {
    base::Bytes octets;
    for (const char digit : date) octets.push_back(static_cast<std::uint8_t>(digit - '0'));
    return octets;
}

base::Bytes trimmed(base::BytesView number) {
    while (number.size() > 1 && number[0] == 0) number = number.subspan(1);
    return {number.begin(), number.end()};
}

base::Bytes numberOf(EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    ssl::check(EVP_PKEY_get_bn_param(key, name, &number), name);
    const ssl::BigNumber owned{number};
    base::Bytes octets(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, octets.data());
    return octets;
}

base::SecretBytes privateOctets(EVP_PKEY* key) {
    unsigned char* encoded = nullptr;
    const int size = i2d_PrivateKey(key, &encoded);
    auto octets = base::SecretBytes::copyOf(base::BytesView{encoded, static_cast<std::size_t>(size)});
    OPENSSL_clear_free(encoded, static_cast<std::size_t>(size));
    return octets;
}

}  // namespace

CvDate cvDate(std::string_view date) { return base::expected(readCvDate(digits(date)), "date"); }

CvHolder::CvHolder(std::string name, CvRole role, std::uint8_t rights, const CvScheme& scheme)
    : m_name(std::move(name)), m_role(role), m_rights(rights) {
    const bool rsa = scheme.group == "rsa";
    m_oid = der::oid(std::string{"0.4.0.127.0.7.2.2.2."} + (rsa ? "1." : "2.") + std::to_string(scheme.arc));
    const ssl::PKey key{rsa ? EVP_RSA_gen(scheme.bits) : EVP_EC_gen(scheme.group.c_str())};
    ssl::check(key.get(), "key");
    m_privateKey = privateOctets(key.get());
    if (rsa) {
        m_value = base::concat({tlv::encode(0x81, numberOf(key.get(), OSSL_PKEY_PARAM_RSA_N)),
                                tlv::encode(0x82, numberOf(key.get(), OSSL_PKEY_PARAM_RSA_E))});
        return;
    }
    const auto& curve = signing::curveNamed(scheme.group);
    base::Bytes point(curve.generator.size());
    std::size_t size = 0;
    ssl::check(EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size),
               "point");
    m_parameters = base::concat({tlv::encode(0x81, trimmed(curve.prime)), tlv::encode(0x82, trimmed(curve.a)),
                                 tlv::encode(0x83, trimmed(curve.b)), tlv::encode(0x84, curve.generator),
                                 tlv::encode(0x85, curve.order)});
    m_value = tlv::encode(0x86, point);
}

base::Bytes CvHolder::publicKey(bool withParameters) const {
    return base::concat({m_oid, withParameters ? m_parameters : base::Bytes{}, m_value});
}

CvCertificate CvHolder::certify(const CvHolder& holder, std::string_view effective, std::string_view expiration) const {
    const auto authorization =
        base::concat({der::oid(kInspectionSystem),
                      tlv::encode(0x53, base::Bytes{static_cast<std::uint8_t>(
                                            static_cast<unsigned>(holder.m_role) << 6 | holder.m_rights)})});
    const auto body = tlv::encode(
        0x7F4E, base::concat({tlv::encode(0x5F29, base::Bytes{0}), tlv::encode(0x42, base::bytesOf(m_name)),
                              tlv::encode(0x7F49, holder.publicKey(holder.m_role == CvRole::Authority)),
                              tlv::encode(0x5F20, base::bytesOf(holder.m_name)), tlv::encode(0x7F4C, authorization),
                              tlv::encode(0x5F25, digits(effective)), tlv::encode(0x5F24, digits(expiration))}));
    const auto signature =
        base::expected(signForChip(m_privateKey.reveal(), publicKey(true), body), "certificate's signature");
    return base::expected(readCvCertificateParts(base::concat({body, tlv::encode(0x5F37, signature)})), "certificate");
}

}  // namespace chip::testing
