// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.hpp"
#include "base/tlv.hpp"
#include "chip/access/mrz_key.hpp"
#include "chip/access/pace.hpp"
#include "chip/apdu/status.hpp"
#include "chip/simulator/chip_agreement_key.hpp"
#include "chip/simulator/chip_signer.hpp"
#include "chip/simulator/picc_keys.hpp"
#include "chip/simulator/picc_trust.hpp"
#include "chip/simulator/secret_names.hpp"

namespace chip {
namespace {

constexpr std::uint16_t kFinish = 0xDEAF, kLock = 0xDEAD;
constexpr std::uint8_t kVerifyingCertificate = 0x64, kChipAuthenticationKey = 0x63;
constexpr base::tlv::Tag kOctets = 0x04, kMrzSecret = 0x62, kPaceSecrets = 0x65, kPaceSecret = 0x66;

std::uint16_t keep(ChipMemory& memory, std::uint32_t name, base::SecretBytes value) {
    return memory.keepSecret(name, std::move(value)) ? status::kOk : status::kNotEnoughMemory;
}

/// 62 { 04 document number, 04 birth, 04 expiry }: the chip adds the check digits.
std::uint16_t putMrzSecret(ChipMemory& memory, base::BytesView data) {
    const auto object = base::tlv::readFirst(data);
    if (!object || object->tag != kMrzSecret) return status::kWrongData;
    const auto fields = base::tlv::readAll(object->value);
    if (!fields || fields->size() != 3) return status::kWrongData;
    for (const auto& field : *fields)
        if (field.tag != kOctets || field.value.empty()) return status::kWrongData;
    const MrzKey key{base::SecretBytes::copyOf((*fields)[0].value), base::SecretBytes::copyOf((*fields)[1].value),
                     base::SecretBytes::copyOf((*fields)[2].value)};
    const auto number = keep(memory, secret_name::kDocumentNumber, base::SecretBytes{documentNumberWithDigit(key)});
    return number == status::kOk ? keep(memory, secret_name::kMrz, mrzSeed(key)) : number;
}

/// 65 { 66 { reference, secret } … }: the MRZ information with its check digits, the digits of CAN, PIN, PUK.
std::uint16_t putPaceSecrets(ChipMemory& memory, base::BytesView data) {
    const auto object = base::tlv::readFirst(data);
    if (!object || object->tag != kPaceSecrets) return status::kWrongData;
    const auto secrets = base::tlv::readAll(object->value);
    if (!secrets || secrets->empty()) return status::kWrongData;
    for (const auto& element : *secrets) {
        if (element.tag != kPaceSecret || element.value.size() < 2) return status::kWrongData;
        const std::uint8_t reference = element.value[0];
        const auto given = element.value.subspan(1);
        auto password = reference == static_cast<std::uint8_t>(PaceSecret::Mrz)
                            ? base::SecretBytes{base::digest(base::DigestAlgorithm::Sha1, given)}
                            : base::SecretBytes::copyOf(given);
        if (const auto kept = keep(memory, secret_name::pacePassword(reference), std::move(password));
            kept != status::kOk)
            return kept;
    }
    return status::kOk;
}

/// 60 00 04 L modulus, 61 00 04 L exponent: the object after two octets of header.
std::uint16_t putRsaPart(ChipMemory& memory, std::uint32_t name, base::BytesView data) {
    if (data.size() < 4 || data[0] != (name & 0xFF)) return status::kWrongData;
    const auto part = base::tlv::readFirst(data.subspan(2));
    if (!part || part->tag != kOctets) return status::kWrongData;
    return keep(memory, name, base::SecretBytes::copyOf(part->value));
}

std::uint16_t putEcKey(ChipMemory& memory, std::uint32_t name, base::BytesView data) {
    if (!isEcKey(data)) return status::kWrongData;
    return keep(memory, name, base::SecretBytes::copyOf(data));
}

}  // namespace

std::uint16_t keepNamed(ChipMemory& memory, std::uint32_t name, base::BytesView data) {
    switch (name) {
        case secret_name::kRsaModulus:
        case secret_name::kRsaExponent: return putRsaPart(memory, name, data);
        case secret_name::kMrz: return putMrzSecret(memory, data);
        case secret_name::kPace: return putPaceSecrets(memory, data);
        case secret_name::kActiveAuthentication: return putEcKey(memory, name, data);
        case secret_name::kCurrentDate:
            if (!readCvDate(data)) return status::kWrongData;
            return keep(memory, name, base::SecretBytes::copyOf(data));
        default: break;
    }
    switch (name & 0xFF) {
        case kVerifyingCertificate:
            if (!PiccTrust::isCertificate(data)) return status::kWrongData;
            return keep(memory, name, base::SecretBytes::copyOf(data));
        case kChipAuthenticationKey:
            if (!readChipAgreementKey(data)) return status::kWrongData;
            return keep(memory, name, base::SecretBytes::copyOf(data));
        default: return status::kWrongParameters;
    }
}

Response putData(ChipMemory& memory, const Command& command) {
    const auto name = static_cast<std::uint16_t>(command.p1 << 8 | command.p2);
    const auto event = name == kLock     ? LifeEvent::Lock
                       : name == kFinish ? LifeEvent::FinishPersonalisation
                                         : LifeEvent::Write;
    const auto life = after(memory.life, event);
    if (!life) return {{}, status::kConditionsNotSatisfied};
    const auto put = event == LifeEvent::Write ? keepNamed(memory, name, command.data) : status::kOk;
    if (put == status::kOk) memory.life = *life;
    return {{}, put};
}

}  // namespace chip
