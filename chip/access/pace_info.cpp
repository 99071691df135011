// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/pace_info.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "chip/access/curve.hpp"

namespace chip {
namespace {

using base::operator""_code;

/// id-PACE-ECDH-GM (9303-11 9.2.1); the last arc is the cipher suite.
constexpr std::string_view kEcdhGenericMapping = "0.4.0.127.0.7.2.2.4.2.";
constexpr std::uint64_t kVersion = 2;
constexpr CipherSuite kSuites[] = {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192,
                                   CipherSuite::Aes256};

base::Fault malformed() { return {"access.malformed-card-access"_code}; }

std::optional<CipherSuite> suiteOf(const std::string& oid) {
    if (oid.size() != kEcdhGenericMapping.size() + 1 || oid.rfind(kEcdhGenericMapping, 0) != 0) return {};
    const int last = oid.back() - '1';
    if (last < 0 || last >= static_cast<int>(std::size(kSuites))) return {};
    return kSuites[last];
}

/// Nothing for the security infos of other protocols and for curves not spoken here.
base::Result<std::optional<PaceInfo>> readInfo(const base::tlv::Element& element) {
    const auto parts = base::tlv::readAll(element.value);
    if (element.tag != base::der::kSequence || !parts || parts->size() < 2 || (*parts)[0].tag != base::der::kOid)
        return malformed();
    const auto oid = base::der::readOid((*parts)[0].value);
    if (!oid) return malformed();
    const auto suite = suiteOf(*oid);
    if (!suite || parts->size() < 3) return std::optional<PaceInfo>{};
    if ((*parts)[1].tag != base::der::kInteger || (*parts)[2].tag != base::der::kInteger) return malformed();
    const auto version = base::der::readSmall((*parts)[1].value), parameters = base::der::readSmall((*parts)[2].value);
    if (!version || !parameters) return malformed();
    if (*version != kVersion || *parameters > 0xFF || !Curve::byParameterId(static_cast<unsigned>(*parameters)))
        return std::optional<PaceInfo>{};
    return std::optional{PaceInfo{*suite, static_cast<unsigned>(*parameters)}};
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
    const auto set = base::tlv::readFirst(file);
    if (!set || set->tag != base::der::kSet) return malformed();
    const auto elements = base::tlv::readAll(set->value);
    if (!elements) return malformed();
    std::vector<PaceInfo> infos;
    for (const auto& element : *elements) {
        const auto info = readInfo(element);
        if (!info) return info.refusal();
        if (*info) infos.push_back(**info);
    }
    if (infos.empty()) return base::Fault{"access.unsupported-protocol"_code, {{"protocol", "EF.CardAccess"}}};
    markAmbiguous(infos);
    return infos;
}

base::Bytes encodeCardAccess(const std::vector<PaceInfo>& infos) {
    std::vector<base::Bytes> encoded;
    for (const auto& info : infos)
        encoded.push_back(base::der::sequence({base::der::oid(protocolOf(info)), base::der::integer(kVersion),
                                               base::der::integer(std::uint64_t{info.parameterId})}));
    return base::der::setOf(std::move(encoded));
}

}  // namespace chip
