// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/scp02.hpp"

#include <algorithm>

namespace chip {
namespace {

using base::operator""_code;

constexpr CipherSuite kCipher = CipherSuite::TripleDes;
constexpr std::size_t kBlock = 8, kMac = 8, kChallenge = 6;
constexpr std::uint8_t kSecured = 0x04;
// Derivation constants of table E-2.
constexpr std::uint8_t kForMac = 0x01, kForSecrets = 0x81, kForEncryption = 0x82;

base::Bytes zeros() { return base::Bytes(kBlock, 0); }

base::SecretBytes sessionKey(base::BytesView key, std::uint8_t use, base::BytesView sequence) {
    base::Bytes data = base::concat({base::Bytes{0x01, use}, sequence});
    data.resize(2 * kBlock, 0);
    return encryptCbc(kCipher, key, zeros(), data);
}

/// All blocks under the whole key, of which the last counts (B.1.2.1).
base::Bytes fullMac(base::BytesView key, base::BytesView text) {
    const auto chained = encryptCbc(kCipher, key, zeros(), pad(kCipher, text));
    const auto last = chained.reveal().last(kBlock);
    return {last.begin(), last.end()};
}

/// Single DES on all blocks but the last (B.1.2.2), from a vector on.
base::Bytes macFrom(base::BytesView key, base::BytesView vector, base::BytesView text) {
    auto padded = pad(kCipher, text);
    for (std::size_t at = 0; at < vector.size(); ++at) padded[at] ^= vector[at];
    return macOf(kCipher, key, padded);
}

base::Bytes encryptVector(base::BytesView key, base::BytesView mac) {
    const base::SecretBytes single{base::concat({key.first(kBlock), key.first(kBlock)})};
    return encryptBlock(kCipher, single.reveal(), mac);
}

}  // namespace

Scp02::Scp02(const ScpKeySet& keys, ScpChallenges challenges)
    : m_encryption(sessionKey(keys.encryption.reveal(), kForEncryption, challenges.sequence)),
      m_authentication(sessionKey(keys.authentication.reveal(), kForMac, challenges.sequence)),
      m_secrets(sessionKey(keys.secrets.reveal(), kForSecrets, challenges.sequence)),
      m_challenges(std::move(challenges)) {}

base::Bytes Scp02::cardCryptogram() const {
    return fullMac(m_encryption.reveal(), base::concat({m_challenges.host, m_challenges.sequence, m_challenges.card}));
}

base::Bytes Scp02::hostCryptogram() const {
    return fullMac(m_encryption.reveal(), base::concat({m_challenges.sequence, m_challenges.card, m_challenges.host}));
}

base::Bytes Scp02::nextMac(const Command& command) {
    const base::Bytes header{command.cla, command.ins, command.p1, command.p2,
                             static_cast<std::uint8_t>(command.data.size() + kMac)};
    const base::SecretBytes text{base::concat({header, command.data})};
    auto mac = macFrom(m_authentication.reveal(), m_vector, text.reveal());
    m_vector = encryptVector(m_authentication.reveal(), mac);
    return mac;
}

Command Scp02::protect(const Command& command) {
    Command secured = command;
    secured.cla |= kSecured;
    const auto mac = nextMac(secured);
    if (does(security_level::kCommandEncryption) && !secured.data.empty()) {
        const base::SecretBytes plain{std::move(secured.data)};
        const base::SecretBytes padded{pad(kCipher, plain.reveal())};
        const auto cryptogram = encryptCbc(kCipher, m_encryption.reveal(), zeros(), padded.reveal());
        secured.data.assign(cryptogram.reveal().begin(), cryptogram.reveal().end());
    }
    base::append(secured.data, mac);
    return secured;
}

base::Result<Command> Scp02::unprotect(const Command& command) {
    if ((command.cla & kSecured) == 0 || command.data.size() < kMac) return base::Fault{"scp.malformed"_code};
    const base::Bytes mac{command.data.end() - kMac, command.data.end()};
    Command plain = command;
    plain.data.resize(command.data.size() - kMac);
    if (does(security_level::kCommandEncryption) && !plain.data.empty()) {
        if (plain.data.size() % kBlock != 0) return base::Fault{"scp.malformed"_code};
        const auto padded = decryptCbc(kCipher, m_encryption.reveal(), zeros(), plain.data);
        auto data = unpad(padded.reveal());
        if (!data) return base::Fault{"scp.malformed"_code};
        plain.data = std::move(data).value();
    }
    if (!base::equalInConstantTime(nextMac(plain), mac)) return base::Fault{"scp.wrong-mac"_code};
    plain.cla = static_cast<std::uint8_t>(command.cla & ~kSecured);
    return plain;
}

// E.4.7: electronic code book, so block by block.
void Scp02::encryptSecret(std::span<std::uint8_t> secret) const {
    for (std::size_t at = 0; at + kBlock <= secret.size(); at += kBlock)
        std::ranges::copy(encryptBlock(kCipher, m_secrets.reveal(), secret.subspan(at, kBlock)),
                          secret.begin() + static_cast<std::ptrdiff_t>(at));
}

base::SecretBytes Scp02::decryptSecret(base::BytesView secret) const {
    base::SecretBytes plain{secret.size()};
    for (std::size_t at = 0; at + kBlock <= secret.size(); at += kBlock)
        std::ranges::copy(decryptCbc(kCipher, m_secrets.reveal(), zeros(), secret.subspan(at, kBlock)).reveal(),
                          plain.revealForWriting().begin() + static_cast<std::ptrdiff_t>(at));
    return plain;
}

base::Bytes wellKnownChallenge(const ScpKeySet& keys, base::BytesView sequence, base::BytesView application) {
    const auto key = sessionKey(keys.authentication.reveal(), kForMac, sequence);
    auto mac = macFrom(key.reveal(), {}, application);
    mac.resize(kChallenge);
    return mac;
}

}  // namespace chip
