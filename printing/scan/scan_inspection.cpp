// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/failure.hpp"
#include "printing/draw_page.hpp"
#include "printing/page/text.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "printing/scan/difference_image.hpp"
#include "printing/scan/letter_reading.hpp"
#include "printing/scan/mrz_cells.hpp"
#include "printing/scan/page_scan.hpp"
#include "printing/scan/picture_comparison.hpp"
#include "printing/scan/print_comparison.hpp"
#include "printing/scan/raster.hpp"
#include "printing/scan/registration.hpp"
#include "printing/scan/text_recognition.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::uint32_t kLeastSide = 200;  // pixels, below which no page can be made out
constexpr double kAroundPicture = 2;       // millimetres around a picture in which it may have moved
constexpr double kFirstCharacter = 0.4;    // millimetres from the first cell's edge to its ink
constexpr double kReadAround = 0.5;        // millimetres beside a line that are read with it

/// What a page should look like.
struct Expected {
    const PageDesign& design;
    const PageValues& values;
    PageLayout layout;
    cv::Mat picture;  // at kScanDpi
};

/// Looks at one registered page and gathers what it finds.
class Inspection {
   public:
    Inspection(const Expected& expected, const RegisteredPage& page, const ScanLimits& limits)
        : m_expected(expected),
          m_page(page),
          m_limits(limits),
          m_grey(greyOf(page.print)),
          m_comparison(m_grey, greyOf(expected.picture)) {}

    ScanInspection done() {
        m_result.place = m_page.place;
        judgePlace();
        judgeMrz();
        judgeTexts();
        judgePictures();
        judgeFaults();
        m_result.difference = differenceImage(m_page.print, m_comparison.surplus(), m_result.findings);
        return std::move(m_result);
    }

   private:
    /// A measure and the band that judges it.
    struct Measure {
        double value;
        ScanBand band;
    };

    /// Where it is not good, it is found.
    void judge(base::FailureCode code, std::string field, const Measure& measure, const std::optional<Box>& where) {
        if (const auto judgement = measure.band.judge(measure.value); judgement != ScanJudgement::Good)
            m_result.findings.push_back(
                {std::move(code), std::move(field), judgement, measure.value, measure.band.good, where});
    }

    void judgePlace() {
        const auto& place = m_page.place;
        judge("printing.scan-too-coarse"_code, "page", {place.resolution, m_limits.resolution}, {});
        if (!place.edgesSeen) {
            m_result.findings.push_back({"printing.scan-without-edges"_code, "page"});
            return;
        }
        const auto code = "printing.page-print-misplaced"_code;
        judge(code, "shift", {std::hypot(place.right, place.down), m_limits.printShift}, {});
        judge(code, "tilt", {std::abs(place.tilt), m_limits.printTilt}, {});
        const double off = std::max(std::abs(place.scaleAcross - 1), std::abs(place.scaleDown - 1));
        judge(code, "scale", {100 * off, m_limits.printScale}, {});
    }

    void judgeMrz() {
        if (!m_expected.design.mrz) return;
        m_result.mrz = readMrzCells(m_page, m_expected.design);
        for (std::size_t at = 0; at < m_result.mrz.size(); ++at) {
            judgeCells(at);
            judgeLinePlace(at);
        }
        judgeContrast();
    }

    [[nodiscard]] Box lineBox(std::size_t line) const {
        const auto& cells = m_result.mrz[line].cells;
        const Box &first = cells.front().box, &last = cells.back().box;
        const double top = std::min(first.y, last.y), bottom = std::max(first.y + first.height, last.y + last.height);
        return {first.x, top, last.x + last.width - first.x, bottom - top};
    }

    // A character that is another, and surely so, refuses the page; one that is not surely what it should be is
    // doubtful.
    void judgeCells(std::size_t line) {
        const auto& seen = m_result.mrz[line];
        const std::string& expected = m_expected.values.mrzLines[line];
        for (std::size_t at = 0; at < seen.cells.size(); ++at) {
            const auto& cell = seen.cells[at];
            const auto score = m_limits.mrzScore.judge(cell.score), margin = m_limits.mrzMargin.judge(cell.margin);
            const bool sure = score == ScanJudgement::Good && margin == ScanJudgement::Good;
            const bool same = cell.character == expected[at];
            if (same && sure) continue;
            const bool refused = !same && (sure || cell.character == ' ');
            ScanFinding finding{refused ? "printing.page-mrz-differs"_code : "printing.page-mrz-unsure"_code,
                                fmt::format("mrz line {} character {}", line + 1, at + 1),
                                refused ? ScanJudgement::Refused : ScanJudgement::Doubtful};
            const bool byMargin = score == ScanJudgement::Good && !sure;
            finding.measured = byMargin ? cell.margin : cell.score;
            finding.limit = byMargin ? m_limits.mrzMargin.good : m_limits.mrzScore.good;
            finding.where = cell.box;
            finding.expected = expected.substr(at, 1);
            finding.found = std::string{cell.character};
            m_result.findings.push_back(std::move(finding));
        }
    }

    // Against the paper, so only where its edges were seen.
    void judgeLinePlace(std::size_t line) {
        const auto& seen = m_result.mrz[line];
        const auto& design = *m_expected.design.mrz;
        const auto code = "printing.page-mrz-misplaced"_code;
        const auto box = lineBox(line);
        const auto field = [&](const char* what) { return fmt::format("mrz line {} {}", line + 1, what); };
        judge(code, field("pitch"), {std::abs(seen.pitch - design.pitch), m_limits.mrzPitch}, box);
        judge(code, field("evenness"), {seen.unevenness, m_limits.mrzEvenness}, box);
        if (!m_page.place.edgesSeen) return;
        judge(code, field("left"), {std::abs(seen.left - design.x - kFirstCharacter), m_limits.mrzLeft}, box);
        const double centre = design.centres[line];
        const double off = std::max(std::abs(seen.centreLeft - centre), std::abs(seen.centreRight - centre));
        judge(code, field("centre"), {off, m_limits.mrzCentre}, box);
        judge(code, field("skew"), {std::abs(seen.skew), m_limits.mrzSkew}, box);
    }

    void judgeContrast() {
        MrzContrast contrast{1, 0, 0};
        double count = 0, greatest = 0;
        Box weakest;
        for (const auto& line : m_result.mrz)
            for (const auto& cell : line.cells) {
                if (cell.character == ' ') continue;
                ++count;
                contrast.mean += cell.contrast;
                greatest = std::max(greatest, cell.contrast);
                if (cell.contrast < contrast.least) weakest = cell.box;
                contrast.least = std::min(contrast.least, cell.contrast);
            }
        if (count == 0) return;
        contrast.mean /= count;
        contrast.variation = greatest / std::max(0.01, contrast.least);
        m_result.contrast = contrast;
        judge("printing.page-mrz-contrast"_code, "mrz", {contrast.least, m_limits.mrzContrast}, weakest);
    }

    void judgeTexts() {
        TextRecognition recognition;
        for (const auto& run : m_expected.layout.runs) {
            const auto seen = m_comparison.compare(run, *m_expected.design.fonts);
            if (run.pitch > 0) continue;  // the zone is read by itself
            judge("printing.page-faded"_code, run.field, {seen.strength, m_limits.printStrength}, seen.box);
            const auto picture = m_limits.textSurplus.judge(std::abs(seen.surplus));
            if (isValue(run))
                judgeValue(run, seen, picture, recognition);
            else if (picture == ScanJudgement::Refused)  // a caption is no datum: a person decides
                addText(run, seen, ScanJudgement::Doubtful, "");
        }
    }

    /// Whether a line is what a person's field says, and not a caption or what every page says.
    [[nodiscard]] bool isValue(const TextRun& run) const {
        for (const auto& field : m_expected.design.texts)
            if (field.name == run.field) return run.baseline > field.valueBox().y;
        return false;
    }

    // What is read and how it looks are two witnesses that err in different ways. Only where both agree the field is
    // good, and only where both object it is refused.
    void judgeValue(const TextRun& run, const RunSeen& seen, ScanJudgement picture, TextRecognition& recognition) {
        Box around = seen.box;
        around.x += seen.right - kReadAround;
        around.y += seen.down;
        around.width += 2 * kReadAround;
        // Spaces and the size of letters are left to the picture, because the recognition guesses at them.
        std::string expected = utf8Of(run.text);
        std::erase(expected, ' ');
        const auto letters = closedCapitals(expected);
        const std::string read = run.text.size() == 1
                                     ? readLetter(m_grey, run, m_expected.design)
                                     : recognition.read(m_grey(pixelsOf(around, m_grey.size())), letters == expected);
        const bool same = closedCapitals(read) == letters;
        if (picture == ScanJudgement::Good && same) return;
        const bool refused = picture == ScanJudgement::Refused && !same;
        addText(run, seen, refused ? ScanJudgement::Refused : ScanJudgement::Doubtful, read);
    }

    void addText(const TextRun& run, const RunSeen& seen, ScanJudgement judgement, const std::string& read) {
        ScanFinding finding{
            judgement == ScanJudgement::Refused ? "printing.page-text-differs"_code : "printing.page-text-unsure"_code,
            run.field, judgement};
        finding.measured = std::abs(seen.surplus);
        finding.limit = m_limits.textSurplus.good;
        const bool picture = m_limits.textSurplus.judge(finding.measured) != ScanJudgement::Good;
        finding.where = picture ? seen.worst : seen.box;
        finding.expected = utf8Of(run.text);
        finding.found = read;
        m_result.findings.push_back(std::move(finding));
    }

    void judgePictures() {
        for (const auto& placed : m_expected.layout.images) {
            const auto seen = comparePicture(m_grey, greyOf(m_expected.picture), placed.box);
            if (!seen) continue;
            judge("printing.page-image-differs"_code, placed.name, {seen->likeness, m_limits.pictureLikeness},
                  placed.box);
            if (m_limits.pictureLikeness.judge(seen->likeness) == ScanJudgement::Refused) continue;
            judge("printing.page-faded"_code, placed.name, {seen->strength, m_limits.printStrength}, placed.box);
            const cv::Point2d centre{placed.box.x + placed.box.width / 2, placed.box.y + placed.box.height / 2};
            const auto paper = m_page.onPaper(centre + cv::Point2d{seen->right, seen->down});
            const double off = m_page.place.edgesSeen ? cv::norm(paper - centre) : std::hypot(seen->right, seen->down);
            judge("printing.page-image-misplaced"_code, placed.name, {off, m_limits.pictureShift}, placed.box);
        }
    }

    void judgeFaults() {
        std::vector<Box> pictures;
        for (const auto& placed : m_expected.layout.images)
            pictures.push_back({placed.box.x - kAroundPicture, placed.box.y - kAroundPicture,
                                placed.box.width + 2 * kAroundPicture, placed.box.height + 2 * kAroundPicture});
        for (const auto& fault : m_comparison.faults(pictures)) {
            const bool streak = fault.what == PrintFault::What::Streak;
            if (!streak && isTold(fault.where)) continue;
            judge(streak ? "printing.page-streak"_code : "printing.page-spot"_code,
                  streak ? (fault.measured > 0 ? "dark" : "pale") : "page",
                  {std::abs(fault.measured), streak ? m_limits.streak : m_limits.spot}, fault.where);
        }
    }

    /// Whether a spot is the ink of a text that differs, or of a zone that is off its place.
    [[nodiscard]] bool isTold(const Box& spot) const {
        const double x = spot.x + spot.width / 2, y = spot.y + spot.height / 2;
        for (const auto& line : m_result.mrz)
            for (const auto& cell : line.cells)
                if (cell.box.contains(x, y)) return true;
        for (const auto& run : m_expected.layout.runs) {
            const bool found = std::ranges::any_of(m_result.findings, [&](const auto& finding) {
                return finding.field == run.field && !finding.expected.empty();
            });
            const double em = run.points * kMillimetresAPoint;
            const double width = m_expected.design.fonts->of(run.font).width(run.text, run.points);
            if (found && Box{run.x - em, run.baseline - 1.2 * em, width + 2 * em, 1.6 * em}.contains(x, y)) return true;
        }
        return false;
    }

    const Expected& m_expected;
    const RegisteredPage& m_page;
    const ScanLimits& m_limits;
    cv::Mat m_grey;
    PrintComparison m_comparison;
    ScanInspection m_result;
};

ScanInspection only(ScanFinding finding) {
    ScanInspection inspection;
    inspection.findings.push_back(std::move(finding));
    return inspection;
}

ScanInspection refused(const base::Refusal& refusal) {
    ScanInspection inspection;
    for (const auto& fault : refusal.faults())
        inspection.findings.push_back({fault.code, fault.where, ScanJudgement::Refused});
    return inspection;
}

}  // namespace

ScanInspection inspectScan(base::BytesView image, const PageDesign& design, const PageValues& values,
                           const ScanLimits& limits) {
    auto layout = layOut(design, values);
    if (!layout) return refused(layout.refusal());
    const auto picture = decodeImage(image, kScanBounds);
    if (!picture) return only({"printing.scan-not-readable"_code, "page"});
    if (std::min(picture->width, picture->height) < kLeastSide)
        return only({"printing.scan-not-the-page"_code, "page"});
    const auto pdf = base::expected(drawPage(design, values), "page");
    const auto raster = base::expected(rasterise(pdf, 0, kScanDpi), "page");
    const Expected expected{design, values, std::move(layout).value(), matOf(raster)};
    const auto page = registerPage(matOf(*picture), expected.picture, design);
    if (!page) return only({"printing.scan-not-the-page"_code, "page"});
    return Inspection{expected, *page, limits}.done();
}

}  // namespace printing
