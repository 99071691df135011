// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "inventory/stock_blank.hpp"
#include "inventory/two_people.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::array<std::pair<SpoilCause, std::string_view>, 7> kCauses{{
    {SpoilCause::Print, "print"},
    {SpoilCause::Chip, "chip"},
    {SpoilCause::Inspection, "inspection"},
    {SpoilCause::Operator, "operator"},
    {SpoilCause::Supplier, "supplier"},
    {SpoilCause::Doubt, "doubt"},
    {SpoilCause::Cancelled, "cancelled"},
}};

base::Fault wrongState(std::string_view serial, const std::string& found) {
    return {"stock.wrong-state"_code, {{"serial", std::string{serial}}, {"state", found}}};
}

}  // namespace

std::string_view nameOf(SpoilCause cause) {
    for (const auto& [value, name] : kCauses)
        if (value == cause) return name;
    return {};
}

std::optional<SpoilCause> spoilCauseNamed(std::string_view name) {
    for (const auto& [value, known] : kCauses)
        if (known == name) return value;
    return std::nullopt;
}

Act Stock::actOf(std::string_view event, const records::Author& author) const { return {event, author, m_clock.now()}; }

void Stock::journal(records::Transaction& tx, const Act& act, std::string_view objectKind, std::string_view objectId,
                    std::vector<std::pair<std::string, std::string>> facts) const {
    records::appendToJournal(tx, m_clock,
                             {act.author, "stock." + std::string{act.event}, std::string{objectKind},
                              std::string{objectId}, "", std::move(facts)});
}

base::Result<Stock::Blank> Stock::lockBlank(records::Connection& connection, std::string_view serial) const {
    const auto row = connection.queryOne(
        std::string{"SELECT serial, item, number, place, state, shift, order_id, document_id FROM blank WHERE serial = "
                    "?1"} += lockWords(connection, " FOR UPDATE"),
        {std::string{serial}});
    if (!row) return base::Fault{"stock.unknown-serial"_code, {{"serial", std::string{serial}}}};
    return Blank{row->text(0),        row->text(1),        row->integer(2),    {row->text(3), row->text(4)},
                 row->textOrEmpty(5), row->textOrEmpty(6), row->textOrEmpty(7)};
}

base::Result<std::string> Stock::takeNext(records::Transaction& tx, const records::Author& author,
                                          const records::WorkstationId& workstation, std::string_view item,
                                          std::string_view orderId) const {
    auto& connection = tx.connection();
    const std::string order{orderId};
    if (const auto row = connection.queryOne(
            "SELECT serial FROM blank WHERE order_id = ?1 AND state IN ('in_use', 'personalised')", {order}))
        return base::Fault{"stock.order-has-blank"_code, {{"order", order}, {"serial", row->text(0)}}};
    const base::Fault none{"stock.no-blank"_code, {{"item", std::string{item}}, {"workstation", workstation.text()}}};
    const auto shift =
        connection.queryOne(std::string{"SELECT id FROM stock_shift WHERE workstation = ?1 AND closed_at IS NULL"} +=
                            lockWords(connection, " FOR SHARE"),
                            {workstation.text()});
    if (!shift) return none;
    const auto next = connection.queryOne(
        std::string{"SELECT serial, number FROM blank WHERE shift = ?1 AND item = ?2 AND state = 'usable' ORDER BY "
                    "number LIMIT 1"} += lockWords(connection, " FOR UPDATE SKIP LOCKED"),
        {shift->text(0), std::string{item}});
    if (!next) return none;
    connection.execute("UPDATE blank SET state = 'in_use', order_id = ?2 WHERE serial = ?1", {next->text(0), order});
    Act act = actOf("take", author);
    act.shift = shift->text(0);
    const std::string here = placeOf(workstation);
    enterMovements(connection, act,
                   {{{std::string{item}, next->integer(1), next->integer(1)},
                     {here, std::string{state::kUsable}},
                     {here, std::string{state::kInUse}},
                     "order " + order}});
    journal(tx, act, "blank", next->text(0), {{"order", order}});
    return next->text(0);
}

std::optional<std::string> Stock::heldFor(records::Connection& connection, std::string_view orderId) const {
    const auto row = connection.queryOne("SELECT serial FROM blank WHERE order_id = ?1 AND state = 'in_use'",
                                         {std::string{orderId}});
    return row ? std::optional{row->text(0)} : std::nullopt;
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
    Act act = actOf("bind", author);
    act.shift = blank->shift;
    enterMovements(connection, act, {{blank->range(), blank->account, blank->account, "document " + document}});
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
    connection.execute("UPDATE blank SET state = 'personalised' WHERE serial = ?1", {blank->serial});
    Act act = actOf("personalise", author);
    act.shift = blank->shift;
    enterMovements(connection, act,
                   {{blank->range(), blank->account, {blank->account.place, std::string{state::kPersonalised}}}});
    journal(tx, act, "blank", serial, {{"document", blank->document}});
    return {};
}

base::Outcome Stock::spoil(records::Transaction& tx, const records::Author& author, std::string_view serial,
                           SpoilCause cause) const {
    auto& connection = tx.connection();
    const auto blank = lockBlank(connection, serial);
    if (!blank) return blank.refusal();
    const auto& now = blank->account;
    if (now.state != state::kUsable && now.state != state::kInUse && now.state != state::kPersonalised)
        return wrongState(serial, now.state);
    if (now.place == place::kVault)
        if (const auto fault = faultOfTwoPeople(author)) return *fault;
    const std::string name{nameOf(cause)};
    connection.execute("UPDATE blank SET state = 'spoiled', place = 'quarantine', cause = ?2 WHERE serial = ?1",
                       {blank->serial, name});
    Act act = actOf("spoil", author);
    act.shift = blank->shift;
    enterMovements(
        connection, act,
        {{blank->range(), now, {std::string{place::kQuarantine}, std::string{state::kSpoiled}}, "cause " + name}});
    journal(tx, act, "blank", serial, {{"cause", name}});
    return {};
}

}  // namespace inventory
