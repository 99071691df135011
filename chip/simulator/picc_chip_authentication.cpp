// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_chip_authentication.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "base/tlv.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;

constexpr tlv::Tag kProtocol = 0x80, kKeyReference = 0x84, kEphemeralKey = 0x91, kDynamicAuthentication = 0x7C,
                   kDynamicKey = 0x80;

/// id-CA with its two last arcs: key agreement and cipher.
struct ProtocolRow {
    std::string_view oid;
    KeyAgreement agreement;
    CipherSuite suite;
};
constexpr ProtocolRow kProtocols[] = {
    {"0.4.0.127.0.7.2.2.3.1.1", KeyAgreement::Dh, CipherSuite::TripleDes},
    {"0.4.0.127.0.7.2.2.3.1.2", KeyAgreement::Dh, CipherSuite::Aes128},
    {"0.4.0.127.0.7.2.2.3.1.3", KeyAgreement::Dh, CipherSuite::Aes192},
    {"0.4.0.127.0.7.2.2.3.1.4", KeyAgreement::Dh, CipherSuite::Aes256},
    {"0.4.0.127.0.7.2.2.3.2.1", KeyAgreement::Ecdh, CipherSuite::TripleDes},
    {"0.4.0.127.0.7.2.2.3.2.2", KeyAgreement::Ecdh, CipherSuite::Aes128},
    {"0.4.0.127.0.7.2.2.3.2.3", KeyAgreement::Ecdh, CipherSuite::Aes192},
    {"0.4.0.127.0.7.2.2.3.2.4", KeyAgreement::Ecdh, CipherSuite::Aes256},
};

std::optional<ChipAgreementKey> keyNamedIn(const ChipMemory& memory, const std::vector<tlv::Element>& objects) {
    const auto reference = tlv::find(objects, kKeyReference);
    if (!reference) return chipAgreementKey(memory, {});
    if (reference->value.size() != 1) return {};
    return chipAgreementKey(memory, reference->value[0]);
}

std::optional<AgreedKeys> agreeWith(const ChipAgreementKey& own, CipherSuite suite, base::BytesView terminalKey) {
    const auto shared = own.group->multiply(terminalKey, own.secret.reveal());
    if (!shared) return {};
    return AgreedKeys{sessionKeysFrom(suite, own.group->secretOf(shared->reveal()).reveal()),
                      own.group->compress(terminalKey)};
}

}  // namespace

std::uint16_t PiccChipAuthentication::setKey(base::BytesView data) {
    m_selected.reset();
    const auto objects = tlv::readAll(data);
    const auto protocol = objects ? tlv::find(*objects, kProtocol) : std::nullopt;
    if (!protocol) return status::kWrongData;
    const auto oid = base::der::readOid(protocol->value);
    const auto* const row = oid ? std::ranges::find(kProtocols, *oid, &ProtocolRow::oid) : std::end(kProtocols);
    if (row == std::end(kProtocols)) return status::kWrongData;
    auto key = keyNamedIn(m_memory, *objects);
    if (!key) return status::kReferencedDataNotFound;
    if (key->group->agreement() != row->agreement) return status::kWrongData;
    m_selected.emplace(Selected{row->suite, std::move(*key)});
    return status::kOk;
}

std::optional<AgreedKeys> PiccChipAuthentication::agree(base::BytesView data) {
    const auto dynamic = tlv::readFirst(data);
    if (!m_selected || !dynamic || dynamic->tag != kDynamicAuthentication) return {};
    const auto key = tlv::readFirst(dynamic->value);
    if (!key || key->tag != kDynamicKey) return {};
    return agreeWith(m_selected->key, m_selected->suite, key->value);
}

std::optional<AgreedKeys> PiccChipAuthentication::setKeyAgreementTemplate(base::BytesView data) const {
    const auto objects = tlv::readAll(data);
    const auto theirs = objects ? tlv::find(*objects, kEphemeralKey) : std::nullopt;
    if (!theirs) return {};
    const auto own = keyNamedIn(m_memory, *objects);
    if (!own) return {};
    return agreeWith(*own, CipherSuite::TripleDes, theirs->value);
}

}  // namespace chip
