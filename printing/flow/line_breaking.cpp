// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/line_breaking.hpp"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>

#include <limits>
#include <memory>

#include "base/failure.hpp"

namespace printing {

using namespace base::literals;

namespace {

/// What stands between two places where a line may end: [begin, visible) has ink, spaces follow up to `end`.
struct Unbroken {
    std::size_t begin = 0;
    std::size_t visible = 0;
    std::size_t end = 0;
    bool mustEnd = false;  // the line ends after it
};

constexpr double kTolerance = 1e-6;  // millimetres

std::unique_ptr<icu::BreakIterator> lineBreaks() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks{icu::BreakIterator::createLineInstance(icu::Locale{"es"}, status)};
    if (U_FAILURE(status) || !breaks)
        throw base::Failure{"printing.text-not-normalised"_code, base::NextStep::CallSupervisor, "ICU line breaks",
                            u_errorName(status)};
    return breaks;
}

/// Adds a part, cut to fit where it is wider than a line. Every character is a cluster of its own: combining
/// marks and characters outside the basic plane have been refused before.
void addFitting(const StyledText& text, Unbroken part, double width, std::vector<Unbroken>& parts) {
    std::size_t begin = part.begin;
    for (std::size_t at = begin + 1; at < part.visible; ++at)
        if (text.width(begin, at + 1) > width + kTolerance) {
            parts.push_back({begin, at, at, false});
            begin = at;
        }
    parts.push_back({begin, part.visible, part.end, part.mustEnd});
}

/// The best way to fill lines with parts [0, n): the sum of the cubes of what stays free, the last line costing
/// nothing.
std::vector<std::size_t> lineStarts(const StyledText& text, const std::vector<Unbroken>& parts, std::size_t first,
                                    std::size_t last, const LinePlace& place) {
    const std::size_t count = last - first;
    std::vector<double> costs(count + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> starts(count + 1, 0);
    costs[0] = 0;
    for (std::size_t end = 1; end <= count; ++end)
        for (std::size_t start = end; start-- > 0;) {
            const Unbroken& head = parts[first + start];
            const double available = place.width - (head.begin == 0 ? place.firstIndent : 0);
            const double free = available - text.width(head.begin, parts[first + end - 1].visible);
            if (free < -kTolerance && start + 1 < end) break;
            const double share = end == count ? 0 : std::max(free, 0.0) / place.width;
            const double cost = costs[start] + share * share * share;
            if (cost < costs[end]) {
                costs[end] = cost;
                starts[end] = start;
            }
        }
    return starts;
}

void addLines(const StyledText& text, const std::vector<Unbroken>& parts, std::size_t first, std::size_t last,
              const LinePlace& place, std::vector<TextLine>& lines) {
    const auto starts = lineStarts(text, parts, first, last, place);
    std::vector<TextLine> backwards;
    for (std::size_t end = last - first; end > 0; end = starts[end])
        backwards.push_back({parts[first + starts[end]].begin, parts[first + end - 1].visible, end == last - first});
    lines.insert(lines.end(), backwards.rbegin(), backwards.rend());
}

/// The parts of a text by UAX 14, none wider than `width` unless it is a single character.
std::vector<Unbroken> partsOf(const StyledText& text, double width) {
    const icu::UnicodeString units = [&] {
        icu::UnicodeString result;
        for (const char32_t character : text.characters) result.append(static_cast<char16_t>(character));
        return result;
    }();
    const auto breaks = lineBreaks();
    breaks->setText(units);
    std::vector<Unbroken> parts;
    std::size_t begin = 0;
    for (int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
        const auto end = static_cast<std::size_t>(at);
        std::size_t visible = end;
        while (visible > begin && (text.characters[visible - 1] == U' ' || text.characters[visible - 1] == U'\n'))
            --visible;
        addFitting(text, {begin, visible, end, text.characters[end - 1] == U'\n'}, width, parts);
        begin = end;
    }
    return parts;
}

}  // namespace

std::vector<TextLine> breakLines(const StyledText& text, const LinePlace& place) {
    const std::size_t count = text.characters.size();
    if (count == 0) return {};
    const bool oneLine = text.width(0, count) <= place.width - place.firstIndent + kTolerance;
    if (oneLine && text.characters.find(U'\n') == std::u32string::npos) return {{0, count, true}};
    const auto parts = partsOf(text, place.width - std::max(place.firstIndent, 0.0));
    std::vector<TextLine> lines;
    std::size_t first = 0;
    for (std::size_t at = 0; at < parts.size(); ++at)
        if (parts[at].mustEnd || at + 1 == parts.size()) {
            addLines(text, parts, first, at + 1, place, lines);
            first = at + 1;
        }
    return lines;
}

}  // namespace printing
