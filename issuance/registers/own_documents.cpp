// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/own_documents.hpp"

#include <set>

#include "issuance/registers/person_rows.hpp"
#include "issuance/registers/register_kind.hpp"

namespace issuance {
namespace {

std::string stateWord(const std::string& state) {
    if (state == "released") return "emitido";
    return state == "void" ? "anulado" : "en trámite";
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
    for (const auto& key : keysOf(personOf(sought))) {
        const std::int64_t most = PersonsFound::mostOf(key);
        std::int64_t count = 0;
        const auto [year, day] = PersonsFound::bornParts(key, sought);
        for (const auto& row : connection.query(kQuestion, {key.number, most, year, day})) {
            ++count;
            found.add(row.text(0), personFrom(row, 1));
        }
        if (count == most) found.cut();
    }
    return found.take();
}

std::vector<RegisterRow> OwnDocuments::rows(records::Connection& connection, const PersonInRegister& person) const {
    std::vector<RegisterRow> rows;
    for (const auto& id : person.ids)
        if (const auto row = connection.queryOne(
                "SELECT number, kind, issued_on, expires_on, state FROM document WHERE id = ?1", {id}))
            rows.push_back({name(),
                            row->text(0),
                            person.person,
                            {{"tipo", row->text(1)},
                             {"numero", row->text(0)},
                             {"emision", row->text(2)},
                             {"vencimiento", row->text(3)},
                             {"estado", stateWord(row->text(4))}}});
    return rows;
}

void noteHolder(records::Transaction& transaction, const std::string& document, const std::string& number,
                const Holder& holder) {
    const PersonFound person{holder.surname, holder.givenNames, holder.dateOfBirth, number, holder.nationality};
    auto& connection = transaction.connection();
    connection.execute(
        "INSERT INTO own_document_person (document_id, surnames, given_names, born, nationality) VALUES (?1, ?2, ?3, "
        "?4, ?5)",
        {document, person.surnames, person.givenNames, bornText(person.born), person.nationality});
    std::set<std::int64_t> keys;
    for (const auto& key : keysOf(person)) keys.insert(key.number);
    for (const auto key : keys)
        connection.execute("INSERT INTO own_document_key (key, document_id) VALUES (?1, ?2)", {key, document});
}

}  // namespace issuance
