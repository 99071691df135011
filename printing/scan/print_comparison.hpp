// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "printing/page/page_layout.hpp"
#include "printing/scan/page_scan.hpp"

/// Internal to printing/scan: compares what is printed, stroke by stroke, with what should be.
namespace printing {

/// One line of text as a picture shows it, against the same line as it should look.
struct RunSeen {
    Box box = {};      ///< where it should stand, millimetres of the design
    double right = 0;  ///< millimetres that it was found off there
    double down = 0;
    double surplus =
        0;           ///< greatest ink too much (above 0) or too little on a square of 0.4 mm, as share of a full stroke
    Box worst = {};  ///< where that is
    double strength = 0;  ///< of its ink, against what it should be
};

/// Ink along a whole line or on a spot that should not be there, or is missing.
struct PrintFault {
    enum class What { Streak, Spot };
    What what = What::Streak;
    Box where;
    double measured = 0;  ///< of a streak the share of a full stroke along it, below 0 for missing; of a spot mm²
};

/// A registered page and the page as it should look, as ink (inkOf), smoothed alike and of equal strength.
class PrintComparison {
   public:
    PrintComparison(const cv::Mat& seen, const cv::Mat& expected);

    /// Lays a line of characters over its like and balances their ink: small parts are compared, so that one character
    /// of many counts as much as one of few.
    RunSeen compare(const TextRun& run, const FontSet& fonts);
    /// Ink that is more (above 0) or less than it should be, as share of a full stroke, of every square of 0.4 mm.
    /// Where a line of text was compared, it is as it was found there.
    [[nodiscard]] const cv::Mat& surplus() const { return m_surplus; }
    /// Streaks across the page and spots on it, outside of what `unregarded` covers.
    [[nodiscard]] std::vector<PrintFault> faults(const std::vector<Box>& unregarded) const;

   private:
    void balance(const cv::Rect& area, const cv::Point2d& shift);
    cv::Mat m_seen, m_expected, m_surplus;
    double m_gain = 1;
};

}  // namespace printing
