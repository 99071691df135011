// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/image/image.hpp"

/// Synthetic pictures of nobody, and the files that a capture station would make of them.
namespace samples {

/// A drawn head and shoulders, 420 by 540, in colour.
printing::Image portrait();
/// Another person's in the same pose: each seed gives another.
printing::Image portraitOfAnother(unsigned seed);
/// The first, 210 by 270, in grey.
printing::Image greyPortrait();
/// A pen stroke on white, 600 by 160, grey.
printing::Image signature();

base::Bytes jpegOf(const printing::Image& image);
base::Bytes pngOf(const printing::Image& image);
/// The ink of a grey picture on a ground that is transparent where the picture is white, as signature tablets write it.
base::Bytes transparentPngOf(const printing::Image& image);
/// A JP2 file, lossless.
base::Bytes jpeg2000Of(const printing::Image& image);

}  // namespace samples
