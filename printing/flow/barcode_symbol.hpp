// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.hpp"
#include "printing/flow/flow_document.hpp"
#include "printing/page/page_design.hpp"

namespace printing {

/// A barcode as boxes, in millimetres from its upper left corner, quiet zone included.
struct BarcodeSymbol {
    double width = 0;
    double height = 0;
    std::vector<Box> dark;
};

/// A visible digital seal (Doc 9303-13) as a DataMatrix: the symbol at least 28 mm, a module at least 0.3386 mm, which
/// is four dots at 300 dpi (2.1). Readers of scans miss smaller ones.
Barcode sealBarcode(base::BytesView seal);

/// Refuses "printing.barcode-refused" (argument "detail") for content that the symbology cannot hold and
/// "printing.barcode-too-dense" (argument "minimum", millimetres) where modules would be below a quarter millimetre.
base::Result<BarcodeSymbol> symbolOf(const Barcode& barcode);

}  // namespace printing
