// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "chip/lds/finger_image.hpp"
#include "chip/lds/record_cursor.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::Bytes;
using base::BytesView;

// ISO/IEC 19794-4:2005 7.1 and 7.2, sizes in octets.
constexpr std::array<std::uint8_t, 8> kHead{'F', 'I', 'R', 0, '0', '1', '0', 0};
constexpr std::size_t kRecordHeader = 32, kFingerHeader = 14, kMostFingers = 64;
constexpr std::uint16_t kAcquisitionLevel = 31;  // 500 pixels an inch, 8 bits
constexpr std::size_t kInches = 1, kCentimetres = 2;
constexpr std::uint8_t kPixelDepth = 8;

base::Fault lengthDefect(std::size_t stated, std::size_t actual) {
    return {"lds.finger-length"_code,
            {{"stated", std::to_string(stated)}, {"actual", std::to_string(actual)}},
            std::string{nameOf(File::Dg3)}};
}

std::uint16_t perInch(std::size_t rate, std::size_t unit) {
    constexpr double kCentimetresPerInch = 2.54;
    const double scale = unit == kCentimetres ? kCentimetresPerInch : 1.0;
    return static_cast<std::uint16_t>(std::min(0xFFFF, static_cast<int>(static_cast<double>(rate) * scale + 0.5)));
}

/// What the record's header says of all its images.
struct Common {
    std::uint16_t pixelsPerInch = 0;
    std::size_t format = 0;
};

base::Result<Fingerprint> readFinger(RecordCursor& cursor, bool last, const Common& common, Defects& defects) {
    const std::size_t available = cursor.left();
    if (available < kFingerHeader) return malformed(File::Dg3, "finger header");
    const std::size_t stated = cursor.number(4);
    Fingerprint finger;
    finger.position = static_cast<std::uint8_t>(cursor.number(1));
    cursor.take(2);  // count of views, number of this one
    finger.quality = static_cast<std::uint8_t>(cursor.number(1));
    finger.impression = static_cast<std::uint8_t>(cursor.number(1));
    finger.width = static_cast<std::uint16_t>(cursor.number(2));
    finger.height = static_cast<std::uint16_t>(cursor.number(2));
    cursor.take(1);
    finger.pixelsPerInch = common.pixelsPerInch;
    if (!last && (stated < kFingerHeader || stated > available)) return malformed(File::Dg3, "finger length");
    const auto image = cursor.take(last ? cursor.left() : stated - kFingerHeader);
    if (kFingerHeader + image.size() != stated) defects.push_back(lengthDefect(stated, kFingerHeader + image.size()));
    finger.image.assign(image.begin(), image.end());
    finger.format = static_cast<FingerImageFormat>(common.format);
    const auto known = readFingerImage(image);
    const bool plain = finger.format == FingerImageFormat::Raw || finger.format == FingerImageFormat::Packed;
    if (known ? known->format != finger.format : !plain) defects.push_back(oddity("lds.image-format"_code, File::Dg3));
    if (known) finger.format = known->format;
    return finger;
}

}  // namespace

Bytes writeFingerRecord(const Fingerprint& finger) {
    const std::size_t block = kFingerHeader + finger.image.size();
    Bytes record{kHead.begin(), kHead.end()};
    base::append(record, base::bigEndian(kRecordHeader + block, 6));
    base::append(record, base::bigEndian(0, 2));  // device not stated
    base::append(record, base::bigEndian(kAcquisitionLevel, 2));
    record.push_back(1);  // one finger
    record.push_back(kInches);
    for (int rate = 0; rate < 4; ++rate) base::append(record, base::bigEndian(finger.pixelsPerInch, 2));
    record.push_back(kPixelDepth);
    record.push_back(static_cast<std::uint8_t>(finger.format));
    base::append(record, base::bigEndian(0, 2));
    base::append(record, base::bigEndian(block, 4));
    record.push_back(finger.position);
    record.push_back(1);
    record.push_back(1);
    record.push_back(finger.quality);
    record.push_back(finger.impression);
    base::append(record, base::bigEndian(finger.width, 2));
    base::append(record, base::bigEndian(finger.height, 2));
    record.push_back(0);
    base::append(record, finger.image);
    return record;
}

base::Result<std::vector<Fingerprint>> readFingerRecord(BytesView record, Defects& defects) {
    RecordCursor cursor{record};
    const auto head = cursor.take(kHead.size());
    if (record.size() < kRecordHeader || base::textOf(head.first(4)) != base::textOf(BytesView{kHead}.first(4)))
        return malformed(File::Dg3, "FIR");
    const std::size_t stated = cursor.number(6);
    if (stated != record.size()) defects.push_back(lengthDefect(stated, record.size()));
    cursor.take(4);  // device and acquisition level
    const std::size_t count = cursor.number(1), unit = cursor.number(1);
    cursor.take(4);  // of the scanner
    Common common;
    common.pixelsPerInch = perInch(cursor.number(2), unit);
    cursor.take(3);  // vertical rate, depth
    common.format = cursor.number(1);
    cursor.take(2);
    if (count == 0 || count > kMostFingers || common.format > static_cast<std::size_t>(FingerImageFormat::Png))
        return malformed(File::Dg3, "FIR");
    std::vector<Fingerprint> fingers;
    for (std::size_t i = 0; i < count; ++i) {
        auto finger = readFinger(cursor, i + 1 == count, common, defects);
        if (!finger) return finger.refusal();
        fingers.push_back(*std::move(finger));
    }
    return fingers;
}

}  // namespace chip::lds
