// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "records/database/database.hpp"

/// A receipt of payment pays once in the house, for an order, a certificate or its re-issue. One that an order gave
/// back pays for another order.
namespace issuance {

[[nodiscard]] bool isReceiptUsed(records::Connection& connection, const std::string& receipt);

/// Uses it up for an order, a request or a re-issue; false where somebody did before, also at the same instant.
[[nodiscard]] bool useReceipt(records::Transaction& transaction, const std::string& receipt,
                              const std::string& usedFor);

/// Whether it pays for a production order: it was never used, or given back by the order that used it.
[[nodiscard]] bool paysForOrder(records::Connection& connection, const std::string& receipt);

/// Uses it up for a production order; false as above. `corrects` is then the order that gave it back, where one did.
[[nodiscard]] bool useForOrder(records::Transaction& transaction, const std::string& receipt, const std::string& order,
                               std::string& corrects);

}  // namespace issuance
