// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>
#include <optional>

#include "printing/page/page_design.hpp"
#include "printing/scan/page_scan.hpp"

/// Internal to printing/scan: lays a picture of a page over the design. Two steps, because there are two questions:
/// where the paper is in the picture (its edges), and where the print is on the paper (what is printed).
namespace printing {

/// A picture laid over the design.
struct RegisteredPage {
    cv::Mat print;              ///< as the design has it, at kScanDpi, in the picture's colours
    cv::Matx23d designToPaper;  ///< from millimetres of the design to millimetres from the paper's upper left corner
    PrintPlace place;

    /// A point of the design on the paper, millimetres; beside it by what the print was found off there.
    [[nodiscard]] cv::Point2d onPaper(const cv::Point2d& design) const;
};

/// `expected` is the design's page as it should look, at kScanDpi. The MRZ and the pictures are not looked at: what is
/// wrong in them must not pull the rest. Nothing where the picture does not show the page.
std::optional<RegisteredPage> registerPage(const cv::Mat& picture, const cv::Mat& expected, const PageDesign& design);

}  // namespace printing
