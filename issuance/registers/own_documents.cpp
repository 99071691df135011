// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/own_documents.hpp"

#include <set>

#include "issuance/order/order_book.hpp"
#include "issuance/registers/person_rows.hpp"
#include "issuance/registers/register_kind.hpp"

namespace issuance {
namespace {

using namespace base::literals;

/// Documents that were released at some time, with what is known of their loss.
constexpr std::string_view kIssued =
    "SELECT d.number, d.kind, d.issued_on, d.expires_on, d.state, (SELECT l.status FROM document_loss l WHERE "
    "l.document_id = d.id ORDER BY l.position DESC LIMIT 1) FROM document d WHERE d.id = ?1 AND (d.state = 'released' "
    "OR (d.state = 'void' AND EXISTS (SELECT 1 FROM stage_event e WHERE e.order_id = d.order_id AND e.blank = "
    "d.blank_serial AND e.stage = 'release' AND e.outcome = 'finish')))";

constexpr std::size_t kAtOnce = 200;

/// Whose key seals the holders of confidential documents, all of them: a search opens many.
constexpr const char* kHolders = "holders";
/// Who keys the documents of before.
constexpr const char* kProgram = "troquel";

std::string placeOf(const std::string& document) { return "own_document_person " + document; }

std::string stateWord(const std::string& state, const std::string& loss, bool expired) {
    if (loss == "lost") return "perdido";
    if (loss == "stolen") return "robado";
    if (state == "void") return "anulado";
    if (loss == "missing") return "extraviado";
    return expired ? "vencido" : "vigente";
}

/// Documents without keys and their orders.
std::vector<std::pair<std::string, std::string>> someUnkeyed(records::Connection& connection) {
    std::vector<std::pair<std::string, std::string>> some;
    connection.forEach(
        "SELECT u.document_id, d.order_id FROM own_document_unkeyed u JOIN document d ON d.id = u.document_id LIMIT ?1",
        {static_cast<std::int64_t>(kAtOnce)},
        [&](const records::Row& row) { some.emplace_back(row.text(0), row.text(1)); });
    return some;
}

void insertHolder(records::Connection& connection, const std::string& document, const PersonColumns& columns,
                  const std::set<std::int64_t>& keys) {
    connection.execute(
        "INSERT INTO own_document_person (document_id, surnames, given_names, born, nationality) VALUES (?1, ?2, ?3, "
        "?4, ?5)",
        {document, columns.surnames, columns.givenNames, columns.born, columns.nationality});
    for (const auto key : keys)
        connection.execute("INSERT INTO own_document_key (key, document_id) VALUES (?1, ?2)", {key, document});
}

}  // namespace

std::string OwnDocuments::name() const { return std::string{kOwnDocuments}; }

std::string OwnDocuments::version(records::Connection& /*connection*/) const { return "propio"; }

Register::Found OwnDocuments::search(records::Connection& connection, const PersonSought& sought) const {
    static const std::string kQuestion =
        std::string{
            "SELECT k.document_id, p.surnames, p.given_names, p.born, d.number, p.nationality FROM own_document_key k "
            "JOIN own_document_person p ON p.document_id = k.document_id JOIN document d ON d.id = k.document_id WHERE "
            "k.key = ?1 AND "}
            .append(PersonsFound::bornCondition(3))
            .append(" LIMIT ?2");
    PersonsFound found{name()};
    const auto holders = m_confidential.find(connection, kHolders);
    const auto searchBy = [&](const SearchKey& key, std::int64_t number) {
        const std::int64_t most = PersonsFound::mostOf(key);
        std::int64_t count = 0;
        const auto [year, day] = PersonsFound::bornParts(key, sought);
        for (const auto& row : connection.query(kQuestion, {number, most, year, day})) {
            ++count;
            const bool confidential = isSealed(row.text(1));
            if (confidential && !holders)
                throw base::Failure{"confidential.damaged"_code, base::NextStep::CallSupervisor, row.text(0)};
            found.add(
                row.text(0),
                confidential ? PersonColumns::opened(row.text(1), *holders, placeOf(row.text(0))) : personFrom(row, 1),
                confidential);
        }
        if (count == most) found.cut();
    };
    for (const auto& key : keysOf(personOf(sought))) {
        searchBy(key, key.number);
        if (holders) searchBy(key, holders->blind(key.number));
    }
    return found.take();
}

RegisterRow OwnDocuments::rowFrom(const records::Row& row, const PersonFound& person) const {
    const auto kind = m_kinds.find(row.text(1));
    const bool expired = row.text(3) < base::formatDate(m_today);
    return {name(),
            row.text(0),
            person,
            {{"tipo", kind == m_kinds.end() ? row.text(1) : kind->second},
             {"numero", row.text(0)},
             {"emision", row.text(2)},
             {"vencimiento", row.text(3)},
             {"estado", stateWord(row.text(4), row.textOrEmpty(5), expired)}}};
}

std::vector<RegisterRow> OwnDocuments::rows(records::Connection& connection, const PersonInRegister& person) const {
    std::vector<RegisterRow> rows;
    for (const auto& id : person.ids)
        if (const auto row = connection.queryOne(kIssued, {id})) rows.push_back(rowFrom(*row, person.person));
    return rows;
}

void noteHolder(records::Transaction& transaction, const records::Author& author, const ConfidentialKeys& confidential,
                const NewDocument& document, const Holder& holder) {
    const PersonFound person{holder.surname, holder.givenNames, holder.dateOfBirth, document.number,
                             holder.nationality};
    auto& connection = transaction.connection();
    const auto columns = PersonColumns::of(person);
    std::set<std::int64_t> keys;
    if (!confidential.find(connection, subjectOfOrder(document.order))) {
        for (const auto& key : keysOf(person)) keys.insert(key.number);
        return insertHolder(connection, document.id, columns, keys);
    }
    const auto holders = confidential.take(transaction, author, kHolders);
    for (const auto& key : keysOf(person)) keys.insert(holders.blind(key.number));
    insertHolder(connection, document.id, columns.sealed(holders, placeOf(document.id)), keys);
}

void keyOlderDocuments(records::Database& database, const OrderBook& orders, const ConfidentialKeys& confidential) {
    const auto connection = database.connect();
    for (auto some = someUnkeyed(*connection); !some.empty(); some = someUnkeyed(*connection)) {
        records::Transaction transaction{*connection};
        for (const auto& [document, order] : some) {
            // Whoever takes it out of the list is the one who does it.
            if (connection->execute("DELETE FROM own_document_unkeyed WHERE document_id = ?1", {document}) == 0)
                continue;
            const auto row = connection->queryOne("SELECT number FROM document WHERE id = ?1", {document});
            const auto holder = orders.load(*connection, ProductionOrderId{order}).content.holder();
            noteHolder(transaction, {records::OperatorId{kProgram}, records::WorkstationId{kProgram}, {}}, confidential,
                       {document, row->text(0), order}, holder);
        }
        transaction.commit();
    }
}

}  // namespace issuance
