// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/destruction/destructions.hpp"
#include "issuance/office/act_papers.hpp"

/// The papers of the stock. Each gives its number and refuses as issuePaper does.
namespace issuance {

/// Of a destruction that was carried out, with its serials as annex.
base::Result<std::string> issueDestructionAct(House& house, Call& call, const inventory::Destruction& done);

/// Of a shift, by the two who closed it (control 8).
base::Result<std::string> issueShiftReconciliation(House& house, Call& call, const std::string& shift);

/// Of a delivery that was taken into a vault, by the two who received it.
base::Result<std::string> issueReceiptAct(House& house, Call& call, const std::string& receipt);

}  // namespace issuance
