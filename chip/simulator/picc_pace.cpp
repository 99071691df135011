// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_pace.hpp"

#include "base/tlv.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::size_t kNonceSize = 16;

base::Bytes bytesOf(const base::SecretBytes& publicValue) {
    return {publicValue.reveal().begin(), publicValue.reveal().end()};
}

}  // namespace

PiccPace::PiccPace(const PaceInfo& info, Curve curve, base::SecretBytes password, RandomSource& random)
    : m_info(info), m_curve(std::move(curve)), m_password(std::move(password)), m_random(random) {}

base::Bytes PiccPace::encryptedNonce() {
    m_nonce = m_random.octets(kNonceSize);
    const auto key = deriveKey(m_info.suite, m_password.reveal(), KeyUse::Password);
    const base::Bytes zeros(blockSizeOf(m_info.suite), 0);
    return bytesOf(encryptCbc(m_info.suite, key.reveal(), zeros, m_nonce.reveal()));
}

base::Result<base::Bytes> PiccPace::map(base::BytesView terminalKey) {
    const auto secret = m_curve.drawScalar(m_random);
    const auto shared = m_curve.multiply(terminalKey, secret.reveal());
    if (!shared) return shared.refusal();
    const auto nonceOfGenerator = m_curve.multiply(m_curve.generator(), m_nonce.reveal());
    if (!nonceOfGenerator) return nonceOfGenerator.refusal();
    auto generator = m_curve.add(shared->reveal(), nonceOfGenerator->reveal());
    if (!generator) return generator.refusal();
    m_generator = std::move(generator).value();
    const auto own = m_curve.multiply(m_curve.generator(), secret.reveal());
    if (!own) return own.refusal();
    return bytesOf(*own);
}

base::Result<base::Bytes> PiccPace::agree(base::BytesView terminalKey) {
    const auto secret = m_curve.drawScalar(m_random);
    const auto own = m_curve.multiply(m_generator.reveal(), secret.reveal());
    if (!own) return own.refusal();
    m_ownKey = bytesOf(*own);
    m_terminalKey.assign(terminalKey.begin(), terminalKey.end());
    if (m_ownKey == m_terminalKey) return base::Fault{"access.bad-point"_code};
    const auto shared = m_curve.multiply(m_terminalKey, secret.reveal());
    if (!shared) return shared.refusal();
    m_keys = sessionKeysFrom(m_info.suite, m_curve.xOf(shared->reveal()).reveal());
    return m_ownKey;
}

base::Result<base::Bytes> PiccPace::authenticate(base::BytesView terminalToken) {
    if (!base::equalInConstantTime(terminalToken, tokenOver(m_ownKey)))
        return base::Fault{"access.wrong-password"_code};
    return tokenOver(m_terminalKey);
}

SessionKeys PiccPace::takeKeys() { return std::move(m_keys); }

/// MAC over 7F49 { 06 protocol, 86 public key } (9303-11 4.4.3.4, 9.4).
base::Bytes PiccPace::tokenOver(base::BytesView publicKey) const {
    const auto protocol = base::tlv::encode(0x06, protocolOctetsOf(m_info));
    auto object = base::tlv::encode(0x7F49, {protocol, base::tlv::encode(0x86, publicKey)});
    if (m_info.suite == CipherSuite::TripleDes) object = pad(m_info.suite, object);
    return macOf(m_info.suite, m_keys.authentication.reveal(), object);
}

}  // namespace chip
