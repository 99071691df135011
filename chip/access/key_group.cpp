// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/key_group.hpp"

#include "base/der.hpp"
#include "chip/access/number.hpp"
#include "signing/keys/curve.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace ssl = base::openssl;
namespace der = base::der;
namespace tlv = base::tlv;

constexpr std::string_view kEcPublicKey = "1.2.840.10045.2.1", kStandardised = "0.4.0.127.0.7.1.2",
                           kDhPublicNumber = "1.2.840.10046.2.1", kDhKeyAgreement = "1.2.840.113549.1.3.1";
constexpr std::uint64_t kLargestParameterId = 31;

base::Fault unsupported(std::string protocol) {
    return {"access.unsupported-protocol"_code, {{"protocol", std::move(protocol)}}};
}

base::Result<KeyGroupPtr> readCurve(const tlv::Element& parameters) {
    const auto use = signing::readCurve(parameters);
    if (!use) return unsupported("curve parameters");
    return curveGroup(use->curve->name);
}

/// DomainParameters of X9.42 { p, g, q … }, or DHParameter of PKCS#3 { p, g … }.
base::Result<KeyGroupPtr> readField(const tlv::Element& parameters, std::string_view algorithm) {
    const auto parts = tlv::readAll(parameters.value);
    if (!parts || parts->size() < 2) return unsupported("Diffie-Hellman parameters");
    const auto prime = der::readUnsigned((*parts)[0].value), generator = der::readUnsigned((*parts)[1].value);
    if (!prime || !generator) return unsupported("Diffie-Hellman parameters");
    FieldParameters field{*prime, *generator};
    if (algorithm == kDhPublicNumber && parts->size() > 2) {
        const auto order = der::readUnsigned((*parts)[2].value);
        if (!order) return unsupported("Diffie-Hellman parameters");
        field.order = *order;
    }
    return fieldGroup(field);
}

base::Result<KeyGroupPtr> readGroup(base::BytesView algorithmIdentifier) {
    const auto parts = tlv::readAll(algorithmIdentifier);
    if (!parts || parts->size() != 2 || parts->front().tag != der::kOid) return unsupported("key parameters");
    const auto algorithm = der::readOid(parts->front().value);
    if (!algorithm) return unsupported("key parameters");
    const auto& parameters = parts->back();
    if (*algorithm == kEcPublicKey) return readCurve(parameters);
    if (*algorithm == kDhPublicNumber || *algorithm == kDhKeyAgreement) return readField(parameters, *algorithm);
    if (*algorithm != kStandardised) return unsupported(*algorithm);
    const auto id = der::readSmall(parameters.value);
    if (!id || *id > kLargestParameterId) return unsupported("parameterId");
    return standardisedGroup(static_cast<unsigned>(*id));
}

/// The BIT STRING's content: the point, or the INTEGER's magnitude.
base::Result<base::Bytes> readValue(const tlv::Element& bits, KeyAgreement agreement) {
    const bool whole = bits.tag == der::kBitString && bits.value.size() > 1 && bits.value[0] == 0;
    if (!whole) return unsupported("public key");
    const auto content = bits.value.subspan(1);
    if (agreement == KeyAgreement::Ecdh) return base::Bytes(content.begin(), content.end());
    const auto number = tlv::readFirst(content);
    if (!number || number->tag != der::kInteger) return unsupported("public key");
    return der::readUnsigned(number->value);
}

}  // namespace

base::SecretBytes KeyGroup::drawScalar(RandomSource& random) const {
    const auto limit = order();
    while (true) {
        auto octets = random.octets(limit.size());
        const auto number = number::secretNumberOf(octets.reveal());
        if (!BN_is_zero(number.get()) && BN_cmp(number.get(), number::numberOf(limit).get()) < 0) return octets;
    }
}

base::SecretBytes KeyGroup::quotient(base::BytesView dividend, base::BytesView divisor) const {
    const auto limit = order();
    const auto context = number::newContext();
    const auto modulus = number::numberOf(limit), result = number::secretNumberOf(divisor),
               factor = number::secretNumberOf(dividend);
    ssl::check(BN_mod_inverse(result.get(), result.get(), modulus.get(), context.get()), "BN_mod_inverse");
    ssl::check(BN_mod_mul(result.get(), result.get(), factor.get(), modulus.get(), context.get()), "BN_mod_mul");
    return number::octetsOf(result.get(), limit.size());
}

base::Result<AgreementKey> readAgreementKey(base::BytesView subjectPublicKeyInfo) {
    const auto info = tlv::readFirst(subjectPublicKeyInfo);
    if (!info || info->tag != der::kSequence) return unsupported("SubjectPublicKeyInfo");
    const auto parts = tlv::readAll(info->value);
    if (!parts || parts->size() != 2 || parts->front().tag != der::kSequence)
        return unsupported("SubjectPublicKeyInfo");
    auto group = readGroup(parts->front().value);
    if (!group) return group.refusal();
    auto value = readValue(parts->back(), (*group)->agreement());
    if (!value) return value.refusal();
    if (const auto sound = (*group)->multiply(*value, base::Bytes{1}); !sound) return sound.refusal();
    return AgreementKey{std::move(group).value(), std::move(value).value()};
}

namespace number {

ssl::BigNumber newNumber() { return ssl::BigNumber{ssl::check(BN_secure_new(), "BN_secure_new")}; }

ssl::BigNumberContext newContext() { return ssl::BigNumberContext{ssl::check(BN_CTX_secure_new(), "BN_CTX_new")}; }

ssl::BigNumber numberOf(base::BytesView octets) {
    auto number = newNumber();
    if (BN_bin2bn(octets.data(), static_cast<int>(octets.size()), number.get()) == nullptr)
        ssl::throwFailure("BN_bin2bn");
    return number;
}

ssl::BigNumber secretNumberOf(base::BytesView octets) {
    auto number = numberOf(octets);
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    return number;
}

base::SecretBytes octetsOf(const BIGNUM* number) {
    return octetsOf(number, static_cast<std::size_t>(BN_num_bytes(number)));
}

base::SecretBytes octetsOf(const BIGNUM* number, std::size_t width) {
    base::SecretBytes octets{width};
    if (BN_bn2binpad(number, octets.revealForWriting().data(), static_cast<int>(width)) < 0)
        ssl::throwFailure("BN_bn2binpad");
    return octets;
}

base::Bytes publicOctets(const base::SecretBytes& octets) { return {octets.reveal().begin(), octets.reveal().end()}; }

}  // namespace number
}  // namespace chip
