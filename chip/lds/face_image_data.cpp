// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/face_image_data.hpp"

#include "chip/lds/extensible_block.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::BytesView;
using extensible::Block;

constexpr base::tlv::Tag kFaceImageData = 0x65;
constexpr int kDeepest = 12;
// Fields of ISO/IEC 39794-5: RepresentationBlock, ImageRepresentation, ImageRepresentationBase,
// ImageRepresentation2DBlock, ImageInformation2DBlock.
constexpr unsigned kRepresentationId = 0, kImageRepresentation = 1, kBase = 0, k2D = 0, kRepresentationData = 0,
                   kImageInformation = 1, kImageDataFormat = 0;
constexpr std::uint64_t kJpeg = 2, kJpeg2000Lossy = 3, kJpeg2000Lossless = 4;

struct Stated {
    BytesView image;
    std::uint64_t format = 0;
};

std::optional<Stated> imageIn(BytesView record) {
    const auto representation = extensible::firstRepresentation(record, kFaceImageData);
    const auto choice = representation ? representation->within(kImageRepresentation) : std::nullopt;
    const auto base = choice ? choice->within(kBase) : std::nullopt;
    const auto flat = base ? base->within(k2D) : std::nullopt;
    const auto data = flat ? flat->octets(kRepresentationData) : std::nullopt;
    const auto information = flat ? flat->within(kImageInformation) : std::nullopt;
    const auto format = information ? information->code(kImageDataFormat) : std::nullopt;
    if (!data || !format) return std::nullopt;
    return Stated{*data, *format};
}

bool fits(ImageFormat format, std::uint64_t stated) {
    return format == ImageFormat::Jpeg ? stated == kJpeg : stated == kJpeg2000Lossy || stated == kJpeg2000Lossless;
}

std::optional<Image> findImage(BytesView octets, int depth) {
    const auto parts = base::tlv::readAll(octets);
    if (!parts || depth > kDeepest) return std::nullopt;
    for (const auto& part : *parts) {
        if (part.constructed()) {
            if (auto image = findImage(part.value, depth + 1)) return image;
        } else if (auto image = readImage(part.value)) {
            return *std::move(image);
        }
    }
    return std::nullopt;
}

Face faceOf(Image image) {
    return {BiometricStandard::Iso39794, FaceImageType::Basic, image.width, image.height, image.format,
            std::move(image.octets)};
}

}  // namespace

base::Bytes writeFaceImageData(const Image& image) {
    const auto format = extensible::code(kImageDataFormat, image.format == ImageFormat::Jpeg ? kJpeg : kJpeg2000Lossy);
    const auto flat = extensible::block(
        k2D, {extensible::octets(kRepresentationData, image.octets), extensible::block(kImageInformation, {format})});
    const auto representation =
        base::concat({extensible::number(kRepresentationId, 0),
                      extensible::block(kImageRepresentation, {extensible::block(kBase, {flat})})});
    return extensible::dataBlock(kFaceImageData, representation);
}

base::Result<std::vector<Face>> readFaceImageData(BytesView record, Defects& defects) {
    const auto note = [&](base::FailureCode code) { defects.push_back({std::move(code), {}, "EF.DG2"}); };
    if (const auto stated = imageIn(record)) {
        auto image = readImage(stated->image);
        if (!image || !fits(image->format, stated->format)) note("lds.image-format"_code);
        if (image) return std::vector<Face>{faceOf(*std::move(image))};
    } else {
        note("lds.extensible-record"_code);
    }
    auto image = findImage(record, 0);
    if (!image) return malformed(File::Dg2, "7f2e");
    return std::vector<Face>{faceOf(*std::move(image))};
}

}  // namespace chip::lds
