// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/pdf/pdf_file.hpp"

namespace printing {

/// One line of the machine-readable zone as a page shows it, in millimetres from the upper left corner.
struct MrzLineReading {
    std::string text;
    double pitch = 0;        // mean distance of characters
    double unevenness = 0;   // greatest distance of a character from its place at that pitch
    double inkLeft = 0;      // left edge of the first character's ink
    double centre = 0;       // middle between the ink's upper and lower edge
    std::size_t blanks = 0;  // characters of the text layer that show no ink
};

/// Reads the text layer between the zone's upper edge and the page's lower edge, and measures the ink on a raster of
/// it. No lines where the page has none. Refuses "printing.pdf-not-readable".
base::Result<std::vector<MrzLineReading>> readMrzFromPage(const PdfFile& file, const PageDesign& design);
base::Result<std::vector<MrzLineReading>> readMrzFromPage(base::BytesView pdf, const PageDesign& design);

/// Whether a point lies in the zone, the lower 23.2 mm of the page (9303-3 4.5, 9303-4 3).
bool isInMrzZone(const PageDesign& design, double y);

}  // namespace printing
