// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/inspection/page_inspection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "printing/page/text.hpp"

namespace printing {

using namespace base::literals;

namespace {

using Differences = std::vector<PageDifference>;

constexpr double kSizeTolerance = 0.1;    // millimetres
constexpr double kPitchTolerance = 0.02;  // millimetres a character
constexpr double kPlaceTolerance = 0.2;   // millimetres, of a single character
constexpr double kLeftTolerance = 1.0;    // millimetres, 9303-4 4.2.1.3
constexpr double kCentreTolerance = 0.5;  // millimetres: keeps the ink in the code line's printing zone
constexpr double kNominalBearing = 0.4;   // millimetres from a cell's edge to the ink of most capitals
// Of 255, of one part in a grid: an edge between black and white that falls half a pixel elsewhere on paper moves a
// part by about 30, a smudge or another face by far more. Over the whole picture such edges cancel out.
constexpr double kPartTolerance = 64;
constexpr double kPictureTolerance = 8;
constexpr double kImageDpi = 300;
constexpr double kPartSize = 1.5;  // millimetres

Box boxOf(const TextRun& run, const FontSet& fonts) {
    const double em = run.points * kMillimetresAPoint;
    return {run.x - 0.3, run.baseline - 0.95 * em, fonts.of(run.font).width(run.text, run.points) + 0.6, 1.15 * em};
}

/// The words whose middle lies in the box, from left to right, and marks them as seen.
std::string takeWords(const Box& box, const std::vector<TextBox>& words, std::vector<bool>& seen) {
    std::vector<const TextBox*> inside;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const TextBox& word = words[at];
        if (!box.contains(word.x + word.width / 2, word.y + word.height / 2)) continue;
        inside.push_back(&word);
        seen[at] = true;
    }
    std::sort(inside.begin(), inside.end(), [](const TextBox* a, const TextBox* b) { return a->x < b->x; });
    std::string text;
    for (const auto* word : inside) text += (text.empty() ? "" : " ") + word->text;
    return text;
}

void compareTexts(const std::vector<TextBox>& words, const PageDesign& design, const PageLayout& layout,
                  Differences& found) {
    std::vector<bool> seen(words.size());
    for (const auto& run : layout.runs) {
        if (run.pitch > 0) continue;  // the MRZ is compared by itself
        const std::string expected = utf8Of(run.text);
        const std::string text = takeWords(boxOf(run, *design.fonts), words, seen);
        if (text != expected) found.push_back({"printing.page-text-differs"_code, run.field, expected, text});
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool inMrz = design.mrz && isInMrzZone(design, words[at].y + words[at].height / 2);
        if (!seen[at] && !inMrz) found.push_back({"printing.page-text-unexpected"_code, "page", "", words[at].text});
    }
}

/// What is wrong with a line's place, in words of the trade; empty for nothing.
std::string misplacement(const MrzLineReading& line, const MrzField& design, double centre) {
    if (std::abs(line.pitch - design.pitch) > kPitchTolerance) return fmt::format("pitch {:.3f} mm", line.pitch);
    if (line.unevenness > kPlaceTolerance) return fmt::format("a character off by {:.2f} mm", line.unevenness);
    if (std::abs(line.inkLeft - (design.x + kNominalBearing)) > kLeftTolerance)
        return fmt::format("left edge {:.2f} mm", line.inkLeft);
    if (std::abs(line.centre - centre) > kCentreTolerance) return fmt::format("centre line {:.2f} mm", line.centre);
    return {};
}

void compareMrz(const PdfFile& file, const PageDesign& design, const PageValues& values, Differences& found) {
    if (!design.mrz) return;
    const auto lines = readMrzFromPage(file, design);
    const std::size_t read = lines ? lines->size() : 0;
    for (std::size_t at = 0; at < std::max(read, values.mrzLines.size()); ++at) {
        const std::string field = fmt::format("mrz line {}", at + 1);
        const std::string expected = at < values.mrzLines.size() ? values.mrzLines[at] : "";
        const MrzLineReading line = at < read ? (*lines)[at] : MrzLineReading{};
        if (line.text != expected || line.blanks > 0) {
            found.push_back({"printing.page-mrz-differs"_code, field, expected, line.text});
            continue;
        }
        if (auto wrong = misplacement(line, *design.mrz, design.mrz->centres[at]); !wrong.empty())
            found.push_back({"printing.page-mrz-misplaced"_code, field, "", std::move(wrong)});
    }
}

/// How far a picture on the page is from the one it should be, in brightness: its worst part, and all parts on average.
struct PictureDifference {
    double worst = 255;
    double mean = 255;
    [[nodiscard]] bool tolerable() const { return worst <= kPartTolerance && mean <= kPictureTolerance; }
};

/// All there is where the picture cannot be seen.
PictureDifference differenceOf(const PdfFile& file, const PlacedImage& placed) {
    const auto raster = file.rasterise(0, kImageDpi, placed.box);
    const auto columns = static_cast<std::uint32_t>(std::max(1.0, placed.box.width / kPartSize));
    const auto rows = static_cast<std::uint32_t>(std::max(1.0, placed.box.height / kPartSize));
    if (!raster || raster->width < columns || raster->height < rows) return {};
    const auto printed = brightnessGrid(*raster, columns, rows);
    const auto expected = brightnessGrid(placed.image, columns, rows);
    PictureDifference difference{0, 0};
    for (std::size_t at = 0; at < printed.size(); ++at) {
        const double part = std::abs(printed[at] - expected[at]);
        difference.worst = std::max(difference.worst, part);
        difference.mean += part / static_cast<double>(printed.size());
    }
    return difference;
}

void compareImages(const PdfFile& file, const PageLayout& layout, Differences& found) {
    for (const auto& placed : layout.images)
        if (const auto difference = differenceOf(file, placed); !difference.tolerable())
            found.push_back({"printing.page-image-differs"_code, placed.name, "",
                             fmt::format("{:.0f}/{:.1f}", difference.worst, difference.mean)});
}

void compareSize(const PdfFile& file, const PageDesign& design, Differences& found) {
    const auto box = file.pageBox(0);
    const bool same = file.pageCount() == 1 && box && std::abs(box->width - design.width) <= kSizeTolerance &&
                      std::abs(box->height - design.height) <= kSizeTolerance;
    if (!same) found.push_back({"printing.page-size-differs"_code, "page"});
}

Differences differencesOf(const base::Refusal& refusal) {
    Differences found;
    for (const auto& fault : refusal.faults()) found.push_back({fault.code, fault.where});
    return found;
}

}  // namespace

std::vector<PageDifference> inspectPage(base::BytesView pdf, const PageDesign& design, const PageValues& values) {
    const auto layout = layOut(design, values);
    if (!layout) return differencesOf(layout.refusal());
    const auto file = PdfFile::open(pdf);
    if (!file) return differencesOf(file.refusal());
    const auto words = file->text(0);
    if (!words) return differencesOf(words.refusal());
    Differences found;
    compareSize(*file, design, found);
    compareTexts(*words, design, *layout, found);
    compareMrz(*file, design, values, found);
    compareImages(*file, *layout, found);
    return found;
}

}  // namespace printing
