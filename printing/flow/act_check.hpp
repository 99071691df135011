// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/flow/act_node.hpp"
#include "printing/flow/act_shape.hpp"

namespace printing {

/// What a schema cannot say of a template: every placeholder names a declared value, every declared value is used,
/// optional ones stand behind an `if`, rows have a cell for each column (codes: see ActTemplate::load).
std::vector<base::Fault> templateFaults(const ActNode& root, const ActShape& values);

}  // namespace printing
