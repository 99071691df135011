// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "base/picture_header.hpp"
#include "chip/lds/extensible_block.hpp"
#include "chip/lds/iris_record.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::BytesView;
using base::PictureFormat;

constexpr base::tlv::Tag kIrisImageData = 0x66;
// Fields of ISO/IEC 39794-6 RepresentationBlock, and of DateTimeBlock (39794-1).
constexpr unsigned kEyeLabel = 0, kImageKind = 1, kBitDepth = 2, kImageDataFormat = 3, kHorizontal = 4, kVertical = 5,
                   kCompressionHistory = 6, kCaptureDateTime = 7, kIrisImage = 8, kRange = 9;
constexpr unsigned kYear = 0, kMonth = 1, kDay = 2, kRangingError = 1;
constexpr std::uint64_t kCropped = 3, kPng = 2, kJpeg2000Lossless = 3, kJpeg2000Lossy = 4, kUndefined = 0,
                        kLossless = 1, kLossy = 2, kUnassigned = 0;
constexpr std::uint64_t kGreyDepth = 8, kColourDepth = 24;

std::optional<base::Date> dateIn(const extensible::Block& block) {
    const auto year = block.number(kYear), month = block.number(kMonth), day = block.number(kDay);
    if (!year || *year > 9999 || !month || *month > 12 || !day || *day > 31) return std::nullopt;
    const base::Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{static_cast<unsigned>(*month)},
                          std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

base::Bytes captureDate(base::Date date) {
    return extensible::block(kCaptureDateTime,
                             {extensible::number(kYear, static_cast<std::uint64_t>(static_cast<int>(date.year()))),
                              extensible::number(kMonth, static_cast<unsigned>(date.month())),
                              extensible::number(kDay, static_cast<unsigned>(date.day()))});
}

bool fits(std::optional<PictureFormat> format, std::uint64_t stated) {
    if (stated == kPng) return format == PictureFormat::Png;
    if (stated != kJpeg2000Lossless && stated != kJpeg2000Lossy) return true;
    return format == PictureFormat::Jp2 || format == PictureFormat::Jpeg2000Codestream;
}

}  // namespace

base::Bytes writeIrisImageData(const Iris& iris) {
    const bool png = base::pictureFormatOf(iris.image) == PictureFormat::Png;
    const auto representation = base::concat(
        {extensible::number(kEyeLabel, static_cast<std::uint8_t>(iris.eye)), extensible::code(kImageKind, kCropped),
         extensible::number(kBitDepth, iris.colour ? kColourDepth : kGreyDepth),
         extensible::code(kImageDataFormat, png ? kPng : kJpeg2000Lossy), extensible::number(kHorizontal, kUndefined),
         extensible::number(kVertical, kUndefined), extensible::number(kCompressionHistory, png ? kLossless : kLossy),
         captureDate(iris.captured), extensible::octets(kIrisImage, iris.image),
         extensible::block(kRange, {extensible::number(kRangingError, kUnassigned)})});
    return extensible::dataBlock(kIrisImageData, representation);
}

base::Result<std::vector<Iris>> readIrisImageData(BytesView record, Defects& defects) {
    const auto fields = extensible::firstRepresentation(record, kIrisImageData);
    const auto image = fields ? fields->octets(kIrisImage) : std::nullopt;
    const auto eye = fields ? fields->number(kEyeLabel) : std::nullopt;
    const auto format = fields ? fields->code(kImageDataFormat) : std::nullopt;
    if (!image || !eye || *eye > 2 || !format) return malformed(File::Dg4, "7f2e");
    Iris iris;
    iris.standard = BiometricStandard::Iso39794;
    iris.eye = static_cast<Eye>(*eye);
    iris.colour = fields->number(kBitDepth).value_or(kGreyDepth) > kGreyDepth;
    iris.image.assign(image->begin(), image->end());
    if (const auto block = fields->within(kCaptureDateTime))
        if (const auto date = dateIn(*block)) iris.captured = *date;
    const auto known = base::pictureFormatOf(*image);
    if (!fits(known, *format)) defects.push_back(oddity("lds.image-format"_code, File::Dg4));
    if (!known) return std::vector<Iris>{std::move(iris)};
    if (const auto header = base::readPictureHeader(*image);
        header && header->width <= 0xFFFF && header->height <= 0xFFFF) {
        iris.width = static_cast<std::uint16_t>(header->width);
        iris.height = static_cast<std::uint16_t>(header->height);
    }
    return std::vector<Iris>{std::move(iris)};
}

}  // namespace chip::lds
