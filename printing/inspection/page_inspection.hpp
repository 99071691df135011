// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/inspection/mrz_reading.hpp"
#include "printing/page/page_layout.hpp"

namespace printing {

/// One thing on a page that is not as the order says. `expected` and `found` are holder's data: for the inspector's
/// eyes, never for a log or the journal.
struct PageDifference {
    base::FailureCode code;
    std::string field;
    std::string expected = {};
    std::string found = {};

    /// The same without the holder's data.
    [[nodiscard]] base::Fault fault() const { return {code, {{"field", field}}, field}; }
};

/// Compares a page with what it should show, by reading it back: one page of the design's size; every text where it
/// stands and none besides; the MRZ's characters, pitch (2.54 mm), left edge (1.0 mm either way, 9303-4 4.2.1.3) and
/// centre lines; the pictures. Codes "printing.page-size-differs", "printing.page-text-differs",
/// "printing.page-text-unexpected", "printing.page-mrz-differs", "printing.page-mrz-misplaced",
/// "printing.page-image-differs", "printing.pdf-not-readable", and what layOut refuses. Empty for a good page.
std::vector<PageDifference> inspectPage(base::BytesView pdf, const PageDesign& design, const PageValues& values);

}  // namespace printing
