// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/inspection/mrz_reading.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace printing {
namespace {

constexpr double kZoneHeight = 23.2;
constexpr double kRasterDpi = 600;
constexpr int kDark = 128;
constexpr double kSameLine = 1.5;  // millimetres between middles of glyphs that stand on one line

double middleOf(const Box& box) { return box.y + box.height / 2; }

std::vector<std::vector<Glyph>> linesOf(const std::vector<TextBox>& words, const PageDesign& design) {
    std::vector<Glyph> glyphs;
    for (const auto& word : words)
        for (const auto& glyph : word.glyphs)
            if (isInMrzZone(design, middleOf(glyph.box))) glyphs.push_back(glyph);
    std::sort(glyphs.begin(), glyphs.end(),
              [](const Glyph& a, const Glyph& b) { return middleOf(a.box) < middleOf(b.box); });
    std::vector<std::vector<Glyph>> lines;
    for (const auto& glyph : glyphs) {
        if (lines.empty() || middleOf(glyph.box) - middleOf(lines.back().front().box) > kSameLine) lines.emplace_back();
        lines.back().push_back(glyph);
    }
    for (auto& line : lines)
        std::sort(line.begin(), line.end(), [](const Glyph& a, const Glyph& b) { return a.box.x < b.box.x; });
    return lines;
}

/// The dark pixels of a part of a raster, as a box in pixels; empty where there are none.
struct Ink {
    std::size_t left = std::numeric_limits<std::size_t>::max();
    std::size_t top = std::numeric_limits<std::size_t>::max();
    std::size_t bottom = 0;
    [[nodiscard]] bool none() const { return left == std::numeric_limits<std::size_t>::max(); }
};

Ink inkOf(const Image& raster, std::size_t fromColumn, std::size_t toColumn) {
    Ink ink;
    for (std::size_t y = 0; y < raster.height; ++y)
        for (std::size_t x = fromColumn; x < std::min<std::size_t>(toColumn, raster.width); ++x) {
            if (raster.pixels[(y * raster.width + x) * raster.channels] >= kDark) continue;
            ink.left = std::min(ink.left, x);
            ink.top = std::min(ink.top, y);
            ink.bottom = std::max(ink.bottom, y + 1);
        }
    return ink;
}

std::size_t column(double millimetres) {
    return static_cast<std::size_t>(std::max(0.0, std::round(millimetres * kRasterDpi / 25.4)));
}

double length(std::size_t pixels) { return static_cast<double>(pixels) * 25.4 / kRasterDpi; }

void measurePitch(MrzLineReading& reading, const std::vector<Glyph>& glyphs) {
    if (glyphs.size() < 2) return;
    const double first = glyphs.front().box.x;
    reading.pitch = (glyphs.back().box.x - first) / static_cast<double>(glyphs.size() - 1);
    for (std::size_t at = 0; at < glyphs.size(); ++at) {
        const double place = first + reading.pitch * static_cast<double>(at);
        reading.unevenness = std::max(reading.unevenness, std::abs(glyphs[at].box.x - place));
    }
}

base::Result<MrzLineReading> readLine(const PdfFile& file, const PageDesign& design, const std::vector<Glyph>& glyphs) {
    MrzLineReading reading;
    for (const auto& glyph : glyphs) reading.text += glyph.character;
    measurePitch(reading, glyphs);
    // Half the distance of two lines of a card to either side: no other line's ink comes in.
    const double top = middleOf(glyphs.front().box) - 2.1;
    const auto raster = file.rasterise(0, kRasterDpi, Box{0, top, design.width, 4.2});
    if (!raster) return raster.refusal();
    const Ink ink = inkOf(*raster, 0, raster->width);
    if (!ink.none()) {
        reading.inkLeft = length(ink.left);
        reading.centre = length(column(top)) + (length(ink.top) + length(ink.bottom)) / 2;
    }
    for (const auto& glyph : glyphs)
        if (inkOf(*raster, column(glyph.box.x), column(glyph.box.x + glyph.box.width)).none()) ++reading.blanks;
    return reading;
}

}  // namespace

bool isInMrzZone(const PageDesign& design, double y) { return y > design.height - kZoneHeight; }

base::Result<std::vector<MrzLineReading>> readMrzFromPage(const PdfFile& file, const PageDesign& design) {
    const auto words = file.text(0);
    if (!words) return words.refusal();
    std::vector<MrzLineReading> readings;
    for (const auto& glyphs : linesOf(*words, design)) {
        auto reading = readLine(file, design, glyphs);
        if (!reading) return reading.refusal();
        readings.push_back(std::move(*reading));
    }
    return readings;
}

base::Result<std::vector<MrzLineReading>> readMrzFromPage(base::BytesView pdf, const PageDesign& design) {
    const auto file = PdfFile::open(pdf);
    if (!file) return file.refusal();
    return readMrzFromPage(*file, design);
}

}  // namespace printing
