// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chip/support/chip_keys.hpp"

#include "base/der.hpp"
#include "base/failure.hpp"
#include "chip/access/key_group.hpp"
#include "signing/keys/curve.hpp"
#include "signing/keys/public_key.hpp"

namespace chip::testing {
namespace {

namespace der = base::der;
namespace tlv = base::tlv;

struct Pair {
    base::SecretBytes secret;
    base::Bytes value;
};

Pair drawPair(const KeyGroup& group) {
    auto secret = group.drawScalar(systemRandom());
    const auto value = base::expected(group.multiply(group.generator(), secret.reveal()), "public key");
    return {std::move(secret), base::Bytes(value.reveal().begin(), value.reveal().end())};
}

base::Bytes keyIdOf(std::optional<unsigned> keyId) {
    return keyId ? der::integer(std::uint64_t{*keyId}) : base::Bytes{};
}

}  // namespace

ChipKeyPair newCurveKey(std::string_view name) {
    const auto& curve = signing::curveNamed(name);
    const auto group = base::expected(curveGroup(name), "curve");
    const auto pair = drawPair(*group);
    return {base::concat({tlv::encode(0x81, curve.prime), tlv::encode(0x82, curve.a), tlv::encode(0x83, curve.b),
                          tlv::encode(0x84, curve.generator), tlv::encode(0x85, curve.order),
                          tlv::encode(0x86, pair.secret.reveal()), tlv::encode(0x87, base::Bytes{1})}),
            signing::encodeEcPublicKey(curve, pair.value, signing::CurveForm::Explicit), true};
}

ChipKeyPair newStandardisedKey(unsigned parameterId) {
    const auto group = base::expected(standardisedGroup(parameterId), "group");
    const auto pair = drawPair(*group);
    const bool curve = group->agreement() == KeyAgreement::Ecdh;
    const auto value = curve ? pair.value : der::integer(pair.value);
    const auto algorithm = der::sequence({der::oid("0.4.0.127.0.7.1.2"), der::integer(std::uint64_t{parameterId})});
    return {base::concat({tlv::encode(0x80, base::Bytes{static_cast<std::uint8_t>(parameterId)}),
                          tlv::encode(0x86, pair.secret.reveal())}),
            der::sequence({algorithm, der::bitString(value)}), curve};
}

base::Bytes chipAuthenticationInfo(const ChipKeyPair& key, int suite, std::optional<unsigned> keyId) {
    const std::string protocol =
        std::string{"0.4.0.127.0.7.2.2.3."} + (key.curve ? "2." : "1.") + std::to_string(suite);
    return der::sequence({der::oid(protocol), der::integer(std::uint64_t{1}), keyIdOf(keyId)});
}

base::Bytes chipPublicKeyInfo(const ChipKeyPair& key, std::optional<unsigned> keyId) {
    const std::string protocol = std::string{"0.4.0.127.0.7.2.2.1."} + (key.curve ? "2" : "1");
    return der::sequence({der::oid(protocol), key.subjectPublicKeyInfo, keyIdOf(keyId)});
}

base::Bytes dg14Of(std::vector<base::Bytes> infos) { return tlv::encode(0x6E, {der::setOf(std::move(infos))}); }

}  // namespace chip::testing
