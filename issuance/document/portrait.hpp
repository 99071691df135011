// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.hpp"
#include "issuance/document/portrait_rule.hpp"

namespace issuance {

enum class PictureFormat { Jpeg, Jpeg2000, Png };

/// "jpeg", "jpeg2000", "png".
std::string_view nameOf(PictureFormat format);

/// What a picture says of itself before anything is decoded.
struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// Format and size from the first octets and headers alone, in bounded time and memory. Refuses
/// "picture.unknown-format" and "picture.damaged".
base::Result<PictureHeader> readPictureHeader(base::BytesView file);

/// A portrait fit for page and chip: JPEG or JPEG 2000, large enough, of a portrait's proportions, complete, not of one
/// colour. Refuses "picture.too-large", "picture.unknown-format", "portrait.wrong-format", "portrait.too-small",
/// "portrait.wrong-proportions", "picture.damaged", "portrait.empty". Argument "field" is "portrait".
base::Result<PictureHeader> checkPortrait(base::BytesView file, const PortraitRule& rule);

/// A signature image: JPEG, JPEG 2000 or PNG, complete, at most 512 KiB and 4 megapixels. Refuses as above; "field" is
/// "signature".
base::Result<PictureHeader> checkSignatureImage(base::BytesView file);

}  // namespace issuance
