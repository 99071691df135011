// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/secret_keeping.hpp"

#include "base/digest.hpp"
#include "base/tlv.hpp"
#include "chip/apdu/status.hpp"
#include "chip/simulator/picc_keys.hpp"
#include "chip/simulator/secret_names.hpp"
#include "signing/keys/curve.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;

constexpr std::size_t kSeed = 16, kPair = 32, kSha1 = 20, kInformation = 24, kNumberWithDigit = 10;

std::uint16_t keep(ChipMemory& memory, std::uint32_t name, base::SecretBytes value) {
    return memory.keepSecret(name, std::move(value)) ? status::kOk : status::kNotEnoughMemory;
}

base::SecretBytes hashOf(base::BytesView octets) {
    return base::SecretBytes{base::digest(base::DigestAlgorithm::Sha1, octets)};
}

std::uint16_t keepZone(ChipMemory& memory, SecretForm form, base::BytesView octets) {
    const auto copy = [&] { return base::SecretBytes::copyOf(octets); };
    switch (form) {
        case SecretForm::Fields: return keepNamed(memory, secret_name::kMrz, octets);
        case SecretForm::Information: {
            if (octets.size() < kInformation) return status::kWrongData;
            const auto number = base::SecretBytes::copyOf(octets.first(kNumberWithDigit));
            const auto kept = keep(memory, secret_name::kDocumentNumber, number.clone());
            return kept == status::kOk ? keep(memory, secret_name::kMrz, hashOf(octets)) : kept;
        }
        case SecretForm::Seed:
            return octets.size() == kSeed ? keep(memory, secret_name::kMrz, copy()) : status::kWrongData;
        case SecretForm::KeyPair:
            return octets.size() == kPair ? keep(memory, secret_name::kBacKeys, copy()) : status::kWrongData;
        default: return status::kWrongData;
    }
}

std::uint16_t keepPaceZone(ChipMemory& memory, SecretForm form, base::BytesView octets) {
    constexpr std::uint8_t kOfZone = 0x01;
    const auto name = secret_name::pacePassword(kOfZone);
    if (form == SecretForm::Information) return keep(memory, name, hashOf(octets));
    return octets.size() == kSha1 ? keep(memory, name, base::SecretBytes::copyOf(octets)) : status::kWrongData;
}

const char* curveOf(std::uint8_t number) {
    switch (number) {  // 9303-11 table 12
        case 12: return "prime256v1";
        case 13: return "brainpoolP256r1";
        default: return nullptr;
    }
}

/// The curve's parameters spelled out around the private key, which is how this chip computes with it.
std::uint16_t keepNumberedKey(ChipMemory& memory, base::BytesView octets) {
    const auto parts = tlv::readAll(octets);
    if (!parts) return status::kWrongData;
    const auto number = tlv::find(*parts, 0x80), secret = tlv::find(*parts, 0x86);
    if (!number || number->value.size() != 1 || !secret || curveOf(number->value[0]) == nullptr)
        return status::kWrongData;
    const auto& curve = signing::curveNamed(curveOf(number->value[0]));
    const base::SecretBytes objects{base::concat({tlv::encode(0x81, curve.prime), tlv::encode(0x82, curve.a),
                                                  tlv::encode(0x83, curve.b), tlv::encode(0x84, curve.generator),
                                                  tlv::encode(0x85, curve.order), tlv::encode(0x86, secret->value)})};
    return keepNamed(memory, secret_name::kActiveAuthentication, objects.reveal());
}

}  // namespace

std::uint16_t keepSecretInForm(ChipMemory& memory, SecretKind kind, SecretForm form, base::BytesView octets) {
    constexpr std::uint8_t kOfCard = 0x02;
    switch (kind) {
        case SecretKind::Mrz: return keepZone(memory, form, octets);
        case SecretKind::PaceMrz: return keepPaceZone(memory, form, octets);
        case SecretKind::PaceCan:
            return keep(memory, secret_name::pacePassword(kOfCard), base::SecretBytes::copyOf(octets));
        case SecretKind::ActiveAuthentication:
            return form == SecretForm::NumberedGroup ? keepNumberedKey(memory, octets)
                                                     : keepNamed(memory, secret_name::kActiveAuthentication, octets);
        case SecretKind::ChipAuthentication: return keepNamed(memory, secret_name::chipAuthentication(0), octets);
    }
    return status::kWrongData;
}

}  // namespace chip
