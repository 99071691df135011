// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/com.hpp"

#include <algorithm>

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

namespace {
constexpr tlv::Tag kLdsVersion = 0x5F01, kUnicodeVersion = 0x5F36, kTagList = 0x5C;
}

base::Bytes encodeCom(const Com& com) {
    auto groups = com.dataGroups;
    std::ranges::sort(groups);
    base::Bytes tags;
    for (const auto group : groups) tags.push_back(static_cast<std::uint8_t>(entryOf(group).tag));
    return tlv::encode(entryOf(File::Com).tag,
                       {tlv::encode(kLdsVersion, base::bytesOf(com.ldsVersion)),
                        tlv::encode(kUnicodeVersion, base::bytesOf(com.unicodeVersion)), tlv::encode(kTagList, tags)});
}

base::Result<Decoded<Com>> decodeCom(base::BytesView content) {
    Decoded<Com> decoded;
    const auto parts = openTemplate(File::Com, content, decoded.defects);
    if (!parts) return parts.refusal();
    const auto lds = tlv::find(*parts, kLdsVersion);
    const auto unicode = tlv::find(*parts, kUnicodeVersion);
    const auto list = tlv::find(*parts, kTagList);
    if (!lds || !unicode || !list) return malformed(File::Com, "5f01, 5f36, 5c");
    decoded.content.ldsVersion = base::textOf(lds->value);
    decoded.content.unicodeVersion = base::textOf(unicode->value);
    for (const auto tag : readTagList(list->value)) {
        if (const auto group = dataGroupOfTag(tag))
            decoded.content.dataGroups.push_back(*group);
        else
            decoded.defects.push_back({"lds.unknown-tag"_code, {{"tag", tagText(tag)}}, "EF.COM"});
    }
    return decoded;
}

}  // namespace chip::lds
