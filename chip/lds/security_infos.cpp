// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/security_infos.hpp"

#include <algorithm>
#include <array>

#include "base/der.hpp"

namespace chip::lds {

using namespace base::literals;
using base::Bytes;
using base::BytesView;
namespace der = base::der;
namespace tlv = base::tlv;

namespace {

constexpr std::string_view kPace = "0.4.0.127.0.7.2.2.4.", kChipAuthentication = "0.4.0.127.0.7.2.2.3.",
                           kChipAuthenticationKey = "0.4.0.127.0.7.2.2.1.", kEcdsaPlain = "0.4.0.127.0.7.1.1.4.1.",
                           kMappedByChip = "0.4.0.127.0.7.2.2.4.6.";
constexpr std::size_t kMostInfos = 64;

Bytes paceInfo(const PaceOffer& offer) {
    return der::sequence({der::oid(offer.protocol), der::integer(offer.version),
                          offer.parameterId ? der::integer(*offer.parameterId) : Bytes{}});
}

std::vector<Bytes> paceInfos(const std::vector<PaceOffer>& offers) {
    std::vector<Bytes> infos;
    for (const auto& offer : offers) infos.push_back(paceInfo(offer));
    return infos;
}

/// Whether the chip authentication identifier names key agreement and cipher: …3.{1,2}.n
bool completeAlgorithm(std::string_view protocol) {
    return protocol.substr(kChipAuthentication.size()).find('.') != std::string_view::npos;
}

/// PACE with chip authentication mapping: …4.6.n
bool isMappedByChip(const PaceOffer& offer) { return offer.protocol.starts_with(kMappedByChip); }

class InfosReader {
   public:
    explicit InfosReader(File file) : m_file(file) {}

    base::Result<Decoded<SecurityInfos>> read(BytesView set) {
        const auto infos = tlv::readAll(set);
        if (!infos || infos->size() > kMostInfos) return malformed(m_file, "SecurityInfos");
        for (const auto& info : *infos)
            if (!add(info)) return malformed(m_file, "SecurityInfo");
        const auto& found = m_decoded.content;
        if (!found.chipKeys.empty() && found.chipAuthentication.empty() && !keysServePace())
            note("lds.chip-authentication"_code);
        const auto before = [](const SecurityInfo& left, const SecurityInfo& right) {
            return left.octets < right.octets;
        };
        if (!std::ranges::is_sorted(m_decoded.content.all, before)) note("lds.set-order"_code);
        return std::move(m_decoded);
    }
    Defects& defects() { return m_decoded.defects; }

   private:
    void note(base::FailureCode code) {
        m_decoded.defects.push_back({std::move(code), {}, std::string{nameOf(m_file)}});
    }

    bool add(const tlv::Element& info) {
        const auto parts = info.tag == der::kSequence ? tlv::readAll(info.value) : malformed(m_file, "SecurityInfo");
        if (!parts || parts->empty() || parts->front().tag != der::kOid) return false;
        const auto protocol = der::readOid(parts->front().value);
        if (!protocol) return false;
        m_decoded.content.all.push_back({*protocol, Bytes{info.whole.begin(), info.whole.end()}});
        if (protocol->starts_with(kPace)) return addPace(*protocol, *parts);
        if (*protocol == kActiveAuthentication) return addActiveAuthentication(*parts);
        if (protocol->starts_with(kChipAuthenticationKey)) return addChipKey(*protocol, *parts);
        if (protocol->starts_with(kChipAuthentication)) {
            m_decoded.content.chipAuthentication.push_back({*protocol, keyIdAt(*parts, 2)});
            if (!completeAlgorithm(*protocol)) note("lds.chip-authentication"_code);
        }
        if (protocol->starts_with(kTerminalAuthentication)) m_decoded.content.terminalAuthentication = true;
        if (*protocol == kDirectoryInfo && parts->size() > 1)
            m_decoded.content.directory.assign((*parts)[1].value.begin(), (*parts)[1].value.end());
        return true;
    }

    /// Chip authentication mapping needs a key and no ChipAuthenticationInfo (9303-11 9.2.6).
    [[nodiscard]] bool keysServePace() const {
        return m_file == File::CardSecurity && std::ranges::any_of(m_decoded.content.pace, isMappedByChip);
    }

    static std::optional<std::uint64_t> keyIdAt(const std::vector<tlv::Element>& parts, std::size_t at) {
        if (parts.size() <= at || parts[at].tag != der::kInteger) return std::nullopt;
        const auto id = der::readSmall(parts[at].value);
        return id ? std::optional{*id} : std::nullopt;
    }

    bool addChipKey(const std::string& protocol, const std::vector<tlv::Element>& parts) {
        if (parts.size() < 2 || parts[1].tag != der::kSequence) return false;
        m_decoded.content.chipKeys.push_back(
            {protocol, Bytes{parts[1].whole.begin(), parts[1].whole.end()}, keyIdAt(parts, 2)});
        return true;
    }

    bool addPace(const std::string& protocol, const std::vector<tlv::Element>& parts) {
        if (parts.size() < 2 || parts[1].tag != der::kInteger) return true;  // PACEDomainParameterInfo
        const auto version = der::readSmall(parts[1].value);
        if (!version) return false;
        PaceOffer offer{protocol, *version, std::nullopt};
        if (parts.size() > 2 && parts[2].tag == der::kInteger) {
            const auto parameters = der::readSmall(parts[2].value);
            if (!parameters) return false;
            offer.parameterId = *parameters;
        } else {
            note("lds.pace-parameters"_code);
        }
        m_decoded.content.pace.push_back(std::move(offer));
        return true;
    }

    bool addActiveAuthentication(const std::vector<tlv::Element>& parts) {
        if (parts.size() < 3 || parts[2].tag != der::kOid) return false;
        const auto algorithm = der::readOid(parts[2].value);
        if (algorithm) m_decoded.content.activeAuthenticationAlgorithm = *algorithm;
        return algorithm.ok();
    }

    File m_file;
    Decoded<SecurityInfos> m_decoded;
};

}  // namespace

std::optional<base::DigestAlgorithm> digestOfEcdsaPlain(std::string_view algorithm) {
    using enum base::DigestAlgorithm;
    constexpr std::array kDigests{Sha1, Sha224, Sha256, Sha384, Sha512};
    if (!algorithm.starts_with(kEcdsaPlain) || algorithm.size() != kEcdsaPlain.size() + 1) return std::nullopt;
    const int number = algorithm.back() - '1';
    if (number < 0 || number >= static_cast<int>(kDigests.size())) return std::nullopt;
    return kDigests[static_cast<std::size_t>(number)];
}

Bytes encodeCardAccess(const std::vector<PaceOffer>& offers) { return der::setOf(paceInfos(offers)); }

Bytes encodeDg14(const std::vector<PaceOffer>& offers, std::optional<std::string_view> activeAuthentication) {
    auto infos = paceInfos(offers);
    if (activeAuthentication)
        infos.push_back(
            der::sequence({der::oid(kActiveAuthentication), der::integer(1), der::oid(*activeAuthentication)}));
    return tlv::encode(entryOf(File::Dg14).tag, {der::setOf(std::move(infos))});
}

base::Result<Decoded<SecurityInfos>> decodeCardSecurityInfos(BytesView signedContent) {
    InfosReader reader{File::CardSecurity};
    const auto set = tlv::readFirst(signedContent);
    if (!set || set->tag != der::kSet || set->whole.size() != signedContent.size())
        return malformed(File::CardSecurity, "SecurityInfos");
    return reader.read(set->value);
}

base::Result<Decoded<SecurityInfos>> decodeCardAccess(BytesView content) {
    InfosReader reader{File::CardAccess};
    const auto set = openFile(File::CardAccess, content, reader.defects());
    if (!set) return set.refusal();
    return reader.read(set->value);
}

base::Result<Decoded<SecurityInfos>> decodeDg14(BytesView content) {
    InfosReader reader{File::Dg14};
    const auto parts = openTemplate(File::Dg14, content, reader.defects());
    if (!parts) return parts.refusal();
    if (parts->size() != 1 || parts->front().tag != der::kSet) return malformed(File::Dg14, "SET");
    return reader.read(parts->front().value);
}

}  // namespace chip::lds
