// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/line_rooms.hpp"

namespace issuance {

base::Outcome voidDocumentOf(const LineRooms& rooms, records::Transaction& transaction, const records::Author& author,
                             const ProductionOrderId& order, inventory::SpoilCause spoilCause) {
    auto& connection = transaction.connection();
    const auto document = rooms.documents.ofOrder(connection, order);
    const auto blank = document ? std::optional{document->blank} : rooms.stock.heldFor(connection, order.text());
    if (blank)
        if (auto spoiled = rooms.stock.spoil(transaction, author, *blank, spoilCause); !spoiled) return spoiled;
    if (document) rooms.documents.setState(transaction, document->id, "void");
    return {};
}

}  // namespace issuance
