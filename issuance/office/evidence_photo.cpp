// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/evidence_photo.hpp"

#include "base/picture_header.hpp"
#include "printing/image/image.hpp"

namespace issuance {

using namespace base::literals;

base::Result<inventory::Evidence> keepPhoto(const records::ContentStore& contents, base::BytesView photo) {
    if (photo.size() > kLargestPhoto)
        return base::Fault{"stock.photo-too-large"_code, {{"limit", std::to_string(kLargestPhoto)}}};
    const auto format = base::pictureFormatOf(photo);
    if (format != base::PictureFormat::Jpeg && format != base::PictureFormat::Png)
        return base::Fault{"stock.photo-format"_code};
    if (const auto image = printing::decodeImage(photo); !image) return image.refusal();
    auto name = contents.put(photo);
    if (!name) return name.refusal();
    return inventory::Evidence{std::move(*name), std::string{base::nameOf(*format)}};
}

}  // namespace issuance
