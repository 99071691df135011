// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/line_breaking.hpp"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <limits>
#include <memory>

#include "base/failure.hpp"
#include "printing/flow/hyphenation.hpp"

namespace printing {

using namespace base::literals;

namespace {

/// What stands between two places where a line may end: [begin, visible) has ink, spaces follow up to `end`.
struct Unbroken {
    std::size_t begin = 0;
    std::size_t visible = 0;
    std::size_t end = 0;
    bool mustEnd = false;  // the line ends after it
    bool divided = false;  // a word goes on behind it
};

constexpr double kTolerance = 1e-6;  // millimetres
// What a divided word costs, as the cube of the share of a line that stays free; two in a row look like a ladder.
constexpr double kDivision = 0.0004;
constexpr double kLadder = 0.004;
constexpr double kDividedBeforeLast = 0.002;
constexpr double kOverflow = 10;  // of a part that is wider than a line, where there is another way

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
    parts.push_back({begin, part.visible, part.end, part.mustEnd, part.divided});
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
            const Unbroken& tail = parts[first + end - 1];
            const double free =
                available - text.width(head.begin, tail.visible) - (tail.divided ? text.hyphens[tail.visible - 1] : 0);
            if (free < -kTolerance && start + 1 < end) break;
            const double share = end == count ? 0 : std::max(free, 0.0) / place.width;
            double cost = costs[start] + share * share * share + (tail.divided ? kDivision : 0) +
                          (free < -kTolerance ? kOverflow : 0);
            if (start > 0 && parts[first + start - 1].divided)
                cost += tail.divided ? kLadder : end == count ? kDividedBeforeLast : 0;
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
        backwards.push_back({parts[first + starts[end]].begin, parts[first + end - 1].visible, end == last - first,
                             parts[first + end - 1].divided});
    lines.insert(lines.end(), backwards.rbegin(), backwards.rend());
}

/// Adds a part in the pieces that its words may be divided into. Letters only: what touches them stays with them.
void addDivided(const StyledText& text, Unbroken part, double width, const Hyphenation& hyphenation,
                std::vector<Unbroken>& parts) {
    const auto isLetter = [&](std::size_t at) { return u_isalpha(static_cast<UChar32>(text.characters[at])) != 0; };
    std::size_t first = part.begin, last = part.visible;
    while (first < last && !isLetter(first)) ++first;
    while (last > first && !isLetter(last - 1)) --last;
    const auto word = std::u32string_view{text.characters}.substr(first, last - first);
    std::size_t begin = part.begin;
    for (const std::size_t place : hyphenation.placesIn(word)) {
        addFitting(text, {begin, first + place, first + place, false, true}, width, parts);
        begin = first + place;
    }
    addFitting(text, {begin, part.visible, part.end, part.mustEnd}, width, parts);
}

/// The parts of a text by UAX 14, none wider than `width` unless it is a single character.
std::vector<Unbroken> partsOf(const StyledText& text, double width, const Hyphenation* hyphenation) {
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
        const Unbroken part{begin, visible, end, text.characters[end - 1] == U'\n'};
        if (hyphenation != nullptr)
            addDivided(text, part, width, *hyphenation, parts);
        else
            addFitting(text, part, width, parts);
        begin = end;
    }
    return parts;
}

}  // namespace

std::vector<TextLine> breakLines(const StyledText& text, const LinePlace& place, const Hyphenation* hyphenation) {
    const std::size_t count = text.characters.size();
    if (count == 0) return {};
    const bool oneLine = text.width(0, count) <= place.width - place.firstIndent + kTolerance;
    if (oneLine && text.characters.find(U'\n') == std::u32string::npos) return {{0, count, true}};
    const auto parts = partsOf(text, place.width - std::max(place.firstIndent, 0.0),
                               place.align == FlowAlign::Justified ? hyphenation : nullptr);
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
