// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/holdings.hpp"
#include "inventory/places/places.hpp"
#include "inventory/stock_blank.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

base::Fault wrongState(std::string_view serial, const std::string& found) {
    return {"stock.wrong-state"_code, {{"serial", std::string{serial}}, {"state", found}}};
}

/// A blank of the order that is missing and not formally reported: until it is, no other is made (control 20).
std::optional<std::string> missingBlankOf(records::Connection& connection, const std::string& order) {
    for (const auto& row :
         connection.query("SELECT serial, item, number FROM blank WHERE order_id = ?1 AND live = 0", {order})) {
        const auto run = runOf(connection, row.text(1), row.integer(2));
        if (run && run->account.state == state::kMissing) return row.text(0);
    }
    return std::nullopt;
}

}  // namespace

Act Stock::actOf(std::string_view event, const records::Author& author) const { return {event, author, m_clock.now()}; }

void Stock::journal(records::Transaction& tx, const Act& act, std::string_view objectKind, std::string_view objectId,
                    std::vector<std::pair<std::string, std::string>> facts) const {
    records::appendToJournal(tx, m_clock,
                             {act.author, "stock." + std::string{act.event}, std::string{objectKind},
                              std::string{objectId}, "", std::move(facts)});
}

base::Result<Stock::Blank> Stock::lockBlank(records::Connection& connection, std::string_view serial) const {
    const base::Fault unknown{"stock.unknown-serial"_code, {{"serial", std::string{serial}}}};
    const Item* item = m_catalogue.itemOf(serial);
    if (item == nullptr) return unknown;
    const std::int64_t number = *item->serial.numberOf(serial);
    auto run = runOf(connection, item->id, number);
    // Until it stands still: another may move it between our reading and our lock.
    for (std::string locked; run && run->account.place != locked; run = runOf(connection, item->id, number)) {
        locked = run->account.place;
        lockPlaces(connection, item->id, {locked});
    }
    if (!run) return unknown;
    Blank blank{std::string{serial}, {item->id, number, number}, run->account, {}, {}};
    if (const auto row = connection.queryOne("SELECT order_id, document_id FROM blank WHERE item = ?1 AND number = ?2",
                                             {item->id, number})) {
        blank.order = row->text(0);
        blank.document = row->textOrEmpty(1);
    }
    return blank;
}

/// The act on a blank, with the shift that is open where the blank is.
Act Stock::actOn(records::Connection& connection, std::string_view event, const records::Author& author,
                 const Account& account) const {
    Act act = actOf(event, author);
    if (const auto row = connection.queryOne(
            "SELECT id FROM stock_shift WHERE 'workstation:' || workstation = ?1 AND closed_at IS NULL",
            {account.place}))
        act.reference = shiftReference(row->text(0));
    return act;
}

base::Outcome Stock::mayTakeFor(records::Connection& connection, const std::string& order) const {
    if (const auto row = connection.queryOne("SELECT serial FROM blank WHERE order_id = ?1 AND live = 1", {order}))
        return base::Fault{"stock.order-has-blank"_code, {{"order", order}, {"serial", row->text(0)}}};
    if (const auto serial = missingBlankOf(connection, order))
        return base::Fault{"stock.order-blank-missing"_code, {{"order", order}, {"serial", *serial}}};
    return {};
}

std::string Stock::take(records::Transaction& tx, const records::Author& author, const SerialRange& range,
                        const Account& unused, const std::string& order) const {
    auto& connection = tx.connection();
    const std::string serial = m_catalogue.find(range.item)->serial.serialOf(range.first);
    connection.execute("INSERT INTO blank (serial, item, number, order_id) VALUES (?1, ?2, ?3, ?4)",
                       {serial, range.item, range.first, order});
    const Act act = actOn(connection, "take", author, unused);
    enterMovements(connection, act, {{range, unused, {unused.place, std::string{state::kInUse}}, "order " + order}});
    journal(tx, act, "blank", serial, {{"order", order}});
    return serial;
}

std::optional<base::Fault> Stock::unfitFor(records::Connection& connection, const records::WorkstationId& workstation,
                                           std::string_view item, std::string_view serial) const {
    const std::string text{serial};
    const Item* known = m_catalogue.itemOf(serial);
    const auto run = known == nullptr ? std::nullopt : runOf(connection, known->id, *known->serial.numberOf(serial));
    if (!run) return base::Fault{"stock.unknown-serial"_code, {{"serial", text}}};
    if (known->id != item) return base::Fault{"stock.other-item"_code, {{"serial", text}, {"item", std::string{item}}}};
    if (run->account.place == placeOf(workstation) && run->account.state == state::kUsable) return std::nullopt;
    return base::Fault{"stock.not-of-shift"_code, {{"serial", text}}};
}

base::Result<std::string> Stock::takeThis(records::Transaction& tx, const records::Author& author,
                                          const records::WorkstationId& workstation, std::string_view item,
                                          std::string_view orderId, std::string_view serial) const {
    auto& connection = tx.connection();
    const std::string order{orderId};
    if (auto may = mayTakeFor(connection, order); !may) return may.refusal();
    const auto blank = lockBlank(connection, serial);
    if (!blank) return blank.refusal();
    if (auto unfit = unfitFor(connection, workstation, item, serial)) return *unfit;
    return take(tx, author, blank->range, blank->account, order);
}

base::Result<std::string> Stock::takeNext(records::Transaction& tx, const records::Author& author,
                                          const records::WorkstationId& workstation, std::string_view item,
                                          std::string_view orderId) const {
    auto& connection = tx.connection();
    const std::string order{orderId};
    if (auto may = mayTakeFor(connection, order); !may) return may.refusal();
    const base::Fault none{"stock.no-blank"_code, {{"item", std::string{item}}, {"workstation", workstation.text()}}};
    const Item* kind = m_catalogue.find(item);
    if (kind == nullptr) return none;
    const std::string here = placeOf(workstation);
    lockPlaces(connection, kind->id, {here});
    const Account unused{here, std::string{state::kUsable}};
    const auto next = lowestIn(connection, kind->id, unused, 1);
    if (next.empty()) return none;
    return take(tx, author, next.front(), unused, order);
}

std::optional<std::string> Stock::heldFor(records::Connection& connection, std::string_view orderId) const {
    const auto row = connection.queryOne("SELECT serial, item, number FROM blank WHERE order_id = ?1 AND live = 1",
                                         {std::string{orderId}});
    if (!row) return std::nullopt;
    const auto run = runOf(connection, row->text(1), row->integer(2));
    if (!run || run->account.state != state::kInUse) return std::nullopt;
    return row->text(0);
}

base::Outcome Stock::bindToDocument(records::Transaction& tx, const records::Author& author, std::string_view serial,
                                    std::string_view documentId) const {
    auto& connection = tx.connection();
    const auto blank = lockBlank(connection, serial);
    if (!blank) return blank.refusal();
    if (blank->account.state != state::kInUse) return wrongState(serial, blank->account.state);
    const std::string document{documentId};
    if (!blank->document.empty())
        return base::Fault{"stock.bound-already"_code, {{"serial", blank->serial}, {"document", blank->document}}};
    if (const auto row = connection.queryOne("SELECT serial FROM blank WHERE document_id = ?1", {document}))
        return base::Fault{"stock.document-has-blank"_code, {{"document", document}, {"serial", row->text(0)}}};
    connection.execute("UPDATE blank SET document_id = ?2 WHERE serial = ?1", {blank->serial, document});
    const Act act = actOn(connection, "bind", author, blank->account);
    enterMovements(connection, act, {{blank->range, blank->account, blank->account, "document " + document}});
    journal(tx, act, "blank", serial, {{"document", document}});
    return {};
}

base::Outcome Stock::markPersonalised(records::Transaction& tx, const records::Author& author,
                                      std::string_view serial) const {
    auto& connection = tx.connection();
    const auto blank = lockBlank(connection, serial);
    if (!blank) return blank.refusal();
    if (blank->account.state != state::kInUse) return wrongState(serial, blank->account.state);
    if (blank->document.empty()) return base::Fault{"stock.not-bound"_code, {{"serial", blank->serial}}};
    const Act act = actOn(connection, "personalise", author, blank->account);
    enterMovements(connection, act,
                   {{blank->range, blank->account, {blank->account.place, std::string{state::kPersonalised}}}});
    journal(tx, act, "blank", serial, {{"document", blank->document}});
    return {};
}

base::Outcome Stock::spoil(records::Transaction& tx, const records::Author& author, std::string_view serial,
                           const SpoilCause& cause) const {
    auto& connection = tx.connection();
    const auto blank = lockBlank(connection, serial);
    if (!blank) return blank.refusal();
    const auto& now = blank->account;
    if (now.state != state::kUsable && now.state != state::kInUse && now.state != state::kPersonalised &&
        now.state != state::kWithheld)
        return wrongState(serial, now.state);
    if (!knownCause(connection, cause.code)) return base::Fault{"stock.unknown-cause"_code, {{"cause", cause.code}}};
    if (author.approver || isGuarded(connection, now.place))
        if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    Act act = actOn(connection, "spoil", author, now);
    act.cause = cause.code;
    enterMovements(connection, act,
                   {{blank->range,
                     now,
                     {quarantineOf(connection, now.place), std::string{state::kSpoiled}},
                     "cause " + act.cause}});
    journal(tx, act, "blank", serial, {{"cause", act.cause}});
    return {};
}

base::Outcome Stock::spoilUnused(records::Transaction& tx, const records::Author& author, std::string_view serial,
                                 const SpoilCause& cause) const {
    const auto blank = lockBlank(tx.connection(), serial);
    if (!blank) return blank.refusal();
    if (blank->account.state == state::kInUse || blank->account.state == state::kPersonalised)
        return base::Fault{"stock.blank-of-order"_code, {{"serial", blank->serial}, {"order", blank->order}}};
    return spoil(tx, author, serial, cause);
}

}  // namespace inventory
