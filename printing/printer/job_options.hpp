// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/printer/printer_capabilities.hpp"

namespace printing {

/// How a page is to be put on its blank: as it was drawn, once, on one side, as well as the printer can. Only what the
/// printer says that it knows is asked for; what it knows and would not do makes it refuse the job, for it is sent with
/// ipp-attribute-fidelity (RFC 8011 4.2.1.1).
struct JobOptions {
    std::optional<MediaDimensions> media;  ///< media-col, media-size (PWG 5100.7)
    std::string mediaName;                 ///< media, where no media-size-supported is stated (RFC 8011 5.2.11)
    bool oneSided = false;                 ///< sides one-sided
    bool unscaled = false;                 ///< print-scaling none (PWG 5100.16)
    bool inColour = false;                 ///< print-color-mode color
    bool highQuality = false;              ///< print-quality high
    std::optional<int> resolution;         ///< printer-resolution, the highest that it has; dots per inch
};

/// Refuses "printing.printer-takes-no-pdf", "printing.printer-lacks-media" ("size"), "printing.printer-only-two-sided".
/// A printer or queue that does not say what media it takes is asked for none: what was set up at it holds.
base::Result<JobOptions> optionsFor(const PrinterCapabilities& printer, const MediaDimensions& page);

}  // namespace printing
