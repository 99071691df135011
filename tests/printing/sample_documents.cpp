// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/sample_documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "printing/flow/draw_flow.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/support/paths.hpp"

namespace printing::samples {

FlowDocument document() {
    FlowDocument document;
    document.title = "Prueba";
    document.fonts = std::make_shared<const FontSet>(FontSet::load(support::sourceDir() / "templates" / "fonts"));
    return document;
}

Pieces pieces(std::string text) { return {TextPiece{std::move(text)}}; }

Paragraph paragraph(std::string text, FlowAlign align) {
    Paragraph paragraph{pieces(std::move(text))};
    paragraph.style.align = align;
    return paragraph;
}

base::Bytes drawn(const FlowDocument& document) {
    auto pdf = draw(document);
    EXPECT_TRUE(pdf) << (pdf ? "" : pdf.refusal().first().code.name() + " " + pdf.refusal().first().where);
    return pdf ? *std::move(pdf) : base::Bytes{};
}

std::vector<std::string> refusedCodes(const FlowDocument& document) {
    std::vector<std::string> codes;
    const auto pdf = draw(document);
    if (!pdf)
        for (const auto& fault : pdf.refusal().faults()) codes.push_back(fault.code.name());
    return codes;
}

std::string wordsOf(base::BytesView pdf, int page) {
    const auto words = extractText(pdf, page);
    EXPECT_TRUE(words);
    std::string text;
    if (words)
        for (const auto& word : *words) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

std::string wordsOf(base::BytesView pdf) {
    std::string text;
    for (int page = 0; page < pageCountOf(pdf); ++page) text += (text.empty() ? "" : " ") + wordsOf(pdf, page);
    return text;
}

int pageCountOf(base::BytesView pdf) {
    const auto file = PdfFile::open(pdf);
    EXPECT_TRUE(file);
    return file ? file->pageCount() : 0;
}

std::string outputOf(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    char part[4096];
    while (pipe != nullptr && std::feof(pipe) == 0) output.append(part, std::fread(part, 1, sizeof part, pipe));
    EXPECT_TRUE(pipe != nullptr && pclose(pipe) == 0) << command << "\n" << output;
    return output;
}

ActTemplate act(const std::string& name, const std::string& folder) {
    auto act = ActTemplate::load(support::sourceDir() / "templates" / folder / (name + ".xml"));
    if (!act)
        for (const auto& fault : act.refusal().faults())
            ADD_FAILURE() << name << " " << fault.where << ": " << fault.code.name() << " "
                          << fault.arguments.front().second;
    return *std::move(act);
}

std::vector<std::string> actNames(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{support::sourceDir() / "templates" / folder})
        names.push_back(entry.path().stem());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace printing::samples
