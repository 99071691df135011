// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <set>

#include "base/tlv.hpp"
#include "signing/seals/c40.hpp"
#include "signing/seals/seal.hpp"
#include "signing/seals/seal_fields.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::uint8_t kMagic = 0xDC, kVersion4 = 0x03, kSignature = 0xFF;

base::Fault refused(std::string field) {
    return {"signing.seal-value-refused"_code, {{"field", std::move(field)}}, {}};
}

bool goodDay(base::Date day) {
    return day.ok() && static_cast<int>(day.year()) >= 0 && static_cast<int>(day.year()) <= 9999;
}

std::vector<base::Fault> faultsOf(const SealHeader& header) {
    std::vector<base::Fault> faults;
    const auto demand = [&](bool holds, std::string_view field) {
        if (!holds) faults.push_back(refused(std::string{field}));
    };
    const auto& signer = header.signer;
    demand(header.version == 4, "version");
    demand(isIssuingCountry(header.country), "country");
    demand(SignerReference::read(signer.country + signer.code, signer.serial).ok(), "signer");
    demand(goodDay(header.issued), "issued");
    demand(goodDay(header.signedOn), "signedOn");
    const auto named = [](std::uint8_t number) { return number >= 1 && number <= 254; };
    demand(named(header.definition.reference), "definition");
    demand(named(header.definition.category), "category");
    return faults;
}

base::Bytes encodeHeader(const SealHeader& header) {
    const auto& signer = header.signer;
    const auto reference =
        fmt::format("{}{}{:02X}{}", signer.country, signer.code, signer.serial.size(), signer.serial);
    return base::concat({base::Bytes{kMagic, kVersion4}, *encodeC40(header.country), *encodeC40(reference),
                         encodeSealDate(header.issued), encodeSealDate(header.signedOn),
                         base::Bytes{header.definition.reference, header.definition.category}});
}

}  // namespace

base::Result<base::Bytes> encodeSealContent(const SealHeader& header, const std::vector<SealFeature>& features) {
    auto faults = faultsOf(header);
    std::set<std::uint8_t> tags;
    for (const auto& feature : features)
        if (feature.tag == kSignature || !tags.insert(feature.tag).second)
            faults.push_back(refused(fmt::format("{:02X}", feature.tag)));
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    auto content = encodeHeader(header);
    for (const auto& feature : features) {
        content.push_back(feature.tag);
        base::append(content, base::tlv::encodeLength(feature.value.size()));
        base::append(content, feature.value);
    }
    return content;
}

base::Result<base::Bytes> closeSeal(base::BytesView content, base::BytesView signature) {
    auto seal = base::concat({content, base::Bytes{kSignature}, base::tlv::encodeLength(signature.size()), signature});
    if (seal.size() <= kLargestDataMatrix) return seal;
    return base::Fault{"signing.seal-too-long"_code,
                       {{"octets", std::to_string(seal.size())}, {"most", std::to_string(kLargestDataMatrix)}},
                       {}};
}

}  // namespace signing
