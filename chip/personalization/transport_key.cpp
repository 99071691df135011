// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/transport_key.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"
#include "chip/personalization/counted_key.hpp"

namespace chip {
namespace {

using namespace base::literals;

constexpr std::size_t kLeastData = 4, kEmvData = 6;
constexpr std::array<std::string_view, 4> kCiphers{"3des", "aes-128", "aes-192", "aes-256"};

[[noreturn]] void throwUnfit(const TransportKeyRule& rule) {
    throw base::Failure{"personalization.transport-key-unfit"_code, base::NextStep::CallSupervisor, rule.name};
}

/// EMV CPS 2.1 4.1: the last six octets of the data with F0 and the number, then with 0F and the number.
base::SecretBytes emvKey(base::BytesView master, base::BytesView data, std::uint8_t number) {
    const auto last = data.last(kEmvData);
    const auto block = base::concat({last, base::Bytes{0xF0, number}, last, base::Bytes{0x0F, number}});
    base::SecretBytes key{base::Bytes(block.size())};
    for (std::size_t at = 0; at < block.size(); at += blockSizeOf(CipherSuite::TripleDes)) {
        const auto half =
            base::SecretBytes{encryptBlock(CipherSuite::TripleDes, master, base::BytesView{block}.subspan(at, 8))};
        std::ranges::copy(half.reveal(), key.revealForWriting().begin() + static_cast<std::ptrdiff_t>(at));
    }
    return key;
}

/// GlobalPlatform's KDF3: SP 800-108 in counter mode, the label a number of four octets, the context the chip's data.
base::SecretBytes kdf3Key(CipherSuite cipher, base::BytesView master, base::BytesView data, std::uint8_t number) {
    const base::Bytes label{0x00, 0x00, 0x00, number, 0x00};
    return countedKey({cipher, master}, {}, base::concat({label, data}), keySizeOf(cipher));
}

}  // namespace

std::string_view nameOf(CipherSuite cipher) { return kCiphers.at(static_cast<std::size_t>(cipher)); }

CipherSuite cipherNamed(std::string_view name) {
    return static_cast<CipherSuite>(std::ranges::find(kCiphers, name) - kCiphers.begin());
}

base::SecretBytes diversify(const TransportKeyRule& rule, base::BytesView masterKey, base::BytesView data,
                            KeyRole role) {
    if (masterKey.size() != keySizeOf(rule.cipher)) throwUnfit(rule);
    const auto number = static_cast<std::uint8_t>(role);
    switch (rule.diversification) {
        case Diversification::None: return base::SecretBytes::copyOf(masterKey);
        case Diversification::Emv:
            if (rule.cipher != CipherSuite::TripleDes || data.size() < kEmvData) throwUnfit(rule);
            return emvKey(masterKey, data, number);
        case Diversification::Kdf3:
            if (rule.cipher == CipherSuite::TripleDes || data.size() < kLeastData) throwUnfit(rule);
            return kdf3Key(rule.cipher, masterKey, data, number);
    }
    throwUnfit(rule);
}

const base::SecretBytes* TransportKeys::find(const std::string& name) const {
    const auto found = m_keys.find(name);
    return found == m_keys.end() ? nullptr : &found->second;
}

base::BytesView TransportKeys::partOf(const TransportKeyRule& rule, const base::SecretBytes& key, KeyRole role) {
    const auto size = keySizeOf(rule.cipher);
    if (key.size() == size) return key.reveal();
    if (key.size() != 3 * size) throwUnfit(rule);
    return key.reveal().subspan((static_cast<std::size_t>(role) - 1) * size, size);
}

}  // namespace chip
