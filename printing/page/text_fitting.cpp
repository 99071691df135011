// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page/text_fitting.hpp"

#include <algorithm>

namespace printing {
namespace {

constexpr double kStep = 0.25;          // points
constexpr double kLineDistance = 1.12;  // of the size
constexpr double kDescent = 0.24;       // of the size, below the last baseline
constexpr double kAccent = 0.2;         // of the size: accents rise above capitals

/// Breaks at spaces so that no line is wider than the box; a word that is wider alone stays too wide.
std::vector<std::u32string> wrap(std::u32string_view text, const Typeface& face, double points, double width) {
    std::vector<std::u32string> lines(1);
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(U' ', begin), text.size());
        const std::u32string word{text.substr(begin, end - begin)};
        std::u32string longer = lines.back().empty() ? word : lines.back() + U' ' + word;
        if (lines.back().empty() || face.width(longer, points) <= width)
            lines.back() = std::move(longer);
        else
            lines.push_back(word);
        begin = end + 1;
    }
    return lines;
}

double indent(const TextPlace& place, double width) {
    if (place.style.align == Align::Left) return 0;
    return (place.box.width - width) / (place.style.align == Align::Centre ? 2 : 1);
}

std::optional<std::vector<TextRun>> setAt(std::u32string_view text, const TextPlace& place, const Typeface& face,
                                          double points) {
    const auto lines = wrap(text, face, points, place.box.width);
    if (lines.size() > static_cast<std::size_t>(place.style.lines)) return std::nullopt;
    const double em = points * kMillimetresAPoint;
    const double first = (face.capHeight() + kAccent) * em;
    const double height = first + (static_cast<double>(lines.size() - 1) * kLineDistance + kDescent) * em;
    if (height > place.box.height + 0.01) return std::nullopt;
    std::vector<TextRun> runs;
    double baseline = place.box.y + first;
    for (const auto& line : lines) {
        const double width = face.width(line, points);
        if (width > place.box.width) return std::nullopt;
        runs.push_back(
            {{}, place.style.font, points, place.box.x + indent(place, width), baseline, 0, line, place.style.colour});
        baseline += kLineDistance * em;
    }
    return runs;
}

}  // namespace

std::optional<std::vector<TextRun>> fitText(std::u32string_view text, const TextPlace& place, const FontSet& fonts) {
    const Typeface& face = fonts.of(place.style.font);
    for (double points = place.style.size; points > place.style.minimum; points -= kStep)
        if (auto runs = setAt(text, place, face, points)) return runs;
    return setAt(text, place, face, place.style.minimum);
}

}  // namespace printing
