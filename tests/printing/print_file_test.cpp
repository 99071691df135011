// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/print_file.hpp"

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "printing/finalise/signature_reading.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/signed_samples.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::shared_ptr<const FontSet> fonts() { return samples::document().fonts; }

base::Bytes printFile(base::BytesView pdf, const std::vector<std::string>& marks) {
    return base::expected(printFileOf(pdf, marks, fonts()), "print file");
}

/// Dots that differ, in the strip of the mark and outside of it.
std::pair<int, int> differences(base::BytesView before, base::BytesView after, int page) {
    constexpr double kResolution = 80, kMillimetresAnInch = 25.4;
    constexpr int kSeen = 40;
    const auto had = base::expected(rasterise(before, page, kResolution), "before");
    const auto has = base::expected(rasterise(after, page, kResolution), "after");
    EXPECT_EQ(had.pixels.size(), has.pixels.size());
    std::pair<int, int> found{0, 0};
    for (std::size_t at = 0; at < std::min(had.pixels.size(), has.pixels.size()); ++at) {
        if (std::abs(int{had.pixels[at]} - int{has.pixels[at]}) < kSeen) continue;
        const auto row = static_cast<double>(at / had.channels / had.width) * kMillimetresAnInch / kResolution;
        const bool inStrip = row >= kMarkTop - 1 && row <= kMarkTop + kMarkHeight + 1;
        ++(inStrip ? found.first : found.second);
    }
    return found;
}

TEST(PrintFile, ShowsTheSignatureAndAMarkAboveEverything) {
    const auto file = ::samples::signedWith(::samples::onePage(), ::samples::visibleField());
    const auto printed = printFile(file, {"Copia 2 de CM-CENTRAL-2026-000012 · folio 1 de 1 · papel HS0000000017"});
    EXPECT_THAT(samples::wordsOf(printed, 0), HasSubstr("CM-CENTRAL-2026-000012"));
    EXPECT_THAT(samples::wordsOf(printed, 0), HasSubstr("Copia 2 de"));
    EXPECT_THAT(samples::wordsOf(printed, 0), HasSubstr("papel HS0000000017"));
    const auto [inStrip, outside] = differences(file, printed, 0);
    EXPECT_GT(inStrip, 100);
    EXPECT_EQ(outside, 0) << "the signature's picture and all else stand where they stood";
}

TEST(PrintFile, IsSignedByNobody) {
    const auto file = ::samples::signedWith(::samples::onePage(), ::samples::visibleField());
    ASSERT_THAT(base::expected(readSignatures(file), "signatures"), SizeIs(1));
    EXPECT_THAT(base::expected(readSignatures(printFile(file, {"Original"})), "signatures"), IsEmpty());
}

int occurrences(const std::string& text, const std::string& word) {
    int count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++count;
    return count;
}

/// A document of so many pages, each with a line of text.
base::Bytes manyPages(int count) {
    auto document = samples::document();
    for (int page = 1; page <= count; ++page) {
        if (page > 1) document.blocks.emplace_back(PageBreak{});
        document.blocks.emplace_back(samples::paragraph("Folio número " + std::to_string(page)));
    }
    return samples::drawn(document);
}

TEST(PrintFile, HasEachFaceOnceHoweverManyFoliosAreMarked) {
    constexpr int kPages = 60;
    const support::ScratchFolder folder;
    const auto words = [&](base::BytesView pdf) {
        const auto file = (folder.path() / "folios.pdf").string();
        base::writeFileDurably(file, pdf);
        return samples::outputOf("qpdf --check " + file + " && qpdf --qdf --object-streams=disable " + file + " -");
    };
    const auto file = manyPages(kPages);
    std::vector<std::string> marks;
    for (int page = 1; page <= kPages; ++page)
        marks.push_back("Original de CN-1 · folio " + std::to_string(page) + " de 60 · papel HS" +
                        std::to_string(page));
    // A letter beyond the usual ones takes the whole face, which the pages do not have.
    marks.back() += " · \u1E8D";
    marks.front() += " · \u1E8D";
    const auto printed = printFile(file, marks);
    const auto before = words(file), after = words(printed);
    EXPECT_EQ(occurrences(before, "/FontFile2"), 1);
    EXPECT_EQ(occurrences(after, "/FontFile2"), 2);
    EXPECT_LT(printed.size() - file.size(), std::size_t{kPages} * 2000 + 600000);
    EXPECT_THAT(samples::wordsOf(printed, kPages - 1), HasSubstr("folio 60 de 60"));
    EXPECT_THAT(samples::wordsOf(printed, kPages / 2), HasSubstr("folio 31 de 60"));
}

TEST(PrintFile, WantsALineForEachPage) {
    const auto file = ::samples::onePage();
    EXPECT_FALSE(printFileOf(file, {}, fonts()));
    EXPECT_FALSE(printFileOf(file, {"uno", "dos"}, fonts()));
    EXPECT_FALSE(printFileOf(base::bytesOf("%PDF-1.7 nada"), {"uno"}, fonts()));
}

}  // namespace
}  // namespace printing
