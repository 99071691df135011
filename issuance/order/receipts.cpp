// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/receipts.hpp"

namespace issuance {

bool isReceiptUsed(records::Connection& connection, const std::string& receipt) {
    return connection.queryOne("SELECT 1 FROM receipt_use WHERE receipt = ?1", {receipt}).has_value();
}

bool useReceipt(records::Transaction& transaction, const std::string& receipt, const std::string& usedFor) {
    return transaction.connection().execute(
               "INSERT INTO receipt_use (receipt, used_for) VALUES (?1, ?2) ON CONFLICT (receipt) DO NOTHING",
               {receipt, usedFor}) == 1;
}

}  // namespace issuance
