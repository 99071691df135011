// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "records/database/database.hpp"

/// A receipt of payment pays once in the house, for an order, a certificate or its re-issue.
namespace issuance {

[[nodiscard]] bool isReceiptUsed(records::Connection& connection, const std::string& receipt);

/// Uses it up for an order, a request or a re-issue; false where somebody did before, also at the same instant.
[[nodiscard]] bool useReceipt(records::Transaction& transaction, const std::string& receipt,
                              const std::string& usedFor);

}  // namespace issuance
