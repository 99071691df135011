// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page/page_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "printing/page/text.hpp"
#include "tests/printing/sample_pages.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using base::FailureCode;
using testing::UnorderedElementsAre;

class PageLayoutTest : public testing::Test {
   protected:
    PageDesign design = samples::design("passport-data-page");
    PageValues values = samples::valuesFor(design);

    /// "code field" of each fault.
    [[nodiscard]] std::vector<std::string> faults() const {
        std::vector<std::string> found;
        const auto layout = layOut(design, values);
        if (!layout)
            for (const auto& fault : layout.refusal().faults()) found.push_back(fault.code.name() + " " + fault.where);
        return found;
    }
};

TEST_F(PageLayoutTest, ReportsEveryFaultAtOnce) {
    values.texts.erase("sex");
    values.texts["shoe_size"] = "42";
    values.texts["surname"] = "ПЕТРОВ";
    values.texts["given_names"] = "JOS\xFF";
    values.texts["nationality"] = std::string(200, 'W');
    values.texts["place_of_birth"] = "Q\xCC\xA4";  // Q with a diaeresis below exists only as two characters
    values.images["portrait"] = base::bytesOf("GIF89a");
    values.mrzLines.pop_back();
    EXPECT_THAT(faults(),
                UnorderedElementsAre("printing.value-missing sex", "printing.value-unknown shoe_size",
                                     "printing.character-missing surname", "printing.character-missing surname",
                                     "printing.character-missing surname", "printing.character-missing surname",
                                     "printing.character-missing surname", "printing.character-missing surname",
                                     "printing.text-not-utf8 given_names", "printing.text-too-long nationality",
                                     "printing.text-not-composed place_of_birth",
                                     "printing.image-unknown-format portrait", "printing.mrz-wrong-shape mrz"));
}

TEST_F(PageLayoutTest, ComposesWhatCanBeComposed) {
    values.texts["surname"] =
        "NU\xCC\x81N\xCC\x83"
        "EZ";  // decomposed ÚÑ
    EXPECT_THAT(faults(), UnorderedElementsAre());
    const auto layout = layOut(design, values);
    const bool found = std::any_of(layout->runs.begin(), layout->runs.end(),
                                   [](const TextRun& run) { return utf8Of(run.text) == "NÚÑEZ"; });
    EXPECT_TRUE(found);
}

TEST_F(PageLayoutTest, LeavesOutWhatMayBeEmpty) {
    values.texts.erase("given_names");
    values.texts["personal_number"] = "";
    EXPECT_THAT(faults(), UnorderedElementsAre());
}

TEST_F(PageLayoutTest, RefusesCharactersThatTheMrzDoesNotKnow) {
    values.mrzLines[0][6] = 'a';
    EXPECT_THAT(faults(), UnorderedElementsAre("printing.mrz-wrong-shape mrz"));
}

TEST_F(PageLayoutTest, RefusesLineEndsAndControlCharacters) {
    values.texts["surname"] = "LEÓN\x01";
    EXPECT_THAT(faults(), UnorderedElementsAre("printing.character-missing surname"));
}

TEST_F(PageLayoutTest, EachSideOfACardTakesItsShareOfTheValues) {
    const auto front = samples::design("border-visitor-card-front");
    const auto back = samples::design("border-visitor-card-back");
    values.mrzLines = samples::valuesFor(back).mrzLines;
    EXPECT_TRUE(layOut(front, valuesFor(front, values)));
    EXPECT_TRUE(layOut(back, valuesFor(back, values)));
    EXPECT_FALSE(layOut(front, values));
}

TEST_F(PageLayoutTest, ShrinksAndBreaksLongNamesWithinTheirBox) {
    values = samples::valuesFor(design, samples::Names::Longest);
    const auto layout = layOut(design, values);
    ASSERT_TRUE(layout);
    const auto surname = std::find_if(design.texts.begin(), design.texts.end(),
                                      [](const TextField& field) { return field.name == "surname"; });
    int lines = 0;
    for (const auto& run : layout->runs) {
        if (!surname->valueBox().contains(run.x, run.baseline)) continue;
        ++lines;
        EXPECT_LT(run.points, surname->style.size);
        EXPECT_GE(run.points, surname->style.minimum);
        EXPECT_LE(run.x + design.fonts->of(run.font).width(run.text, run.points),
                  surname->box.x + surname->box.width + 0.001);
    }
    EXPECT_EQ(lines, 2);
}

TEST(PageDesignLoad, EveryDesignKeepsItsMarginsAndPutsTheMrzWhereReadersLook) {
    for (const auto& name : samples::designNames()) {
        const auto design = samples::design(name);
        EXPECT_EQ(design.name, name);
        for (const auto& field : design.texts) {
            EXPECT_GE(field.box.x, 2.0) << name << " " << field.name;  // 9303-4 2.4
            EXPECT_LE(field.box.x + field.box.width, design.width - 2.0) << name << " " << field.name;
            if (design.mrz) {
                EXPECT_LE(field.box.y + field.box.height, design.height - 23.2) << name << " " << field.name;
            }
        }
        if (!design.mrz) continue;
        EXPECT_DOUBLE_EQ(design.mrz->pitch, 2.54);  // 9303-3 4.4
        const double half = 2.75 / 2;               // OCR-B size 1: figures are the tallest
        // 9303-3 4.5, figure 5: the effective reading zone reaches from 3.0 to 20.0 mm above the reference edge.
        EXPECT_GE(design.mrz->centres.front() - half, design.height - 20.0) << name;
        EXPECT_LE(design.mrz->centres.back() + half, design.height - 3.0) << name;
    }
}

bool overlap(const Box& one, const Box& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
           other.y < one.y + one.height;
}

TEST(PageDesignLoad, EveryPageMadeForTrainingSaysSoAndCoversNothing) {
    for (const auto& name : samples::designNames()) {
        auto design = samples::design(name);
        ASSERT_FALSE(design.trainingMarks.empty()) << name;
        for (const auto& mark : design.trainingMarks) {
            const auto& box = mark.box;
            if (design.mrz) {
                EXPECT_LE(box.y + box.height, design.height - 23.2) << name;
            }
            for (const auto& field : design.images) EXPECT_FALSE(overlap(box, field.box)) << name << " " << field.name;
            for (const auto& field : design.texts) EXPECT_FALSE(overlap(box, field.box)) << name << " " << field.name;
            for (const auto& text : design.staticTexts)
                EXPECT_FALSE(overlap(box, text.box)) << name << " " << text.text;
        }
        const auto textOf = [](const PageLayout& page) {
            std::u32string text;
            for (const auto& run : page.runs) text += run.text + U'\n';
            return text;
        };
        const auto values = samples::valuesFor(design, samples::Names::Usual);
        const auto plain = layOut(design, values);
        ASSERT_TRUE(plain) << name;
        EXPECT_EQ(textOf(*plain).find(U"SIN VALOR"), std::u32string::npos) << name;
        design.markForTraining();
        const auto marked = layOut(design, values);
        ASSERT_TRUE(marked) << name;
        EXPECT_NE(textOf(*marked).find(U"SIN VALOR"), std::u32string::npos) << name;
        EXPECT_NE(textOf(*marked).find(U"NO VALUE"), std::u32string::npos) << name;
    }
}

TEST(PageDesignLoad, EveryMrzStandsOnTheReferenceCentreLines) {
    for (const auto& name : samples::designNames()) {
        const auto design = samples::design(name);
        if (!design.mrz) continue;
        // 9303-4 figure 3; 9303-5 figure 6: the middle line of three 11.5 mm above the edge, the others 4.23 mm from
        // it.
        const bool card = design.mrz->characters == 30;
        const auto expected =
            card ? std::vector<double>{11.5 + 4.23, 11.5, 11.5 - 4.23} : std::vector<double>{15.75, 9.40};
        ASSERT_EQ(design.mrz->centres.size(), expected.size()) << name;
        for (std::size_t line = 0; line < expected.size(); ++line)
            EXPECT_NEAR(design.height - design.mrz->centres[line], expected[line], 0.001) << name << " " << line;
    }
}

TEST_F(PageLayoutTest, SetsATextInTheMiddleWhereThePictureIsWaived) {
    const auto box = std::find_if(design.images.begin(), design.images.end(), [](const auto& field) {
                         return field.name == "signature";
                     })->box;
    values.images.erase("signature");
    EXPECT_THAT(faults(), UnorderedElementsAre("printing.value-missing signature"));
    values.texts["signature"] = "NO FIRMA";
    const auto layout = layOut(design, values);
    ASSERT_TRUE(layout);
    const auto run = std::find_if(layout->runs.begin(), layout->runs.end(),
                                  [](const auto& each) { return each.field == "signature"; });
    ASSERT_NE(run, layout->runs.end());
    const Typeface& face = design.fonts->of(run->font);
    EXPECT_NEAR(run->x + face.width(run->text, run->points) / 2, box.x + box.width / 2, 0.01);
    EXPECT_NEAR(run->baseline - face.capHeight() * run->points * kMillimetresAPoint / 2, box.y + box.height / 2, 0.01);
    EXPECT_EQ(layout->images.size(), 1U);
    EXPECT_TRUE(layOut(design, valuesFor(design, values)));
}

TEST_F(PageLayoutTest, SetsNoTextBesideAPictureNorInThePlaceOfAPortrait) {
    values.texts["signature"] = "NO FIRMA";
    EXPECT_THAT(faults(), UnorderedElementsAre("printing.value-unknown signature"));
    values.texts.erase("signature");
    values.images.erase("portrait");
    values.texts["portrait"] = "SIN FOTO";
    EXPECT_THAT(faults(), UnorderedElementsAre("printing.value-unknown portrait", "printing.value-missing portrait"));
}

TEST(PageDesignLoad, RefusesADesignThatLeavesThePageOrNamesAFieldTwice) {
    const support::ScratchFolder folder;
    const auto templates = support::sourceDir() / "templates";
    std::filesystem::create_directories(folder.path() / "pages");
    std::filesystem::create_directory_symlink(templates / "schemas", folder.path() / "schemas");
    std::filesystem::create_directory_symlink(templates / "fonts", folder.path() / "fonts");
    const auto file = folder.path() / "pages" / "bad.xml";
    base::writeFileDurably(file, R"(<page-design name="bad" title="T" width="50" height="50">
<field name="a" x="1" y="1" width="60" height="5" size="8"/>
<field name="a" x="1" y="1" width="10" height="5" size="8" minimum="9"/></page-design>)");
    const auto design = PageDesign::load(file);
    ASSERT_FALSE(design);
    ASSERT_EQ(design.refusal().faults().size(), 3U);
    EXPECT_EQ(design.refusal().faults()[0].where, "line 2");
    EXPECT_EQ(design.refusal().faults()[1].where, "line 3");
    base::writeFileDurably(file, R"(<page-design name="bad" title="T" width="50" height="50"><field/></page-design>)");
    EXPECT_TRUE(PageDesign::load(file).refusal().has(FailureCode{"xml.missing-attribute"}));
}

}  // namespace
}  // namespace printing
