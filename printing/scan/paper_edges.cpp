// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/paper_edges.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace printing {
namespace {

constexpr double kRoughSide = 800;       // pixels, of the picture in which the paper is first looked for
constexpr double kLeastDifference = 18;  // of 255, between bed and paper
constexpr double kLeastShare = 0.2;      // of the picture
constexpr double kProportion = 0.06;     // how far the paper's may be from the design's
constexpr double kSteepest = 15;         // degrees that a side may run askew
constexpr int kSamples = 100;            // along a side
constexpr double kCornerShare = 0.08;    // of a side, at each end
constexpr double kReach = 0.02;          // of the paper's width, to each side of the edge

double medianOf(std::vector<double> values) {
    if (values.empty()) return 0;
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

/// The bed's brightness: what lies along the picture's border.
double bedOf(const cv::Mat& grey) {
    std::vector<double> border;
    for (int x = 0; x < grey.cols; ++x)
        for (const int y : {1, 3, grey.rows - 2, grey.rows - 4}) border.push_back(grey.at<std::uint8_t>(y, x));
    for (int y = 0; y < grey.rows; ++y)
        for (const int x : {1, 3, grey.cols - 2, grey.cols - 4}) border.push_back(grey.at<std::uint8_t>(y, x));
    return medianOf(std::move(border));
}

/// The hull of the largest thing that is not bed.
std::vector<cv::Point> largestOutline(const cv::Mat& grey) {
    cv::Mat smooth, mask;
    cv::medianBlur(grey, smooth, 5);
    cv::absdiff(smooth, cv::Scalar{bedOf(smooth)}, mask);
    cv::threshold(mask, mask, kLeastDifference, 255, cv::THRESH_BINARY);
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {15, 15}));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    const auto largest = std::ranges::max_element(outlines, {}, [](const auto& each) { return cv::contourArea(each); });
    std::vector<cv::Point> hull;
    if (largest != outlines.end()) cv::convexHull(*largest, hull);
    return hull;
}

/// Four corners of a hull, which rounded corners do not make more.
std::optional<PaperCorners> cornersOf(const std::vector<cv::Point>& hull) {
    if (hull.size() < 4) return std::nullopt;
    std::vector<cv::Point> corners;
    for (double share = 0.02; share < 0.12 && corners.size() != 4; share += 0.005)
        cv::approxPolyDP(hull, corners, share * cv::arcLength(hull, true), true);
    if (corners.size() != 4 || cv::contourArea(corners) < 0.9 * cv::contourArea(hull)) return std::nullopt;
    PaperCorners found;
    for (std::size_t at = 0; at < 4; ++at) found[at] = corners[at];
    if (cv::contourArea(corners, true) < 0) std::ranges::reverse(found);
    return found;
}

double sideOf(const PaperCorners& corners, std::size_t first) {
    return cv::norm(corners[(first + 1) % 4] - corners[first]);
}

bool touchesBorder(const PaperCorners& corners, const cv::Size& size) {
    const cv::Rect2f inside{4, 4, static_cast<float>(size.width - 8), static_cast<float>(size.height - 8)};
    for (std::size_t side = 0; side < 4; ++side)
        if (!inside.contains((corners[side] + corners[(side + 1) % 4]) * 0.5F)) return true;
    return false;
}

/// Turned so that the first side is as long as the paper is wide and runs nearest to the right.
std::optional<PaperCorners> inOrder(PaperCorners corners, const cv::Size2d& paper) {
    const double across = (sideOf(corners, 0) + sideOf(corners, 2)) / 2;
    const double along = (sideOf(corners, 1) + sideOf(corners, 3)) / 2;
    const double wanted = paper.width / paper.height;
    const auto fits = [&](double proportion) { return std::abs(proportion / wanted - 1) < kProportion; };
    const bool first = fits(across / along), second = fits(along / across);
    if (!first && !second) return std::nullopt;
    if (!first) std::ranges::rotate(corners, corners.begin() + 1);
    const auto direction = corners[1] - corners[0];
    if (direction.x < -std::abs(direction.y) || (std::abs(direction.x) < std::abs(direction.y) && direction.y < 0))
        std::ranges::rotate(corners, corners.begin() + 2);
    const double degrees =
        std::atan2(corners[1].y - corners[0].y, corners[1].x - corners[0].x) * 180 / std::numbers::pi;
    const double askew = std::abs(degrees - 90 * std::round(degrees / 90));
    return askew <= kSteepest ? std::optional{corners} : std::nullopt;
}

/// Where a profile that runs from the bed into the paper changes over, in samples; nothing where it does not.
std::optional<double> crossing(const std::vector<double>& profile) {
    const std::size_t quarter = profile.size() / 4;
    const auto count = static_cast<std::ptrdiff_t>(quarter);
    const double bed = medianOf({profile.begin(), profile.begin() + count});
    const double paper = medianOf({profile.end() - count, profile.end()});
    if (std::abs(paper - bed) < kLeastDifference / 2) return std::nullopt;
    const auto share = [&](std::size_t at) { return (profile[at] - bed) / (paper - bed); };
    for (std::size_t at = 1; at < profile.size(); ++at)
        if (share(at - 1) < 0.5 && share(at) >= 0.5)
            return static_cast<double>(at - 1) + (0.5 - share(at - 1)) / (share(at) - share(at - 1));
    return std::nullopt;
}

double brightnessAt(const cv::Mat& grey, const cv::Point2f& at) {
    const int x = static_cast<int>(std::floor(at.x)), y = static_cast<int>(std::floor(at.y));
    if (x < 0 || y < 0 || x + 1 >= grey.cols || y + 1 >= grey.rows) return -1;
    const double right = at.x - static_cast<float>(x), below = at.y - static_cast<float>(y);
    const auto* upper = grey.ptr<std::uint8_t>(y) + x;
    const auto* lower = grey.ptr<std::uint8_t>(y + 1) + x;
    return (1 - below) * ((1 - right) * upper[0] + right * upper[1]) +
           below * ((1 - right) * lower[0] + right * lower[1]);
}

/// Points on the edge near the straight line from one corner to the next.
std::vector<cv::Point2f> edgePoints(const cv::Mat& grey, const cv::Point2f& from, const cv::Point2f& to, double reach) {
    const cv::Point2f along = (to - from) / static_cast<float>(cv::norm(to - from));
    const cv::Point2f inward{-along.y, along.x};
    std::vector<cv::Point2f> points;
    for (int sample = 0; sample < kSamples; ++sample) {
        const double share = kCornerShare + (1 - 2 * kCornerShare) * sample / (kSamples - 1);
        const cv::Point2f foot = from + (to - from) * static_cast<float>(share);
        std::vector<double> profile;
        for (double step = -reach; step <= reach; ++step) {
            const double value = brightnessAt(grey, foot + inward * static_cast<float>(step));
            if (value >= 0) profile.push_back(value);
        }
        if (static_cast<double>(profile.size()) < 2 * reach) continue;
        if (const auto at = crossing(profile)) points.push_back(foot + inward * static_cast<float>(*at - reach));
    }
    return points;
}

struct StraightLine {
    cv::Point2d through, direction;
    [[nodiscard]] double distance(const cv::Point2f& point) const {
        return std::abs((point.x - through.x) * direction.y - (point.y - through.y) * direction.x);
    }
};

StraightLine fitted(const std::vector<cv::Point2f>& points) {
    cv::Vec4f line;
    cv::fitLine(points, line, cv::DIST_HUBER, 0, 0.01, 0.001);
    return {{line[2], line[3]}, {line[0], line[1]}};
}

/// Fitted twice: without what lies apart the second time.
std::optional<StraightLine> edgeLine(std::vector<cv::Point2f> points) {
    if (points.size() < kSamples / 3) return std::nullopt;
    const auto line = fitted(points);
    std::vector<double> distances;
    for (const auto& point : points) distances.push_back(line.distance(point));
    const double most = std::max(1.0, 3 * medianOf(distances));
    std::erase_if(points, [&](const auto& point) { return line.distance(point) > most; });
    if (points.size() < kSamples / 3) return std::nullopt;
    return fitted(points);
}

cv::Point2f meeting(const StraightLine& a, const StraightLine& b) {
    const double cross = a.direction.x * b.direction.y - a.direction.y * b.direction.x;
    const cv::Point2d apart = b.through - a.through;
    const double step = (apart.x * b.direction.y - apart.y * b.direction.x) / (std::abs(cross) < 1e-9 ? 1e-9 : cross);
    return a.through + a.direction * step;
}

}  // namespace

std::optional<PaperCorners> findPaper(const cv::Mat& grey, const cv::Size2d& paper) {
    const double factor = std::min(1.0, kRoughSide / std::max(grey.cols, grey.rows));
    cv::Mat rough;
    cv::resize(grey, rough, {}, factor, factor, cv::INTER_AREA);
    const auto hull = largestOutline(rough);
    if (hull.size() < 4 || cv::contourArea(hull) < kLeastShare * static_cast<double>(rough.total()))
        return std::nullopt;
    auto corners = cornersOf(hull);
    if (!corners || touchesBorder(*corners, rough.size())) return std::nullopt;
    for (auto& corner : *corners) corner /= static_cast<float>(factor);
    corners = inOrder(*corners, paper);
    if (!corners) return std::nullopt;
    cv::Mat smooth;
    cv::GaussianBlur(grey, smooth, {}, 1.2);
    const double reach = std::max(6.0, kReach * sideOf(*corners, 0));
    std::array<StraightLine, 4> lines;
    for (std::size_t side = 0; side < 4; ++side) {
        const auto line = edgeLine(edgePoints(smooth, (*corners)[side], (*corners)[(side + 1) % 4], reach));
        if (!line) return std::nullopt;
        lines[side] = *line;
    }
    for (std::size_t corner = 0; corner < 4; ++corner)
        (*corners)[corner] = meeting(lines[(corner + 3) % 4], lines[corner]);
    return inOrder(*corners, paper);
}

}  // namespace printing
