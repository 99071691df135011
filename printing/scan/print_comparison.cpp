// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/print_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "printing/scan/raster.hpp"

namespace printing {
namespace {

constexpr int kSquare = 5;        // pixels: 0.42 mm
constexpr int kRunReach = 7;      // pixels that a line may be off where the page's fit has it: 0.6 mm
constexpr double kAround = 0.15;  // millimetres around a line that are compared with it
constexpr double kMargin = 1.5;   // millimetres along the page's edges, where bed may show and nothing is printed
constexpr double kStreakInk = 3;  // millimetres of strokes on a line, below which missing ink says nothing
constexpr double kLeastStreak = 0.1, kLeastSpot = 0.5;  // below which nobody asks
constexpr double kSpotInk = 0.55;                       // of a full stroke

/// The middles of strokes: what is at least half as dark as the darkest.
cv::Mat strokesIn(const cv::Mat& ink) {
    double darkest = 0;
    cv::minMaxLoc(ink, nullptr, &darkest);
    return ink > std::max(0.1, darkest / 2);
}

double strengthOf(const cv::Mat& ink, const cv::Mat& strokes) {
    return cv::countNonZero(strokes) == 0 ? 0 : cv::mean(ink, strokes)[0];
}

double heightOf(const TextRun& run) { return run.points * kMillimetresAPoint; }

/// From the accents of capitals to the tails of letters.
Box boxOf(const TextRun& run, double left, double width) {
    return {left - kAround, run.baseline - 0.98 * heightOf(run), width + 2 * kAround, 1.22 * heightOf(run)};
}

/// What lies a little beside an area.
cv::Mat shifted(const cv::Mat& picture, const cv::Rect& area, const cv::Point2d& shift) {
    const cv::Matx23d map{1, 0, area.x + shift.x, 0, 1, area.y + shift.y};
    cv::Mat there;
    cv::warpAffine(picture, there, map, area.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return there;
}

/// Each column's sum, as a row.
cv::Mat sumsOf(const cv::Mat& values) {
    cv::Mat sums;
    cv::reduce(values, sums, 0, cv::REDUCE_SUM, CV_32F);
    return sums;
}

/// Streaks from the upper to the lower edge. Ink too much counts against the page's height, too little against the ink
/// that should be there.
std::vector<PrintFault> streaksDown(const cv::Mat& surplus, const cv::Mat& expected, const cv::Mat& regarded) {
    cv::Mat share, mask;
    regarded.convertTo(mask, CV_32F, 1 / 255.0);
    const cv::Mat rows = sumsOf(mask), ink = sumsOf(expected.mul(mask));
    const cv::Mat more = sumsOf(surplus.mul(mask)), less = sumsOf(surplus.mul(mask).mul(expected));
    const cv::Mat squared = sumsOf(expected.mul(expected).mul(mask));
    std::vector<PrintFault> found;
    PrintFault open;
    int first = -1;
    for (int x = 0; x <= surplus.cols; ++x) {
        double measured = 0;
        if (x < surplus.cols) {
            const double height = rows.at<float>(x);
            const double dark = height < surplus.rows / 4.0 ? 0 : more.at<float>(x) / height;
            const double pale = ink.at<float>(x) < kStreakInk * kPixels ? 0 : less.at<float>(x) / squared.at<float>(x);
            measured = dark > kLeastStreak ? dark : std::min(0.0, pale);
            if (std::abs(measured) < kLeastStreak) measured = 0;
        }
        if (measured != 0) {
            if (first < 0) first = x;
            if (std::abs(measured) > std::abs(open.measured)) open.measured = measured;
        } else if (first >= 0) {
            open.where = printing::boxOf(cv::Rect{first, 0, x - first, surplus.rows});
            found.push_back(open);
            open = {};
            first = -1;
        }
    }
    return found;
}

void addSpots(const cv::Mat& surplus, const cv::Mat& regarded, std::vector<PrintFault>& found) {
    cv::Mat spots = (surplus > kSpotInk) & regarded, labels, measures, middles;
    const int count = cv::connectedComponentsWithStats(spots, labels, measures, middles);
    for (int spot = 1; spot < count; ++spot) {
        const auto* row = measures.ptr<int>(spot);
        const double area = row[cv::CC_STAT_AREA] / (kPixels * kPixels);
        const cv::Rect box{row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                           row[cv::CC_STAT_HEIGHT]};
        if (area >= kLeastSpot) found.push_back({PrintFault::What::Spot, printing::boxOf(box), area});
    }
}

}  // namespace

std::vector<PrintFault> PrintComparison::faults(const std::vector<Box>& unregarded) const {
    const int margin = static_cast<int>(kMargin * kPixels);
    cv::Mat regarded = cv::Mat::zeros(m_surplus.size(), CV_8U);
    regarded(cv::Rect{margin, margin, regarded.cols - 2 * margin, regarded.rows - 2 * margin}).setTo(255);
    for (const auto& box : unregarded) regarded(pixelsOf(box, regarded.size())).setTo(0);
    auto found = streaksDown(m_surplus, m_expected, regarded);
    for (auto streak : streaksDown(m_surplus.t(), m_expected.t(), regarded.t())) {
        std::swap(streak.where.x, streak.where.y);
        std::swap(streak.where.width, streak.where.height);
        found.push_back(streak);
    }
    // What belongs to a streak is told once.
    for (const auto& streak : found) regarded(pixelsOf(streak.where, regarded.size())).setTo(0);
    addSpots(m_surplus, regarded, found);
    return found;
}

PrintComparison::PrintComparison(const cv::Mat& seen, const cv::Mat& expected)
    : m_seen(strokesOf(seen)), m_expected(strokesOf(expected)) {
    m_surplus = cv::Mat::zeros(m_expected.size(), CV_32F);
    balance({cv::Point{}, m_expected.size()}, {});
}

// Over a whole page the gain is the page's; of a line its own, because fading is judged by itself.
void PrintComparison::balance(const cv::Rect& area, const cv::Point2d& shift) {
    const cv::Mat expected = m_expected(area);
    const cv::Mat strokes = strokesIn(expected);
    const cv::Mat seen = shifted(m_seen, area, shift);
    const double there = strengthOf(seen, strokes);
    const double gain = there <= 0 ? 1 : std::clamp(strengthOf(expected, strokes) / there, 0.7, 4.0);
    cv::Mat difference = seen * gain - expected;
    cv::boxFilter(difference, m_surplus(area), CV_32F, {kSquare, kSquare});
}

RunSeen PrintComparison::compare(const TextRun& run, const FontSet& fonts) {
    const auto& face = fonts.of(run.font);
    RunSeen found;
    found.box = boxOf(run, run.x, face.width(run.text, run.points));
    const cv::Rect area = pixelsOf(found.box, m_expected.size());
    const auto match = matchNear(m_seen, m_expected(area), area.tl(), kRunReach);
    found.right = match.shift.x / kPixels;
    found.down = match.shift.y / kPixels;
    balance(area, match.shift);
    double least = 0, most = 0;
    cv::Point leastAt, mostAt;
    cv::minMaxLoc(m_surplus(area), &least, &most, &leastAt, &mostAt);
    found.surplus = std::abs(least) > most ? least : most;
    const cv::Point at = (std::abs(least) > most ? leastAt : mostAt) + area.tl();
    found.worst = printing::boxOf(cv::Rect{at.x - kSquare, at.y - kSquare, 2 * kSquare + 1, 2 * kSquare + 1});
    const cv::Mat strokes = strokesIn(m_expected(area));
    found.strength =
        strengthOf(shifted(m_seen, area, match.shift), strokes) / std::max(0.01, strengthOf(m_expected(area), strokes));
    return found;
}

}  // namespace printing
