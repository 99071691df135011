// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "printing/scan/page_scan.hpp"
#include "printing/scan/registration.hpp"

/// Internal to printing/scan: reads the machine-readable zone cell by cell.
namespace printing {

/// The 37 characters of the zone (9303-3 4.3) as the font has them: the ink of one cell each, at kScanDpi.
class MrzGlyphs {
   public:
    /// Drawn with the design's fonts, at the design's pitch.
    static MrzGlyphs drawnFor(const PageDesign& design);
    static constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    [[nodiscard]] const cv::Mat& ink(std::size_t character) const { return m_ink[character]; }
    /// At half the resolution.
    [[nodiscard]] const cv::Mat& rough(std::size_t character) const { return m_rough[character]; }

   private:
    std::vector<cv::Mat> m_ink, m_rough;
};

/// Finds each line by font and pitch near the place where the design has it, cuts its cells, and takes for each the
/// glyph that correlates best. What should stand there is not asked. Places are on the paper.
std::vector<MrzLineSeen> readMrzCells(const RegisteredPage& page, const PageDesign& design);

}  // namespace printing
