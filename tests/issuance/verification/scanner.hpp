// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/image/image.hpp"

namespace samples {

/// How a scanner sees a page.
struct Scanner {
    double resolution = 150;  // dots an inch
    double turned = 0;        // degrees
    double noise = 12;        // standard deviation of 255
};

/// The first page, turned around its middle, on grey paper, with noise.
printing::Image scanned(base::BytesView pdf, const Scanner& scanner);

/// A PDF of one picture, as scanners make them.
base::Bytes pdfOf(const printing::Image& image, int resolution);

}  // namespace samples
