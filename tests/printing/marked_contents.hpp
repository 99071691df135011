// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"

namespace printing::samples {

/// The operators of all pages that paint outside of marked content.
std::vector<std::string> unmarkedOperators(base::BytesView pdf);

}  // namespace printing::samples
