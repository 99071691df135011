// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "printing/scan/page_scan.hpp"

/// Internal to printing/scan: shows where a page is not as it should be.
namespace printing {

/// PNG of the registered page, pale: ink too much in red and too little in blue, as strong as `surplus` says; each
/// finding that has a place framed and numbered as it stands in the list, orange where it is doubtful and red where it
/// is refused.
base::Bytes differenceImage(const cv::Mat& print, const cv::Mat& surplus, const std::vector<ScanFinding>& findings);

}  // namespace printing
