// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// "manifest.xml" with 200 blanks of all items, "orders.xml" with synthetic orders of all kinds, one of them faulty,
/// "orders.xml.p7s", signed by the training station, and registers in which the people of the orders are:
/// "movimientos.csv", "residencias.csv", "visas.csv", "alertas.csv". Refuses "office.not-for-training".
base::Result<contract::FilesGiven> makeTrainingMaterial(House& house);

}  // namespace issuance
