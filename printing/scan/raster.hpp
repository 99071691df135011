// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "printing/image/image.hpp"
#include "printing/page/page_design.hpp"

/// Internal to printing/scan: pictures as OpenCV holds them. Everything is compared at one resolution, 300 dots an
/// inch.
namespace printing {

constexpr double kScanDpi = 300;
constexpr double kPixels = kScanDpi / 25.4;  // a millimetre

/// A view of the picture's own samples, valid as long as it: CV_8UC1, or CV_8UC3 in the order red, green, blue.
cv::Mat matOf(const Image& image);
Image imageOf(const cv::Mat& mat);
cv::Mat greyOf(const cv::Mat& picture);

/// How dark strokes are against the paper around them, from 0 to 1 (CV_32F): what is wider than 1.8 mm, as a
/// guilloche's tint or a shadow, is paper. `pixelsAMillimetre` is the picture's.
cv::Mat inkOf(const cv::Mat& grey, double pixelsAMillimetre = kPixels);

/// The same of a picture of kScanDpi, smoothed a little: prints and scans are never as sharp as drawings.
cv::Mat strokesOf(const cv::Mat& grey);

/// The part of a picture of kScanDpi that a box in millimetres covers, within the picture.
cv::Rect pixelsOf(const Box& box, const cv::Size& picture);
/// The other way round.
Box boxOf(const cv::Rect& pixels);

/// Where a pattern lies best in a picture near the place where it should, and how alike the two are there.
struct Match {
    double likeness = 0;  ///< normalised correlation, -1 to 1; 0 where one of them is flat
    cv::Point2d shift;    ///< pixels, to parts of one
};
Match matchNear(const cv::Mat& picture, const cv::Mat& pattern, cv::Point place, int reach);

}  // namespace printing
