// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "printing/image/image.hpp"

namespace samples {

/// A line through the print, from the upper to the lower edge.
struct Streak {
    double x = 0;       // millimetres
    double width = 0;   // millimetres
    bool dark = false;  // else the print is missing there
};

/// How a page was printed on its paper, and how a scanner or camera sees it.
struct PageScanner {
    double printRight = 0, printDown = 0;  ///< millimetres
    double printTilt = 0;                  ///< degrees clockwise
    double printScale = 1;
    double fade = 0;  ///< share of the ink that is gone
    std::vector<Streak> streaks = {};
    bool guilloche = false;  ///< the blank has a fine pattern of its own

    double paper = 240, bed = 30;  ///< brightness
    bool edges = true;             ///< else the picture ends with the paper
    double tilt = 0;               ///< degrees clockwise
    double right = 0, down = 0;    ///< millimetres, of the paper on the bed
    double keystone = 0;           ///< share by which the far edge looks shorter
    double resolution = 300;
    double blur = 0.6;  ///< pixels
    double noise = 4;   ///< of 255
    int jpegQuality = 0;
    unsigned chance = 9303;
};

/// The first page of the PDF as it is seen.
printing::Image scannedPage(base::BytesView pdf, const PageScanner& scanner);

}  // namespace samples
