// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/open_groups.hpp"

#include <array>

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

namespace {

constexpr tlv::Tag kCount = 0x02;
constexpr std::size_t kMostFeatures = 9;

bool isOneObject(base::BytesView octets) {
    const auto object = tlv::readFirst(octets);
    return object && object->whole.size() == octets.size() && object->tag != kCount;
}

}  // namespace

base::Result<base::Bytes> encodeFeatures(File group, const FeatureGroup& features) {
    const auto wrong = oddity("lds.feature"_code, group);
    if (features.features.empty() || features.features.size() > kMostFeatures) return wrong;
    const std::array<std::uint8_t, 1> count{static_cast<std::uint8_t>(features.features.size())};
    base::Bytes content = tlv::encode(kCount, count);
    for (const auto& feature : features.features) {
        if (!isOneObject(feature)) return wrong;
        base::append(content, feature);
    }
    return tlv::encode(entryOf(group).tag, content);
}

base::Result<Decoded<FeatureGroup>> decodeFeatures(File group, base::BytesView content) {
    Decoded<FeatureGroup> decoded;
    const auto parts = openTemplate(group, content, decoded.defects);
    if (!parts) return parts.refusal();
    for (const auto& part : *parts)
        if (part.tag != kCount) decoded.content.features.emplace_back(part.whole.begin(), part.whole.end());
    const auto count = tlv::find(*parts, kCount);
    if (!count || count->value.size() != 1 || count->value[0] != decoded.content.features.size())
        decoded.defects.push_back(oddity("lds.instance-count"_code, group));
    return decoded;
}

base::Bytes encodeDg13(const Dg13& dg13) { return tlv::encode(entryOf(File::Dg13).tag, dg13.content); }

base::Result<Decoded<Dg13>> decodeDg13(base::BytesView content) {
    Decoded<Dg13> decoded;
    const auto object = openFile(File::Dg13, content, decoded.defects);
    if (!object) return object.refusal();
    decoded.content.content.assign(object->value.begin(), object->value.end());
    return decoded;
}

base::Result<Decoded<Dg6>> decodeDg6(base::BytesView content) {
    Decoded<Dg6> decoded;
    const auto object = openFile(File::Dg6, content, decoded.defects);
    if (!object) return object.refusal();
    decoded.content.content.assign(object->value.begin(), object->value.end());
    decoded.defects.push_back(oddity("lds.reserved"_code, File::Dg6));
    return decoded;
}

}  // namespace chip::lds
