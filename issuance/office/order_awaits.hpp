// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// Where an order stands after a run that was kept to it, and what is done now; `setAside` as that run told it. The
/// order is known.
contract::OrderAwaits awaitsOf(const House& house, records::Connection& connection, const ProductionOrderId& order,
                               const std::vector<contract::FaultLine>& setAside);

}  // namespace issuance
