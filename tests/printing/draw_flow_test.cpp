// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/draw_flow.hpp"

#include <gmock/gmock.h>

#include "base/files.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using samples::drawn;
using samples::paragraph;
using samples::pieces;
using samples::refusedCodes;
using samples::wordsOf;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string sentences(int count) {
    std::string text;
    for (int at = 1; at <= count; ++at)
        text += (at == 1 ? "" : " ") + std::string{"El pingüino Wenceslao número "} + std::to_string(at) +
                " comió kiwis, ¿y la cigüeña?";
    return text;
}

std::size_t timesIn(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

void expectWithinMargins(base::BytesView pdf, const FlowDocument& document) {
    const auto file = PdfFile::open(pdf);
    ASSERT_TRUE(file);
    constexpr double kTolerance = 0.3;  // millimetres: widths in the file are rounded to thousandths of an em
    for (int page = 0; page < file->pageCount(); ++page) {
        const Box sheet = *file->pageBox(page);
        const Margins& margins = document.margins;
        const auto words = *file->text(page);
        for (const auto& word : words) {
            EXPECT_GE(word.x, margins.left - kTolerance) << word.text;
            EXPECT_GE(word.y, margins.top - kTolerance) << word.text;
            EXPECT_LE(word.x + word.width, sheet.width - margins.right + kTolerance) << word.text;
            EXPECT_LE(word.y + word.height, sheet.height - margins.bottom + kTolerance) << word.text;
        }
    }
}

FlowDocument longDocument() {
    auto document = samples::document();
    document.header = {
        {pieces("No. 17-2026"),
         {},
         {{"Página "}, {{}, FontId::Text, Computed::PageNumber}, {" de "}, {{}, FontId::Text, Computed::PageCount}}}};
    document.footer = {{pieces("Huella 9f86d081884c7d65"), {}, {}, 6.5}};
    for (int at = 0; at < 24; ++at) document.blocks.emplace_back(paragraph(sentences(12), FlowAlign::Justified));
    return document;
}

TEST(DrawFlow, ReadsBackAsItWasWritten) {
    for (const auto align : {FlowAlign::Left, FlowAlign::Justified, FlowAlign::Centre, FlowAlign::Right}) {
        auto document = samples::document();
        document.blocks.emplace_back(paragraph(sentences(40), align));
        EXPECT_EQ(wordsOf(drawn(document)), sentences(40));
    }
}

TEST(DrawFlow, SetsTheLettersOfGuatemalasLanguages) {
    const std::string text =
        "Ñandú, güipil; K'iche', Kaqchikel ë ä ï ö ü; Q’eqchi’; Tz’utujil; saltillo ꞌ Ꞌ ʼ; Xinka ɨ ʉ; Garífuna ü — «º "
        "ª» №";
    auto document = samples::document();
    document.blocks.emplace_back(paragraph(text));
    for (const auto font : {FontId::TextBold, FontId::TextItalic, FontId::TextBoldItalic})
        document.blocks.emplace_back(Paragraph{{{text, font}}});
    EXPECT_EQ(wordsOf(drawn(document)), text + " " + text + " " + text + " " + text);
}

TEST(DrawFlow, NumbersEveryPageAndStaysWithinTheMargins) {
    for (const auto size : {PageSize::Letter, PageSize::A4, PageSize::Oficio}) {
        auto document = longDocument();
        document.size = size;
        const auto pdf = drawn(document);
        const int count = samples::pageCountOf(pdf);
        ASSERT_GT(count, 2);
        for (int page = 0; page < count; ++page) {
            const std::string text = wordsOf(pdf, page);
            EXPECT_THAT(text, HasSubstr("Página " + std::to_string(page + 1) + " de " + std::to_string(count)));
            EXPECT_THAT(text, HasSubstr("Huella 9f86d081884c7d65"));
        }
        expectWithinMargins(pdf, document);
    }
}

TEST(DrawFlow, EqualDocumentsMakeEqualFiles) { EXPECT_EQ(drawn(longDocument()), drawn(longDocument())); }

TEST(DrawFlow, LeavesNoLineOfAParagraphAlone) {
    for (int before = 40; before < 62; ++before) {
        auto document = samples::document();
        for (int at = 0; at < before; ++at) document.blocks.emplace_back(paragraph("Línea."));
        document.blocks.emplace_back(paragraph(sentences(5)));
        const auto pdf = drawn(document);
        const auto file = PdfFile::open(pdf);
        for (int page = 0; page < file->pageCount(); ++page) {
            std::set<long> lines;
            std::string others;
            const auto words = *file->text(page);
            for (const auto& word : words)
                if (word.text != "Línea.") {
                    lines.insert(std::lround(word.y * 10));
                    others += word.text + " ";
                }
            EXPECT_NE(lines.size(), 1U) << before << " lines before, page " << page << ": " << others;
        }
    }
}

TEST(DrawFlow, RepeatsTheTableHeaderAndNeverSplitsARow) {
    auto document = samples::document();
    Table table;
    table.columns = {{30, Column::Width::Millimetres}, {1}, {20, Column::Width::Millimetres, FlowAlign::Right}};
    table.header = {pieces("Serie"), pieces("Causa"), pieces("Cantidad")};
    table.stripes = Table::Stripes::Zebra;
    for (int at = 1; at <= 90; ++at)
        table.rows.push_back({pieces("Inicio" + std::to_string(at)), pieces(sentences(3) + " Fin" + std::to_string(at)),
                              pieces(std::to_string(at * 1000))});
    document.blocks.emplace_back(table);
    const auto pdf = drawn(document);
    const int count = samples::pageCountOf(pdf);
    ASSERT_GT(count, 2);
    std::size_t rows = 0;
    for (int page = 0; page < count; ++page) {
        const std::string text = wordsOf(pdf, page);
        EXPECT_EQ(timesIn(text, "Cantidad"), 1U);
        EXPECT_EQ(timesIn(text, "Inicio"), timesIn(text, "Fin"));
        rows += timesIn(text, "Inicio");
    }
    EXPECT_EQ(rows, 90U);
    expectWithinMargins(pdf, document);
}

TEST(DrawFlow, AlignsNumbersAtTheRight) {
    auto document = samples::document();
    Table table;
    table.columns = {{1}, {1, Column::Width::Share, FlowAlign::Right}};
    table.rows = {{pieces("a"), pieces("7")}, {pieces("b"), pieces("123,456")}};
    document.blocks.emplace_back(table);
    const auto words = *extractText(drawn(document), 0);
    ASSERT_EQ(words.size(), 4U);
    EXPECT_NEAR(words[1].x + words[1].width, words[3].x + words[3].width, 0.1);
}

TEST(DrawFlow, SplitsOnlyARowThatIsTallerThanAPage) {
    auto document = samples::document();
    Table table;
    table.columns = {{1}, {1}};
    table.header = {pieces("Primera"), pieces("Segunda")};
    table.rows = {{pieces(sentences(200)), pieces("corto")}};
    document.blocks.emplace_back(table);
    const auto pdf = drawn(document);
    EXPECT_GT(samples::pageCountOf(pdf), 1);
    EXPECT_THAT(wordsOf(pdf), HasSubstr("número 200 comió"));
    expectWithinMargins(pdf, document);
}

TEST(DrawFlow, SaysThatATableIsEmpty) {
    auto document = samples::document();
    Table table;
    table.columns = {{1}};
    table.whenEmpty = pieces("Sin movimientos.");
    document.blocks.emplace_back(table);
    EXPECT_EQ(wordsOf(drawn(document)), "Sin movimientos.");
}

TEST(DrawFlow, KeepsSignersWithTheTextBeforeThem) {
    for (int before = 30; before < 60; ++before) {
        auto document = samples::document();
        for (int at = 0; at < before; ++at) document.blocks.emplace_back(paragraph("Línea."));
        auto closing = paragraph("Firmamos.");
        closing.style.keepWithNext = true;
        document.blocks.emplace_back(closing);
        Signatures signatures;
        signatures.signers = {
            {pieces("Ana"), pieces("Jefa")}, {pieces("Luis"), pieces("Perito")}, {pieces("Eva"), pieces("Testigo")}};
        document.blocks.emplace_back(signatures);
        const auto pdf = drawn(document);
        const std::string last = wordsOf(pdf, samples::pageCountOf(pdf) - 1);
        EXPECT_THAT(last, HasSubstr("Firmamos."));
        EXPECT_THAT(last, HasSubstr("Testigo"));
        EXPECT_THAT(last, HasSubstr("Ana"));
    }
}

TEST(DrawFlow, NamesTheCountsOfItsOwnPages) {
    auto document = samples::document();
    document.blocks.emplace_back(Paragraph{{{"Consta de "},
                                            {{}, FontId::Text, Computed::PageCountInWords},
                                            {" hojas y un anexo de "},
                                            {{}, FontId::Text, Computed::AnnexPageCount},
                                            {"."}}});
    document.blocks.emplace_back(PageBreak{PageBreak::Begins::Annex});
    for (int at = 0; at < 9; ++at) document.blocks.emplace_back(paragraph(sentences(30)));
    const auto pdf = drawn(document);
    const int count = samples::pageCountOf(pdf);
    ASSERT_EQ(count, 5);
    EXPECT_EQ(wordsOf(pdf, 0), "Consta de cinco hojas y un anexo de 4.");
}

TEST(DrawFlow, HangsTheMarksOfLists) {
    auto document = samples::document();
    using Marks = NumberedList::Marks;
    for (const auto marks : {Marks::Decimal, Marks::Letters, Marks::Roman, Marks::Bullets})
        document.blocks.emplace_back(NumberedList{marks, {pieces("uno"), pieces("dos")}});
    EXPECT_EQ(wordsOf(drawn(document)), "1. uno 2. dos a) uno b) dos I. uno II. dos • uno • dos");
}

TEST(DrawFlow, ShowsTheInstitutionWithItsPicture) {
    auto document = samples::document();
    TitleBlock title;
    title.institution = {pieces("INSTITUTO"), pieces("Subdirección")};
    title.logo = std::make_shared<const Image>(Image{2, 2, 3, base::Bytes(12, 90)});
    title.title = pieces("ACTA");
    document.blocks.emplace_back(title);
    const auto pdf = drawn(document);
    EXPECT_EQ(wordsOf(pdf), "INSTITUTO Subdirección ACTA");
    const auto logo =
        PdfFile::open(pdf)->rasterise(0, 72, Box{document.margins.left + 5, document.margins.top + 5, 5, 5});
    ASSERT_TRUE(logo);
    EXPECT_NEAR(logo->pixels[0], 90, 3);
}

TEST(DrawFlow, SetsAHundredThousandSerialsInColumns) {
    auto document = samples::document();
    SerialColumns serials;
    serials.heading = pieces("Series destruidas");
    for (int at = 1; at <= 100'000; ++at) {
        const std::string digits = std::to_string(at);
        serials.entries.push_back("A-" + std::string(7 - digits.size(), '0') + digits);
    }
    document.blocks.emplace_back(serials);
    const auto pdf = drawn(document);
    const int count = samples::pageCountOf(pdf);
    std::size_t seen = 0;
    for (int page = 0; page < count; ++page) {
        const std::string text = wordsOf(pdf, page);
        EXPECT_EQ(timesIn(text, "Series destruidas"), 1U);
        seen += timesIn(text, "A-");
    }
    EXPECT_EQ(seen, 100'000U);
    EXPECT_THAT(wordsOf(pdf, count - 1), HasSubstr("A-0100000"));
}

TEST(DrawFlow, DescribesTheFile) {
    auto document = longDocument();
    document.title = "Acta & anexo";
    document.author = "Instituto <Guatemalteco>";
    document.created = *base::parseTimestamp("2026-11-23T10:15:30.000000Z");
    const support::ScratchFolder folder;
    const auto file = (folder.path() / "acta.pdf").string();
    base::writeFileDurably(file, drawn(document));
    EXPECT_THAT(samples::outputOf("qpdf --check " + file), HasSubstr("No syntax or stream encoding errors"));
    const std::string about = samples::outputOf("TZ=UTC pdfinfo -isodates " + file);
    EXPECT_THAT(about, HasSubstr("Title:           Acta & anexo"));
    EXPECT_THAT(about, HasSubstr("Author:          Instituto <Guatemalteco>"));
    EXPECT_THAT(about, HasSubstr("CreationDate:    2026-11-23T10:15:30Z"));
    EXPECT_THAT(samples::outputOf("pdffonts " + file), HasSubstr("yes yes yes"));
    EXPECT_THAT(samples::outputOf("qpdf --json --json-key=qpdf " + file), HasSubstr("\"/Lang\": \"u:es\""));
}

// Hostile values

TEST(DrawFlow, RefusesWhatCannotBeShownWithEveryCharacterNamed) {
    auto document = samples::document();
    document.blocks.emplace_back(
        Paragraph{{{"a\x01"
                    "b",
                    FontId::Text, Computed::No, "note"}}});
    document.blocks.emplace_back(Paragraph{{{"\u202Eb\u200F", FontId::Text, Computed::No, "name"}}});
    document.blocks.emplace_back(paragraph("漢"));
    document.blocks.emplace_back(paragraph("q\u0323\u0307"));
    document.blocks.emplace_back(paragraph("\xC3"));
    document.blocks.emplace_back(paragraph("𝔸"));
    const auto pdf = draw(document);
    ASSERT_FALSE(pdf);
    const auto& faults = pdf.refusal().faults();
    ASSERT_EQ(faults.size(), 8U);
    EXPECT_EQ(faults[0].where, "note");
    EXPECT_EQ(faults[0].arguments[1].second, "U+0001");
    EXPECT_EQ(faults[1].where, "name");
    EXPECT_EQ(faults[1].arguments[1].second, "U+200F");
    EXPECT_EQ(faults[2].arguments[1].second, "U+202E");
    EXPECT_EQ(faults[3].arguments[1].second, "U+6F22");
    EXPECT_EQ(faults[4].code.name(), "printing.text-not-composed");
    EXPECT_EQ(faults[6].code.name(), "printing.text-not-utf8");
    EXPECT_EQ(faults[7].arguments[1].second, "U+1D538");
}

TEST(DrawFlow, BreaksAWordOfAMegabyteWithinTheMargins) {
    auto document = samples::document();
    document.blocks.emplace_back(paragraph(std::string(1'000'000, 'W')));
    const auto pdf = drawn(document);
    std::string text = wordsOf(pdf);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    EXPECT_EQ(text.size(), 1'000'000U);
    expectWithinMargins(pdf, document);
}

TEST(DrawFlow, RefusesWhatFitsNoPlace) {
    auto document = samples::document();
    SerialColumns serials;
    serials.source = "serials";
    serials.entries = {"A-1", std::string(400, 'W')};
    document.blocks.emplace_back(serials);
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.text-too-long"));
    document.blocks = {FlowBlock{Signatures{{{pieces(sentences(300)), pieces("Jefa")}}}}};
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.block-too-tall"));
    Table table;
    table.columns = {{1}, {1}};
    table.rows = {{pieces("una")}};
    document.blocks = {FlowBlock{table}};
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.document-inconsistent"));
    document.blocks = {FlowBlock{Paragraph{{{{}, FontId::Text, Computed::PageNumber}}}}};
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.document-inconsistent"));
    document.blocks.assign(5001, FlowBlock{PageBreak{}});
    for (std::size_t at = 1; at < 15'000; at += 3)
        document.blocks.insert(document.blocks.end(), {paragraph("x"), PageBreak{}});
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.document-too-long"));
    document.blocks.clear();
    document.header = {{pieces(sentences(3)), {}, pieces("derecha")}};
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.text-too-long"));
}

// Barcodes

/// The page with one barcode as a PNG that other programs read.
std::string rasterised(const Barcode& barcode, const support::ScratchFolder& folder) {
    auto document = samples::document();
    document.blocks = {FlowBlock{Space{20}}, FlowBlock{barcode}};
    base::writeFileDurably(folder.path() / "code.pdf", drawn(document));
    const std::string stem = (folder.path() / "code").string();
    samples::outputOf("pdftoppm -png -r 300 -singlefile " + stem + ".pdf " + stem);
    return stem + ".png";
}

TEST(DrawFlow, OtherProgramsReadItsBarcodes) {
    const support::ScratchFolder folder;
    using Symbology = Barcode::Symbology;
    const std::string code128 = rasterised({Symbology::Code128, "TR-2026-000417", {}, 75, 13}, folder);
    EXPECT_EQ(samples::outputOf("zbarimg -q --raw " + code128), "TR-2026-000417\n");
    const std::string qr = rasterised({Symbology::Qr, "https://igm.example/v?c=A-99", {}, 32}, folder);
    EXPECT_EQ(samples::outputOf("zbarimg -q --raw " + qr), "https://igm.example/v?c=A-99\n");
    const std::string accented = rasterised({Symbology::Qr, "Núñez, página 1", {}, 32}, folder);
    EXPECT_THAT(samples::outputOf("ZXingReader -format QRCode " + accented), HasSubstr("Núñez, página 1"));
    const std::string pdf417 = rasterised({Symbology::Pdf417, "Manifiesto TR-2026-000417; 1200", {}, 90}, folder);
    EXPECT_THAT(samples::outputOf("ZXingReader -format PDF417 " + pdf417),
                HasSubstr("Manifiesto TR-2026-000417; 1200"));
    const std::string matrix = rasterised({Symbology::DataMatrix, "A-0000001..A-0000500", {}, 30}, folder);
    EXPECT_EQ(samples::outputOf("dmtxread -n -N 1 " + matrix), "A-0000001..A-0000500\n");
}

TEST(DrawFlow, RefusesBarcodesThatReadersWouldMiss) {
    auto document = samples::document();
    document.blocks = {FlowBlock{Barcode{Barcode::Symbology::Code128, "TR-2026-000417", "code", 20}}};
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.barcode-too-dense"));
    document.blocks = {FlowBlock{Barcode{Barcode::Symbology::Code128, "漢", "code", 60}}};
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.barcode-refused"));
    document.blocks = {FlowBlock{Barcode{Barcode::Symbology::Qr, std::string(5000, 'x'), "code", 60}}};
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.barcode-refused"));
}

FlowDocument certificate(int lines) {
    auto document = samples::document();
    for (int at = 0; at < lines; ++at) document.blocks.emplace_back(paragraph("Línea."));
    auto closing = paragraph("Firmamos.");
    closing.style.keepWithNext = true;
    document.blocks.emplace_back(closing);
    Signatures signatures;
    signatures.signers = {{pieces("Ana"), pieces("Certificadora"), "certificador"},
                          {pieces("Luis"), pieces("Jefe"), "visto-bueno"}};
    document.blocks.emplace_back(signatures);
    document.seal = VisibleSeal{{}, "ABCD-1234", pieces("Verifique este documento.")};
    return document;
}

TEST(DrawFlow, SaysWhereSignaturesGo) {
    const auto document = certificate(45);
    const auto drawn = drawPlaced(document);
    ASSERT_TRUE(drawn);
    ASSERT_EQ(drawn->signatures.size(), 2U);
    const auto& first = drawn->signatures.front();
    EXPECT_EQ(first.key, "certificador");
    EXPECT_EQ(drawn->signatures.back().key, "visto-bueno");
    EXPECT_EQ(first.page, static_cast<int>(drawn->pages) - 1);
    EXPECT_GT(first.box.width, 40);
    EXPECT_NEAR(first.box.height, 14, 0.01);
    const auto words = *extractText(drawn->pdf, first.page);
    for (const auto& word : words) {
        if (word.text == "Ana") {
            EXPECT_GT(word.y, first.box.y + first.box.height);
            EXPECT_LT(word.y, first.box.y + first.box.height + 5);
            EXPECT_NEAR(word.x + word.width / 2, first.box.x + first.box.width / 2, 0.5);
        }
        const bool inside = word.x + word.width > first.box.x && word.x < first.box.x + first.box.width &&
                            word.y + word.height > first.box.y && word.y < first.box.y + first.box.height;
        EXPECT_FALSE(inside) << word.text;
    }
}

TEST(DrawFlow, PutsTheSealAtOnePlaceOfTheLastPage) {
    for (int lines = 24; lines < 44; ++lines) {
        auto document = certificate(lines);
        const auto counted = drawPlaced(document);
        document.seal->octets = base::Bytes(240, 0x5a);
        const auto drawn = drawPlaced(document);
        ASSERT_TRUE(counted && drawn);
        EXPECT_EQ(counted->pages, drawn->pages);
        const int last = static_cast<int>(drawn->pages) - 1;
        const auto file = PdfFile::open(drawn->pdf);
        const double height = file->pageBox(last)->height;
        const Box square{25, height - 30 - 31, 31, 31};
        EXPECT_LT(brightnessGrid(*file->rasterise(last, 100, square), 1, 1).front(), 190);
        const auto words = *file->text(last);
        for (const auto& word : words) {
            EXPECT_FALSE(word.x < square.x + square.width && word.y + word.height > square.y &&
                         word.y < square.y + square.height)
                << word.text;
            if (word.text == "ABCD-1234") {
                EXPECT_NEAR(word.y, square.y + square.height, 1);
            }
        }
        const std::string text = wordsOf(drawn->pdf, last);
        EXPECT_THAT(text, AllOf(HasSubstr("Firmamos. Ana"), HasSubstr("Luis Jefe")));
        EXPECT_THAT(text, HasSubstr("ABCD-1234"));
    }
}

TEST(DrawFlow, RefusesAFooterInTheRoomOfTheSeal) {
    auto document = certificate(1);
    document.footer = std::vector<Band>(4, Band{pieces("pie")});
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.document-inconsistent"));
    document = certificate(1);
    document.seal->octets = base::Bytes(900, 0x5a);
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.barcode-refused"));
}

TEST(DrawFlow, MarksDraftsOnEachPage) {
    auto document = longDocument();
    const auto plain = drawn(document);
    document.watermark = "BORRADOR";
    const auto marked = drawn(document);
    const int count = samples::pageCountOf(plain);
    ASSERT_EQ(samples::pageCountOf(marked), count);
    const auto before = PdfFile::open(plain);
    const auto after = PdfFile::open(marked);
    for (int page = 0; page < count; ++page) {
        const auto ink = [&](const PdfFile& file) { return brightnessGrid(*file.rasterise(page, 50), 1, 1).front(); };
        EXPECT_LT(ink(*after), ink(*before));
        EXPECT_GT(ink(*after) + 20, ink(*before));
    }
    document.watermark = "草稿";
    EXPECT_THAT(refusedCodes(document), ElementsAre("printing.character-missing", "printing.character-missing"));
}

}  // namespace
}  // namespace printing
