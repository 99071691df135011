// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/chip_agreement_key.hpp"

#include <algorithm>

#include "base/tlv.hpp"
#include "chip/simulator/secret_names.hpp"
#include "signing/keys/curve.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;

constexpr tlv::Tag kParameterId = 0x80, kPrime = 0x81, kSubgroupOrder = 0x82, kFieldGenerator = 0x83, kBasePoint = 0x84,
                   kSecret = 0x86;

base::Result<KeyGroupPtr> groupOf(const std::vector<tlv::Element>& parts) {
    if (const auto number = tlv::find(parts, kParameterId))
        return standardisedGroup(number->value.size() == 1 ? number->value[0] : 0xFFU);
    const auto prime = tlv::find(parts, kPrime);
    if (const auto point = tlv::find(parts, kBasePoint)) {
        const auto found = std::ranges::find_if(signing::knownCurves(), [&](const signing::Curve& curve) {
            return prime && std::ranges::equal(curve.prime, prime->value) &&
                   std::ranges::equal(curve.generator, point->value);
        });
        return curveGroup(found == signing::knownCurves().end() ? "" : found->name);
    }
    const auto octets = [&](tlv::Tag tag) {
        const auto part = tlv::find(parts, tag);
        return part ? base::Bytes{part->value.begin(), part->value.end()} : base::Bytes{};
    };
    return fieldGroup({octets(kPrime), octets(kFieldGenerator), octets(kSubgroupOrder)});
}

}  // namespace

std::optional<ChipAgreementKey> readChipAgreementKey(base::BytesView objects) {
    const auto parts = tlv::readAll(objects);
    if (!parts) return {};
    const auto secret = tlv::find(*parts, kSecret);
    if (!secret || secret->value.empty()) return {};
    auto group = groupOf(*parts);
    if (!group) return {};
    return ChipAgreementKey{std::move(group).value(), base::SecretBytes::copyOf(secret->value)};
}

std::optional<ChipAgreementKey> chipAgreementKey(const ChipMemory& memory, std::optional<std::uint8_t> keyId) {
    const base::SecretBytes* found = nullptr;
    for (unsigned id = 0; id <= 0xFF; ++id) {
        if (keyId && *keyId != id) continue;
        const auto* const key = memory.secret(secret_name::chipAuthentication(static_cast<std::uint8_t>(id)));
        if (key == nullptr) continue;
        if (found != nullptr) return {};
        found = key;
    }
    if (found == nullptr) return {};
    return readChipAgreementKey(found->reveal());
}

}  // namespace chip
