// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/judgements.hpp"

namespace issuance {

/// What a printer says of itself, and which of the page designs in the templates' folder fit it.
base::Result<contract::PrinterWasShown> showPrinter(const contract::PrinterShow& request);

}  // namespace issuance
