// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "chip/lds/extensible_block.hpp"
#include "chip/lds/finger_image.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::BytesView;

constexpr base::tlv::Tag kFingerImageData = 0x64;
// Fields of ISO/IEC 39794-4 RepresentationBlock and SpatialSamplingRateBlock.
constexpr unsigned kPosition = 0, kImpression = 1, kImageDataFormat = 2, kImageData = 3, kSamplingRate = 7,
                   kSamples = 0, kUnit = 1;
constexpr std::uint64_t kInch = 0, kUnknownImpression = 29, kHighestPosition = 0xFF, kMostSamples = 0xFFFF;
constexpr double kCentimetresPerInch = 2.54;
/// By ImageDataFormatCode: PGM, WSQ, JPEG 2000 lossy and lossless, PNG.
constexpr std::array kFormats{FingerImageFormat::Raw, FingerImageFormat::Wsq, FingerImageFormat::Jpeg2000,
                              FingerImageFormat::Jpeg2000, FingerImageFormat::Png};

std::uint64_t codeOf(FingerImageFormat format) {
    const auto found = std::find(kFormats.begin(), kFormats.end(), format);
    return static_cast<std::uint64_t>(found - kFormats.begin());
}

std::uint64_t impressionCode(std::uint8_t impression) {
    constexpr std::array<std::uint8_t, 4> kShared{0, 1, 4, 8};  // the same in both series
    return std::find(kShared.begin(), kShared.end(), impression) != kShared.end() ? impression : kUnknownImpression;
}

std::uint16_t perInch(const extensible::Block& rate) {
    const auto samples = rate.number(kSamples), unit = rate.number(kUnit);
    if (!samples || !unit || *samples > kMostSamples) return 0;
    const double inches = static_cast<double>(*samples) * (*unit == kInch ? 1.0 : kCentimetresPerInch) + 0.5;
    return static_cast<std::uint16_t>(std::min(inches, static_cast<double>(kMostSamples)));
}

}  // namespace

base::Bytes writeFingerImageData(const Fingerprint& finger) {
    const auto representation = base::concat(
        {extensible::code(kPosition, finger.position), extensible::code(kImpression, impressionCode(finger.impression)),
         extensible::code(kImageDataFormat, codeOf(finger.format)), extensible::octets(kImageData, finger.image),
         extensible::block(kSamplingRate,
                           {extensible::number(kSamples, finger.pixelsPerInch), extensible::number(kUnit, kInch)})});
    return extensible::dataBlock(kFingerImageData, representation);
}

base::Result<std::vector<Fingerprint>> readFingerImageData(BytesView record, Defects& defects) {
    const auto fields = extensible::firstRepresentation(record, kFingerImageData);
    const auto image = fields ? fields->octets(kImageData) : std::nullopt;
    const auto position = fields ? fields->code(kPosition) : std::nullopt;
    const auto format = fields ? fields->code(kImageDataFormat) : std::nullopt;
    if (!image || !position || *position > kHighestPosition || !format || *format >= kFormats.size())
        return malformed(File::Dg3, "7f2e");
    Fingerprint finger;
    finger.standard = BiometricStandard::Iso39794;
    finger.position = static_cast<std::uint8_t>(*position);
    finger.impression = static_cast<std::uint8_t>(fields->code(kImpression).value_or(kUnknownImpression) & 0xFFU);
    finger.format = kFormats.at(*format);
    finger.image.assign(image->begin(), image->end());
    finger.pixelsPerInch = 0;
    if (const auto rate = fields->within(kSamplingRate)) finger.pixelsPerInch = perInch(*rate);
    const auto known = readFingerImage(*image);
    if (known ? known->format != finger.format : finger.format != FingerImageFormat::Raw)
        defects.push_back(oddity("lds.image-format"_code, File::Dg3));
    if (known) {
        finger.format = known->format;
        finger.width = known->width;
        finger.height = known->height;
    }
    return std::vector<Fingerprint>{std::move(finger)};
}

}  // namespace chip::lds
