// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_pace.hpp"

#include "base/tlv.hpp"
#include "chip/access/nonce_mapping.hpp"

namespace chip {
namespace {

using base::operator""_code;

base::Bytes bytesOf(const base::SecretBytes& publicValue) {
    return {publicValue.reveal().begin(), publicValue.reveal().end()};
}

}  // namespace

PiccPace::PiccPace(const PaceInfo& info, KeyGroupPtr group, base::SecretBytes password, base::SecretBytes chipKey,
                   RandomSource& random)
    : m_info(info),
      m_group(std::move(group)),
      m_password(std::move(password)),
      m_chipKey(std::move(chipKey)),
      m_random(random) {}

base::Bytes PiccPace::encryptedNonce() {
    m_nonce = m_random.octets(nonceSizeOf(m_info.suite));
    const auto key = deriveKey(m_info.suite, m_password.reveal(), KeyUse::Password);
    const base::Bytes zeros(blockSizeOf(m_info.suite), 0);
    return bytesOf(encryptCbc(m_info.suite, key.reveal(), zeros, m_nonce.reveal()));
}

base::Result<base::Bytes> PiccPace::map(base::BytesView mappingData) {
    if (m_info.mapping != Mapping::Integrated) return mapByKeys(mappingData);
    auto generator = mapIntegrated(*m_group, m_info.suite, m_nonce.reveal(), mappingData);
    if (!generator) return generator.refusal();
    m_generator = std::move(generator).value();
    return base::Bytes{};
}

base::Result<base::Bytes> PiccPace::mapByKeys(base::BytesView terminalKey) {
    m_mappingSecret = m_group->drawScalar(m_random);
    const auto shared = m_group->multiply(terminalKey, m_mappingSecret.reveal());
    if (!shared) return shared.refusal();
    const auto nonceOfGenerator = m_group->multiply(m_group->generator(), m_nonce.reveal());
    if (!nonceOfGenerator) return nonceOfGenerator.refusal();
    auto generator = m_group->add(shared->reveal(), nonceOfGenerator->reveal());
    if (!generator) return generator.refusal();
    m_generator = std::move(generator).value();
    const auto own = m_group->multiply(m_group->generator(), m_mappingSecret.reveal());
    if (!own) return own.refusal();
    return bytesOf(*own);
}

base::Result<base::Bytes> PiccPace::agree(base::BytesView terminalKey) {
    const auto secret = m_group->drawScalar(m_random);
    const auto own = m_group->multiply(m_generator.reveal(), secret.reveal());
    if (!own) return own.refusal();
    m_ownKey = bytesOf(*own);
    m_terminalKey.assign(terminalKey.begin(), terminalKey.end());
    if (m_ownKey == m_terminalKey) return base::Fault{"access.bad-point"_code};
    const auto shared = m_group->multiply(m_terminalKey, secret.reveal());
    if (!shared) return shared.refusal();
    m_keys = sessionKeysFrom(m_info.suite, m_group->secretOf(shared->reveal()).reveal());
    return m_ownKey;
}

base::Result<base::Bytes> PiccPace::authenticate(base::BytesView terminalToken) {
    if (!base::equalInConstantTime(terminalToken, tokenOver(m_ownKey)))
        return base::Fault{"access.wrong-password"_code};
    return tokenOver(m_terminalKey);
}

base::Bytes PiccPace::encryptedChipData() const {
    if (m_info.mapping != Mapping::ChipAuthentication) return {};
    const auto data = m_group->quotient(m_mappingSecret.reveal(), m_chipKey.reveal());
    const base::SecretBytes padded{pad(m_info.suite, data.reveal())};
    // 4.4.3.5.4: the vector is E(KSEnc, -1).
    const auto vector =
        encryptBlock(m_info.suite, m_keys.encryption.reveal(), base::Bytes(blockSizeOf(m_info.suite), 0xFF));
    return bytesOf(encryptCbc(m_info.suite, m_keys.encryption.reveal(), vector, padded.reveal()));
}

SessionKeys PiccPace::takeKeys() { return std::move(m_keys); }

/// MAC over 7F49 { 06 protocol, 86 or 84 public key } (9303-11 4.4.3.4, 9.4).
base::Bytes PiccPace::tokenOver(base::BytesView publicKey) const {
    const auto protocol = base::tlv::encode(0x06, protocolOctetsOf(m_info));
    auto object = base::tlv::encode(0x7F49, {protocol, base::tlv::encode(m_group->publicKeyTag(), publicKey)});
    if (m_info.suite == CipherSuite::TripleDes) object = pad(m_info.suite, object);
    return macOf(m_info.suite, m_keys.authentication.reveal(), object);
}

}  // namespace chip
