// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/signature_image.hpp"

#include "chip/lds/image.hpp"
#include "printing/image/image.hpp"

namespace issuance {
namespace {

/// Leaves room for the tags of EF.DG7 within the 16 KiB that chip profiles give it.
constexpr std::size_t kMostOctets = std::size_t{15} * 1024;
constexpr int kQuality = 90;

}  // namespace

base::Result<base::Bytes> signatureForChip(base::BytesView file) {
    if (auto own = chip::lds::imageForChip(file); own && own->octets.size() <= kMostOctets)
        return std::move(own->octets);
    auto image = printing::decodeImage(file);
    if (!image) return image.refusal();
    auto jpeg = printing::encodeJpeg(*image, kQuality);
    while (jpeg.size() > kMostOctets && image->width * image->height > 1) {
        *image = printing::halved(*image);
        jpeg = printing::encodeJpeg(*image, kQuality);
    }
    return jpeg;
}

}  // namespace issuance
