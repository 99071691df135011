// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/iris_record.hpp"

#include <array>

#include "base/picture_header.hpp"
#include "chip/lds/record_cursor.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::Bytes;
using base::BytesView;

// ISO/IEC 19794-6:2005 6.5, sizes in octets.
constexpr std::array<std::uint8_t, 8> kHead{'I', 'I', 'R', 0, '0', '1', '0', 0};
constexpr std::size_t kRecordHeader = 45, kSubtypeHeader = 3, kImageHeader = 11, kDeviceId = 16, kMostImages = 16;
constexpr std::uint16_t kGreyJpeg2000 = 0x000E, kColourJpeg2000 = 0x0010, kUndefined = 0xFFFF;
constexpr std::uint8_t kGreyDepth = 8, kColourDepth = 24;

base::Fault lengthDefect(std::size_t stated, std::size_t actual) {
    return {"lds.iris-length"_code,
            {{"stated", std::to_string(stated)}, {"actual", std::to_string(actual)}},
            std::string{nameOf(File::Dg4)}};
}

/// One image of an eye; the record's last reaches to the end of what is there.
base::Result<Iris> readImageOf(Iris iris, RecordCursor& cursor, bool last, Defects& defects) {
    if (cursor.left() < kImageHeader) return malformed(File::Dg4, "image header");
    cursor.take(2);  // number of this image
    iris.quality = static_cast<std::uint8_t>(cursor.number(1));
    cursor.take(4);  // rotation and its uncertainty
    const std::size_t stated = cursor.number(4);
    if (!last && stated > cursor.left()) return malformed(File::Dg4, "image length");
    const auto image = cursor.take(last ? cursor.left() : stated);
    if (image.size() != stated) defects.push_back(lengthDefect(stated, image.size()));
    iris.image.assign(image.begin(), image.end());
    return iris;
}

/// The images of one eye, the record's last included where `last`.
base::Outcome readEye(const Iris& common, RecordCursor& cursor, bool last, std::vector<Iris>& irises,
                      Defects& defects) {
    if (cursor.left() < kSubtypeHeader) return malformed(File::Dg4, "eye header");
    Iris iris = common;
    iris.eye = static_cast<Eye>(cursor.number(1));
    const std::size_t images = cursor.number(2);
    if (images == 0 || irises.size() + images > kMostImages) return malformed(File::Dg4, "number of images");
    for (std::size_t i = 0; i < images; ++i) {
        auto read = readImageOf(iris, cursor, last && i + 1 == images, defects);
        if (!read) return read.refusal();
        irises.push_back(*std::move(read));
    }
    return {};
}

/// Whether the image is what the record's header says of all of them.
bool isOfFormat(BytesView image, std::size_t format) {
    if (format != kGreyJpeg2000 && format != kColourJpeg2000) return true;
    const auto known = base::pictureFormatOf(image);
    return known == base::PictureFormat::Jp2 || known == base::PictureFormat::Jpeg2000Codestream;
}

}  // namespace

Bytes writeIrisRecord(const Iris& iris) {
    const std::size_t size = kRecordHeader + kSubtypeHeader + kImageHeader + iris.image.size();
    Bytes record{kHead.begin(), kHead.end()};
    base::append(record, base::bigEndian(size, 4));
    base::append(record, base::bigEndian(0, 2));  // device not stated
    record.push_back(1);                          // one eye
    base::append(record, base::bigEndian(kRecordHeader, 2));
    base::append(record, base::bigEndian(0, 2));  // orientation, scan and occlusions not stated
    base::append(record, base::bigEndian(iris.diameter, 2));
    base::append(record, base::bigEndian(iris.colour ? kColourJpeg2000 : kGreyJpeg2000, 2));
    base::append(record, base::bigEndian(iris.width, 2));
    base::append(record, base::bigEndian(iris.height, 2));
    record.push_back(iris.colour ? kColourDepth : kGreyDepth);
    record.push_back(0);  // no transformation
    base::append(record, Bytes(kDeviceId, 0));
    record.push_back(static_cast<std::uint8_t>(iris.eye));
    base::append(record, base::bigEndian(1, 2));
    base::append(record, base::bigEndian(1, 2));
    record.push_back(iris.quality);
    base::append(record, base::bigEndian(kUndefined, 2));
    base::append(record, base::bigEndian(kUndefined, 2));
    base::append(record, base::bigEndian(iris.image.size(), 4));
    base::append(record, iris.image);
    return record;
}

base::Result<std::vector<Iris>> readIrisRecord(BytesView record, Defects& defects) {
    RecordCursor cursor{record};
    const auto head = cursor.take(kHead.size());
    if (record.size() < kRecordHeader || base::textOf(head.first(4)) != base::textOf(BytesView{kHead}.first(4)))
        return malformed(File::Dg4, "IIR");
    const std::size_t stated = cursor.number(4);
    if (stated != record.size()) defects.push_back(lengthDefect(stated, record.size()));
    cursor.take(2);
    const std::size_t eyes = cursor.number(1), header = cursor.number(2);
    cursor.take(2);
    Iris common;
    common.diameter = static_cast<std::uint16_t>(cursor.number(2));
    const std::size_t format = cursor.number(2);
    common.width = static_cast<std::uint16_t>(cursor.number(2));
    common.height = static_cast<std::uint16_t>(cursor.number(2));
    common.colour = cursor.number(1) > kGreyDepth;
    cursor.take(1 + kDeviceId);
    if (header != kRecordHeader) defects.push_back(lengthDefect(header, kRecordHeader));
    if (eyes == 0 || eyes > 2) return malformed(File::Dg4, "number of eyes");
    std::vector<Iris> irises;
    for (std::size_t i = 0; i < eyes; ++i)
        if (const auto read = readEye(common, cursor, i + 1 == eyes, irises, defects); !read) return read.refusal();
    if (!std::ranges::all_of(irises, [&](const Iris& iris) { return isOfFormat(iris.image, format); }))
        defects.push_back(oddity("lds.image-format"_code, File::Dg4));
    return irises;
}

}  // namespace chip::lds
