// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg7.hpp"

#include <array>

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

namespace {
constexpr tlv::Tag kCount = 0x02, kSignature = 0x5F43;

bool asAsked(base::BytesView octets) {
    const auto image = readImage(octets);
    return image && (image->format == ImageFormat::Jpeg2000 || octets[3] == 0xE0);
}
}  // namespace

base::Result<base::Bytes> encodeDg7(base::BytesView signature) {
    const auto image = imageForChip(signature);
    if (!image) return image.refusal();
    const std::array<std::uint8_t, 1> count{1};
    return tlv::encode(entryOf(File::Dg7).tag, {tlv::encode(kCount, count), tlv::encode(kSignature, image->octets)});
}

base::Result<Decoded<Dg7>> decodeDg7(base::BytesView content) {
    Decoded<Dg7> decoded;
    const auto parts = openTemplate(File::Dg7, content, decoded.defects);
    if (!parts) return parts.refusal();
    for (const auto& part : *parts) {
        if (part.tag != kSignature) continue;
        if (!asAsked(part.value)) decoded.defects.push_back({"lds.image-format"_code, {}, "EF.DG7"});
        decoded.content.images.emplace_back(part.value.begin(), part.value.end());
    }
    if (decoded.content.images.empty()) return malformed(File::Dg7, "5f43");
    return decoded;
}

}  // namespace chip::lds
