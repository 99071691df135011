// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/files.hpp"
#include "base/xml.hpp"
#include "printing/flow/draw_flow.hpp"
#include "tests/printing/marked_contents.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/signed_samples.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using samples::pieces;
using testing::ElementsAre;
using testing::HasSubstr;

/// One of everything, on several pages.
FlowDocument everything() {
    auto document = samples::document();
    document.header = {{pieces("Cabeza"), {}, {{{}, FontId::Text, Computed::PageNumber}}}};
    document.watermark = "BORRADOR";
    TitleBlock title;
    title.institution = {pieces("Instituto")};
    title.title = pieces("Título");
    title.logo = std::make_shared<const Image>(Image{2, 2, 3, base::Bytes(12, 90)});
    title.logoText = "Escudo";
    document.blocks.emplace_back(title);
    document.blocks.emplace_back(Paragraph{pieces("Apartado"), {}, Paragraph::Role::Heading});
    document.blocks.emplace_back(NumberedList{NumberedList::Marks::Roman, {pieces("uno"), pieces("dos")}});
    document.blocks.emplace_back(KeyValues{{{pieces("Nombre"), pieces("Ana")}}});
    Table table;
    table.columns = {{1}, {1}};
    table.header = {pieces("Fecha"), pieces("Hora")};
    for (int at = 0; at < 80; ++at) table.rows.push_back({pieces("f" + std::to_string(at)), {}});
    document.blocks.emplace_back(table);
    table.rows.clear();
    table.whenEmpty = pieces("Sin filas.");
    document.blocks.emplace_back(table);
    document.blocks.emplace_back(Barcode{Barcode::Symbology::Qr, "QR-1", "code"});
    document.blocks.emplace_back(Picture{title.logo, "Plano"});
    Signatures signatures;
    signatures.signers = {{pieces("Eva"), pieces("Jefa"), "certificador"}};
    document.blocks.emplace_back(signatures);
    document.seal = VisibleSeal{base::Bytes(240, 0x5a), "ABCD", pieces("Verifique.")};
    return document;
}

std::string structureOf(base::BytesView pdf) {
    const support::ScratchFolder folder;
    const auto file = folder.path() / "file.pdf";
    base::writeFileDurably(file, pdf);
    return samples::outputOf("pdfinfo -struct-text " + file.string());
}

std::size_t timesIn(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(Tagging, SaysWhatEachPartIs) {
    const std::string structure = structureOf(samples::drawn(everything()));
    EXPECT_THAT(structure, HasSubstr("H1 (block)\n    \"Título\""));
    EXPECT_THAT(structure, HasSubstr("H2 (block)\n    \"Apartado\""));
    EXPECT_EQ(timesIn(structure, " LI "), 2U);
    EXPECT_THAT(structure, HasSubstr("\"II.\""));
    EXPECT_EQ(timesIn(structure, "/Scope /Row"), 1U);
    EXPECT_EQ(timesIn(structure, "/Scope /Column"), 4U);  // once a table, on however many pages
    EXPECT_EQ(timesIn(structure, "    TR\n"), 1U + 81U + 2U);
    EXPECT_EQ(timesIn(structure, "      TD"), 1U + 160U + 1U);
    EXPECT_THAT(structure, HasSubstr("/ColSpan 2"));
    EXPECT_EQ(timesIn(structure, "  Figure"), 4U);
    EXPECT_EQ(timesIn(structure, "BORRADOR") + timesIn(structure, "Cabeza"), 0U);
}

TEST(Tagging, LeavesNothingUnmarked) {
    const auto pdf = samples::drawn(everything());
    EXPECT_THAT(samples::unmarkedOperators(pdf), ElementsAre());
    EXPECT_THAT(samples::unmarkedOperators(::samples::onePage()), testing::Contains("Tj"));
}

TEST(Tagging, ClaimsPdfA2aAndPdfUa1) {
    const auto pdf = samples::drawn(everything());
    const std::string text = base::textOf(pdf);
    const std::size_t begin = text.find("<x:xmpmeta"), end = text.find("</x:xmpmeta>");
    ASSERT_NE(begin, std::string::npos);
    const std::string xmp = text.substr(begin, end + 12 - begin);
    EXPECT_TRUE(base::xml::Document::parse(base::bytesOf(xmp)));
    for (const char* claim : {"<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", ">Prueba<"})
        EXPECT_THAT(xmp, HasSubstr(claim));
    EXPECT_THAT(text, HasSubstr("/GTS_PDFA1"));
    EXPECT_THAT(text, HasSubstr("/Marked true"));
    EXPECT_THAT(text, HasSubstr("/DisplayDocTitle true"));
    EXPECT_THAT(base::textOf(::samples::onePage()), testing::Not(HasSubstr("pdfaid")));
}

TEST(Tagging, KeepsSpacesBetweenLinesForThoseWhoDoNotSeeThem) {
    auto document = samples::document();
    std::string text;
    for (int at = 0; at < 40; ++at) text += (at == 0 ? "" : " ") + std::string{"palabra"} + std::to_string(at);
    document.blocks.emplace_back(samples::paragraph(text, FlowAlign::Justified));
    EXPECT_THAT(structureOf(samples::drawn(document)), HasSubstr("\"" + text + "\""));
}

TEST(Tagging, PutsSignatureFieldsIntoTheStructure) {
    const auto drawn = drawPlaced(everything());
    ASSERT_TRUE(drawn);
    auto field = ::samples::visibleField();
    field.visible->page = drawn->signatures.front().page;
    const auto once = ::samples::signedWith(drawn->pdf, field);
    const auto twice = ::samples::signedWith(once, ::samples::invisibleField());
    base::writeFileDurably(support::binaryDir() / "tagged-and-signed.pdf", twice);
    EXPECT_EQ(timesIn(structureOf(twice), "  Form"), 2U);
    EXPECT_THAT(base::textOf(twice), HasSubstr("/TU"));
}

}  // namespace
}  // namespace printing
