// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/face_record.hpp"

#include <array>

#include "chip/lds/record_cursor.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::Bytes;
using base::BytesView;

// ISO/IEC 19794-5:2005 5.4 to 5.7, sizes in octets.
constexpr std::array<std::uint8_t, 8> kHead{'F', 'A', 'C', 0, '0', '1', '0', 0};
constexpr std::size_t kRecordHeader = 14, kFacialInformation = 20, kFeaturePoint = 8, kImageInformation = 12;
constexpr std::size_t kMostFaces = 16;
constexpr std::uint8_t kColour24Bit = 1, kGreyscale8Bit = 3;

base::Fault lengthDefect(std::size_t stated, std::size_t actual) {
    return {"lds.face-length"_code,
            {{"stated", std::to_string(stated)}, {"actual", std::to_string(actual)}},
            std::string{nameOf(File::Dg2)}};
}

/// One facial record data block (5.5 to 5.8); the last one's image reaches to the end of what is there.
base::Result<Face> readBlock(RecordCursor& cursor, bool last, Defects& defects) {
    const std::size_t available = cursor.left();
    if (available < kFacialInformation + kImageInformation) return malformed(File::Dg2, "facial record");
    const std::size_t stated = cursor.number(4);
    const std::size_t points = cursor.number(2);
    cursor.take(kFacialInformation - 6);
    if (points != 0) {
        defects.push_back({"lds.feature-points"_code, {{"count", std::to_string(points)}}, "EF.DG2"});
        cursor.take(points * kFeaturePoint);
    }
    if (cursor.left() < kImageInformation) return malformed(File::Dg2, "feature points");
    Face face;
    face.type = static_cast<FaceImageType>(cursor.number(1));
    const std::size_t format = cursor.number(1);
    face.width = static_cast<std::uint16_t>(cursor.number(2));
    face.height = static_cast<std::uint16_t>(cursor.number(2));
    cursor.take(kImageInformation - 6);
    const std::size_t headers = available - cursor.left();
    if (!last && (stated < headers || stated > available)) return malformed(File::Dg2, "facial record");
    const auto image = cursor.take(last ? cursor.left() : stated - headers);
    if (headers + image.size() != stated) defects.push_back(lengthDefect(stated, headers + image.size()));
    face.image.assign(image.begin(), image.end());
    const auto known = readImage(image);
    if (known) face.format = known->format;
    if (!known || static_cast<std::size_t>(known->format) != format)
        defects.push_back({"lds.image-format"_code, {}, "EF.DG2"});
    return face;
}

}  // namespace

Bytes writeFaceRecord(const Image& image, FaceImageType type) {
    const std::size_t block = kFacialInformation + kImageInformation + image.octets.size();
    Bytes record{kHead.begin(), kHead.end()};
    base::append(record, base::bigEndian(kRecordHeader + block, 4));
    base::append(record, base::bigEndian(1, 2));
    base::append(record, base::bigEndian(block, 4));
    base::append(record, Bytes(kFacialInformation - 4, 0));  // no feature points; nothing said of the person
    record.push_back(static_cast<std::uint8_t>(type));
    record.push_back(static_cast<std::uint8_t>(image.format));
    base::append(record, base::bigEndian(image.width, 2));
    base::append(record, base::bigEndian(image.height, 2));
    record.push_back(image.colour ? kColour24Bit : kGreyscale8Bit);
    base::append(record, Bytes(5, 0));  // source, device and quality: not stated
    base::append(record, image.octets);
    return record;
}

base::Result<std::vector<Face>> readFaceRecord(BytesView record, Defects& defects) {
    RecordCursor cursor{record};
    const auto head = cursor.take(kHead.size());
    if (record.size() < kRecordHeader || base::textOf(head.first(4)) != base::textOf(BytesView{kHead}.first(4)))
        return malformed(File::Dg2, "FAC");
    const std::size_t stated = cursor.number(4);
    if (stated != record.size()) defects.push_back(lengthDefect(stated, record.size()));
    const std::size_t count = cursor.number(2);
    if (count == 0 || count > kMostFaces) return malformed(File::Dg2, "number of faces");
    std::vector<Face> faces;
    for (std::size_t i = 0; i < count; ++i) {
        auto face = readBlock(cursor, i + 1 == count, defects);
        if (!face) return face.refusal();
        faces.push_back(*std::move(face));
    }
    return faces;
}

}  // namespace chip::lds
