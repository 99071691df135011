// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/draft_values.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"
#include "issuance/certificate/local_day.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Kind = printing::ActShape::Kind;

constexpr std::array kGivenByHouse{"numero",       "anio",           "correlativo", "codigo",  "fecha",
                                   "hora",         "lugar",          "expediente",  "recibo",  "solicitante",
                                   "titular",      "diligencia",     "papel",       "revisor", "visto_bueno",
                                   "certificador", "movimientos",    "residencias", "visas",   "alertas",
                                   "documentos",   "fecha_solicitud"};

std::string_view nameOf(Kind kind) {
    return kind == Kind::Integer ? "integer" : kind == Kind::Date ? "date" : kind == Kind::Time ? "time" : "text";
}

printing::ActValue selectedValue(const printing::ActValue& value, const printing::ActShape& shape) {
    if (const auto* map = value.map()) return selected(*map, shape);
    const auto* list = value.list();
    if (list == nullptr || shape.kind != Kind::List) return value;
    printing::ActList rows;
    for (const auto& row : *list) rows.push_back(selectedValue(row, shape));
    return rows;
}

printing::ActMap applicantOf(const contract::ApplicantNamed& applicant) {
    printing::ActMap values{{"nombre", applicant.name},
                            {"identificacion", applicant.identification},
                            {"genero", applicant.gender},
                            {"calidad", applicant.capacity}};
    if (applicant.proof) values.emplace("representacion", *applicant.proof);
    return values;
}

printing::ActMap holderOf(const contract::HolderNamed& holder) {
    return {{"nombre", holder.givenNames + " " + holder.surnames},
            {"nombres", holder.givenNames},
            {"apellidos", holder.surnames},
            {"nacionalidad", holder.nationality},
            {"tipo_documento", holder.documentType},
            {"documento", holder.document},
            {"genero", holder.gender},
            {"nacimiento", holder.born}};
}

/// "12" of "CM-CENTRAL-2026-000012"; "0" of a preview, which has no number.
std::string ordinalOf(const std::string& number) {
    const auto first = number.find_first_not_of('0', number.rfind('-') + 1);
    const bool digits = first != std::string::npos && number[first] >= '0' && number[first] <= '9';
    return digits ? number.substr(first) : "0";
}

}  // namespace

bool isGivenByHouse(const std::string& name) {
    return std::find(kGivenByHouse.begin(), kGivenByHouse.end(), name) != kGivenByHouse.end();
}

std::vector<contract::FreeValueLine> freeValues(const printing::ActShape& shape) {
    std::vector<contract::FreeValueLine> values;
    for (const auto& field : shape.fields)
        if (field.isText() && !isGivenByHouse(field.name))
            values.push_back({field.name, field.sample, std::string{nameOf(field.kind)},
                              field.presence == printing::ActShape::Presence::Optional});
    return values;
}

printing::ActMap selected(const printing::ActMap& values, const printing::ActShape& shape) {
    printing::ActMap chosen;
    for (const auto& [name, value] : values)
        if (const auto* field = shape.field(name)) chosen.emplace(name, selectedValue(value, *field));
    return chosen;
}

base::Result<printing::ActMap> draftValues(const DraftSources& sources, const printing::ActShape& shape) {
    const auto& request = sources.request;
    auto values = sources.registers;
    values.emplace("expediente", request.number);
    values.emplace("lugar", sources.place);
    values.emplace("fecha_solicitud",
                   base::formatDate(localDay(base::expected(base::parseTimestamp(request.receivedAt), "received_at"))));
    values.emplace("solicitante", applicantOf(request.applicant));
    if (request.holder) values.emplace("titular", holderOf(*request.holder));
    if (!request.receipt.empty()) values.emplace("recibo", request.receipt);
    if (!sources.diligence.empty()) values.emplace("diligencia", sources.diligence);
    std::vector<base::Fault> faults;
    for (const auto& [name, text] : sources.typed) {
        const auto* field = shape.field(name);
        if (field == nullptr || !field->isText() || isGivenByHouse(name))
            faults.push_back({"certificate.value-unknown"_code, {{"value", name}}, "values." + name});
        else
            values.emplace(name, text);
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return selected(values, shape);
}

printing::ActMap valuesOf(const SignatureValues& given) {
    const auto day = localDay(given.moment);
    printing::ActMap values{{"numero", given.number},
                            {"anio", std::to_string(static_cast<int>(day.year()))},
                            {"correlativo", ordinalOf(given.number)},
                            {"codigo", given.code},
                            {"fecha", base::formatDate(day)},
                            {"hora", base::formatTimestamp(localTime(given.moment)).substr(11, 5)},
                            {"certificador", given.certifier},
                            {"revisor", given.reviewer}};
    if (!given.endorser.empty()) values.emplace("visto_bueno", given.endorser);
    return values;
}

SignatureValues previewSignature(base::Timestamp moment) {
    const printing::ActMap nobody{{"nombre", "SIN FIRMA"}, {"cargo", "borrador sin validez"}};
    return {"SIN NÚMERO", "SIN CÓDIGO", moment, nobody, nobody, nobody};
}

}  // namespace issuance
