// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.hpp"
#include "printing/flow/drawing.hpp"
#include "printing/flow/flow_document.hpp"
#include "printing/page/page_design.hpp"
#include "printing/pdf/structure.hpp"

namespace printing {

/// Where a signer signs.
struct FlowSignature {
    std::string key;  // of the signer
    int page = 0;     // counted from 0
    Box box;          // millimetres from the page's upper left corner
};

/// A document on its pages, not drawn yet.
struct LaidOutFlow {
    std::vector<Drawing> pages;
    Structure structure;
    std::vector<FlowSignature> signatures;  // in the order of the text
};

/// A drawn document, and what only laying it out tells.
struct DrawnFlow {
    base::Bytes pdf;
    std::size_t pages = 0;
    std::vector<FlowSignature> signatures;
};

/// Refuses with every fault of the document's texts at once (arguments "field" = source of the text, or "text"): what
/// checkedText refuses, "printing.text-too-long", "printing.barcode-refused", "printing.barcode-too-dense",
/// "printing.block-too-tall", "printing.document-inconsistent", "printing.document-too-long",
/// "printing.page-count-unsettled".
base::Result<LaidOutFlow> layOut(const FlowDocument& document);
/// The PDF of a flowing document: equal documents make equal octets. Refuses what layOut refuses.
base::Result<DrawnFlow> drawPlaced(const FlowDocument& document);
/// The PDF alone.
base::Result<base::Bytes> draw(const FlowDocument& document);

}  // namespace printing
