// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "printing/printer/printer_reason.hpp"

namespace printing {

/// Width and height in hundredths of a millimetre, as IPP states media ("media-size", PWG 5100.7).
struct MediaDimensions {
    int width = 0;
    int height = 0;
    /// "125 × 88 mm"
    [[nodiscard]] std::string text() const;
    friend bool operator==(const MediaDimensions&, const MediaDimensions&) = default;
};

/// Of a design's measures in millimetres.
MediaDimensions dimensionsOf(double width, double height);
/// Of a file whose pages are all of one size. Refuses "printing.pdf-not-readable", "printing.pages-of-several-sizes".
base::Result<MediaDimensions> dimensionsOf(base::BytesView pdf);

/// A medium, or for a printer of any size the bounds between which it takes media.
struct MediaSize {
    std::string name;  ///< PWG self-describing name (PWG 5101.1): "iso_id-3_88x125mm"; empty where none was stated
    MediaDimensions least;
    MediaDimensions most;  ///< as `least` for a medium of one size
    [[nodiscard]] bool isFixed() const { return least == most; }
    /// The page as the printer would be asked for it: turned where the medium is stated the other way round. Within
    /// 0.5 mm. Nothing where the page is of another size.
    [[nodiscard]] std::optional<MediaDimensions> sizeFor(const MediaDimensions& page) const;
};

/// What is used up in printing, or filled by it.
struct Supply {
    std::string name;            ///< marker-names or printer-supply-description
    std::string kind;            ///< marker-types or type (PWG 5100.13): "toner", "ink", "ribbon", "wasteToner"
    std::optional<int> percent;  ///< what is left, or of a receptacle the space that is left (RFC 3805); none: not told
    friend bool operator==(const Supply&, const Supply&) = default;
};

/// Whether a printer has what a page is put on.
enum class MediaFit {
    Ready,      ///< it lies in the printer
    Supported,  ///< the printer takes it, but it does not lie in it now
    NotStated,  ///< the printer, or the queue before it, does not tell what it takes
    Lacking,    ///< the printer takes no such medium
};

/// What Get-Printer-Attributes says of a printer (RFC 8011 4.2.5). What it does not say is empty.
struct PrinterCapabilities {
    enum class State { Idle = 3, Processing = 4, Stopped = 5 };  ///< printer-state, RFC 8011 5.4.11

    State state = State::Idle;
    bool accepting = true;               ///< printer-is-accepting-jobs, RFC 8011 5.4.23
    std::vector<PrinterReason> reasons;  ///< printer-state-reasons, RFC 8011 5.4.12
    std::string model;                   ///< printer-make-and-model, RFC 8011 5.4.9
    std::vector<std::string> uris;       ///< printer-uri-supported, RFC 8011 5.4.1
    std::vector<std::string> formats;    ///< document-format-supported, RFC 8011 5.4.22
    std::vector<MediaSize> ready;        ///< media-col-ready, or media-ready (PWG 5100.7, RFC 8011 5.2.11)
    std::vector<MediaSize> supported;    ///< media-size-supported, or media-supported
    bool takesMediaSize = false;         ///< states media-size-supported, so that media-col asks for one (PWG 5100.7)
    std::vector<std::string> sides;      ///< sides-supported, RFC 8011 5.2.8
    std::vector<std::string> colours;    ///< print-color-mode-supported, PWG 5100.13
    std::vector<std::string> scalings;   ///< print-scaling-supported, PWG 5100.16
    std::vector<int> qualities;          ///< print-quality-supported: 3 draft, 4 normal, 5 high; RFC 8011 5.2.13
    std::vector<int> resolutions;  ///< printer-resolution-supported, RFC 8011 5.2.12; dots per inch, the lesser of both
    std::vector<Supply> supplies;  ///< printer-supply (PWG 5100.13), or the marker attributes of queues

    [[nodiscard]] bool takesPdf() const;
    [[nodiscard]] MediaFit fitOf(const MediaDimensions& page) const;
};

}  // namespace printing
