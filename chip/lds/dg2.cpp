// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg2.hpp"

#include <array>

#include "chip/lds/face_record.hpp"

namespace chip::lds {
namespace {

using base::BytesView;
namespace tlv = base::tlv;

constexpr tlv::Tag kGroup = 0x7F61, kOne = 0x7F60, kCount = 0x02, kHeader = 0xA1, kRecord = 0x5F2E,
                   kExtensibleRecord = 0x7F2E;
constexpr std::size_t kMostFaces = 16;

/// Biometric header (9303-10 table 44): facial features, no subtype; format owner ISO/IEC JTC 1/SC 37 (0101), format
/// type face image (0008).
constexpr std::array<std::uint8_t, 14> kHeaderContent{0x81, 0x01, 0x02, 0x82, 0x01, 0x00, 0x87,
                                                      0x02, 0x01, 0x01, 0x88, 0x02, 0x00, 0x08};

base::Result<std::vector<Face>> readTemplate(const tlv::Element& one, Defects& defects) {
    const auto parts = tlv::readAll(one.value);
    if (!parts) return malformed(File::Dg2, "7f60");
    if (const auto record = tlv::find(*parts, kRecord)) return readFaceRecord(record->value, defects);
    if (const auto record = tlv::find(*parts, kExtensibleRecord)) return readExtensibleFaceRecord(record->value);
    return malformed(File::Dg2, "5f2e, 7f2e");
}

}  // namespace

base::Result<base::Bytes> encodeDg2(BytesView portrait, FaceImageType type) {
    const auto image = imageForChip(portrait);
    if (!image) return image.refusal();
    const auto one =
        tlv::encode(kOne, {tlv::encode(kHeader, kHeaderContent), tlv::encode(kRecord, writeFaceRecord(*image, type))});
    const std::array<std::uint8_t, 1> count{1};
    return tlv::encode(entryOf(File::Dg2).tag, {tlv::encode(kGroup, {tlv::encode(kCount, count), one})});
}

base::Result<Decoded<Dg2>> decodeDg2(BytesView content) {
    Decoded<Dg2> decoded;
    const auto parts = openTemplate(File::Dg2, content, decoded.defects);
    if (!parts) return parts.refusal();
    const auto group = tlv::find(*parts, kGroup);
    const auto within = group ? tlv::readAll(group->value) : malformed(File::Dg2, "7f61");
    if (!within) return malformed(File::Dg2, "7f61");
    for (const auto& element : *within) {
        if (element.tag != kOne) continue;
        auto faces = readTemplate(element, decoded.defects);
        if (!faces) return faces.refusal();
        for (auto& face : *faces)
            if (decoded.content.faces.size() < kMostFaces) decoded.content.faces.push_back(std::move(face));
    }
    if (decoded.content.faces.empty()) return malformed(File::Dg2, "7f60");
    return decoded;
}

}  // namespace chip::lds
