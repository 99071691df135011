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

/// Collects what is wrong with fields of an act, each by its name.
class FieldCheck {
   public:
    void text(const char* field, const std::string& value) {
        if (value.find_first_not_of(' ') == std::string::npos)
            m_faults.push_back({"certificate.field-missing"_code, {{"field", field}, {"detail", ""}}, field});
        else if (value.size() > kLongest || !signing::isVisibleText(value))
            wrong(field, value);
    }
    void oneOf(const char* field, const std::string& value, const std::set<std::string>& allowed) {
        if (!allowed.contains(value)) wrong(field, value);
    }
    std::vector<base::Fault> take() { return std::move(m_faults); }

   private:
    void wrong(const char* field, const std::string& value) {
        m_faults.push_back({"certificate.field-wrong"_code, {{"field", field}, {"detail", value}}, field});
    }
    std::vector<base::Fault> m_faults;
};

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
    FieldCheck check;
    check.text("recipient", delivery.recipient);
    check.text("identification", delivery.identification);
    check.oneOf("manner", delivery.manner, {"counter", "electronic", "courier"});
    return check.take();
}

std::vector<base::Fault> faultsOfReissue(const contract::CertificateReissue& asked, const CertificateType& type) {
    FieldCheck check;
    check.text("applicant", asked.applicant);
    check.text("identification", asked.identification);
    check.oneOf("cause", asked.cause, {"lost", "stolen", "damaged", "further"});
    check.oneOf("manner", asked.manner, {"paper", "electronic"});
    if (asked.remarks) check.text("remarks", *asked.remarks);
    if (asked.receipt) check.text("receipt", *asked.receipt);
    auto faults = check.take();
    if (type.reissueFee.empty() == asked.receipt.has_value())
        faults.push_back({asked.receipt ? "certificate.receipt-not-wanted"_code : "certificate.receipt-missing"_code,
                          {},
                          "receipt"});
    return faults;
}

}  // namespace issuance
