// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "printing/page/page_layout.hpp"

namespace printing {

/// What a scan says of one thing. Doubtful is not good: a person looks at the paper.
enum class ScanJudgement { Good, Doubtful, Refused };

/// Which values of a measure are good and which are refused; between the two a person looks. Where `good` is below
/// `refused`, less is better.
struct ScanBand {
    double good = 0;
    double refused = 0;
    [[nodiscard]] ScanJudgement judge(double measured) const;
};

/// The bands of one kind of document. Where Doc 9303 has a tolerance, it lies in the middle of the band: what is
/// measured is measured to about a tenth of a millimetre.
struct ScanLimits {
    ScanBand resolution{240, -1};        ///< dots an inch
    ScanBand printShift{1.0, 1.5};       ///< millimetres of the whole print from its place on the paper
    ScanBand printTilt{0.5, 1.5};        ///< degrees
    ScanBand printScale{0.8, 1.6};       ///< percent off
    ScanBand printStrength{0.55, 0.30};  ///< of ink, against what is expected
    ScanBand mrzLeft{0.9, 1.1};          ///< millimetres off 6.0 (TD1: 5.0); 1.0 either way, 9303-4 4.2.1.3
    ScanBand mrzCentre{0.5, 0.8};   ///< millimetres of a centre line off its place: its printing zone, 9303-4 figure 3
    ScanBand mrzSkew{2.9, 3.1};     ///< degrees; 3, 9303-3 4.11
    ScanBand mrzPitch{0.02, 0.04};  ///< millimetres a character off 2.54, 9303-3 4.4
    ScanBand mrzEvenness{0.25, 0.5};     ///< millimetres of one character off its line
    ScanBand mrzScore{0.75, 0.4};        ///< of a character, correlation with the glyph
    ScanBand mrzMargin{0.05, -1};        ///< of a character, by which it is above the next likely
    ScanBand mrzContrast{0.65, 0.55};    ///< print contrast signal; 0.6, 9303-3 4.11
    ScanBand textSurplus{0.36, 0.5};     ///< ink too much or too little in 0.4 mm of a text, as share of a stroke
    ScanBand pictureShift{0.8, 1.3};     ///< millimetres of a picture from its place
    ScanBand pictureLikeness{0.8, 0.6};  ///< correlation with the picture ordered
    ScanBand streak{0.35, 0.6};          ///< ink too much or too little along a whole line, as share of a stroke
    ScanBand spot{1.5, 40};              ///< square millimetres of ink where there should be none

    /// By the name that kinds use ("mrz-left"); nullptr for none.
    [[nodiscard]] ScanBand* named(std::string_view name);
    static std::vector<std::string_view> names();
};

/// Where the print lies on the paper, against where the design has it.
struct PrintPlace {
    bool edgesSeen =
        false;              ///< else the paper's edges are taken to be the picture's, and nothing is known of the place
    double resolution = 0;  ///< of the picture, dots an inch
    double right = 0;       ///< millimetres that the print's middle is off to the right
    double down = 0;        ///< and downwards
    double tilt = 0;        ///< degrees clockwise
    double scaleAcross = 1;
    double scaleDown = 1;
    double likeness = 0;  ///< of the print to the design, 0 to 1
};

/// One cell of the machine-readable zone: which of the 37 characters it looks like most.
struct MrzCell {
    char character = ' ';  ///< a space where nothing is printed
    char next = ' ';       ///< the second best
    double score = 0;      ///< correlation with the glyph, 0 to 1
    double margin = 0;     ///< by which it is above the second best
    double contrast = 0;   ///< print contrast signal of its strokes, 0 to 1
    Box box = {};          ///< millimetres of the design
};

/// One line as a picture shows it; places in millimetres on the paper.
struct MrzLineSeen {
    std::string text;
    std::vector<MrzCell> cells;
    double pitch = 0;
    double unevenness = 0;   ///< greatest distance of a legible character from its place at that pitch
    double left = 0;         ///< left edge of the first character
    double centreLeft = 0;   ///< centre line at the first character, from the upper edge
    double centreRight = 0;  ///< and at the last
    double skew = 0;         ///< degrees, clockwise from the paper's edge
};

/// The zone's print contrast signal, (paper - print) / paper of reflected light, a value for each character's strokes
/// (ISO 1831). In the light that the scanner sees: only an infrared reader tells of the band B900 that 9303-3 4.11 asks
/// for.
struct MrzContrast {
    double least = 0;
    double mean = 0;
    double variation = 0;  ///< greatest by least, below 1.50 for Range X
};

/// One thing that is not as it should be. `expected` and `found` are holder's data, for the inspector's eyes only.
struct ScanFinding {
    base::FailureCode code;
    std::string field;
    ScanJudgement judgement = ScanJudgement::Doubtful;
    double measured = 0;
    double limit = 0;               ///< what would have been good
    std::optional<Box> where = {};  ///< millimetres of the design
    std::string expected = {};
    std::string found = {};

    /// The same without the holder's data.
    [[nodiscard]] base::Fault fault() const;
};

/// What a scan or camera image says of a finished page.
struct ScanInspection {
    std::vector<ScanFinding> findings;
    std::optional<PrintPlace> place;  ///< nothing where the picture does not show the page
    std::vector<MrzLineSeen> mrz;
    std::optional<MrzContrast> contrast;
    base::Bytes difference;  ///< PNG: the page with too much ink in red, too little in blue, findings framed; empty
                             ///< without a place

    /// The worst of the findings.
    [[nodiscard]] ScanJudgement judgement() const;
};

/// What a scan may cost.
constexpr ImageLimits kScanBounds{std::size_t{48} * 1024 * 1024, 12000, std::size_t{48} * 1024 * 1024};

/// Compares a picture of a finished page (JPEG, PNG, JPEG 2000; one page, upright or turned by quarters, askew by up to
/// 15 degrees where its edges are seen against the bed) with what it should show. Codes "printing.scan-…" for the
/// picture, "printing.page-…" for the page, and what layOut refuses. Throws "printing.recognition-missing".
ScanInspection inspectScan(base::BytesView image, const PageDesign& design, const PageValues& values,
                           const ScanLimits& limits = {});

}  // namespace printing
