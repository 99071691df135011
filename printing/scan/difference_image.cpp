// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/difference_image.hpp"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "printing/scan/raster.hpp"

namespace printing {
namespace {

constexpr double kShown = 0.3;  // of a full stroke, from which ink is shown as too much or too little
const cv::Scalar kRed{205, 20, 20}, kBlue{20, 60, 215}, kOrange{225, 125, 0};

/// Lays a colour over a picture, as strong as `weight` (0 to 1) says.
void tint(cv::Mat& picture, const cv::Mat& weight, const cv::Scalar& colour) {
    for (int y = 0; y < picture.rows; ++y) {
        auto* row = picture.ptr<cv::Vec3b>(y);
        const auto* share = weight.ptr<float>(y);
        for (int x = 0; x < picture.cols; ++x)
            for (int channel = 0; channel < 3 && share[x] > 0; ++channel)
                row[x][channel] =
                    cv::saturate_cast<std::uint8_t>(row[x][channel] * (1 - share[x]) + colour[channel] * share[x]);
    }
}

cv::Mat weightOf(const cv::Mat& surplus) {
    cv::Mat weight = cv::min(surplus, 1.0);
    weight.setTo(0, weight < kShown);
    return weight;
}

void frame(cv::Mat& picture, const ScanFinding& finding, std::size_t number) {
    const auto& colour = finding.judgement == ScanJudgement::Refused ? kRed : kOrange;
    cv::Rect box = pixelsOf(*finding.where, picture.size());
    box = (box - cv::Point{4, 4} + cv::Size{8, 8}) & cv::Rect{cv::Point{}, picture.size()};
    cv::rectangle(picture, box, colour, 2);
    const cv::Point at{std::min(box.x + 2, picture.cols - 30), box.y > 22 ? box.y - 5 : box.y + box.height + 18};
    cv::putText(picture, std::to_string(number), at, cv::FONT_HERSHEY_SIMPLEX, 0.6, colour, 2, cv::LINE_AA);
}

}  // namespace

base::Bytes differenceImage(const cv::Mat& print, const cv::Mat& surplus, const std::vector<ScanFinding>& findings) {
    cv::Mat pale = greyOf(print) * 0.5 + 127, picture;
    cv::cvtColor(pale, picture, cv::COLOR_GRAY2RGB);
    tint(picture, weightOf(surplus), kRed);
    tint(picture, weightOf(-surplus), kBlue);
    for (std::size_t at = 0; at < findings.size(); ++at)
        if (findings[at].where) frame(picture, findings[at], at + 1);
    return encodePng(imageOf(picture));
}

}  // namespace printing
