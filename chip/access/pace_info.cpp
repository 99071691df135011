// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/pace_info.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "chip/lds/security_infos.hpp"

namespace chip {
namespace {

using base::operator""_code;

/// id-PACE (9303-11 9.2.3); the next arc names key agreement and mapping, the last one the cipher suite.
constexpr std::string_view kPace = "0.4.0.127.0.7.2.2.4.";
constexpr std::uint64_t kVersion = 2;
constexpr unsigned kFirstCurve = 8, kLargestParameterId = 31;
constexpr CipherSuite kSuites[] = {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192,
                                   CipherSuite::Aes256};

struct Variant {
    char arc;
    KeyAgreement agreement;
    Mapping mapping;
};
constexpr Variant kVariants[] = {
    {'1', KeyAgreement::Dh, Mapping::Generic},
    {'2', KeyAgreement::Ecdh, Mapping::Generic},
    {'3', KeyAgreement::Dh, Mapping::Integrated},
    {'4', KeyAgreement::Ecdh, Mapping::Integrated},
    {'6', KeyAgreement::Ecdh, Mapping::ChipAuthentication},
};

/// "n.m" after id-PACE.
const Variant* variantOf(std::string_view arcs) {
    if (arcs.size() != 3 || arcs[1] != '.') return nullptr;
    const auto* const found = std::ranges::find(kVariants, arcs[0], &Variant::arc);
    return found == std::end(kVariants) ? nullptr : found;
}

std::optional<CipherSuite> suiteOf(char arc, Mapping mapping) {
    const int position = arc - '1';
    if (position < 0 || position >= static_cast<int>(std::size(kSuites))) return {};
    const auto suite = kSuites[position];
    if (mapping == Mapping::ChipAuthentication && suite == CipherSuite::TripleDes) return {};
    return suite;
}

/// Nothing for other protocols, versions and parameters.
std::optional<PaceInfo> spoken(const lds::PaceOffer& offer) {
    if (!offer.protocol.starts_with(kPace) || offer.version != kVersion) return {};
    if (!offer.parameterId || *offer.parameterId > kLargestParameterId) return {};
    const auto arcs = std::string_view{offer.protocol}.substr(kPace.size());
    const auto* const variant = variantOf(arcs);
    if (variant == nullptr) return {};
    const auto suite = suiteOf(arcs[2], variant->mapping);
    if (!suite) return {};
    const PaceInfo info{*suite, static_cast<unsigned>(*offer.parameterId), variant->mapping};
    const auto group = standardisedGroup(info.parameterId);
    if (!group || (*group)->agreement() != variant->agreement) return {};
    return info;
}

void markAmbiguous(std::vector<PaceInfo>& infos) {
    for (auto& info : infos)
        info.ambiguous = std::any_of(infos.begin(), infos.end(), [&](const PaceInfo& other) {
            return protocolOf(other) == protocolOf(info) && other.parameterId != info.parameterId;
        });
}

int rankOf(const PaceInfo& info) {
    if (info.mapping == Mapping::ChipAuthentication) return 0;
    return info.suite == CipherSuite::TripleDes ? 2 : 1;
}

}  // namespace

KeyAgreement PaceInfo::agreement() const { return parameterId < kFirstCurve ? KeyAgreement::Dh : KeyAgreement::Ecdh; }

std::string protocolOf(const PaceInfo& info) {
    const auto* const variant = std::ranges::find_if(kVariants, [&](const Variant& row) {
        return row.agreement == info.agreement() && row.mapping == info.mapping;
    });
    if (variant == std::end(kVariants)) return {};
    const auto position = std::ranges::find(kSuites, info.suite) - std::begin(kSuites);
    return std::string{kPace} + variant->arc + '.' + static_cast<char>('1' + position);
}

base::Bytes protocolOctetsOf(const PaceInfo& info) {
    const base::Bytes oid = base::der::oid(protocolOf(info));
    return {oid.begin() + 2, oid.end()};
}

base::Result<std::vector<PaceInfo>> readCardAccess(base::BytesView file) {
    const auto decoded = lds::decodeCardAccess(file);
    if (!decoded) return decoded.refusal();
    std::vector<PaceInfo> infos;
    for (const auto& offer : decoded->content.pace)
        if (const auto info = spoken(offer)) infos.push_back(*info);
    if (infos.empty()) return base::Fault{"access.unsupported-protocol"_code, {{"protocol", "EF.CardAccess"}}};
    markAmbiguous(infos);
    return infos;
}

std::vector<PaceInfo> inOrderOfPreference(std::vector<PaceInfo> infos) {
    std::ranges::stable_sort(infos, {}, rankOf);
    return infos;
}

}  // namespace chip
