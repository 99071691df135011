// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/flow/act_node.hpp"
#include "printing/flow/act_shape.hpp"

namespace printing {

/// What a grammar cannot say of a template: every placeholder and condition names declared values of a fitting kind,
/// every declared value is used and its sample fits, optional ones stand behind a condition that makes sure of them,
/// rows have a cell for each column (codes: see ActTemplate::read).
std::vector<base::Fault> templateFaults(const ActNode& root, const ActShape& values);

}  // namespace printing
