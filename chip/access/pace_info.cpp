// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/pace_info.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "chip/access/curve.hpp"
#include "chip/lds/security_infos.hpp"

namespace chip {
namespace {

using base::operator""_code;

/// id-PACE-ECDH-GM (9303-11 9.2.1); the last arc is the cipher suite.
constexpr std::string_view kEcdhGenericMapping = "0.4.0.127.0.7.2.2.4.2.";
constexpr std::uint64_t kVersion = 2;
constexpr CipherSuite kSuites[] = {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192,
                                   CipherSuite::Aes256};

std::optional<CipherSuite> suiteOf(const std::string& oid) {
    if (oid.size() != kEcdhGenericMapping.size() + 1 || oid.rfind(kEcdhGenericMapping, 0) != 0) return {};
    const int last = oid.back() - '1';
    if (last < 0 || last >= static_cast<int>(std::size(kSuites))) return {};
    return kSuites[last];
}

/// Nothing for other protocols, versions and curves.
std::optional<PaceInfo> spoken(const lds::PaceOffer& offer) {
    const auto suite = suiteOf(offer.protocol);
    if (!suite || offer.version != kVersion || !offer.parameterId || *offer.parameterId > 0xFF) return {};
    const auto parameters = static_cast<unsigned>(*offer.parameterId);
    if (!Curve::byParameterId(parameters)) return {};
    return PaceInfo{*suite, parameters};
}

void markAmbiguous(std::vector<PaceInfo>& infos) {
    for (auto& info : infos)
        info.ambiguous = std::any_of(infos.begin(), infos.end(), [&](const PaceInfo& other) {
            return other.suite == info.suite && other.parameterId != info.parameterId;
        });
}

}  // namespace

std::string protocolOf(const PaceInfo& info) {
    const auto position = std::find(std::begin(kSuites), std::end(kSuites), info.suite) - std::begin(kSuites);
    return std::string{kEcdhGenericMapping} + static_cast<char>('1' + position);
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

}  // namespace chip
