// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "base/der.hpp"
#include "chip/lds/security_infos.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::Bytes;
namespace der = base::der;

constexpr std::string_view kChipAuthentication = "0.4.0.127.0.7.2.2.3.", kMappedByChip = "0.4.0.127.0.7.2.2.4.6.",
                           kKeyType = "0.4.0.127.0.7.2.2.1.";
constexpr std::uint64_t kVersion = 1;

base::Fault badChipAuthentication() { return oddity("lds.chip-authentication"_code, File::Dg14); }

Bytes keyIdOf(std::optional<std::uint64_t> keyId) { return keyId ? der::integer(*keyId) : Bytes{}; }

/// "2", the key agreement, of …3.2.2 and of …1.2.
char agreementOf(std::string_view protocol, std::string_view prefix) { return protocol[prefix.size()]; }

bool isComplete(std::string_view protocol) {
    const auto arcs = protocol.starts_with(kChipAuthentication) ? protocol.substr(kChipAuthentication.size()) : "";
    return arcs.size() == 3 && (arcs[0] == '1' || arcs[0] == '2') && arcs[1] == '.' && arcs[2] >= '1' && arcs[2] <= '4';
}

bool uses(const ChipAuthenticationProtocol& protocol, const ChipAuthenticationKey& key) {
    return protocol.keyId == key.keyId &&
           agreementOf(protocol.protocol, kChipAuthentication) == agreementOf(key.protocol, kKeyType);
}

/// Chip authentication mapping uses the key whose identifier is that of the parameters (9303-11 9.2.1).
bool maps(const PaceOffer& offer, const ChipAuthenticationKey& key) {
    return offer.protocol.starts_with(kMappedByChip) && offer.parameterId == key.keyId;
}

base::Outcome checkKeys(const SecurityOffers& offers) {
    std::set<std::optional<std::uint64_t>> ids;
    for (const auto& key : offers.chipKeys) {
        if (!key.protocol.starts_with(kKeyType) || key.protocol.size() != kKeyType.size() + 1)
            return badChipAuthentication();
        const bool used =
            std::ranges::any_of(offers.chipAuthentication, [&](const auto& each) { return uses(each, key); });
        const bool mapped = std::ranges::any_of(offers.pace, [&](const auto& offer) { return maps(offer, key); });
        const bool named = key.keyId || offers.chipKeys.size() == 1;
        if ((!used && !mapped) || !named || !ids.insert(key.keyId).second) return badChipAuthentication();
    }
    return {};
}

base::Outcome check(const SecurityOffers& offers) {
    if (!std::ranges::all_of(offers.pace, [](const PaceOffer& offer) { return offer.parameterId.has_value(); }))
        return oddity("lds.pace-parameters"_code, File::CardAccess);
    for (const auto& protocol : offers.chipAuthentication)
        if (!isComplete(protocol.protocol)) return badChipAuthentication();
    if (const auto keys = checkKeys(offers); !keys) return keys;
    for (const auto& protocol : offers.chipAuthentication)
        if (!std::ranges::any_of(offers.chipKeys, [&](const auto& key) { return uses(protocol, key); }))
            return badChipAuthentication();
    return {};
}

std::vector<Bytes> infosFor(const SecurityOffers& offers) {
    std::vector<Bytes> infos;
    for (const auto& offer : offers.pace)
        infos.push_back(
            der::sequence({der::oid(offer.protocol), der::integer(offer.version), der::integer(*offer.parameterId)}));
    for (const auto& protocol : offers.chipAuthentication)
        infos.push_back(der::sequence({der::oid(protocol.protocol), der::integer(kVersion), keyIdOf(protocol.keyId)}));
    for (const auto& key : offers.chipKeys)
        infos.push_back(der::sequence({der::oid(key.protocol), key.subjectPublicKeyInfo, keyIdOf(key.keyId)}));
    if (offers.activeAuthenticationAlgorithm)
        infos.push_back(der::sequence({der::oid(kActiveAuthentication), der::integer(kVersion),
                                       der::oid(*offers.activeAuthenticationAlgorithm)}));
    if (offers.terminalAuthentication)
        infos.push_back(der::sequence({der::oid(kTerminalAuthentication), der::integer(kVersion)}));
    if (!offers.directory.empty())
        infos.push_back(der::sequence({der::oid(kDirectoryInfo), der::octetString(offers.directory)}));
    return infos;
}

}  // namespace

base::Result<Bytes> encodeSecurityInfos(const SecurityOffers& offers) {
    if (const auto checked = check(offers); !checked) return checked.refusal();
    for (const auto& offer : offers.pace)
        if (offer.protocol.starts_with(kMappedByChip) &&
            !std::ranges::any_of(offers.chipKeys, [&](const auto& key) { return maps(offer, key); }))
            return oddity("lds.chip-authentication"_code, File::CardSecurity);
    return der::setOf(infosFor(offers));
}

base::Result<Bytes> encodeDg14(const SecurityOffers& offers) {
    if (const auto checked = check(offers); !checked) return checked.refusal();
    return base::tlv::encode(entryOf(File::Dg14).tag, der::setOf(infosFor(offers)));
}

}  // namespace chip::lds
