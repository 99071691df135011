// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "printing/inspection/symbol_search.hpp"

/// Internal to printing/inspection: lays the known parts of a DataMatrix (its finder and timing lines, ISO/IEC 16022)
/// over a picture until they fit, and reads the modules between them.
namespace printing {

/// The modules of a symbol, row by row; true is dark.
struct ModuleGrid {
    int modules = 0;  // on each side
    std::vector<bool> dark;
    float fit = 0;  // from 0 to 1: how well the known parts lie
};

/// The best fit of a square symbol of 32 to 104 modules in a dense square; nothing where none fits, or where `stopped`
/// said so before.
std::optional<ModuleGrid> fitSymbol(const GreyView& page, const DenseSquare& square,
                                    const std::function<bool()>& stopped);

}  // namespace printing
