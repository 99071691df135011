// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "printing/page/page_layout.hpp"

/// Internal to printing/scan: a portrait or signature against the one that was ordered.
namespace printing {

struct PictureSeen {
    double right = 0;  ///< millimetres that it was found off its place in the design
    double down = 0;
    double likeness = 0;  ///< correlation of details of 0.1 to 1.5 mm, which another person's portrait does not share
    double strength = 0;  ///< of its contrast, against what it should be
};

/// `seen` and `expected` are grey and at kScanDpi. Nothing where the picture ordered shows nothing.
std::optional<PictureSeen> comparePicture(const cv::Mat& seen, const cv::Mat& expected, const Box& place);

}  // namespace printing
