// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/mrz_cells.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "base/failure.hpp"
#include "printing/draw_page.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "printing/scan/raster.hpp"

namespace printing {
namespace {

constexpr double kCellHeight = 3.4;  // millimetres; a capital is 2.4 high
constexpr double kInkHeight = 2.4;
constexpr double kFarthest = 3.0;      // millimetres that the zone is looked for off its place
constexpr double kFarthestLine = 0.8;  // and one of its lines off the others
constexpr int kRoughReach = 4;         // pixels of half the resolution: 0.7 mm
constexpr int kFineReach = 2;          // pixels: 0.17 mm
constexpr double kLegible = 0.5;       // likeness from which a cell's place is believed
constexpr double kStray = 0.25;        // millimetres off the line from which a cell is left out of the fit
constexpr double kBlank = 0.04;        // mean ink of a cell below which nothing is printed there
constexpr double kBearing = 0.4;       // millimetres from a cell's edge to the ink of most capitals

cv::Mat halvedMat(const cv::Mat& picture) {
    cv::Mat half;
    cv::resize(picture, half, {}, 0.5, 0.5, cv::INTER_AREA);
    return half;
}

int pixels(double millimetres) { return static_cast<int>(std::lround(millimetres * kPixels)); }

/// Of the ink between two heights, what each column has on average; or each row between two columns.
cv::Mat profileOf(const cv::Mat& ink, const Box& box, int alongRows) {
    cv::Mat profile;
    cv::reduce(ink(pixelsOf(box, ink.size())), profile, alongRows, cv::REDUCE_AVG, CV_32F);
    return alongRows == 0 ? profile : profile.t();
}

/// The mean of a profile from one place to another in millimetres of its own; 0 outside.
double meanOf(const cv::Mat& profile, double from, double to) {
    const int first = std::max(0, pixels(from)), last = std::min(profile.cols, pixels(to));
    return first < last ? cv::mean(profile.colRange(first, last))[0] : 0;
}

double widthOf(const MrzField& mrz) { return mrz.pitch * static_cast<double>(mrz.characters); }

/// Millimetres downwards that the lines lie off their place, judged by the ink of rows.
double shiftDown(const cv::Mat& ink, const MrzField& mrz, const std::vector<double>& centres, double farthest) {
    const double top = centres.front() - farthest - 3, bottom = centres.back() + farthest + 3;
    const cv::Mat rows = profileOf(ink, {mrz.x, top, widthOf(mrz), bottom - top}, 1);
    const double origin = std::max(0.0, std::floor(top * kPixels) / kPixels);
    double best = 0, most = -1e9;
    for (double shift = -farthest; shift <= farthest; shift += 1 / kPixels) {
        double score = 0;
        for (const double centre : centres) {
            const double middle = centre + shift - origin;
            score += meanOf(rows, middle - kInkHeight / 2, middle + kInkHeight / 2) -
                     0.5 * meanOf(rows, middle - kInkHeight / 2 - 0.7, middle - kInkHeight / 2 - 0.1) -
                     0.5 * meanOf(rows, middle + kInkHeight / 2 + 0.1, middle + kInkHeight / 2 + 0.7);
        }
        if (score - 0.001 * std::abs(shift) <= most) continue;
        most = score - 0.001 * std::abs(shift);
        best = shift;
    }
    return best;
}

/// Millimetres to the right, judged by the ink of columns: little between cells and beside the line, some at both ends.
double shiftRight(const cv::Mat& ink, const MrzField& mrz, double centre) {
    const double left = mrz.x - kFarthest - 2.6;
    const cv::Mat columns =
        profileOf(ink, {left, centre - kInkHeight / 2, widthOf(mrz) + 2 * (kFarthest + 2.6), kInkHeight}, 0);
    const double origin = std::max(0.0, std::floor(left * kPixels) / kPixels);
    double best = 0, most = -1e9;
    for (double shift = -kFarthest; shift <= kFarthest; shift += 1 / kPixels) {
        const double start = mrz.x + shift - origin, end = start + widthOf(mrz);
        double between = 0;
        for (std::size_t gap = 0; gap <= mrz.characters; ++gap) {
            const double at = start + mrz.pitch * static_cast<double>(gap);
            between += meanOf(columns, at - 0.2, at + 0.2) / static_cast<double>(mrz.characters + 1);
        }
        const double beside = meanOf(columns, start - 2.2, start - 0.2) + meanOf(columns, end + 0.2, end + 2.2);
        const double ends = std::min(meanOf(columns, start + 0.4, start + mrz.pitch - 0.4),
                                     meanOf(columns, end - mrz.pitch + 0.4, end - 0.4));
        const double score = -between - 0.5 * beside + 0.5 * ends - 0.002 * std::abs(shift);
        if (score <= most) continue;
        most = score;
        best = shift;
    }
    return best;
}

/// A line of cells in the registered picture: middle of the first cell and the step from cell to cell, millimetres.
struct CellLine {
    cv::Point2d first;
    cv::Point2d step;
    [[nodiscard]] cv::Point2d cell(std::size_t at) const { return first + step * static_cast<double>(at); }
};

struct Candidate {
    std::size_t character = 0;
    Match match;
};

/// The best two glyphs for what lies around a point; the first of them has the place.
std::pair<Candidate, Candidate> bestTwo(const cv::Mat& ink, const cv::Point2d& middle,
                                        const std::function<const cv::Mat&(std::size_t)>& glyph, double resolution,
                                        int reach) {
    std::pair<Candidate, Candidate> best;
    best.first.match.likeness = best.second.match.likeness = -1;
    for (std::size_t character = 0; character < MrzGlyphs::kCharacters.size(); ++character) {
        const cv::Mat& pattern = glyph(character);
        const cv::Point2d corner = middle * resolution - cv::Point2d{pattern.cols / 2.0, pattern.rows / 2.0};
        const cv::Point place{static_cast<int>(std::lround(corner.x)), static_cast<int>(std::lround(corner.y))};
        auto match = matchNear(ink, pattern, place, reach);
        match.shift += cv::Point2d{place} - corner;
        if (match.likeness > best.first.match.likeness) {
            best.second = best.first;
            best.first = {character, match};
        } else if (match.likeness > best.second.match.likeness) {
            best.second = {character, match};
        }
    }
    return best;
}

/// A straight line through values at 0, 1, 2 …, those that stray left out.
struct Trend {
    double start = 0, step = 0;
    [[nodiscard]] double at(std::size_t index) const { return start + step * static_cast<double>(index); }
};

Trend trendOf(const std::vector<std::pair<std::size_t, double>>& values) {
    double count = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
    for (const auto& [index, value] : values) {
        const auto x = static_cast<double>(index);
        ++count;
        sumX += x;
        sumY += value;
        sumXX += x * x;
        sumXY += x * value;
    }
    const double spread = count * sumXX - sumX * sumX;
    if (count < 4 || spread < 1) return {count > 0 ? sumY / count : 0, 0};
    const double step = (count * sumXY - sumX * sumY) / spread;
    return {(sumY - step * sumX) / count, step};
}

Trend sturdyTrendOf(std::vector<std::pair<std::size_t, double>> values) {
    if (values.empty()) return {};
    auto sorted = values;
    std::ranges::sort(sorted, {}, &std::pair<std::size_t, double>::second);
    const double middle = sorted[sorted.size() / 2].second;
    std::erase_if(values, [&](const auto& each) { return std::abs(each.second - middle) > 3 * kStray; });
    for (int round = 0; round < 3; ++round) {
        const auto trend = trendOf(values);
        std::erase_if(values, [&](const auto& each) { return std::abs(each.second - trend.at(each.first)) > kStray; });
    }
    return trendOf(values);
}

/// How far each legible cell is off the line, millimetres, and the line that they make.
struct Fit {
    CellLine line;
    double unevenness = 0;
};

Fit fitLine(const cv::Mat& half, const CellLine& rough, const MrzField& mrz, const MrzGlyphs& glyphs) {
    constexpr double kHalf = kPixels / 2;
    std::vector<std::pair<std::size_t, double>> right, down;
    for (std::size_t at = 0; at < mrz.characters; ++at) {
        const auto [best, second] = bestTwo(
            half, rough.cell(at), [&](std::size_t each) -> const cv::Mat& { return glyphs.rough(each); }, kHalf,
            kRoughReach);
        if (best.match.likeness < kLegible) continue;
        right.emplace_back(at, best.match.shift.x / kHalf);
        down.emplace_back(at, best.match.shift.y / kHalf);
    }
    const auto across = sturdyTrendOf(right), along = sturdyTrendOf(down);
    Fit fit{{rough.first + cv::Point2d{across.start, along.start}, rough.step + cv::Point2d{across.step, along.step}}};
    for (std::size_t at = 0; at < right.size(); ++at)
        fit.unevenness = std::max({fit.unevenness, std::abs(right[at].second - across.at(right[at].first)),
                                   std::abs(down[at].second - along.at(down[at].first))});
    return fit;
}

/// How dark the strokes of a glyph are in a cell against the paper around them: the print contrast signal of ISO 1831,
/// of light as the picture has it. `place` is the glyph's upper left corner.
double contrastOf(const cv::Mat& light, const cv::Mat& glyph, const cv::Point& place) {
    const cv::Rect cell = cv::Rect{place, glyph.size()} & cv::Rect{cv::Point{}, light.size()};
    if (cell.size() != glyph.size()) return 0;
    cv::Mat strokes = glyph > 0.75, paper = glyph < 0.02;
    const auto meanWhere = [&](const cv::Mat& mask) { return cv::mean(light(cell), mask)[0]; };
    if (cv::countNonZero(strokes) == 0 || cv::countNonZero(paper) == 0) return 0;
    const double white = meanWhere(paper);
    return white <= 0 ? 0 : std::max(0.0, (white - meanWhere(strokes)) / white);
}

/// Reflected light, from the sRGB curve of pictures (IEC 61966-2-1).
cv::Mat lightOf(const cv::Mat& grey) {
    cv::Mat curve(1, 256, CV_32F), light;
    for (int value = 0; value < 256; ++value) {
        const double share = value / 255.0;
        curve.at<float>(value) =
            static_cast<float>(share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4));
    }
    cv::LUT(grey, curve, light);
    return light;
}

/// What lies in the cells, and what of it was compared.
struct Seen {
    cv::Mat ink, half, light;
};

MrzCell readCell(const Seen& seen, const cv::Point2d& middle, const MrzGlyphs& glyphs) {
    const auto [best, second] = bestTwo(
        seen.ink, middle, [&](std::size_t each) -> const cv::Mat& { return glyphs.ink(each); }, kPixels, kFineReach);
    const cv::Mat& glyph = glyphs.ink(best.character);
    const cv::Point2d corner = middle * kPixels - cv::Point2d{glyph.cols / 2.0, glyph.rows / 2.0} + best.match.shift;
    const cv::Point place{static_cast<int>(std::lround(corner.x)), static_cast<int>(std::lround(corner.y))};
    MrzCell cell;
    const cv::Rect there = cv::Rect{place, glyph.size()} & cv::Rect{cv::Point{}, seen.ink.size()};
    cell.box = boxOf(there);
    if (there.empty() || cv::mean(seen.ink(there))[0] < kBlank) return cell;
    cell.character = MrzGlyphs::kCharacters[best.character];
    cell.next = MrzGlyphs::kCharacters[second.character];
    cell.score = best.match.likeness;
    cell.margin = best.match.likeness - second.match.likeness;
    cell.contrast = contrastOf(seen.light, glyph, place);
    return cell;
}

MrzLineSeen readLine(const Seen& seen, const RegisteredPage& page, const MrzField& mrz, const MrzGlyphs& glyphs,
                     double centre) {
    const double down = shiftDown(seen.ink, mrz, {centre}, kFarthestLine);
    const double right = shiftRight(seen.ink, mrz, centre + down);
    const CellLine rough{{mrz.x + mrz.pitch / 2 + right, centre + down}, {mrz.pitch, 0}};
    const auto [line, unevenness] = fitLine(seen.half, rough, mrz, glyphs);
    MrzLineSeen found;
    for (std::size_t at = 0; at < mrz.characters; ++at) {
        found.cells.push_back(readCell(seen, line.cell(at), glyphs));
        found.text += found.cells.back().character;
    }
    const auto first = page.onPaper(line.first), last = page.onPaper(line.cell(mrz.characters - 1));
    const auto length = last - first;
    found.pitch = cv::norm(length) / static_cast<double>(mrz.characters - 1);
    found.skew = std::atan2(length.y, length.x) * 180 / std::numbers::pi;
    found.unevenness = unevenness;
    found.left = first.x - mrz.pitch / 2 + kBearing;
    found.centreLeft = first.y;
    found.centreRight = last.y;
    return found;
}

}  // namespace

MrzGlyphs MrzGlyphs::drawnFor(const PageDesign& design) {
    PageDesign sheet;
    sheet.name = sheet.title = "ocr-b";
    sheet.language = design.language;
    sheet.fonts = design.fonts;
    const double pitch = design.mrz->pitch;
    sheet.mrz = MrzField{pitch, pitch, kCharacters.size(), {5}};
    sheet.width = pitch * static_cast<double>(kCharacters.size() + 2);
    sheet.height = 10;
    const auto pdf = base::expected(drawPage(sheet, {{}, {std::string{kCharacters}}, {}}), "glyphs");
    const auto raster = base::expected(rasterise(pdf, 0, kScanDpi), "glyphs");
    const cv::Mat ink = strokesOf(greyOf(matOf(raster)));
    const cv::Size size{pixels(pitch), pixels(kCellHeight)};
    MrzGlyphs glyphs;
    for (std::size_t at = 0; at < kCharacters.size(); ++at) {
        const cv::Point2f middle{static_cast<float>(pitch * (static_cast<double>(at) + 1.5) * kPixels - 0.5),
                                 static_cast<float>(5 * kPixels - 0.5)};
        cv::Mat cell;
        cv::getRectSubPix(ink, size, middle, cell);
        glyphs.m_ink.push_back(cell);
        glyphs.m_rough.push_back(halvedMat(cell));
    }
    return glyphs;
}

std::vector<MrzLineSeen> readMrzCells(const RegisteredPage& page, const PageDesign& design) {
    if (!design.mrz) return {};
    const auto& mrz = *design.mrz;
    const auto glyphs = MrzGlyphs::drawnFor(design);
    const cv::Mat grey = greyOf(page.print);
    Seen seen{strokesOf(grey), {}, lightOf(grey)};
    seen.half = halvedMat(seen.ink);
    const double down = shiftDown(seen.ink, mrz, mrz.centres, kFarthest);
    std::vector<MrzLineSeen> lines;
    for (const double centre : mrz.centres) lines.push_back(readLine(seen, page, mrz, glyphs, centre + down));
    return lines;
}

}  // namespace printing
