// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/act_papers.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "inventory/number_series.hpp"
#include "issuance/certificate/essential_content.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/certificate/training_mark.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/signature/pdf_signature.hpp"
#include "printing/flow/act_template.hpp"
#include "printing/flow/draw_flow.hpp"
#include "printing/flow/spanish_words.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::string_view kSelect =
    "SELECT number, kind, object_kind, object_id, time, person, content FROM act_paper ";

Paper paperFrom(const records::Row& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

base::Result<base::Bytes> signedBy(const House& house, records::Connection& connection, base::BytesView pdf,
                                   const std::string& number) {
    const auto now = house.clock.now();
    const auto signer = house.keyBook->active(connection, CertifiedPurpose::ActSigner);
    if (!signer || !signer->maySignAt(now))
        return base::Fault{
            "pki.nobody-signs"_code, {{"purpose", std::string{nameOf(CertifiedPurpose::ActSigner)}}}, {}};
    const signing::SigningIdentity identity{*house.keys, signer->key, signer->certificate};
    printing::SignatureField field;
    field.moment = now;
    field.name = house.institution.organisation;
    field.reason = number;
    field.certification = printing::SignatureField::Certification::SignaturesOnly;
    field.finalised = true;
    const auto issuers = issuersOf(connection, *house.keyBook, signer->certificate);
    return signPdf(pdf, field, {identity, issuers});
}

std::string roleOnPaper(const records::RoleSet& roles) {
    using records::Role;
    static const std::pair<Role, const char*> kNames[] = {{Role::Custodian, "Custodio de documentos en blanco"},
                                                          {Role::Supervisor, "Supervisor"},
                                                          {Role::Operator, "Operador de personalización"},
                                                          {Role::Inspector, "Inspector de calidad"},
                                                          {Role::SecurityOfficer, "Oficial de seguridad"},
                                                          {Role::Auditor, "Auditor"},
                                                          {Role::Clerk, "Oficinista"},
                                                          {Role::Certifier, "Certificador"},
                                                          {Role::LegalAdviser, "Asesor jurídico"},
                                                          {Role::Administrator, "Administrador del sistema"}};
    for (const auto& [role, name] : kNames)
        if (roles.contains(role)) return name;
    return "Sin cargo registrado";
}

base::Timestamp localOf(const std::string& timestamp) {
    return localTime(base::expected(base::parseTimestamp(timestamp), "time of a paper"));
}

}  // namespace

base::Result<base::Bytes> drawPaper(const House& house, const std::string& name, const printing::ActMap& values,
                                    base::Timestamp now) {
    const auto act = printing::ActTemplate::load(templatesFolder() / (name + ".xml"));
    if (!act)
        throw base::Failure{"paper.template-damaged"_code, base::NextStep::Stop, name,
                            act.refusal().first().code.name()};
    auto document = act->fill(values);
    if (!document) return document.refusal();
    document->created = now;
    if (house.institution.training) markForTraining(*document);
    return printing::draw(*document);
}

base::Result<std::string> issuePaper(House& house, Call& call, PaperDraft draft) {
    auto& tx = call.transaction();
    const auto now = house.clock.now();
    const std::string number = inventory::nextNumber(tx, "ACTA", now);
    draft.values.insert_or_assign("numero", number);
    if (!draft.values.contains("huella")) draft.values.emplace("huella", base::toHex(essentialHash(draft.values)));
    const auto pdf = drawPaper(house, "acts/" + draft.kind, draft.values, now);
    if (!pdf) return pdf.refusal();
    const auto finished = signedBy(house, call.connection, *pdf, number);
    if (!finished) return finished.refusal();
    const auto content = house.contents->put(*finished);
    if (!content) return content.refusal();
    call.connection.execute(
        "INSERT INTO act_paper (number, kind, object_kind, object_id, time, person, content) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6, ?7)",
        {number, draft.kind, draft.objectKind, draft.objectId, base::formatTimestamp(now), call.author.person.text(),
         *content});
    records::appendToJournal(
        tx, house.clock,
        {call.author,
         "paper.issue",
         "paper",
         number,
         "",
         {{"kind", draft.kind}, {"about", draft.objectKind + ":" + draft.objectId}, {"sha256", *content}}});
    return number;
}

std::vector<Paper> papers(records::Connection& connection, const std::string& kind) {
    std::vector<Paper> found;
    connection.forEach(std::string{kSelect} += "WHERE ?1 = '' OR kind = ?1 ORDER BY number", {kind},
                       [&](const records::Row& row) { found.push_back(paperFrom(row)); });
    return found;
}

base::Result<Paper> paperNumbered(records::Connection& connection, const std::string& number) {
    const auto row = connection.queryOne(std::string{kSelect} += "WHERE number = ?1", {number});
    if (!row) return base::Fault{"paper.unknown"_code, {{"number", number}}};
    return paperFrom(*row);
}

std::string paperAbout(records::Connection& connection, const std::string& objectKind, const std::string& objectId) {
    const auto row = connection.queryOne(
        std::string{kSelect} += "WHERE object_kind = ?1 AND object_id = ?2 ORDER BY number DESC LIMIT 1",
        {objectKind, objectId});
    return row ? row->text(0) : "";
}

printing::ActMap personOnPaper(const House& house, records::Connection& connection, const std::string& person) {
    for (const auto& known : house.operators->list(connection))
        if (known.id.text() == person) return {{"nombre", known.fullName}, {"cargo", roleOnPaper(known.roles)}};
    return {{"nombre", person}, {"cargo", roleOnPaper({})}};
}

std::string dayOnPaper(const std::string& timestamp) { return base::formatDate(base::dayOf(localOf(timestamp))); }

std::string hourOnPaper(const std::string& timestamp) {
    return base::formatTimestamp(localOf(timestamp)).substr(sizeof("2026-11-23T") - 1, sizeof("09:30") - 1);
}

std::string itemOnPaper(const House& house, const std::string& item) {
    const auto* known = house.items->find(item);
    if (known == nullptr) return item;
    const auto name = known->names.find("es");
    return name == known->names.end() ? item : name->second;
}

std::string placeOnPaper(records::Connection& connection, const std::string& place) {
    const auto row = connection.queryOne("SELECT name FROM stock_place WHERE id = ?1", {place});
    return row ? row->text(0) : place;
}

std::string stateOnPaper(const std::string& state) {
    static const std::map<std::string, std::string> kStates{
        {"usable", "sin usar"},  {"in_use", "en trabajo"}, {"personalised", "personalizada"}, {"spoiled", "dañada"},
        {"annulled", "anulada"}, {"expired", "vencida"},   {"missing", "faltante"},           {"lost", "perdida"},
        {"stolen", "robada"},    {"withheld", "retenida"}, {"destroyed", "destruida"}};
    const auto found = kStates.find(state);
    return found == kStates.end() ? state : found->second;
}

std::string signedOnPaper(std::int64_t quantity) {
    return (quantity > 0 ? "+" : "") + printing::groupedNumber(quantity);
}

printing::ActList rangesOnPaper(const House& house, const std::vector<inventory::SerialRange>& ranges) {
    printing::ActList texts;
    for (const auto& range : ranges) texts.push_back(textOf(range, *house.items->find(range.item)));
    return texts;
}

}  // namespace issuance
