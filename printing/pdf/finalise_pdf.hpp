// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "printing/pdf/structure.hpp"

namespace printing {

/// What a PDF says about itself; never a holder's data.
struct PdfDescription {
    std::string title;
    std::string language;                         // "es"
    std::string author = {};                      // an office, not a person
    std::optional<base::Timestamp> created = {};  // stated only where given
};

/// Repairs what libharu leaves wrong (ToUnicode maps, filter arrays, metadata) and writes the file so that equal pages
/// are equal octet for octet: no dates but the one given, an /ID made from the content. Throws
/// "printing.pdf-not-finalised".
base::Bytes finalisePdf(base::BytesView drawn, const PdfDescription& description);

/// The same as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): with its structure, an output intent and the claims
/// in its metadata. Everything drawn was marked.
base::Bytes finalisePdf(base::BytesView drawn, const PdfDescription& description, const TaggedContents& contents);

}  // namespace printing
