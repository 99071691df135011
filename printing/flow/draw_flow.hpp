// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.hpp"
#include "printing/flow/flow_document.hpp"

namespace printing {

/// The PDF of a flowing document: equal documents make equal octets. Refuses with every fault of its texts at once
/// (arguments "field" = source of the text, or "text"): what checkedText refuses, "printing.text-too-long",
/// "printing.barcode-refused", "printing.barcode-too-dense", "printing.block-too-tall",
/// "printing.document-inconsistent", "printing.document-too-long", "printing.page-count-unsettled".
base::Result<base::Bytes> draw(const FlowDocument& document);

}  // namespace printing
