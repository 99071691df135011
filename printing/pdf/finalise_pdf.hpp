// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "printing/page/typeface.hpp"
#include "printing/pdf/structure.hpp"

namespace printing {

/// What a PDF says about itself; never a holder's data.
struct PdfDescription {
    std::string title;
    std::string language;                         // "es"
    std::string author = {};                      // an office, not a person
    std::optional<base::Timestamp> created = {};  // stated only where given
};

/// Puts our fonts into a file that a Canvas drew, repairs what libharu leaves wrong (filter arrays, metadata) and
/// writes it so that equal pages are equal octet for octet: no dates but the one given, an /ID made from the content.
/// Throws "printing.pdf-not-finalised".
base::Bytes finalisePdf(base::BytesView drawn, const FontSet& fonts, const PdfDescription& description);

/// The same as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): with its structure, an output intent and the claims
/// in its metadata. Everything drawn was marked.
base::Bytes finalisePdf(base::BytesView drawn, const FontSet& fonts, const PdfDescription& description,
                        const TaggedContents& contents);

/// Repairs the font of a file that drawSpecimen drew with these characters: its map to Unicode, the name of its
/// characters' order, widths of no others, and six letters before its name that tell this part of the font from others.
base::Bytes finaliseSpecimen(base::BytesView drawn, const std::u32string& characters, const std::string& tag);

}  // namespace printing
