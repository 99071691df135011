// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/scp03.hpp"

#include <algorithm>

#include "chip/personalization/counted_key.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::size_t kBlock = 16, kBits = 8;
constexpr std::uint8_t kSecured = 0x04, kOfCommand = 0x00, kOfResponse = 0x80;
// Derivation constants of table 4-1.
constexpr std::uint8_t kCardCryptogram = 0x00, kHostCryptogram = 0x01, kForEncryption = 0x04, kForMac = 0x06,
                       kForResponseMac = 0x07;

/// Errors come back bare (6.2.5).
bool carriesMac(std::uint16_t status) { return status == 0x9000 || status >> 8U == 0x62 || status >> 8U == 0x63; }

base::Bytes lengthOf(std::size_t size) {
    if (size <= 0xFF) return base::bigEndian(size, 1);
    return base::concat({base::Bytes{0x00}, base::bigEndian(size, 2)});
}

base::Bytes cut(base::Bytes octets, std::size_t size) {
    octets.resize(size);
    return octets;
}

}  // namespace

Scp03::Scp03(const ScpKeySet& keys, ScpChallenges challenges, std::size_t macSize)
    : m_cipher(keys.cipher),
      m_challenges(std::move(challenges)),
      m_macSize(macSize),
      m_encryption(derived(keys.encryption.reveal(), kForEncryption, keySizeOf(m_cipher))),
      m_authentication(derived(keys.authentication.reveal(), kForMac, keySizeOf(m_cipher))),
      m_response(derived(keys.authentication.reveal(), kForResponseMac, keySizeOf(m_cipher))),
      m_secrets(keys.secrets.clone()),
      m_chaining(kBlock, 0) {}

/// 4.1.5: label, separation, length in bits; the counter; both challenges.
base::SecretBytes Scp03::derived(base::BytesView key, std::uint8_t constant, std::size_t size) const {
    const auto before =
        base::concat({base::Bytes(11, 0), base::Bytes{constant, 0x00}, base::bigEndian(size * kBits, 2)});
    return countedKey({m_cipher, key}, before, base::concat({m_challenges.host, m_challenges.card}), size);
}

base::Bytes Scp03::cardCryptogram() const {
    const auto cryptogram = derived(m_authentication.reveal(), kCardCryptogram, m_macSize);
    return {cryptogram.reveal().begin(), cryptogram.reveal().end()};
}

base::Bytes Scp03::hostCryptogram() const {
    const auto cryptogram = derived(m_authentication.reveal(), kHostCryptogram, m_macSize);
    return {cryptogram.reveal().begin(), cryptogram.reveal().end()};
}

base::Bytes Scp03::vector(std::uint8_t first) const {
    auto counter = base::concat({base::Bytes(kBlock - 8, 0), base::bigEndian(m_counter, 8)});
    counter.front() = first;
    return encryptBlock(m_cipher, m_encryption.reveal(), counter);
}

base::Bytes Scp03::nextMac(const Command& command) {
    const base::Bytes header{command.cla, command.ins, command.p1, command.p2};
    m_chaining = cmac(m_cipher, m_authentication.reveal(),
                      base::concat({m_chaining, header, lengthOf(command.data.size() + m_macSize), command.data}));
    return cut(m_chaining, m_macSize);
}

base::Bytes Scp03::responseMac(const Response& response) const {
    return cut(cmac(m_cipher, m_response.reveal(),
                    base::concat({m_chaining, response.data, base::bigEndian(response.status, 2)})),
               m_macSize);
}

Command Scp03::protect(const Command& command) {
    Command secured = command;
    secured.cla |= kSecured;
    if (does(security_level::kCommandEncryption)) {
        ++m_counter;
        if (!secured.data.empty()) {
            const base::SecretBytes plain{std::move(secured.data)};
            const base::SecretBytes padded{pad(m_cipher, plain.reveal())};
            const auto cryptogram = encryptCbc(m_cipher, m_encryption.reveal(), vector(kOfCommand), padded.reveal());
            secured.data.assign(cryptogram.reveal().begin(), cryptogram.reveal().end());
        }
    }
    base::append(secured.data, nextMac(secured));
    return secured;
}

base::Result<Command> Scp03::unprotect(const Command& command) {
    if ((command.cla & kSecured) == 0 || command.data.size() < m_macSize) return base::Fault{"scp.malformed"_code};
    const base::Bytes mac{command.data.end() - static_cast<std::ptrdiff_t>(m_macSize), command.data.end()};
    Command plain = command;
    plain.data.resize(command.data.size() - m_macSize);
    if (!base::equalInConstantTime(nextMac(plain), mac)) return base::Fault{"scp.wrong-mac"_code};
    if (does(security_level::kCommandEncryption)) {
        ++m_counter;
        if (!plain.data.empty()) {
            if (plain.data.size() % kBlock != 0) return base::Fault{"scp.malformed"_code};
            const auto padded = decryptCbc(m_cipher, m_encryption.reveal(), vector(kOfCommand), plain.data);
            auto data = unpad(padded.reveal());
            if (!data) return base::Fault{"scp.malformed"_code};
            plain.data = std::move(data).value();
        }
    }
    plain.cla = static_cast<std::uint8_t>(command.cla & ~kSecured);
    return plain;
}

base::Result<Response> Scp03::unprotect(const Response& response) {
    if (!does(security_level::kResponseMac) || !carriesMac(response.status)) return response;
    if (response.data.size() < m_macSize) return base::Fault{"scp.malformed"_code};
    const base::Bytes mac{response.data.end() - static_cast<std::ptrdiff_t>(m_macSize), response.data.end()};
    Response plain = response;
    plain.data.resize(response.data.size() - m_macSize);
    if (!base::equalInConstantTime(responseMac(plain), mac)) return base::Fault{"scp.wrong-mac"_code};
    if (!does(security_level::kResponseEncryption) || plain.data.empty()) return plain;
    if (plain.data.size() % kBlock != 0) return base::Fault{"scp.malformed"_code};
    const auto padded = decryptCbc(m_cipher, m_encryption.reveal(), vector(kOfResponse), plain.data);
    auto data = unpad(padded.reveal());
    if (!data) return base::Fault{"scp.malformed"_code};
    plain.data = std::move(data).value();
    return plain;
}

Response Scp03::protect(const Response& response) {
    if (!does(security_level::kResponseMac) || !carriesMac(response.status)) return response;
    Response secured = response;
    if (does(security_level::kResponseEncryption) && !secured.data.empty()) {
        const auto cryptogram =
            encryptCbc(m_cipher, m_encryption.reveal(), vector(kOfResponse), pad(m_cipher, secured.data));
        secured.data.assign(cryptogram.reveal().begin(), cryptogram.reveal().end());
    }
    base::append(secured.data, responseMac(secured));
    return secured;
}

// 6.2.8: cipher block chaining from a vector of zeros.
void Scp03::encryptSecret(std::span<std::uint8_t> secret) const {
    const auto cryptogram = encryptCbc(m_cipher, m_secrets.reveal(), base::Bytes(kBlock, 0), secret);
    std::ranges::copy(cryptogram.reveal(), secret.begin());
}

base::SecretBytes Scp03::decryptSecret(base::BytesView secret) const {
    return decryptCbc(m_cipher, m_secrets.reveal(), base::Bytes(kBlock, 0), secret);
}

}  // namespace chip
