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

bool paysForOrder(records::Connection& connection, const std::string& receipt) {
    return !isReceiptUsed(connection, receipt) ||
           connection.queryOne("SELECT 1 FROM order_sent_back WHERE receipt = ?1 AND corrected_by = ''", {receipt});
}

bool useForOrder(records::Transaction& transaction, const std::string& receipt, const std::string& order,
                 std::string& corrects) {
    if (useReceipt(transaction, receipt, order)) return true;
    const auto sentBack = transaction.connection().queryOne(
        "UPDATE order_sent_back SET corrected_by = ?2 WHERE receipt = ?1 AND corrected_by = '' RETURNING order_id",
        {receipt, order});
    if (sentBack) corrects = sentBack->text(0);
    return sentBack.has_value();
}

}  // namespace issuance
