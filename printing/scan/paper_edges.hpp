// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>

/// Internal to printing/scan: where the paper ends in a picture of it.
namespace printing {

/// Corners of the paper in pixels, clockwise; the first side is one of those that are `width` long.
using PaperCorners = std::array<cv::Point2f, 4>;

/// The edges of a sheet of the given proportions on a bed that is darker or lighter than it, each fitted as a straight
/// line to parts of a pixel; rounded corners (9303-4 2.2) are left out. Nothing where a side is not seen, or what is
/// seen has other proportions.
std::optional<PaperCorners> findPaper(const cv::Mat& grey, const cv::Size2d& paper);

}  // namespace printing
