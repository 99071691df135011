// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg2.hpp"

#include "chip/lds/face_image_data.hpp"
#include "chip/lds/face_record.hpp"

namespace chip::lds {
namespace {

constexpr std::size_t kMostFaces = 16;
constexpr std::uint32_t kFacialFeatures = 0x02;
/// Format types of ISO/IEC JTC 1/SC 37: face image of 19794-5, face image of 39794-5.
constexpr std::uint16_t kFaceOf19794 = 0x0008, kFaceOf39794 = 0x002A;

BiometricTemplate templateFor(const Image& image, BiometricStandard standard, FaceImageType type) {
    BiometricTemplate one;
    one.standard = standard;
    if (standard == BiometricStandard::Iso39794) {
        one.header.formatType = kFaceOf39794;
        one.record = writeFaceImageData(image);
        return one;
    }
    one.header.type = kFacialFeatures;
    one.header.subtype = 0;
    one.header.formatType = kFaceOf19794;
    one.record = writeFaceRecord(image, type);
    return one;
}

}  // namespace

base::Result<base::Bytes> encodeDg2(base::BytesView portrait, BiometricStandard standard, FaceImageType type) {
    const auto image = imageForChip(portrait);
    if (!image) return image.refusal();
    return encodeBiometricGroup(File::Dg2, {{templateFor(*image, standard, type)}});
}

base::Result<Decoded<Dg2>> decodeDg2(base::BytesView content) {
    auto group = decodeBiometricGroup(File::Dg2, content);
    if (!group) return group.refusal();
    Decoded<Dg2> decoded{{}, std::move(group->defects)};
    for (const auto& one : group->content.templates) {
        auto faces = one.standard == BiometricStandard::Iso39794 ? readFaceImageData(one.record, decoded.defects)
                                                                 : readFaceRecord(one.record, decoded.defects);
        if (!faces) return faces.refusal();
        for (auto& face : *faces)
            if (decoded.content.faces.size() < kMostFaces) decoded.content.faces.push_back(std::move(face));
    }
    if (decoded.content.faces.empty()) return malformed(File::Dg2, "7f60");
    return decoded;
}

}  // namespace chip::lds
