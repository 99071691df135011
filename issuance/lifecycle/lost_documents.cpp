// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/lifecycle/lost_documents.hpp"

namespace issuance {
namespace {

std::string stateOf(records::Connection& connection, const std::string& document) {
    const auto row = connection.queryOne("SELECT state FROM document WHERE id = ?1", {document});
    return row ? row->text(0) : "void";
}

void note(const LineRooms& rooms, records::Transaction& tx, const inventory::UsedBlank& blank,
          const std::string& status) {
    auto& connection = tx.connection();
    const auto last = connection.queryOne("SELECT coalesce(max(position), 0) FROM document_loss WHERE document_id = ?1",
                                          {blank.document});
    connection.execute("INSERT INTO document_loss (document_id, position, status, time) VALUES (?1, ?2, ?3, ?4)",
                       {blank.document, last->integer(0) + 1, status, base::formatTimestamp(rooms.clock.now())});
}

}  // namespace

base::Outcome noteMissingDocuments(const LineRooms& rooms, records::Transaction& tx, const records::Author& author,
                                   const std::vector<inventory::UsedBlank>& blanks) {
    for (const auto& blank : blanks) {
        const auto state = stateOf(tx.connection(), blank.document);
        if (state == "void") continue;
        note(rooms, tx, blank, "missing");
        if (state != "in_production") continue;
        const ProductionOrderId order{blank.order};
        const auto task = rooms.queue.find(tx.connection(), order);
        const auto standing = task ? task->position.standing : Standing::Ended;
        if (standing == Standing::Held || standing == Standing::InDoubt || standing == Standing::Ended) continue;
        const auto held = rooms.queue.decide(tx, author, order, LineEvent::Hold, {"blank-missing", blank.serial});
        if (!held) return held.refusal();
    }
    return {};
}

base::Outcome cancelLostDocuments(const LineRooms& rooms, records::Transaction& tx, const records::Author& author,
                                  const std::vector<inventory::UsedBlank>& blanks, const std::string& status) {
    for (const auto& blank : blanks) {
        if (blank.document.empty()) continue;
        const auto state = stateOf(tx.connection(), blank.document);
        if (state != "void" || lossOf(tx.connection(), blank.document)) note(rooms, tx, blank, status);
        if (state == "void") continue;
        rooms.documents.setState(tx, blank.document, "void");
        if (state != "in_production") continue;
        const auto again = rooms.queue.decide(tx, author, ProductionOrderId{blank.order}, LineEvent::FoundSpoiled,
                                              {status, blank.serial});
        if (!again) return again.refusal();
    }
    return {};
}

std::optional<std::string> lossOf(records::Connection& connection, const std::string& document) {
    const auto row = connection.queryOne(
        "SELECT status FROM document_loss WHERE document_id = ?1 ORDER BY position DESC LIMIT 1", {document});
    return row ? std::optional{row->text(0)} : std::nullopt;
}

}  // namespace issuance
