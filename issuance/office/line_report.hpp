// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_reports.hpp"
#include "issuance/office/act_table.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// Refuses as the act declares.
base::Result<contract::LineReported> lineReport(House& house, Call& call, const contract::ReportLine& request);

}  // namespace issuance
