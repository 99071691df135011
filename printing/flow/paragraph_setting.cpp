// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "printing/flow/block_setting.hpp"
#include "printing/flow/line_breaking.hpp"
#include "printing/flow/spanish_words.hpp"

namespace printing {
namespace {

constexpr double kMarkWidth = 7;  // millimetres that a list hangs its marks in
constexpr Colour kRuleColour{0.25, 0.25, 0.25};

LinePlace placeOf(const ParagraphStyle& style, double width, int tag) {
    return {style.indent, width - style.indent, style.size, style.leading, style.align, style.firstIndent, tag};
}

/// One strip a line; the first two and the last two stay together, so that no line of a paragraph stands alone.
void setLines(const StyledText& text, const LinePlace& place, const ParagraphStyle& style,
              const Composition& composition, Strips& strips) {
    const auto lines = breakLines(text, place, composition.hyphenation);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        Strip strip;
        strip.height = place.lineHeight();
        if (at == 0) strip.before = style.before;
        const bool last = at + 1 == lines.size();
        strip.keepWithNext = last ? style.keepWithNext : at == 0 || at + 2 == lines.size();
        setLine(text, lines[at], place, 0, strip.drawing);
        strips.push_back(std::move(strip));
    }
}

/// White below a block, which a page's end swallows.
void addAfter(double millimetres, bool keepWithNext, Strips& strips) {
    Strip strip;
    strip.before = millimetres;
    strip.keepWithNext = keepWithNext;
    strips.push_back(std::move(strip));
}

/// a, b … z, aa, ab …
std::string letterNumber(std::size_t number) {
    std::string letters;
    for (; number > 0; number = (number - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('a' + (number - 1) % 26));
    return letters;
}

std::string markOf(NumberedList::Marks marks, std::size_t number) {
    switch (marks) {
        case NumberedList::Marks::Letters: return letterNumber(number) + ")";
        case NumberedList::Marks::Roman: return romanNumber(number) + ".";
        case NumberedList::Marks::Bullets: return "•";
        default: return fmt::format("{}.", number);
    }
}

}  // namespace

void set(const Paragraph& paragraph, Composition& composition, Strips& strips) {
    const ParagraphStyle& style = paragraph.style;
    const StyledText text = styled(paragraph.pieces, style.size, composition);
    if (text.characters.empty()) return;
    static const char* const kTypes[] = {"P", "H1", "H2"};
    const int tag = composition.structure.add(kTypes[static_cast<int>(paragraph.role)]);
    setLines(text, placeOf(style, composition.width, tag), style, composition, strips);
    addAfter(style.after, style.keepWithNext, strips);
}

void set(const NumberedList& list, Composition& composition, Strips& strips) {
    ParagraphStyle style = list.style;
    style.indent += kMarkWidth;
    const int whole = composition.structure.add("L");
    for (std::size_t at = 0; at < list.items.size(); ++at) {
        const StyledText text = styled(list.items[at], style.size, composition);
        if (text.characters.empty()) continue;
        const std::size_t first = strips.size();
        const int item = composition.structure.add("LI", whole);
        const int label = composition.structure.add("Lbl", item);
        const int body = composition.structure.add("LBody", item);
        setLines(text, placeOf(style, composition.width, body), style, composition, strips);
        LinePlace mark = placeOf(style, composition.width, label);
        mark.x -= kMarkWidth;
        mark.align = FlowAlign::Left;
        setText({{markOf(list.marks, at + 1)}}, mark, 0, composition, strips[first].drawing);
        addAfter(style.after, style.keepWithNext, strips);
    }
}

void set(const RuleLine& rule, Composition& composition, Strips& strips) {
    Strip strip;
    strip.height = 0.3;
    strip.drawing.lines.push_back({0, 0.15, composition.width, 0.15, 0.3, kRuleColour});
    strips.push_back(std::move(strip));
    addAfter(rule.after, false, strips);
}

void set(const Space& space, Composition&, Strips& strips) { addAfter(space.height, false, strips); }

void set(const PageBreak& pageBreak, Composition&, Strips& strips) {
    Strip strip;
    strip.begins = pageBreak.begins == PageBreak::Begins::Annex ? Strip::Begins::Annex : Strip::Begins::Page;
    strips.push_back(std::move(strip));
}

}  // namespace printing
