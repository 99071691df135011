// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/hyphenation.hpp"

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "printing/flow/draw_flow.hpp"
#include "printing/page/text.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

Hyphenation spanish() { return Hyphenation::load(support::sourceDir() / "templates" / "hyphenation" / "hyph_es.dic"); }

std::string divided(const Hyphenation& hyphenation, const std::string& word) {
    std::u32string characters = *composed(word);
    const auto places = hyphenation.placesIn(characters);
    for (auto place = places.rbegin(); place != places.rend(); ++place) characters.insert(*place, 1, U'-');
    return utf8Of(characters);
}

TEST(Hyphenation, DividesSpanishWords) {
    const auto hyphenation = spanish();
    EXPECT_EQ(divided(hyphenation, "certificación"), "cer-ti-fi-ca-ción");
    EXPECT_EQ(divided(hyphenation, "migratorio"), "mi-gra-to-rio");
    EXPECT_EQ(divided(hyphenation, "cigüeña"), "ci-güeña");
    EXPECT_EQ(divided(hyphenation, "desarrollo"), "de-sa-rro-llo");
    EXPECT_EQ(divided(hyphenation, "internacional"), "in-ter-na-cio-nal");
}

TEST(Hyphenation, LeavesNamesNumbersAndShortWordsWhole) {
    const auto hyphenation = spanish();
    for (const char* word : {"Guatemala", "MARÍA", "entre", "a1b2c3d4", "", "vigente2026"})
        EXPECT_EQ(divided(hyphenation, word), word);
}

TEST(Hyphenation, ThrowsWithoutPatterns) { EXPECT_THROW(Hyphenation::load("/nowhere/hyph.dic"), base::Failure); }

FlowDocument narrow(std::shared_ptr<const Hyphenation> hyphenation) {
    auto document = samples::document();
    document.margins.left = document.margins.right = 75;
    document.hyphenation = std::move(hyphenation);
    std::string text;
    for (int at = 0; at < 20; ++at)
        text += "La certificación extraordinaria de movimientos migratorios internacionales comprende antecedentes. ";
    document.blocks.emplace_back(samples::paragraph(text, FlowAlign::Justified));
    return document;
}

/// The widest gap between two words of a line, in millimetres.
double widestGap(base::BytesView pdf) {
    double widest = 0;
    const auto words = *extractText(pdf, 0);
    for (std::size_t at = 1; at < words.size(); ++at)
        if (std::abs(words[at].y - words[at - 1].y) < 0.5)
            widest = std::max(widest, words[at].x - words[at - 1].x - words[at - 1].width);
    return widest;
}

TEST(Hyphenation, FillsJustifiedLinesBetter) {
    const auto with = samples::drawn(narrow(std::make_shared<const Hyphenation>(spanish())));
    const auto without = samples::drawn(narrow(nullptr));
    EXPECT_LT(widestGap(with), widestGap(without) * 0.8);
    EXPECT_EQ(samples::wordsOf(without).find("\u00AD"), std::string::npos);
    std::string text = samples::wordsOf(with);
    EXPECT_NE(text.find("\u00AD "), std::string::npos);
    for (std::size_t at = text.find("\u00AD "); at != std::string::npos; at = text.find("\u00AD "))
        text.erase(at, std::string{"\u00AD "}.size());
    EXPECT_EQ(text, samples::wordsOf(without));
}

}  // namespace
}  // namespace printing
