// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/public_key.hpp"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include <algorithm>

#include "base/der.hpp"
#include "base/openssl.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/keys/context_pool.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

using base::openssl::BigNumber;
using base::openssl::check;
using base::openssl::PKey;
using base::openssl::PKeyContext;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, base::openssl::FreeWith<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, base::openssl::FreeWith<OSSL_PARAM_free>>;

constexpr std::string_view kEcPublicKey = "1.2.840.10045.2.1";
constexpr std::string_view kRsaEncryption = "1.2.840.113549.1.1.1";
constexpr std::string_view kRsaPss = "1.2.840.113549.1.1.10";
constexpr std::size_t kSmallestModulus = 128, kLargestModulus = 1024, kLargestExponent = 8;  // octets

base::Fault malformed(const std::string& what) { return {"signing.malformed"_code, {{"what", what}}, {}}; }
base::Fault unsuitable(const std::string& what) { return {"signing.key-unsuitable"_code, {{"what", what}}, {}}; }

/// Null where OpenSSL does not take the values for a key.
PKey build(const char* type, OSSL_PARAM_BLD* builder) {
    const Params params{check(OSSL_PARAM_BLD_to_param(builder), "key parameters")};
    const PKeyContext context{check(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), "key")};
    check(EVP_PKEY_fromdata_init(context.get()), "key");
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) base::openssl::forgetErrors();
    return PKey{key};
}

/// Null for points that are not on the curve.
PKey buildEc(const Curve& curve, base::BytesView point) {
    const ParamBuilder builder{check(OSSL_PARAM_BLD_new(), "key parameters")};
    check(OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.name.c_str(), 0), "group");
    check(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
          "point");
    return build("EC", builder.get());
}

PKey buildRsa(base::BytesView modulus, base::BytesView exponent) {
    const ParamBuilder builder{check(OSSL_PARAM_BLD_new(), "key parameters")};
    const BigNumber n{check(BN_bin2bn(modulus.data(), static_cast<int>(modulus.size()), nullptr), "modulus")};
    const BigNumber e{check(BN_bin2bn(exponent.data(), static_cast<int>(exponent.size()), nullptr), "exponent")};
    check(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()), "modulus");
    check(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()), "exponent");
    return build("RSA", builder.get());
}

}  // namespace

struct PublicKey::State {
    State(PKey key, Kind kindOfKey, std::string groupName, CurveForm curveFormOfKey)
        : pool(std::move(key), ContextPool::Use::Verify),
          kind(kindOfKey),
          group(std::move(groupName)),
          form(curveFormOfKey) {}
    ContextPool pool;
    Kind kind;
    std::string group;
    CurveForm form;
};

namespace {

/// Algorithm, parameters and key octets of a SubjectPublicKeyInfo.
struct KeyParts {
    std::string algorithm;
    base::tlv::Element parameters;
    base::BytesView key;
};

KeyParts readParts(base::BytesView info, Trouble& trouble) {
    KeyParts parts;
    Cursor whole{info, trouble};
    auto content = whole.enter(der::kSequence, "SubjectPublicKeyInfo");
    whole.finish("SubjectPublicKeyInfo");
    auto identifier = content.enter(der::kSequence, "AlgorithmIdentifier");
    parts.algorithm = oidOf(identifier.take(der::kOid, "AlgorithmIdentifier"), trouble);
    if (!identifier.atEnd()) parts.parameters = identifier.takeAny("AlgorithmIdentifier");
    parts.key = bitsOf(content.take(der::kBitString, "subjectPublicKey"), trouble);
    content.finish("SubjectPublicKeyInfo");
    return parts;
}

}  // namespace

base::Result<PublicKey> PublicKey::read(base::BytesView subjectPublicKeyInfo) {
    Trouble trouble;
    const auto parts = readParts(subjectPublicKeyInfo, trouble);
    if (trouble.any()) return malformed(trouble.what);
    if (parts.algorithm == kEcPublicKey) {
        const auto use = readCurve(parts.parameters);
        if (!use) return use.refusal();
        PKey key = buildEc(*use->curve, parts.key);
        if (!key) return unsuitable("EC point");
        return PublicKey{std::make_shared<State>(std::move(key), Kind::Ec, use->curve->name, use->form)};
    }
    if (parts.algorithm != kRsaEncryption && parts.algorithm != kRsaPss)
        return base::Fault{"signing.algorithm-unknown"_code, {{"name", parts.algorithm}}, {}};
    Cursor whole{parts.key, trouble};
    auto numbers = whole.enter(der::kSequence, "RSAPublicKey");
    const auto modulus = der::readUnsigned(numbers.take(der::kInteger, "modulus").value);
    const auto exponent = der::readUnsigned(numbers.take(der::kInteger, "exponent").value);
    if (trouble.any() || !modulus || !exponent) return malformed("RSAPublicKey");
    if (modulus->size() < kSmallestModulus || modulus->size() > kLargestModulus || exponent->size() > kLargestExponent)
        return unsuitable("RSA " + std::to_string(modulus->size() * 8));
    PKey key = buildRsa(*modulus, *exponent);
    if (!key) return unsuitable("RSA");
    return PublicKey{std::make_shared<State>(std::move(key), Kind::Rsa, "rsa", CurveForm::Named)};
}

bool PublicKey::verifies(const SignatureAlgorithm& algorithm, base::BytesView message,
                         base::BytesView signature) const {
    const bool ecdsa = algorithm.scheme == SignatureScheme::Ecdsa;
    if (ecdsa != (m_state->kind == Kind::Ec)) return false;
    return m_state->pool.verify(algorithm, message, signature);
}

PublicKey::Kind PublicKey::kind() const { return m_state->kind; }
const std::string& PublicKey::group() const { return m_state->group; }
CurveForm PublicKey::curveForm() const { return m_state->form; }
std::size_t PublicKey::bits() const { return static_cast<std::size_t>(EVP_PKEY_get_bits(m_state->pool.key())); }

base::Bytes encodeEcPublicKey(const Curve& curve, base::BytesView point, CurveForm form) {
    const auto parameters = form == CurveForm::Explicit ? encodeExplicitParameters(curve) : der::oid(curve.oid);
    return der::sequence({der::sequence({der::oid(kEcPublicKey), parameters}), der::bitString(point)});
}

base::Result<base::Bytes> subjectPublicKeyOctets(base::BytesView subjectPublicKeyInfo) {
    Trouble trouble;
    const auto parts = readParts(subjectPublicKeyInfo, trouble);
    if (trouble.any()) return malformed(trouble.what);
    return base::Bytes(parts.key.begin(), parts.key.end());
}

}  // namespace signing
