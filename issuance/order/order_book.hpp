// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "contract/acts_of_orders.hpp"
#include "issuance/confidential/confidential_keys.hpp"
#include "issuance/document/document_kind.hpp"
#include "issuance/line/task_queue.hpp"
#include "issuance/order/order_content.hpp"
#include "issuance/order/order_request.hpp"

namespace issuance {

/// Production orders in the books: taken once, read by the line, shown to people. Whom an order of a confidential
/// kind is for is kept sealed by a key of its own.
class OrderBook {
   public:
    OrderBook(const TaskQueue& queue, const ConfidentialKeys& confidential, const base::Clock& clock)
        : m_queue(queue), m_confidential(confidential), m_clock(clock) {}

    [[nodiscard]] bool fileTaken(records::Connection& connection, const std::string& sha256) const;
    /// Whether the station sent an order of this id before, and it was taken.
    [[nodiscard]] bool known(records::Connection& connection, const StationId& station, const OrderId& reference) const;
    void takeFile(records::Transaction& transaction, const records::Author& author, const std::string& sha256,
                  const StationId& station) const;

    /// Records an order and puts it into the queue. Refuses "order.known" (the station sent this id before),
    /// "order.receipt-used", and "order.replaces-valid" (the document to be replaced is neither reported lost or stolen
    /// nor annulled nor expired; control 20), all at once. A number that is not of this house is taken as it is.
    base::Result<ProductionOrderId> take(records::Transaction& transaction, const records::Author& author,
                                         const OrderRequest& request, const DocumentKind& kind,
                                         const std::string& fileSha256, const StationId& station) const;

    /// Gives an order another lane or due date, and so another turn. Refuses "order.unknown", "order.ended",
    /// "order.reason-missing", "order.nothing-to-schedule", "order.unknown-priority", "order.due-unclear" and
    /// "order.due-past", all faults of the request at once.
    base::Outcome schedule(records::Transaction& transaction, const records::Author& author,
                           const contract::OrderSchedule& request) const;

    /// Ends an order that cannot be made as it came; what becomes of its document and blank is the caller's. It gives
    /// its receipt back. Refuses "order.reason-missing", and as the queue does.
    base::Outcome sendBack(records::Transaction& transaction, const records::Author& author,
                           const ProductionOrderId& order, const std::string& reason) const;

    /// Throws "order.gone" for an order that the queue has and the book has not, "confidential.damaged".
    [[nodiscard]] StoredOrder load(records::Connection& connection, const ProductionOrderId& order) const;

    /// The number of the document that is made of the blank: the blank's own, or the next of the kind's sequence.
    [[nodiscard]] DocumentNumber numberFor(records::Transaction& transaction, const DocumentKind& kind,
                                           const std::string& blank, base::Timestamp now) const;

    /// Refuses "order.unknown".
    [[nodiscard]] base::Result<contract::OrderShown> show(records::Connection& connection,
                                                          const std::string& order) const;
    [[nodiscard]] std::vector<contract::StageEvent> stages(records::Connection& connection,
                                                           const std::string& order) const;

   private:
    [[nodiscard]] std::int64_t nextOf(records::Transaction& transaction, const std::string& series) const;
    const TaskQueue& m_queue;
    const ConfidentialKeys& m_confidential;
    const base::Clock& m_clock;
};

}  // namespace issuance
