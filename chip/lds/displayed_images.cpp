// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/displayed_images.hpp"

#include <array>

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

namespace {

constexpr tlv::Tag kCount = 0x02;
constexpr std::size_t kMostImages = 16;

bool asAsked(base::BytesView octets) {
    const auto image = readImage(octets);
    return image && (image->format == ImageFormat::Jpeg2000 || octets[3] == 0xE0);
}

}  // namespace

base::Result<base::Bytes> encodeDisplayedImages(File file, tlv::Tag tag, const std::vector<base::Bytes>& images) {
    const std::array<std::uint8_t, 1> count{static_cast<std::uint8_t>(images.size())};
    base::Bytes content = tlv::encode(kCount, count);
    for (const auto& each : images) {
        const auto image = imageForChip(each);
        if (!image) return image.refusal();
        base::append(content, tlv::encode(tag, image->octets));
    }
    return tlv::encode(entryOf(file).tag, content);
}

base::Result<Decoded<std::vector<base::Bytes>>> decodeDisplayedImages(File file, tlv::Tag tag,
                                                                      base::BytesView content) {
    Decoded<std::vector<base::Bytes>> decoded;
    const auto parts = openTemplate(file, content, decoded.defects);
    if (!parts) return parts.refusal();
    const auto note = [&](base::FailureCode code) { decoded.defects.push_back(oddity(std::move(code), file)); };
    std::size_t there = 0;
    for (const auto& part : *parts) {
        if (part.tag != tag) continue;
        if (!asAsked(part.value)) note("lds.image-format"_code);
        if (++there <= kMostImages) decoded.content.emplace_back(part.value.begin(), part.value.end());
    }
    if (there == 0) return malformed(file, tagText(tag));
    const auto count = tlv::find(*parts, kCount);
    if (!count || count->value.size() != 1 || count->value[0] != there) note("lds.instance-count"_code);
    return decoded;
}

}  // namespace chip::lds
