// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/text_setting.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "printing/flow/hyphenation.hpp"
#include "printing/flow/line_breaking.hpp"
#include "printing/flow/spanish_words.hpp"
#include "printing/page/checked_text.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr double kAscent = 1.069;  // Noto Sans, in em
constexpr double kDescent = 0.293;
constexpr std::size_t kMostFaults = 100;

std::string computedText(const TextPiece& piece, Composition& composition) {
    const bool ofAnnex =
        piece.computed == Computed::AnnexPageCount || piece.computed == Computed::AnnexPageCountInWords;
    const bool inWords =
        piece.computed == Computed::PageCountInWords || piece.computed == Computed::AnnexPageCountInWords;
    if (piece.computed == Computed::PageNumber) {
        if (composition.pageNumber == 0)
            composition.complain("printing.document-inconsistent"_code, "page-number", "stands outside of a band");
        return std::to_string(composition.pageNumber);
    }
    composition.namesCounts = true;
    if (piece.computed == Computed::PageCountForm) return composition.counts.pages == 1 ? piece.text : piece.plural;
    const std::size_t count = ofAnnex ? composition.counts.annexPages : composition.counts.pages;
    return inWords ? numberInWords(static_cast<std::int64_t>(count), Agreement::Feminine) : std::to_string(count);
}

bool isWhite(char32_t character) { return character == U' ' || character == U'\t' || character == U'\r'; }

/// Appends text with its white space made single; none at the beginning of a line.
void append(StyledText& text, std::u32string_view characters, FontId font) {
    for (const char32_t character : characters) {
        const bool atStart = text.characters.empty() || text.characters.back() == U'\n';
        if (isWhite(character) && (atStart || text.characters.back() == U' ')) continue;
        if (character == U'\n' && !text.characters.empty() && text.characters.back() == U' ')
            text.characters.back() = U'\n';
        else {
            text.characters.push_back(isWhite(character) ? U' ' : character);
            text.fonts.push_back(font);
        }
    }
}

void measure(StyledText& text, double size, const FontSet& fonts) {
    text.offsets.reserve(text.characters.size() + 1);
    text.hyphens.reserve(text.characters.size());
    for (std::size_t at = 0; at < text.characters.size(); ++at) {
        text.hyphens.push_back(fonts.of(text.fonts[at]).advance(kDividingHyphen) * size * kMillimetresAPoint);
        text.offsets.push_back(text.offsets.back() +
                               fonts.of(text.fonts[at]).advance(text.characters[at]) * size * kMillimetresAPoint);
    }
}

std::size_t spacesIn(const StyledText& text, const TextLine& line) {
    const auto begin = text.characters.begin();
    return static_cast<std::size_t>(std::count(begin + static_cast<std::ptrdiff_t>(line.begin),
                                               begin + static_cast<std::ptrdiff_t>(line.end), U' '));
}

}  // namespace

void Composition::add(base::Fault fault) {
    if (faults.size() < kMostFaults && std::find(faults.begin(), faults.end(), fault) == faults.end())
        faults.push_back(std::move(fault));
}

void Composition::complain(base::FailureCode code, const std::string& field, std::string detail) {
    base::Fault fault{std::move(code), {{"field", field}}, field};
    if (!detail.empty()) fault.arguments.emplace_back("detail", std::move(detail));
    add(std::move(fault));
}

void Composition::complainOfLength(const std::string& field, double size) {
    add({"printing.text-too-long"_code, {{"field", field}, {"minimum", fmt::format("{:g}", size)}}, field});
}

void Composition::complain(const base::Refusal& refusal) {
    for (const auto& fault : refusal.faults()) add(fault);
}

StyledText styled(const Pieces& pieces, double size, Composition& composition) {
    StyledText text;
    for (const auto& piece : pieces) {
        const std::string source = piece.source.empty() ? "text" : piece.source;
        std::string plain = piece.computed == Computed::No ? piece.text : computedText(piece, composition);
        std::string visible = plain;
        for (char& c : visible)
            if (c == '\n' || c == '\t' || c == '\r') c = ' ';
        const auto checked = checkedText(visible, composition.fonts.of(piece.font), source);
        if (!checked) {
            composition.complain(checked.refusal());
            continue;
        }
        append(text, plain == "\n" ? std::u32string{U"\n"} : *checked, piece.font);
    }
    while (!text.characters.empty() && text.characters.back() == U' ') {
        text.characters.pop_back();
        text.fonts.pop_back();
    }
    measure(text, size, composition.fonts);
    return text;
}

void setLine(const StyledText& text, const TextLine& line, const LinePlace& place, double top, Drawing& drawing) {
    if (line.end == line.begin) return;
    const double indent = line.begin == 0 ? place.firstIndent : 0;
    const double slack =
        place.width - indent - text.width(line.begin, line.end) - (line.divided ? text.hyphens[line.end - 1] : 0);
    const std::size_t spaces = spacesIn(text, line);
    const bool stretched = place.align == FlowAlign::Justified && !line.last && spaces > 0;
    const double stretch = stretched ? slack / static_cast<double>(spaces) : 0;
    double x = place.x + indent;
    if (place.align == FlowAlign::Centre) x += slack / 2;
    if (place.align == FlowAlign::Right) x += slack;
    const double em = place.size * kMillimetresAPoint;
    const double baseline = top + (kAscent + (place.leading - kAscent - kDescent) / 2) * em;
    std::size_t begin = line.begin;
    for (std::size_t at = line.begin; at < line.end; ++at) {
        const bool gap = stretched && text.characters[at] == U' ';
        const bool ends = at + 1 == line.end || gap || text.fonts[at + 1] != text.fonts[at];
        if (!ends) continue;
        drawing.runs.push_back({{},
                                text.fonts[at],
                                place.size,
                                x,
                                baseline,
                                0,
                                text.characters.substr(begin, at + 1 - begin),
                                {},
                                place.tag});
        x += text.width(begin, at + 1) + (gap ? stretch : 0);
        begin = at + 1;
    }
    if (line.divided) drawing.runs.back().text += kDividingHyphen;
    // Who reads the text without its places needs the space that the end of the line stands for.
    if (!line.divided && !line.last) drawing.runs.back().text += U' ';
}

double setText(const Pieces& pieces, const LinePlace& place, double top, Composition& composition, Drawing& drawing) {
    const StyledText text = styled(pieces, place.size, composition);
    double taken = 0;
    for (const auto& line : breakLines(text, place, composition.hyphenation)) {
        setLine(text, line, place, top + taken, drawing);
        taken += place.lineHeight();
    }
    return taken;
}

}  // namespace printing
