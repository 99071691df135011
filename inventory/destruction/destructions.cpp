// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/destruction/destructions.hpp"

#include <algorithm>

#include "inventory/cases/cases.hpp"
#include "inventory/destruction/destruction_rows.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;
using Stage = DestructionStage;

base::Fault unknown(std::string_view number) {
    return {"destruction.unknown"_code, {{"destruction", std::string{number}}}};
}
base::Fault badText(std::string field) { return {"destruction.bad-text"_code, {{"field", std::move(field)}}}; }

}  // namespace

void Destructions::journal(records::Transaction& tx, const records::Author& author, std::string_view act,
                           const std::string& number, std::vector<std::pair<std::string, std::string>> facts) const {
    records::appendToJournal(tx, m_clock, {author, std::string{act}, "destruction", number, "", std::move(facts)});
}

base::Fault Destructions::faultOf(base::FailureCode code, const SerialRange& range) const {
    return {std::move(code), {{"serial", textOf(range, *m_catalogue.find(range.item))}}};
}

/// The destruction, which nobody else changes until the transaction ends, where it is at one of these stages.
base::Result<Destruction> Destructions::lockIn(records::Transaction& tx, std::string_view number,
                                               const std::vector<Stage>& stages) const {
    auto& connection = tx.connection();
    tx.takeTurn("destruction", number);
    auto found = destructionNumbered(connection, number);
    if (!found) return unknown(number);
    if (std::find(stages.begin(), stages.end(), found->stage) == stages.end())
        return base::Fault{"destruction.wrong-stage"_code,
                           {{"destruction", found->number}, {"stage", std::string{nameOf(found->stage)}}}};
    return std::move(*found);
}

base::Outcome Destructions::authorise(records::Transaction& tx, const records::Author& author, std::string_view number,
                                      const Decision& document) const {
    const auto found = lockIn(tx, number, {Stage::Requested});
    if (!found) return found.refusal();
    if (author.person.text() == found->requestedBy)
        return base::Fault{"destruction.same-person"_code, {{"destruction", found->number}}};
    if (!isPlainText(document.document)) return badText("document");
    const std::string date = base::formatDate(document.date);
    tx.connection().execute(
        "INSERT INTO destruction_authorisation (destruction, requested_by, document, document_date, time, person) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {found->number, found->requestedBy, document.document, date, base::formatTimestamp(m_clock.now()),
         author.person.text()});
    journal(tx, author, "destruction.authorise", found->number, {{"document", document.document}, {"date", date}});
    return {};
}

base::Outcome Destructions::nameCommission(records::Transaction& tx, const records::Author& author,
                                           std::string_view number, const Commission& commission) const {
    const auto found = lockIn(tx, number, {Stage::Authorised, Stage::Commissioned});
    if (!found) return found.refusal();
    auto faults = faultsOf(commission.members, "member", 1);
    const auto& document = commission.document;
    if (!isPlainText(document.document)) faults.push_back(badText("document"));
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    auto& connection = tx.connection();
    const auto naming = connection
                            .queryOne(
                                "SELECT coalesce(max(naming), 0) + 1 FROM destruction_commission WHERE "
                                "destruction = ?1",
                                {found->number})
                            ->integer(0);
    const std::string date = base::formatDate(document.date);
    connection.execute(
        "INSERT INTO destruction_commission (destruction, naming, document, document_date, time, person) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {found->number, naming, document.document, date, base::formatTimestamp(m_clock.now()), author.person.text()});
    addParticipants(connection, found->number, "member", naming, commission.members);
    journal(tx, author, "destruction.commission", found->number,
            {{"document", document.document}, {"date", date}, {"members", std::to_string(commission.members.size())}});
    return {};
}

base::Outcome Destructions::cancel(records::Transaction& tx, const records::Author& author, std::string_view number,
                                   const std::string& reason) const {
    const auto found = lockIn(tx, number, {Stage::Requested, Stage::Authorised, Stage::Commissioned});
    if (!found) return found.refusal();
    if (!isPlainText(reason)) return badText("reason");
    end(tx, author, found->number, Stage::Cancelled, reason);
    journal(tx, author, "destruction.cancel", found->number, {{"quantity", std::to_string(found->quantity)}});
    return {};
}

void Destructions::end(records::Transaction& tx, const records::Author& author, const std::string& number,
                       Stage outcome, const std::string& reason) const {
    auto& connection = tx.connection();
    connection.execute(
        "INSERT INTO destruction_end (destruction, outcome, time, person, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
        {number, std::string{nameOf(outcome)}, base::formatTimestamp(m_clock.now()), author.person.text(), reason});
    connection.execute("DELETE FROM destruction_claim WHERE destruction = ?1", {number});
}

std::vector<Destruction> Destructions::list(records::Connection& connection) const {
    return destructionsIn(connection);
}

base::Result<Destruction> Destructions::show(records::Connection& connection, std::string_view number) const {
    auto found = destructionNumbered(connection, number);
    if (!found) return unknown(number);
    return std::move(*found);
}

}  // namespace inventory
