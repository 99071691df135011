// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/raster.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace printing {
namespace {

constexpr double kWidestStroke = 1.8;  // millimetres
constexpr double kSmooth = 0.9;        // pixels
constexpr double kFlat = 1e-3;         // standard deviation of ink below which there is nothing to compare

/// The peak of a parabola through three neighbours, from -0.5 to 0.5 of a step.
double peak(double before, double here, double after) {
    const double bend = before - 2 * here + after;
    return bend >= -1e-9 ? 0 : std::clamp(0.5 * (before - after) / bend, -0.5, 0.5);
}

bool isFlat(const cv::Mat& picture) {
    cv::Scalar mean, deviation;
    cv::meanStdDev(picture, mean, deviation);
    return deviation[0] < kFlat;
}

}  // namespace

cv::Mat matOf(const Image& image) {
    // OpenCV has no view of constant samples; nothing writes through this one.
    return {static_cast<int>(image.height), static_cast<int>(image.width), image.channels == 3 ? CV_8UC3 : CV_8UC1,
            const_cast<std::uint8_t*>(image.pixels.data())};
}

Image imageOf(const cv::Mat& mat) {
    const cv::Mat dense = mat.isContinuous() ? mat : mat.clone();
    const auto octets = dense.total() * dense.elemSize();
    return {static_cast<std::uint32_t>(mat.cols), static_cast<std::uint32_t>(mat.rows),
            static_cast<std::uint32_t>(mat.channels()), base::Bytes{dense.data, dense.data + octets}};
}

cv::Mat greyOf(const cv::Mat& picture) {
    if (picture.channels() == 1) return picture;
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

cv::Mat inkOf(const cv::Mat& grey, double pixelsAMillimetre) {
    const int side = std::max(3, static_cast<int>(std::lround(kWidestStroke * pixelsAMillimetre)) | 1);
    cv::Mat paper, ink, level;
    cv::morphologyEx(grey, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
    paper.convertTo(level, CV_32F);
    cv::Mat(paper - grey).convertTo(ink, CV_32F);
    cv::divide(ink, cv::max(level, 32.0), ink);
    return ink;
}

cv::Mat strokesOf(const cv::Mat& grey) {
    cv::Mat ink = inkOf(grey);
    cv::GaussianBlur(ink, ink, {}, kSmooth);
    return ink;
}

cv::Rect pixelsOf(const Box& box, const cv::Size& picture) {
    const int left = static_cast<int>(std::floor(box.x * kPixels)), top = static_cast<int>(std::floor(box.y * kPixels));
    const int right = static_cast<int>(std::ceil((box.x + box.width) * kPixels));
    const int bottom = static_cast<int>(std::ceil((box.y + box.height) * kPixels));
    return cv::Rect{left, top, right - left, bottom - top} & cv::Rect{cv::Point{}, picture};
}

Box boxOf(const cv::Rect& pixels) {
    return {pixels.x / kPixels, pixels.y / kPixels, pixels.width / kPixels, pixels.height / kPixels};
}

Match matchNear(const cv::Mat& picture, const cv::Mat& pattern, cv::Point place, int reach) {
    const cv::Rect wanted{place.x - reach, place.y - reach, pattern.cols + 2 * reach, pattern.rows + 2 * reach};
    const cv::Rect there = wanted & cv::Rect{cv::Point{}, picture.size()};
    if (there.width < pattern.cols || there.height < pattern.rows || isFlat(pattern) || isFlat(picture(there)))
        return {};
    cv::Mat scores;
    cv::matchTemplate(picture(there), pattern, scores, cv::TM_CCOEFF_NORMED);
    cv::patchNaNs(scores, 0);
    double best = 0;
    cv::Point at;
    cv::minMaxLoc(scores, nullptr, &best, nullptr, &at);
    // Windows without any ink give infinities in this method.
    if (!std::isfinite(best) || best > 1.01) return {};
    cv::Point2d shift{static_cast<double>(there.x + at.x - place.x), static_cast<double>(there.y + at.y - place.y)};
    if (at.x > 0 && at.x + 1 < scores.cols)
        shift.x += peak(scores.at<float>(at.y, at.x - 1), best, scores.at<float>(at.y, at.x + 1));
    if (at.y > 0 && at.y + 1 < scores.rows)
        shift.y += peak(scores.at<float>(at.y - 1, at.x), best, scores.at<float>(at.y + 1, at.x));
    return {best, shift};
}

}  // namespace printing
