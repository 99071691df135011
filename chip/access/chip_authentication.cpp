// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/chip_authentication.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "chip/access/exchange.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/long_command.hpp"

namespace chip {
namespace {

namespace der = base::der;
namespace tlv = base::tlv;

constexpr std::string_view kPublicKeyInfo = "0.4.0.127.0.7.2.2.1.", kAuthenticationInfo = "0.4.0.127.0.7.2.2.3.";
constexpr std::string_view kDh = "1", kEcdh = "2";
constexpr std::uint64_t kVersion = 1;
constexpr tlv::Tag kProtocol = 0x80, kKeyReference = 0x84, kEphemeralKey = 0x91, kDynamicAuthentication = 0x7C,
                   kDynamicKey = 0x80;
constexpr CipherSuite kSuites[] = {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192,
                                   CipherSuite::Aes256};

/// ChipAuthenticationInfo with its key yet to be found.
struct Announcement {
    std::string protocol;
    KeyAgreement agreement = KeyAgreement::Ecdh;
    CipherSuite suite = CipherSuite::TripleDes;
    std::optional<std::uint64_t> keyId;
};

std::optional<std::vector<tlv::Element>> partsOf(const lds::SecurityInfo& info) {
    const auto sequence = tlv::readFirst(info.octets);
    if (!sequence) return {};
    const auto parts = tlv::readAll(sequence->value);
    if (!parts) return {};
    return *parts;
}

std::optional<std::uint64_t> keyIdAt(const std::vector<tlv::Element>& parts, std::size_t at) {
    if (parts.size() <= at || parts[at].tag != der::kInteger) return {};
    const auto id = der::readSmall(parts[at].value);
    return id ? std::optional{*id} : std::nullopt;
}

/// "2.2" after id-CA: key agreement and cipher. One issuer's "2" alone names no cipher and is taken for 3DES.
std::optional<Announcement> announcementIn(const lds::SecurityInfo& info) {
    const auto arcs = std::string_view{info.protocol}.substr(kAuthenticationInfo.size());
    const auto parts = partsOf(info);
    if (!parts || (!arcs.starts_with(kDh) && !arcs.starts_with(kEcdh)) || keyIdAt(*parts, 1) != kVersion) return {};
    const auto agreement = arcs.starts_with(kDh) ? KeyAgreement::Dh : KeyAgreement::Ecdh;
    if (arcs.size() == 1) return Announcement{info.protocol + ".1", agreement, kSuites[0], keyIdAt(*parts, 2)};
    const int position = arcs.back() - '1';
    if (arcs.size() != 3 || position < 0 || position >= static_cast<int>(std::size(kSuites))) return {};
    return Announcement{info.protocol, agreement, kSuites[position], keyIdAt(*parts, 2)};
}

/// What a key without its ChipAuthenticationInfo means.
Announcement impliedBy(const ChipKey& chipKey) {
    const auto agreement = chipKey.key.group->agreement();
    const auto arc = agreement == KeyAgreement::Dh ? kDh : kEcdh;
    return {std::string{kAuthenticationInfo} + std::string{arc} + ".1", agreement, kSuites[0], chipKey.keyId};
}

bool belongTogether(const Announcement& announced, const ChipKey& chipKey) {
    return announced.agreement == chipKey.key.group->agreement() &&
           (announced.keyId == chipKey.keyId || !announced.keyId || !chipKey.keyId);
}

base::Bytes reference(const ChipAuthenticationOffer& offer) {
    if (!offer.chipKey.keyId) return {};
    base::Bytes octets = base::bigEndian(*offer.chipKey.keyId, 8);
    octets.erase(octets.begin(), std::find_if(octets.begin(), octets.end() - 1, [](auto octet) { return octet != 0; }));
    return tlv::encode(kKeyReference, octets);
}

base::Outcome setKeyAgreementTemplate(SecuredCard& card, const ChipAuthenticationOffer& offer, base::BytesView own) {
    const auto data = base::concat({tlv::encode(kEphemeralKey, own), reference(offer)});
    const auto response =
        transmitLong(card, {0x00, ins::kManageSecurityEnvironment, 0x41, 0xA6, data, {}}, LongForm::ExtendedFirst);
    if (!response.ok()) return unexpectedStatus(Exchange::SetKeyAgreementTemplate, response.status);
    return {};
}

base::Outcome setChipKey(SecuredCard& card, const ChipAuthenticationOffer& offer) {
    const auto oid = der::oid(offer.protocol);
    const auto data = base::concat({tlv::encode(kProtocol, base::BytesView{oid}.subspan(2)), reference(offer)});
    const auto response = card.transmit({0x00, ins::kManageSecurityEnvironment, 0x41, 0xA4, data, {}});
    if (!response.ok()) return unexpectedStatus(Exchange::SetChipKey, response.status);
    return {};
}

base::Outcome agreeWithChip(SecuredCard& card, base::BytesView own) {
    const auto data = tlv::encode(kDynamicAuthentication, {tlv::encode(kDynamicKey, own)});
    const auto response =
        transmitLong(card, {0x00, ins::kGeneralAuthenticate, 0x00, 0x00, data, 256}, LongForm::ExtendedFirst);
    if (!response.ok()) return unexpectedStatus(Exchange::AgreeWithChip, response.status);
    const auto answer = tlv::readFirst(response.data);
    if (!answer || answer->tag != kDynamicAuthentication) return malformedAnswer(Exchange::AgreeWithChip);
    return {};
}

}  // namespace

std::vector<ChipKey> chipKeysIn(const lds::SecurityInfos& infos) {
    std::vector<ChipKey> keys;
    for (const auto& info : infos.all) {
        if (!info.protocol.starts_with(kPublicKeyInfo)) continue;
        const auto parts = partsOf(info);
        if (!parts || parts->size() < 2) continue;
        auto key = readAgreementKey((*parts)[1].whole);
        if (key) keys.push_back({std::move(key).value(), keyIdAt(*parts, 2)});
    }
    return keys;
}

std::vector<ChipAuthenticationOffer> chipAuthenticationOffers(const lds::SecurityInfos& infos) {
    std::vector<Announcement> announced;
    for (const auto& info : infos.all)
        if (info.protocol.starts_with(kAuthenticationInfo))
            if (auto announcement = announcementIn(info)) announced.push_back(std::move(*announcement));
    std::vector<ChipAuthenticationOffer> offers;
    for (const auto& chipKey : chipKeysIn(infos)) {
        auto its = announced;
        std::erase_if(its, [&](const Announcement& one) { return !belongTogether(one, chipKey); });
        if (announced.empty()) its.push_back(impliedBy(chipKey));
        for (auto& one : its) offers.push_back({std::move(one.protocol), one.suite, chipKey});
    }
    std::ranges::stable_sort(offers, std::ranges::greater{}, &ChipAuthenticationOffer::suite);
    return offers;
}

base::Outcome authenticateChip(SecuredCard& card, const ChipAuthenticationOffer& offer, RandomSource& random) {
    const auto& [group, theirs] = offer.chipKey.key;
    const auto secret = group->drawScalar(random);
    const auto own = group->multiply(group->generator(), secret.reveal());
    if (!own) return own.refusal();
    const auto shared = group->multiply(theirs, secret.reveal());
    if (!shared) return shared.refusal();
    if (offer.suite == CipherSuite::TripleDes) {
        if (const auto set = setKeyAgreementTemplate(card, offer, own->reveal()); !set) return set;
    } else {
        if (const auto set = setChipKey(card, offer); !set) return set;
        if (const auto agreed = agreeWithChip(card, own->reveal()); !agreed) return agreed;
    }
    card.restart(sessionKeysFrom(offer.suite, group->secretOf(shared->reveal()).reveal()),
                 group->compress(own->reveal()));
    return {};
}

}  // namespace chip
