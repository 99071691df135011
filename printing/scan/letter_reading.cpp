// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/letter_reading.hpp"

#include <cmath>

#include "base/failure.hpp"
#include "printing/draw_page.hpp"
#include "printing/page/text.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "printing/scan/raster.hpp"

namespace printing {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr double kSheetStep = 8;         // millimetres from letter to letter
constexpr int kLetterReach = 7;          // pixels: 0.6 mm
constexpr double kLetterLikeness = 0.8;  // below which nothing is read

/// The same window around every letter, so that a narrow one does not lie well inside a wide one.
Box windowOf(const TextRun& run, const PageDesign& design) {
    const double em = run.points * kMillimetresAPoint;
    const double middle = run.x + design.fonts->of(run.font).width(run.text, run.points) / 2;
    return {middle - 0.75 * em, run.baseline - 1.0 * em, 1.5 * em, 1.3 * em};
}

PageDesign sheetOf(const TextRun& run, const PageDesign& design) {
    PageDesign sheet;
    sheet.name = sheet.title = "letters";
    sheet.language = design.language;
    sheet.fonts = design.fonts;
    sheet.width = kSheetStep * static_cast<double>(kLetters.size());
    sheet.height = kSheetStep;
    for (std::size_t at = 0; at < kLetters.size(); ++at)
        sheet.staticTexts.push_back({{kSheetStep * static_cast<double>(at), 2, kSheetStep, 5},
                                     {run.font, run.points, run.points, 1, Align::Centre, run.colour},
                                     std::string{kLetters.substr(at, 1)}});
    return sheet;
}

}  // namespace

std::string readLetter(const cv::Mat& seen, const TextRun& run, const PageDesign& design) {
    const auto sheet = sheetOf(run, design);
    const auto letters = base::expected(layOut(sheet, {}), "letters");
    const auto raster =
        base::expected(rasterise(base::expected(drawPage(sheet, {}), "letters"), 0, kScanDpi), "letters");
    const cv::Mat drawn = strokesOf(greyOf(matOf(raster))), strokes = strokesOf(seen);
    const cv::Point place = pixelsOf(windowOf(run, design), seen.size()).tl();
    double best = kLetterLikeness;
    std::string read;
    for (const auto& letter : letters.runs) {
        const auto match =
            matchNear(strokes, drawn(pixelsOf(windowOf(letter, sheet), drawn.size())), place, kLetterReach);
        if (match.likeness <= best) continue;
        best = match.likeness;
        read = utf8Of(letter.text);
    }
    return read;
}

}  // namespace printing
