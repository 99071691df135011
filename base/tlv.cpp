// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tlv.hpp"

#include <string>

namespace base::tlv {
namespace {

struct Head {
    Tag tag = 0;
    std::size_t length = 0;
    std::size_t size = 0;  ///< octets of tag and length
};

std::optional<Head> readTag(BytesView octets) {
    if (octets.empty()) return std::nullopt;
    Head head{octets[0], 0, 1};
    if ((octets[0] & 0x1FU) != 0x1FU) return head;
    do {
        if (head.size >= octets.size() || head.size > 2) return std::nullopt;
        head.tag = (head.tag << 8U) | octets[head.size];
    } while ((octets[head.size++] & 0x80U) != 0);
    return head;
}

bool readLength(BytesView octets, Lengths lengths, Head& head) {
    if (head.size >= octets.size()) return false;
    const std::uint8_t first = octets[head.size++];
    if (first < 0x80) {
        head.length = first;
        return true;
    }
    const std::size_t width = first & 0x7FU;
    if (width == 0 || width > 4 || head.size + width > octets.size()) return false;
    for (std::size_t i = 0; i < width; ++i) head.length = (head.length << 8U) | octets[head.size++];
    return lengths == Lengths::Ber || encodeLength(head.length).size() == width + 1;
}

Fault malformed(std::size_t offset) { return {"tlv.malformed"_code, {}, "offset " + std::to_string(offset)}; }

}  // namespace

bool Element::constructed() const { return !whole.empty() && (whole[0] & 0x20U) != 0; }

Bytes encodeLength(std::size_t length) {
    if (length < 0x80) return {static_cast<std::uint8_t>(length)};
    std::size_t width = 1;
    while (width < sizeof(length) && (length >> (8 * width)) != 0) ++width;
    Bytes octets{static_cast<std::uint8_t>(0x80U | width)};
    append(octets, bigEndian(length, width));
    return octets;
}

Bytes encode(Tag tag, BytesView value) {
    const std::size_t width = tag > 0xFFFF ? 3 : tag > 0xFF ? 2 : 1;
    Bytes octets = bigEndian(tag, width);
    append(octets, encodeLength(value.size()));
    append(octets, value);
    return octets;
}

Bytes encode(Tag tag, std::initializer_list<BytesView> parts) { return encode(tag, concat(parts)); }

Result<Element> readFirst(BytesView octets, Lengths lengths) {
    auto head = readTag(octets);
    if (!head || !readLength(octets, lengths, *head) || head->length > octets.size() - head->size) return malformed(0);
    return Element{head->tag, octets.subspan(head->size, head->length), octets.first(head->size + head->length)};
}

Result<std::vector<Element>> readAll(BytesView octets, Lengths lengths) {
    std::vector<Element> elements;
    std::size_t offset = 0;
    while (offset < octets.size()) {
        auto element = readFirst(octets.subspan(offset), lengths);
        if (!element) return malformed(offset);
        offset += element->whole.size();
        elements.push_back(*element);
    }
    return elements;
}

std::optional<Element> find(const std::vector<Element>& elements, Tag tag) {
    for (const auto& element : elements)
        if (element.tag == tag) return element;
    return std::nullopt;
}

}  // namespace base::tlv
