// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_facts.hpp"

#include <nlohmann/json.hpp>

#include <set>

#include "issuance/certificate/essential_content.hpp"
#include "signing/seals/visible_text.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using contract::Json;

constexpr std::size_t kLongest = 200;

Json holderOf(const contract::HolderNamed& holder) {
    return {{"name", holder.givenNames + " " + holder.surnames},
            {"born", holder.born},
            {"nationality", holder.nationality},
            {"document_type", holder.documentType},
            {"document", holder.document}};
}

std::string standingOf(const CertificateFacts& facts) {
    if (!facts.entry.ending.empty()) return facts.entry.ending;
    return facts.request.stage == CertificateStage::Signed ? "awaits_endorsement" : "in_force";
}

}  // namespace

std::string factsOf(const CertificateFacts& facts) {
    const auto& entry = facts.entry;
    Json json{{"number", entry.number},
              {"type", entry.type},
              {"kind", std::string{nameOf(facts.type.kind)}},
              {"title", facts.type.title},
              {"date", base::formatDate(entry.day)},
              {"code", entry.code},
              {"folios", entry.folios},
              {"request", entry.request},
              {"standing", standingOf(facts)}};
    if (!entry.ending.empty()) json["ended"] = {{"time", entry.endedAt}, {"reason", entry.reason}};
    if (facts.request.holder) json["holder"] = holderOf(*facts.request.holder);
    json["signers"] = Json::array();
    for (const auto& signer : facts.signers)
        json["signers"].push_back({{"name", signer.name}, {"title", signer.title}});
    json["template"] = {{"name", facts.draft.templateName}, {"sha256", facts.draft.templateSha256}};
    json["essential_content_sha256"] = entry.sha256;
    contract::FormOf<base::Bytes>::write(&entry.seal, json["seal"]);
    json["values"] = Json::parse(jsonOf(entry.values));
    return json.dump(2) + "\n";
}

std::vector<base::Fault> faultsOfDelivery(const contract::CertificateDeliver& delivery) {
    std::vector<base::Fault> faults;
    const auto text = [&](const char* field, const std::string& value) {
        if (value.find_first_not_of(' ') == std::string::npos)
            faults.push_back({"certificate.field-missing"_code, {{"field", field}, {"detail", ""}}, field});
        else if (value.size() > kLongest || !signing::isVisibleText(value))
            faults.push_back({"certificate.field-wrong"_code, {{"field", field}, {"detail", value}}, field});
    };
    text("recipient", delivery.recipient);
    text("identification", delivery.identification);
    static const std::set<std::string> kManners{"counter", "electronic", "courier"};
    if (!kManners.contains(delivery.manner))
        faults.push_back(
            {"certificate.field-wrong"_code, {{"field", "manner"}, {"detail", delivery.manner}}, "manner"});
    return faults;
}

}  // namespace issuance
