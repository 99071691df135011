// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/decoded.hpp"

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

base::Fault malformed(File file, std::string_view what) {
    const std::string name{nameOf(file)};
    return {"lds.malformed"_code, {{"file", name}, {"what", std::string{what}}}, name};
}

base::Fault oddity(base::FailureCode code, File file) {
    const std::string name{nameOf(file)};
    return {std::move(code), {{"file", name}}, name};
}

base::Result<tlv::Element> openFile(File file, base::BytesView content, Defects& defects) {
    const auto element = tlv::readFirst(content);
    if (!element) return malformed(file, "length");
    if (element->tag != entryOf(file).tag) return malformed(file, "tag " + tagText(element->tag));
    const std::string name{nameOf(file)};
    if (element->whole.size() != content.size())
        defects.push_back({"lds.trailing-octets"_code, {{"file", name}}, name});
    return *element;
}

base::Result<std::vector<tlv::Element>> openTemplate(File file, base::BytesView content, Defects& defects) {
    const auto element = openFile(file, content, defects);
    if (!element) return element.refusal();
    auto parts = tlv::readAll(element->value);
    if (!parts) return malformed(file, "content");
    return parts;
}

std::string tagText(tlv::Tag tag) {
    const std::size_t width = tag > 0xFFFF ? 3 : tag > 0xFF ? 2 : 1;
    return base::toHex(base::bigEndian(tag, width));
}

std::vector<tlv::Tag> readTagList(base::BytesView list) {
    std::vector<tlv::Tag> tags;
    for (std::size_t at = 0; at < list.size();) {
        tlv::Tag tag = list[at];
        const bool more = (list[at++] & 0x1FU) == 0x1FU;
        bool next = more;
        for (int count = 0; next && count < 2 && at < list.size(); ++count) {
            tag = (tag << 8U) | list[at];
            next = (list[at++] & 0x80U) != 0;
        }
        tags.push_back(tag);
    }
    return tags;
}

base::Bytes writeTagList(const std::vector<tlv::Tag>& tags) {
    base::Bytes list;
    for (const auto tag : tags) base::append(list, base::bigEndian(tag, tag > 0xFFFF ? 3 : tag > 0xFF ? 2 : 1));
    return list;
}

}  // namespace chip::lds
