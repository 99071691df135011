// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/bytes.hpp"

namespace printing {

/// What a PDF says about itself; never a holder's data.
struct PdfDescription {
    std::string title;
    std::string language;  // "es"
};

/// Repairs what libharu leaves wrong (ToUnicode maps, filter arrays, metadata) and writes the file so that equal pages
/// are equal octet for octet: no dates, an /ID made from the content. Throws "printing.pdf-not-finalised".
base::Bytes finalisePdf(base::BytesView drawn, const PdfDescription& description);

}  // namespace printing
