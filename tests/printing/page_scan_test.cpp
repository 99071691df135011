// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/page_scan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "printing/draw_page.hpp"
#include "tests/printing/page_scanner.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/printing/sample_pages.hpp"

namespace printing {
namespace {

using samples::PageScanner;
using testing::Contains;
using testing::IsEmpty;

std::vector<std::string> told(const ScanInspection& inspection) {
    std::vector<std::string> found;
    for (const auto& finding : inspection.findings)
        found.push_back(finding.code.name() + " " + finding.field +
                        (finding.judgement == ScanJudgement::Refused ? " refused" : " doubtful"));
    return found;
}

class PageScanTest : public testing::Test {
   protected:
    PageDesign design = samples::design("passport-data-page");
    PageValues values = samples::valuesFor(design);

    [[nodiscard]] ScanInspection inspected(const PageScanner& scanner) const {
        return inspected(scanner, design, values);
    }
    /// What is printed need not be what was ordered, nor where.
    [[nodiscard]] ScanInspection inspected(const PageScanner& scanner, const PageDesign& printedOn,
                                           const PageValues& printed) const {
        const auto image = samples::scannedPage(*drawPage(printedOn, printed), scanner);
        return inspectScan(encodePng(image), design, values);
    }
};

TEST_F(PageScanTest, FindsNothingOnGoodPagesHoweverTheyLie) {
    for (const double tilt : {-2.0, 0.3, 5.0, 180.0}) {
        PageScanner scanner;
        scanner.tilt = tilt;
        scanner.right = 1;
        const auto inspection = inspected(scanner);
        EXPECT_THAT(told(inspection), IsEmpty()) << tilt;
        ASSERT_TRUE(inspection.place);
        EXPECT_NEAR(inspection.place->tilt, 0, 0.05);
        EXPECT_NEAR(inspection.place->right, 0, 0.1);
        EXPECT_NEAR(inspection.place->down, 0, 0.1);
        EXPECT_NEAR(inspection.place->resolution, 300, 1);
    }
}

TEST_F(PageScanTest, FindsNothingOnGoodPagesHoweverTheyAreSeen) {
    PageScanner light;
    light.bed = 195;
    PageScanner camera;
    camera.keystone = 0.02;
    camera.blur = 1;
    camera.noise = 8;
    camera.jpegQuality = 80;
    PageScanner fine;
    fine.resolution = 600;
    fine.guilloche = true;
    for (const auto& scanner : {light, camera, fine}) EXPECT_THAT(told(inspected(scanner)), IsEmpty());
}

TEST_F(PageScanTest, MeasuresThePrintAgainstThePaperAndNotAgainstTheBed) {
    PageScanner scanner;
    scanner.tilt = -3;
    scanner.right = 2;
    scanner.printRight = 0.7;
    scanner.printDown = -0.4;
    scanner.printTilt = 0.4;
    scanner.printScale = 1.006;
    const auto inspection = inspected(scanner);
    ASSERT_TRUE(inspection.place);
    EXPECT_NEAR(inspection.place->right, 0.7, 0.1);
    EXPECT_NEAR(inspection.place->down, -0.4, 0.1);
    EXPECT_NEAR(inspection.place->tilt, 0.4, 0.05);
    EXPECT_NEAR(inspection.place->scaleAcross, 1.006, 0.001);
    EXPECT_NEAR(inspection.mrz[0].pitch, 2.54 * 1.006, 0.004);
}

TEST_F(PageScanTest, RefusesPrintThatIsFarOffItsPlace) {
    PageScanner scanner;
    scanner.printRight = -1.8;
    EXPECT_THAT(told(inspected(scanner)), Contains("printing.page-print-misplaced shift refused"));
    scanner = {};
    scanner.printTilt = 1.8;
    EXPECT_THAT(told(inspected(scanner)), Contains("printing.page-print-misplaced tilt refused"));
}

TEST_F(PageScanTest, DoubtsAPlaceThatItCannotSee) {
    PageScanner scanner;
    scanner.edges = false;
    EXPECT_THAT(told(inspected(scanner)), testing::ElementsAre("printing.scan-without-edges page doubtful"));
}

TEST_F(PageScanTest, ReadsTheZoneCellByCell) {
    const auto inspection = inspected({});
    ASSERT_EQ(inspection.mrz.size(), 2U);
    for (std::size_t line = 0; line < 2; ++line) {
        const auto& seen = inspection.mrz[line];
        EXPECT_EQ(seen.text, values.mrzLines[line]);
        EXPECT_NEAR(seen.pitch, 2.54, 0.003);
        EXPECT_NEAR(seen.left, 6.0, 0.2);
        EXPECT_NEAR(seen.centreLeft, design.mrz->centres[line], 0.1);
        for (const auto& cell : seen.cells) {
            EXPECT_GT(cell.score, 0.9);
            EXPECT_GT(cell.margin, 0.1);
        }
    }
    ASSERT_TRUE(inspection.contrast);
    EXPECT_GT(inspection.contrast->least, 0.9);
    EXPECT_LT(inspection.contrast->variation, 1.1);
}

TEST_F(PageScanTest, RefusesAWrongCharacterOfTheZoneAndSaysWhich) {
    auto printed = values;
    printed.mrzLines[1][8] = 'O';
    const auto inspection = inspected({}, design, printed);
    ASSERT_THAT(told(inspection), testing::ElementsAre("printing.page-mrz-differs mrz line 2 character 9 refused"));
    const auto& finding = inspection.findings[0];
    EXPECT_EQ(finding.expected, values.mrzLines[1].substr(8, 1));
    EXPECT_EQ(finding.found, "O");
    ASSERT_TRUE(finding.where);
    EXPECT_TRUE(finding.where->contains(5.6 + 8.5 * 2.54, design.mrz->centres[1]));
}

TEST_F(PageScanTest, RefusesAZoneOutOfItsTolerance) {
    auto moved = design;
    moved.mrz->x += 1.4;
    EXPECT_THAT(told(inspected({}, moved, values)), Contains("printing.page-mrz-misplaced mrz line 1 left refused"));
    moved = design;
    moved.mrz->centres[1] += 1.0;
    EXPECT_THAT(told(inspected({}, moved, values)), Contains("printing.page-mrz-misplaced mrz line 2 centre refused"));
}

TEST_F(PageScanTest, MeasuresContrastAndRefusesAFadedZone) {
    PageScanner scanner;
    scanner.fade = 0.7;
    const auto inspection = inspected(scanner);
    ASSERT_TRUE(inspection.contrast);
    EXPECT_LT(inspection.contrast->least, 0.55);
    EXPECT_THAT(told(inspection), Contains("printing.page-mrz-contrast mrz refused"));
}

TEST_F(PageScanTest, NeverPassesAWrongCharacterOfAField) {
    for (const auto& [field, text] : std::map<std::string, std::string>{{"surname", "NÚÑEZ DE LEON"},
                                                                        {"document_number", "A00012346"},
                                                                        {"date_of_birth", "07 ENE/JAN 1996"},
                                                                        {"sex", "M"}}) {
        auto printed = values;
        printed.texts[field] = text;
        const auto inspection = inspected({}, design, printed);
        EXPECT_NE(inspection.judgement(), ScanJudgement::Good) << field;
        EXPECT_THAT(told(inspection), Contains("printing.page-text-differs " + field + " refused"));
    }
}

TEST_F(PageScanTest, RefusesAnotherPortrait) {
    auto printed = values;
    printed.images["portrait"] = samples::jpegOf(samples::portraitOfAnother(7));
    EXPECT_THAT(told(inspected({}, design, printed)), Contains("printing.page-image-differs portrait refused"));
}

TEST_F(PageScanTest, RefusesAPortraitOffItsPlace) {
    auto moved = design;
    moved.images[0].box.x += 1.5;
    EXPECT_THAT(told(inspected({}, moved, values)), Contains("printing.page-image-misplaced portrait refused"));
}

TEST_F(PageScanTest, SeesStreaks) {
    PageScanner scanner;
    scanner.streaks = {{60, 0.3, true}, {20, 0.4, false}};
    const auto inspection = inspected(scanner);
    EXPECT_THAT(told(inspection), Contains(testing::StartsWith("printing.page-streak dark")));
    EXPECT_NE(inspection.judgement(), ScanJudgement::Good);
}

TEST_F(PageScanTest, DrawsWhereThePageDiffers) {
    auto printed = values;
    printed.texts["surname"] = "NÚÑEZ DE LEÓM";
    const auto inspection = inspected({}, design, printed);
    const auto image = decodeImage(inspection.difference);
    ASSERT_TRUE(image);
    int red = 0;
    for (std::size_t at = 0; at < image->pixels.size(); at += 3)
        if (image->pixels[at] > 180 && image->pixels[at + 1] < 60 && image->pixels[at + 2] < 60) ++red;
    EXPECT_GT(red, 200);
}

TEST_F(PageScanTest, DoubtsWhatIsNoPictureOfThePage) {
    EXPECT_THAT(told(inspectScan(base::bytesOf("no picture"), design, values)),
                testing::ElementsAre("printing.scan-not-readable page doubtful"));
    const Image tiny{1, 1, 1, {255}}, thin{8000, 2, 1, base::Bytes(16000, 127)},
        blank{1476, 1039, 1, base::Bytes(std::size_t{1476} * 1039, 240)};
    for (const auto& image : {tiny, thin, blank})
        EXPECT_THAT(told(inspectScan(encodePng(image), design, values)),
                    testing::ElementsAre("printing.scan-not-the-page page doubtful"));
}

TEST_F(PageScanTest, ReadsTheThreeLinesOfACard) {
    design = samples::design("border-visitor-card-back");
    values = samples::valuesFor(design);
    PageScanner scanner;
    scanner.tilt = 2;
    const auto inspection = inspected(scanner);
    EXPECT_THAT(told(inspection), IsEmpty());
    ASSERT_EQ(inspection.mrz.size(), 3U);
    for (std::size_t line = 0; line < 3; ++line) EXPECT_EQ(inspection.mrz[line].text, values.mrzLines[line]);
}

TEST(ScanBand, JudgesBothWays) {
    const ScanBand less{1, 2}, more{0.8, 0.5};
    EXPECT_EQ(less.judge(1), ScanJudgement::Good);
    EXPECT_EQ(less.judge(1.5), ScanJudgement::Doubtful);
    EXPECT_EQ(less.judge(2.1), ScanJudgement::Refused);
    EXPECT_EQ(more.judge(0.8), ScanJudgement::Good);
    EXPECT_EQ(more.judge(0.6), ScanJudgement::Doubtful);
    EXPECT_EQ(more.judge(0.4), ScanJudgement::Refused);
}

TEST(ScanLimits, KnowsEachBandByName) {
    ScanLimits limits;
    for (const auto name : ScanLimits::names()) EXPECT_NE(limits.named(name), nullptr) << name;
    EXPECT_EQ(limits.named("mrz-left"), &limits.mrzLeft);
    EXPECT_EQ(limits.named("none"), nullptr);
}

}  // namespace
}  // namespace printing
