// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/picture_header.hpp"
#include "issuance/document/portrait_rule.hpp"

namespace issuance {

/// A portrait fit for page and chip: JPEG or JP2 in colours that EF.DG2 may hold, large enough, of a portrait's
/// proportions, complete, not of one colour. Refuses "picture.too-large", "picture.unknown-format",
/// "portrait.wrong-format", "portrait.too-small", "portrait.wrong-proportions", "picture.damaged", "portrait.empty".
/// Argument "field" is "portrait".
base::Result<base::PictureHeader> checkPortrait(base::BytesView file, const PortraitRule& rule);

/// A signature image: JPEG, JPEG 2000 or PNG, complete, at most 512 KiB and 4 megapixels, not of one colour.
/// Refuses "picture.…" as above and "signature.empty"; "field" is "signature".
base::Result<base::PictureHeader> checkSignatureImage(base::BytesView file);

}  // namespace issuance
