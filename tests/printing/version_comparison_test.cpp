// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/comparison/version_comparison.hpp"

#include <gmock/gmock.h>

#include "base/files.hpp"
#include "printing/comparison/word_changes.hpp"
#include "printing/flow/draw_flow.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Words = std::vector<std::string>;

TEST(WordChanges, NameWhatWasReplacedAddedAndTakenAway) {
    const Words before{"a", "b", "c", "d", "e", "f"};
    EXPECT_THAT(changesBetween(before, before), IsEmpty());
    const auto changes = changesBetween(before, {"a", "x", "y", "c", "d", "f", "g"});
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_THAT(changes[0].before, ElementsAre("b"));
    EXPECT_THAT(changes[0].after, ElementsAre("x", "y"));
    EXPECT_THAT(changes[0].leading, ElementsAre("a"));
    EXPECT_THAT(changes[0].trailing, ElementsAre("c", "d", "e", "f"));
    EXPECT_THAT(changes[1].before, ElementsAre("e"));
    EXPECT_THAT(changes[1].after, IsEmpty());
    EXPECT_THAT(changes[2].before, IsEmpty());
    EXPECT_THAT(changes[2].after, ElementsAre("g"));
}

TEST(WordChanges, TakeLongTextsWithNothingInCommonAsAWhole) {
    EXPECT_EQ(changesBetween(Words(20'000, "a"), Words(20'000, "b")).size(), 1U);
    EXPECT_EQ(changesBetween({}, {"a"}).size(), 1U);
    EXPECT_THAT(changesBetween({}, {}), IsEmpty());
}

base::Bytes versionWith(const std::string& word) {
    auto document = samples::document();
    document.blocks.emplace_back(samples::paragraph("Que a nombre de la persona " + word + " consta registro."));
    return samples::drawn(document);
}

/// The mean of each channel over the picture of the page.
std::array<double, 3> colourOf(const Image& image) {
    std::array<double, 3> sums{};
    for (std::size_t at = 0; at < image.pixels.size(); ++at) sums[at % 3] += image.pixels[at];
    for (auto& sum : sums) sum /= static_cast<double>(image.pixels.size()) / 3;
    return sums;
}

TEST(VersionComparison, ShowsWordsAndPages) {
    const auto fonts = samples::document().fonts;
    const auto compared =
        compareVersions({"uno, versión 1", versionWith("no")}, {"uno, versión 2", versionWith("sí")}, fonts);
    ASSERT_TRUE(compared);
    EXPECT_EQ(compared->changes, 1U);
    const auto pdf = samples::drawn(compared->document);
    base::writeFileDurably(support::binaryDir() / "comparison.pdf", pdf);
    EXPECT_EQ(samples::pageCountOf(pdf), 2);
    EXPECT_THAT(samples::wordsOf(pdf, 0), HasSubstr("uno, versión 2"));
    EXPECT_THAT(samples::wordsOf(pdf, 0), HasSubstr("a nombre de la persona no"));
    const auto& picture = std::get<Picture>(compared->document.blocks.back());
    bool red = false, blue = false;
    for (std::size_t at = 0; at < picture.image->pixels.size(); at += 3) {
        const auto* pixel = &picture.image->pixels[at];
        red = red || (pixel[0] > 200 && pixel[2] < 100);
        blue = blue || (pixel[2] > 200 && pixel[0] < 100);
    }
    EXPECT_TRUE(red && blue);
}

TEST(VersionComparison, SaysThatNothingDiffers) {
    const auto same = versionWith("no");
    const auto compared = compareVersions({"uno", same}, {"uno", same}, samples::document().fonts);
    ASSERT_TRUE(compared);
    EXPECT_EQ(compared->changes, 0U);
    EXPECT_THAT(samples::wordsOf(samples::drawn(compared->document), 0),
                HasSubstr("El texto de las dos versiones es igual."));
    const auto [red, green, blue] = colourOf(*std::get<Picture>(compared->document.blocks.back()).image);
    EXPECT_EQ(red, green);
    EXPECT_EQ(blue, green);
    EXPECT_FALSE(compareVersions({"uno", base::bytesOf("nada")}, {"uno", same}, samples::document().fonts));
}

}  // namespace
}  // namespace printing
