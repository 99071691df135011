// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/comparison/version_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "printing/comparison/word_changes.hpp"
#include "printing/pdf/pdf_file.hpp"

namespace printing {

namespace {

constexpr double kDpi = 110;
constexpr double kPictureWidth = 160;  // millimetres
constexpr const char* kSoftHyphen = "\u00AD";

bool endsWith(const std::string& text, std::string_view end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// All words in their order; those that were divided at the ends of lines are whole again.
base::Result<std::vector<std::string>> wordsOf(const PdfFile& file) {
    std::vector<std::string> words;
    bool goesOn = false;
    for (int page = 0; page < file.pageCount(); ++page) {
        const auto boxes = file.text(page);
        if (!boxes) return boxes.refusal();
        for (const auto& box : *boxes) {
            std::string word = box.text;
            const bool divided = endsWith(word, kSoftHyphen);
            if (divided) word.resize(word.size() - std::string_view{kSoftHyphen}.size());
            if (goesOn)
                words.back() += word;
            else
                words.push_back(std::move(word));
            goesOn = divided;
        }
    }
    return words;
}

/// The page in grey; white where the file has no such page.
base::Result<Image> greyPage(const PdfFile& file, int page) {
    if (page >= file.pageCount()) return Image{1, 1, 1, base::Bytes{255}};
    auto image = file.rasterise(page, kDpi);
    if (!image) return image.refusal();
    Image grey{image->width, image->height, 1, {}};
    grey.pixels.reserve(std::size_t{image->width} * image->height);
    for (std::size_t at = 0; at < image->pixels.size(); at += image->channels) {
        unsigned sum = 0;
        for (std::size_t channel = 0; channel < image->channels; ++channel) sum += image->pixels[at + channel];
        grey.pixels.push_back(static_cast<std::uint8_t>(sum / image->channels));
    }
    return grey;
}

std::uint8_t shadeAt(const Image& image, std::uint32_t x, std::uint32_t y) {
    return x < image.width && y < image.height ? image.pixels[std::size_t{y} * image.width + x] : 255;
}

Image overlaid(const Image& before, const Image& after) {
    Image both{std::max(before.width, after.width), std::max(before.height, after.height), 3, {}};
    both.pixels.reserve(std::size_t{both.width} * both.height * 3);
    for (std::uint32_t y = 0; y < both.height; ++y)
        for (std::uint32_t x = 0; x < both.width; ++x) {
            const auto was = shadeAt(before, x, y), is = shadeAt(after, x, y);
            both.pixels.insert(both.pixels.end(), {is, std::min(was, is), was});
        }
    return both;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += word + " ";
    return text;
}

Pieces inContext(const WordChange& change, const std::vector<std::string>& words) {
    return {{"… " + joined(change.leading)},
            {words.empty() ? "— " : joined(words), FontId::TextBold},
            {joined(change.trailing) + "…"}};
}

Table tableOf(const std::vector<WordChange>& changes) {
    Table table;
    table.columns = {{1}, {1}};
    table.rules = Table::Rules::Grid;
    table.header = {Pieces{{"Antes"}}, Pieces{{"Después"}}};
    for (const auto& change : changes)
        table.rows.push_back({inContext(change, change.before), inContext(change, change.after)});
    table.whenEmpty = {{"El texto de las dos versiones es igual."}};
    return table;
}

Paragraph heading(const std::string& text) {
    Paragraph paragraph{{{text, FontId::TextBold}}, {}, Paragraph::Role::Heading};
    paragraph.style.size = 11;
    paragraph.style.keepWithNext = true;
    return paragraph;
}

void describe(const ComparedVersion& before, const ComparedVersion& after, FlowDocument& document) {
    document.title = "Comparación de dos versiones";
    document.header = {
        {{{"Comparación de versiones"}},
         {},
         {{"Folio "}, {{}, FontId::Text, Computed::PageNumber}, {" de "}, {{}, FontId::Text, Computed::PageCount}}}};
    TitleBlock title;
    title.title = {{"COMPARACIÓN DE DOS VERSIONES"}};
    document.blocks.emplace_back(title);
    KeyValues names;
    names.entries = {{{{"Antes"}}, {{before.name}}}, {{{"Después"}}, {{after.name}}}};
    names.keyWidth = 25;
    document.blocks.emplace_back(names);
}

}  // namespace

base::Result<Comparison> compareVersions(const ComparedVersion& before, const ComparedVersion& after,
                                         std::shared_ptr<const FontSet> fonts) {
    const auto was = PdfFile::open(before.pdf), is = PdfFile::open(after.pdf);
    if (!was) return was.refusal();
    if (!is) return is.refusal();
    const auto wordsBefore = wordsOf(*was), wordsAfter = wordsOf(*is);
    if (!wordsBefore) return wordsBefore.refusal();
    if (!wordsAfter) return wordsAfter.refusal();
    const auto changes = changesBetween(*wordsBefore, *wordsAfter);
    Comparison comparison;
    comparison.changes = changes.size();
    FlowDocument& document = comparison.document;
    document.fonts = std::move(fonts);
    describe(before, after, document);
    document.blocks.emplace_back(heading("Cambios en el texto"));
    document.blocks.emplace_back(tableOf(changes));
    for (int page = 0; page < std::max(was->pageCount(), is->pageCount()); ++page) {
        const auto first = greyPage(*was, page), second = greyPage(*is, page);
        if (!first) return first.refusal();
        if (!second) return second.refusal();
        document.blocks.emplace_back(PageBreak{});
        document.blocks.emplace_back(
            heading(fmt::format("Folio {}: en rojo lo que se quita, en azul lo que se agrega", page + 1)));
        document.blocks.emplace_back(Picture{std::make_shared<const Image>(overlaid(*first, *second)),
                                             fmt::format("Folio {} de las dos versiones, superpuestas", page + 1),
                                             kPictureWidth});
    }
    return comparison;
}

}  // namespace printing
