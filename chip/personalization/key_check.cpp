// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/key_check.hpp"

#include <fmt/format.h>

namespace chip {
namespace {

constexpr std::size_t kCheckOctets = 3, kKeysOfSet = 3;

std::string checkValue(const TransportKeyKind& kind, base::BytesView key) {
    const base::Bytes block(blockSizeOf(kind.cipher), kind.block == CheckBlock::Ones ? 0x01 : 0x00);
    const auto encrypted = encryptBlock(kind.cipher, key, block);
    std::string text;
    for (std::size_t at = 0; at < kCheckOctets; ++at) text += fmt::format("{:02X}", encrypted.at(at));
    return text;
}

}  // namespace

std::optional<TransportKeyKind> TransportKeyKind::of(const ChipProfile& profile) {
    const auto* const rule = profile.transportKey();
    if (rule == nullptr) return std::nullopt;
    const bool platform = profile.globalPlatform.has_value();
    const bool ones = platform && rule->cipher != CipherSuite::TripleDes;
    return TransportKeyKind{rule->name, rule->cipher, ones ? CheckBlock::Ones : CheckBlock::Zeros, platform};
}

bool TransportKeyKind::takes(std::size_t octets) const {
    const auto size = keySizeOf(cipher);
    return octets == size || (mayBeSet && octets == kKeysOfSet * size);
}

std::vector<std::string> keyCheckValues(const TransportKeyKind& kind, base::BytesView key) {
    std::vector<std::string> values;
    const auto size = keySizeOf(kind.cipher);
    for (; !key.empty(); key = key.subspan(size)) values.push_back(checkValue(kind, key.first(size)));
    return values;
}

}  // namespace chip
