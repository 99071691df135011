// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/registration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include "printing/inspection/mrz_reading.hpp"
#include "printing/scan/paper_edges.hpp"
#include "printing/scan/raster.hpp"

namespace printing {
namespace {

constexpr double kRough = 3;                 // pixels a millimetre, where the print is first looked for
constexpr double kFine = 6;                  // where it is fitted
constexpr double kBorder = 5;                // millimetres that the print may lie off the paper at first
constexpr double kAskewOnPaper = 3;          // degrees that print may be turned on the paper
constexpr double kAskewInPicture = 7;        // degrees, where no edges tell how the paper lies
constexpr double kLeastLikeness = 0.35;      // of print and design, below which this is not the page
constexpr double kPictureProportion = 0.05;  // of a picture without edges to the page's

/// Paper in the picture: from millimetres of the paper to the picture's pixels.
struct Paper {
    cv::Matx33d toPicture;
    bool edgesSeen = false;
    double resolution = 0;  // pixels a millimetre
};

cv::Matx33d mapped(const std::array<cv::Point2f, 4>& corners, const PageDesign& design) {
    const auto width = static_cast<float>(design.width), height = static_cast<float>(design.height);
    const std::array<cv::Point2f, 4> sheet{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
    return cv::Mat{cv::getPerspectiveTransform(sheet.data(), corners.data())};
}

/// A picture without edges is taken for the page itself, upright or lying on its side.
std::optional<PaperCorners> wholePicture(const cv::Size& size, const PageDesign& design) {
    const float first = -0.5F, right = static_cast<float>(size.width) + first;
    const float bottom = static_cast<float>(size.height) + first;
    const double wanted = design.width / design.height, proportion = size.width / static_cast<double>(size.height);
    if (std::abs(proportion / wanted - 1) < kPictureProportion)
        return PaperCorners{{{first, first}, {right, first}, {right, bottom}, {first, bottom}}};
    if (std::abs(1 / proportion / wanted - 1) < kPictureProportion)
        return PaperCorners{{{right, first}, {right, bottom}, {first, bottom}, {first, first}}};
    return std::nullopt;
}

/// The ways in which the page may lie: as found, and upside down.
std::vector<Paper> papersIn(const cv::Mat& grey, const PageDesign& design) {
    const auto edges = findPaper(grey, {design.width, design.height});
    auto corners = edges ? edges : wholePicture(grey.size(), design);
    if (!corners) return {};
    std::vector<Paper> papers;
    for (int turn = 0; turn < 2; ++turn) {
        const double side = cv::norm((*corners)[1] - (*corners)[0]);
        papers.push_back({mapped(*corners, design), edges.has_value(), side / design.width});
        std::ranges::rotate(*corners, corners->begin() + 2);
    }
    return papers;
}

/// From pixels, counted by their middles, to millimetres.
cv::Matx33d fromPixels(double resolution) {
    return {1 / resolution, 0, 0.5 / resolution, 0, 1 / resolution, 0.5 / resolution, 0, 0, 1};
}

/// The paper with a margin around it, at a resolution; beyond the picture its border goes on.
cv::Mat paperAt(const cv::Mat& picture, const Paper& paper, const PageDesign& design, double resolution) {
    const cv::Matx33d origin{1, 0, -kBorder, 0, 1, -kBorder, 0, 0, 1};
    const cv::Matx33d map = paper.toPicture * origin * fromPixels(resolution);
    const cv::Size size{static_cast<int>((design.width + 2 * kBorder) * resolution),
                        static_cast<int>((design.height + 2 * kBorder) * resolution)};
    // Fine pictures are smoothed before they are thinned out.
    cv::Mat smooth = picture, seen;
    const double thinner = paper.resolution / resolution;
    if (thinner > 1.5) cv::GaussianBlur(picture, smooth, {}, 0.4 * thinner);
    cv::warpPerspective(smooth, seen, map, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return seen;
}

/// What of the design the registration does not look at.
std::vector<Box> unregarded(const PageDesign& design) {
    std::vector<Box> boxes;
    for (const auto& image : design.images) boxes.push_back(image.box);
    if (design.mrz)
        for (const double centre : design.mrz->centres) boxes.push_back({0, centre - 2.1, design.width, 4.2});
    return boxes;
}

void blot(cv::Mat& ink, const PageDesign& design, double resolution, double origin, double around) {
    for (const auto& box : unregarded(design)) {
        const cv::Rect2d area{(box.x + origin - around) * resolution, (box.y + origin - around) * resolution,
                              (box.width + 2 * around) * resolution, (box.height + 2 * around) * resolution};
        ink(cv::Rect{area} & cv::Rect{cv::Point{}, ink.size()}).setTo(0);
    }
}

cv::Mat inkBlurred(const cv::Mat& grey, double resolution) {
    cv::Mat ink = inkOf(grey, resolution);
    cv::GaussianBlur(ink, ink, {}, 0.12 * resolution + 0.4);
    return ink;
}

/// The design's ink at a resolution, without what is not looked at.
cv::Mat expectedInk(const cv::Mat& expected, const PageDesign& design, double resolution) {
    // A raster is a whole number of pixels wide; the design is not.
    const double thinner = kPixels / resolution;
    const cv::Matx23d map{thinner, 0, (thinner - 1) / 2, 0, thinner, (thinner - 1) / 2};
    const cv::Size size{static_cast<int>(design.width * resolution), static_cast<int>(design.height * resolution)};
    cv::Mat smooth, thin;
    cv::GaussianBlur(expected, smooth, {}, 0.4 * thinner);
    cv::warpAffine(smooth, thin, map, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    cv::Mat ink = inkBlurred(thin, resolution);
    blot(ink, design, resolution, 0, 0);
    return ink;
}

/// Where the print lies, from millimetres of the design to millimetres of the paper, and how alike it looks there.
struct Place {
    cv::Matx23d map;
    double likeness = -1;
};

cv::Matx23d turnedAbout(const cv::Point2d& centre, double degrees) {
    const double angle = degrees * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
    return {cosine, -sine,  centre.x - cosine * centre.x + sine * centre.y,
            sine,   cosine, centre.y - sine * centre.x - cosine * centre.y};
}

/// Tries whole degrees, and every shift.
Place roughPlace(const cv::Mat& grey, const cv::Mat& expected, const Paper& paper, const PageDesign& design) {
    cv::Mat ink = inkBlurred(paperAt(grey, paper, design, kRough), kRough);
    blot(ink, design, kRough, kBorder, 0.5);
    const cv::Mat wanted = expectedInk(expected, design, kRough);
    const cv::Point2d middle{design.width / 2, design.height / 2};
    const cv::Point2d centre = (middle + cv::Point2d{kBorder, kBorder}) * kRough;
    const double most = paper.edgesSeen ? kAskewOnPaper : kAskewInPicture;
    Place best;
    for (double degrees = -most; degrees <= most; ++degrees) {
        cv::Mat turned, scores;
        cv::warpAffine(ink, turned, turnedAbout(centre, degrees), ink.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
        cv::matchTemplate(turned, wanted, scores, cv::TM_CCOEFF_NORMED);
        double likeness = 0;
        cv::Point at;
        cv::minMaxLoc(scores, nullptr, &likeness, nullptr, &at);
        if (likeness <= best.likeness) continue;
        const cv::Point2d shift{at.x / kRough - kBorder, at.y / kRough - kBorder};
        auto map = turnedAbout(middle, degrees);
        const cv::Point2d moved{map(0, 0) * shift.x + map(0, 1) * shift.y, map(1, 0) * shift.x + map(1, 1) * shift.y};
        map(0, 2) += moved.x;
        map(1, 2) += moved.y;
        best = {map, likeness};
    }
    return best;
}

/// Fits shift, turn and scales by the enhanced correlation coefficient (Evangelidis and Psarakis 2008).
std::optional<Place> fittedPlace(const cv::Mat& grey, const cv::Mat& expected, const Paper& paper,
                                 const PageDesign& design, const Place& rough) {
    const cv::Mat ink = inkBlurred(paperAt(grey, paper, design, kFine), kFine);
    const cv::Mat wanted = expectedInk(expected, design, kFine);
    cv::Mat mask{ink.size(), CV_8U, cv::Scalar{255}};
    blot(mask, design, kFine, kBorder, 1.0);
    // Of the map between millimetres, and the same between pixels, the turning part is one; the shifts differ.
    const auto half = [](double a, double b) { return 0.5 * (a + b - 1); };
    const auto& map = rough.map;
    cv::Mat warp =
        (cv::Mat_<float>(2, 3) << map(0, 0), map(0, 1), (map(0, 2) + kBorder) * kFine + half(map(0, 0), map(0, 1)),
         map(1, 0), map(1, 1), (map(1, 2) + kBorder) * kFine + half(map(1, 0), map(1, 1)));
    try {
        const cv::TermCriteria until{cv::TermCriteria::COUNT | cv::TermCriteria::EPS, 60, 1e-5};
        Place place;
        cv::findTransformECC(wanted, ink, warp, cv::MOTION_EUCLIDEAN, until, mask, 9);
        place.likeness = cv::findTransformECC(wanted, ink, warp, cv::MOTION_AFFINE, until, mask, 3);
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 2; ++column) place.map(row, column) = warp.at<float>(row, column);
            place.map(row, 2) = (warp.at<float>(row, 2) - half(place.map(row, 0), place.map(row, 1))) / kFine - kBorder;
        }
        return place;
    } catch (const cv::Exception&) {
        return std::nullopt;  // it did not converge: there is nothing to fit
    }
}

PrintPlace placeOf(const Place& place, const Paper& paper, const PageDesign& design) {
    const auto& map = place.map;
    PrintPlace found;
    found.edgesSeen = paper.edgesSeen;
    found.resolution = paper.resolution * 25.4;
    found.likeness = place.likeness;
    const double x = design.width / 2, y = design.height / 2;
    found.right = map(0, 0) * x + map(0, 1) * y + map(0, 2) - x;
    found.down = map(1, 0) * x + map(1, 1) * y + map(1, 2) - y;
    found.tilt = std::atan2(map(1, 0) - map(0, 1), map(0, 0) + map(1, 1)) * 180 / std::numbers::pi;
    found.scaleAcross = std::hypot(map(0, 0), map(1, 0));
    found.scaleDown = std::hypot(map(0, 1), map(1, 1));
    return found;
}

/// The picture as the design has it.
cv::Mat asDesigned(const cv::Mat& picture, const Paper& paper, const cv::Matx23d& map, const cv::Size& size) {
    const cv::Matx33d toPaper{map(0, 0), map(0, 1), map(0, 2), map(1, 0), map(1, 1), map(1, 2), 0, 0, 1};
    const cv::Matx33d toPicture = paper.toPicture * toPaper * fromPixels(kPixels);
    cv::Mat smooth = picture, seen;
    const double thinner = paper.resolution / kPixels;
    if (thinner > 1.5) cv::GaussianBlur(picture, smooth, {}, 0.4 * thinner);
    cv::warpPerspective(smooth, seen, toPicture, size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return seen;
}

}  // namespace

cv::Point2d RegisteredPage::onPaper(const cv::Point2d& design) const {
    const auto& map = designToPaper;
    return {map(0, 0) * design.x + map(0, 1) * design.y + map(0, 2),
            map(1, 0) * design.x + map(1, 1) * design.y + map(1, 2)};
}

std::optional<RegisteredPage> registerPage(const cv::Mat& picture, const cv::Mat& expected, const PageDesign& design) {
    const cv::Mat grey = greyOf(picture), wanted = greyOf(expected);
    Place best;
    Paper paper;
    for (const auto& each : papersIn(grey, design))
        if (const auto place = roughPlace(grey, wanted, each, design); place.likeness > best.likeness) {
            best = place;
            paper = each;
        }
    if (best.likeness <= 0) return std::nullopt;
    const auto place = fittedPlace(grey, wanted, paper, design, best);
    if (!place || place->likeness < kLeastLikeness) return std::nullopt;
    return RegisteredPage{asDesigned(picture, paper, place->map, expected.size()), place->map,
                          placeOf(*place, paper, design)};
}

}  // namespace printing
