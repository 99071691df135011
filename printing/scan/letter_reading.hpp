// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "printing/page/page_layout.hpp"

/// Internal to printing/scan: reads a letter that stands alone, which a model of lines of text does badly.
namespace printing {

/// The capital or digit that looks most like what stands where a run of one letter should, drawn in the run's font and
/// size. What should stand there is not asked. `seen` is grey and at kScanDpi; empty where nothing looks like a letter.
std::string readLetter(const cv::Mat& seen, const TextRun& run, const PageDesign& design);

}  // namespace printing
