// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "printing/page/page_layout.hpp"

/// Values of people who do not exist, for the designs that are shipped.
namespace samples {

/// Every design in templates/pages.
std::vector<std::string> designNames();
printing::PageDesign design(std::string_view name);

enum class Names { Usual, Longest };
/// All the values that the design asks for.
printing::PageValues valuesFor(const printing::PageDesign& design, Names names = Names::Usual);

}  // namespace samples
