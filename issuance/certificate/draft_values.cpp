// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/draft_values.hpp"

#include <sstream>

#include "base/failure.hpp"
#include "issuance/certificate/local_day.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Kind = printing::ActShape::Kind;

std::string_view nameOf(Kind kind) {
    switch (kind) {
        case Kind::Integer: return "integer";
        case Kind::Amount: return "amount";
        case Kind::Date: return "date";
        case Kind::Time: return "time";
        case Kind::Gender: return "gender";
        case Kind::Texts: return "texts";
        default: return "text";
    }
}

/// As templates know it; where it is not stated the masculine form stands for any.
std::string genderOf(const std::string& letter) { return letter == "F" ? "femenino" : "masculino"; }

printing::ActValue typedValue(const std::string& text, const printing::ActShape& field) {
    if (field.kind != Kind::Texts) return text;
    printing::ActList lines;
    std::istringstream all{text};
    for (std::string line; std::getline(all, line);) lines.emplace_back(line);
    return lines;
}

bool isFree(const printing::ActShape& field) {
    return field.origin == printing::ActShape::Origin::Clerk && (field.isText() || field.kind == Kind::Texts);
}

printing::ActMap applicantOf(const contract::ApplicantNamed& applicant) {
    printing::ActMap values{{"nombre", applicant.name},
                            {"identificacion", applicant.identification},
                            {"genero", genderOf(applicant.gender)},
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
            {"genero", genderOf(holder.gender)},
            {"nacimiento", holder.born}};
}

/// "12" of "CM-CENTRAL-2026-000012"; "0" of a preview, which has no number.
std::string ordinalOf(const std::string& number) {
    const auto first = number.find_first_not_of('0', number.rfind('-') + 1);
    const bool digits = first != std::string::npos && number[first] >= '0' && number[first] <= '9';
    return digits ? number.substr(first) : "0";
}

}  // namespace

std::vector<contract::FreeValueLine> freeValues(const printing::ActShape& shape) {
    std::vector<contract::FreeValueLine> values;
    for (const auto& field : shape.fields)
        if (isFree(field))
            values.push_back({field.name, field.meaning, std::string{nameOf(field.kind)},
                              field.presence == printing::ActShape::Presence::Optional});
    return values;
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
        if (field == nullptr || !isFree(*field))
            faults.push_back({"certificate.value-unknown"_code, {{"value", name}}, "values." + name});
        else
            values.insert_or_assign(name, typedValue(text, *field));
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return printing::valuesFor(shape, values);
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
