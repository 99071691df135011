// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_type.hpp"

#include <algorithm>
#include <set>

namespace issuance {
namespace {

using namespace base::literals;
using base::xml::Element;
using Kind = CertificateType::Kind;

bool isYes(const Element& element, std::string_view attribute) { return element.attributeOr(attribute, "no") == "yes"; }

Kind kindNamed(const std::string& name) {
    return name == "resolution" ? Kind::Resolution : name == "attestation" ? Kind::Attestation : Kind::Certificate;
}

std::vector<std::string> textsOf(const Element& root, std::string_view name) {
    std::vector<std::string> texts;
    for (const auto& child : root.children(name)) texts.push_back(child.text());
    return texts;
}

CertificateType typeFrom(const Element& root) {
    CertificateType type;
    type.code = root.attributeOr("code", "");
    type.series = root.attributeOr("series", "");
    type.kind = kindNamed(root.attributeOr("kind", ""));
    type.title = root.childText("title");
    type.templateName = root.attributeOr("template", "");
    type.capacities = textsOf(root, "asked-by");
    for (const auto& each : root.children("register"))
        type.registers.push_back({each.text(), each.attributeOr("lines", "any") == "none"});
    for (const auto& each : root.children("requirement"))
        type.requirements.push_back(
            {each.attributeOr("code", ""), each.text(), each.attributeOr("from", "everyone"), isYes(each, "scan")});
    type.deadline = std::stoi(root.attributeOr("deadline", "0"));
    type.holder = root.attributeOr("about", "person") == "person";
    type.fee = root.attributeOr("fee", "");
    type.reissueFee = root.attributeOr("reissue-fee", "");
    type.endorsed = isYes(root, "endorsed");
    type.legalReview = isYes(root, "legal-review");
    type.paper = isYes(root, "paper");
    type.uncollectedAfter = std::stoi(root.attributeOr("uncollected-after", "30"));
    type.answerDays = std::stoi(root.attributeOr("answer-days", "0"));
    if (const auto days = root.attribute("appeal-days")) type.appealDays = std::stoi(*days);
    return type;
}

}  // namespace

std::string_view nameOf(Kind kind) {
    return kind == Kind::Resolution ? "resolution" : kind == Kind::Attestation ? "attestation" : "certificate";
}

bool CertificateType::allows(const std::string& capacity) const {
    return std::find(capacities.begin(), capacities.end(), capacity) != capacities.end();
}

bool CertificateType::binds(const Requirement& requirement, const std::string& capacity) {
    return requirement.from == "everyone" || requirement.from == capacity;
}

base::Result<CertificateCatalogue> CertificateCatalogue::load(const std::filesystem::path& folder,
                                                              const base::xml::Schema& schema) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    CertificateCatalogue types;
    std::vector<base::Fault> faults;
    std::set<std::string> codes;
    std::set<std::string> series;
    for (const auto& file : files) {
        const auto document = base::xml::Document::parseFile(file);
        if (!document) return document.refusal();
        if (auto found = schema.faultsOf(*document); !found.empty()) return base::Refusal{std::move(found)};
        auto type = typeFrom(document->root());
        const auto where = file.filename().string();
        if (!codes.insert(type.code).second)
            faults.push_back({"certificate.type-twice"_code, {{"type", type.code}}, where});
        if (!series.insert(type.series).second)
            faults.push_back({"certificate.series-twice"_code, {{"series", type.series}}, where});
        if (type.legalReview && type.kind != Kind::Resolution)
            faults.push_back({"certificate.legal-review-of-other"_code, {{"type", type.code}}, where});
        types.m_types.push_back(std::move(type));
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return types;
}

const CertificateType* CertificateCatalogue::find(const std::string& code) const {
    const auto found =
        std::find_if(m_types.begin(), m_types.end(), [&](const auto& type) { return type.code == code; });
    return found == m_types.end() ? nullptr : &*found;
}

}  // namespace issuance
