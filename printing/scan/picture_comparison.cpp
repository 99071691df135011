// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/picture_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "printing/scan/raster.hpp"

namespace printing {
namespace {

constexpr double kFarthestOff = 3;                // millimetres that a picture is looked for off its place
constexpr double kFinest = 0.1, kCoarsest = 1.5;  // millimetres of the details that are compared
constexpr double kLeastDetail = 1.0;  // of 255, standard deviation of details below which a picture shows nothing

cv::Mat detailsOf(const cv::Mat& grey) {
    cv::Mat fine, coarse, picture;
    grey.convertTo(picture, CV_32F);
    cv::GaussianBlur(picture, fine, {}, kFinest * kPixels);
    cv::GaussianBlur(picture, coarse, {}, kCoarsest * kPixels / 2);
    return fine - coarse;
}

double spreadOf(const cv::Mat& values) {
    cv::Scalar mean, deviation;
    cv::meanStdDev(values, mean, deviation);
    return deviation[0];
}

cv::Mat halfOf(const cv::Mat& picture) {
    cv::Mat half;
    cv::resize(picture, half, {}, 0.5, 0.5, cv::INTER_AREA);
    return half;
}

}  // namespace

std::optional<PictureSeen> comparePicture(const cv::Mat& seen, const cv::Mat& expected, const Box& place) {
    const int around = static_cast<int>((kFarthestOff + kCoarsest) * kPixels);
    cv::Rect area = pixelsOf(place, expected.size());
    area -= cv::Point{area.x % 2, area.y % 2};
    const cv::Rect wide = (area - cv::Point{around / 2 * 2, around / 2 * 2} + cv::Size{2 * around, 2 * around}) &
                          cv::Rect{cv::Point{}, expected.size()};
    const cv::Point corner = area.tl() - wide.tl();
    const cv::Mat there = detailsOf(seen(wide)), wanted = detailsOf(expected(wide))(cv::Rect{corner, area.size()});
    if (spreadOf(wanted) < kLeastDetail) return std::nullopt;
    const int reach = static_cast<int>(kFarthestOff * kPixels / 2);
    const auto rough = matchNear(halfOf(there), halfOf(wanted), corner / 2, reach);
    const cv::Point2d shift = rough.shift * 2;
    const cv::Point near{corner.x + static_cast<int>(std::lround(shift.x)),
                         corner.y + static_cast<int>(std::lround(shift.y))};
    const auto match = matchNear(there, wanted, near, 3);
    const cv::Point2d off = cv::Point2d{near - corner} + match.shift;
    const cv::Rect found = cv::Rect{near, area.size()} & cv::Rect{cv::Point{}, there.size()};
    return PictureSeen{off.x / kPixels, off.y / kPixels, match.likeness,
                       found.empty() ? 0 : match.likeness * spreadOf(there(found)) / spreadOf(wanted)};
}

}  // namespace printing
