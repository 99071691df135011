// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/inspection/page_inspection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "printing/draw_page.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/printing/sample_pages.hpp"

namespace printing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> inspected(const base::Bytes& pdf, const PageDesign& design, const PageValues& values) {
    std::vector<std::string> found;
    for (const auto& difference : inspectPage(pdf, design, values))
        found.push_back(difference.code.name() + " " + difference.field + " [" + difference.expected + "|" +
                        difference.found + "]");
    return found;
}

TEST(PageInspection, FindsNothingOnThePagesThatWereDrawn) {
    for (const auto& name : samples::designNames())
        for (const auto names : {samples::Names::Usual, samples::Names::Longest}) {
            const auto design = samples::design(name);
            const auto values = samples::valuesFor(design, names);
            EXPECT_THAT(inspected(*drawPage(design, values), design, values), IsEmpty()) << name;
        }
}

class PageInspectionTest : public testing::Test {
   protected:
    PageDesign design = samples::design("passport-data-page");
    PageValues values = samples::valuesFor(design);
    base::Bytes page = *drawPage(design, values);
};

TEST_F(PageInspectionTest, NamesTheFieldThatDiffers) {
    values.texts["surname"] = "NÚÑEZ DE LEÓM";
    EXPECT_THAT(inspected(page, design, values),
                ElementsAre("printing.page-text-differs surname [NÚÑEZ DE LEÓM|NÚÑEZ DE LEÓN]"));
}

TEST_F(PageInspectionTest, FindsATextThatShouldNotBeThere) {
    values.texts.erase("personal_number");
    EXPECT_THAT(inspected(page, design, values),
                ElementsAre("printing.page-text-unexpected page [|1234]", "printing.page-text-unexpected page [|56789]",
                            "printing.page-text-unexpected page [|0101]"));
}

TEST_F(PageInspectionTest, ReadsTheMrzBackWithItsMeasures) {
    const auto lines = readMrzFromPage(page, design);
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 2U);
    for (std::size_t at = 0; at < 2; ++at) {
        const auto& line = (*lines)[at];
        EXPECT_EQ(line.text, values.mrzLines[at]);
        EXPECT_NEAR(line.pitch, 2.54, 0.002);
        EXPECT_LT(line.unevenness, 0.02);
        EXPECT_NEAR(line.inkLeft, 6.0, 0.3);
        EXPECT_NEAR(line.centre, design.mrz->centres[at], 0.15);
        EXPECT_EQ(line.blanks, 0U);
    }
}

TEST_F(PageInspectionTest, NamesTheMrzLineThatDiffers) {
    values.mrzLines[1][43] = '5';
    const auto differences = inspectPage(page, design, values);
    ASSERT_EQ(differences.size(), 1U);
    EXPECT_EQ(differences[0].code.name(), "printing.page-mrz-differs");
    EXPECT_EQ(differences[0].field, "mrz line 2");
}

TEST_F(PageInspectionTest, MeasuresAMrzThatIsOutOfPlace) {
    const auto drawnWith = [&](auto change) {
        PageDesign moved = design;
        change(*moved.mrz);
        return inspected(*drawPage(moved, values), design, values);
    };
    EXPECT_THAT(drawnWith([](MrzField& mrz) { mrz.x += 1.3; }),
                ElementsAre(testing::StartsWith("printing.page-mrz-misplaced mrz line 1 [|left edge 7."),
                            testing::StartsWith("printing.page-mrz-misplaced mrz line 2 [|left edge 7.")));
    EXPECT_THAT(drawnWith([](MrzField& mrz) { mrz.pitch = 2.50; }),
                ElementsAre("printing.page-mrz-misplaced mrz line 1 [|pitch 2.500 mm]",
                            "printing.page-mrz-misplaced mrz line 2 [|pitch 2.500 mm]"));
    EXPECT_THAT(drawnWith([](MrzField& mrz) { mrz.centres[0] -= 0.9; }),
                ElementsAre(testing::StartsWith("printing.page-mrz-misplaced mrz line 1 [|centre line 71.")));
}

TEST_F(PageInspectionTest, SeesThatAPictureIsAnother) {
    Image negative = samples::portrait();
    for (auto& sample : negative.pixels) sample = static_cast<std::uint8_t>(255 - sample);
    values.images["portrait"] = samples::jpegOf(negative);
    Image blank = samples::signature();
    std::fill(blank.pixels.begin(), blank.pixels.end(), std::uint8_t{255});
    const auto unsignedPage = *drawPage(design, [&] {
        auto changed = samples::valuesFor(design);
        changed.images["signature"] = samples::pngOf(blank);
        return changed;
    }());
    std::vector<std::string> fields;
    for (const auto& difference : inspectPage(unsignedPage, design, values)) {
        EXPECT_EQ(difference.code.name(), "printing.page-image-differs");
        fields.push_back(difference.field);
    }
    EXPECT_THAT(fields, ElementsAre("portrait", "signature"));
}

TEST_F(PageInspectionTest, RefusesWhatIsNoPageOfTheDesign) {
    EXPECT_EQ(inspectPage(base::bytesOf("no PDF"), design, values).front().code.name(), "printing.pdf-not-readable");
    const auto card = samples::design("border-visitor-card-front");
    const auto other = *drawPage(card, samples::valuesFor(card));
    EXPECT_EQ(inspectPage(other, design, values).front().code.name(), "printing.page-size-differs");
}

TEST_F(PageInspectionTest, RastersAtTheGivenResolution) {
    const auto image = rasterise(page, 0, 300);
    ASSERT_TRUE(image);
    EXPECT_NEAR(image->width, 125 / 25.4 * 300, 1.5);
    EXPECT_NEAR(image->height, 88 / 25.4 * 300, 1.5);
    EXPECT_FALSE(rasterise(page, 1, 300));
    EXPECT_TRUE(extractText(page, 0));
}

}  // namespace
}  // namespace printing
