// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/kind_file.hpp"

#include <algorithm>

#include "issuance/document/number_pattern.hpp"
#include "issuance/document/signature_waiver.hpp"
#include "issuance/document/state_codes.hpp"

namespace issuance {

using namespace base::literals;
namespace {

using base::xml::Element;

int numberOf(const Element& element, std::string_view attribute, int otherwise = 0) {
    const auto text = element.attribute(attribute);
    return text ? std::stoi(*text) : otherwise;
}

MrzFormat formatNamed(const std::string& name) {
    return name == "TD1" ? MrzFormat::Td1 : name == "TD2" ? MrzFormat::Td2 : MrzFormat::Td3;
}

void readMrz(const Element& mrz, DocumentKind& kind) {
    kind.mrzFormat = formatNamed(mrz.attributeOr("format", ""));
    kind.documentCode = mrz.attributeOr("code", "");
    kind.issuingState = mrz.attributeOr("issuing-state", "");
    kind.optionalData =
        mrz.attributeOr("optional-data", "none") == "cui" ? OptionalData::PersonalNumber : OptionalData::None;
    kind.transliteration.enye = mrz.attributeOr("enye", kind.transliteration.enye);
    kind.transliteration.uDiaeresis = mrz.attributeOr("u-diaeresis", kind.transliteration.uDiaeresis);
}

NationalityRule readNationality(const Element& element) {
    NationalityRule rule;
    const std::string source = element.attributeOr("rule", "");
    rule.source = source == "fixed"     ? NationalityRule::Source::Fixed
                  : source == "printed" ? NationalityRule::Source::Printed
                                        : NationalityRule::Source::Holder;
    rule.code = element.attributeOr("code", "");
    rule.es = element.attributeOr("es", "");
    rule.en = element.attributeOr("en", "");
    for (const auto& allowed : element.children("allowed")) rule.allowed.insert(allowed.text());
    return rule;
}

void readValidity(const Element& element, DocumentKind& kind) {
    kind.lastDay =
        element.attributeOr("last-day", "") == "anniversary" ? LastDay::Anniversary : LastDay::DayBeforeAnniversary;
    for (const auto& years : element.children("years"))
        kind.validity.push_back({std::stoi(years.text()), numberOf(years, "minimum-age")});
}

NumberSource readNumberSource(const Element& element) {
    if (element.attributeOr("source", "") == "blank") return {};
    return {NumberSource::From::Sequence, element.attributeOr("sequence", ""), element.attributeOr("pattern", "")};
}

void readChip(const Element& element, DocumentKind& kind) {
    kind.chipProfile = element.attributeOr("profile", "");
    if (element.attributeOr("encoded", "") == "before-printing") kind.encoding = Encoding::BeforePrinting;
}

std::vector<Material> readMaterials(const Element& element) {
    std::vector<Material> materials;
    for (const auto& part : element.children("material")) {
        const auto step = part.attributeOr("step", "print");
        materials.push_back({part.attributeOr("item", ""),
                             step == "encode"    ? MaterialStep::Encode
                             : step == "inspect" ? MaterialStep::Inspect
                                                 : MaterialStep::Print,
                             numberOf(part, "quantity", 1), numberOf(part, "documents", 1), numberOf(part, "low")});
    }
    std::ranges::sort(materials, {}, &Material::item);
    return materials;
}

void readVisualZone(const Element& element, DocumentKind& kind) {
    kind.longestName = static_cast<std::size_t>(numberOf(element, "longest-name"));
    kind.longestPlace = static_cast<std::size_t>(numberOf(element, "longest-place"));
}

PortraitRule readPortraitRule(const Element& element) {
    PortraitRule rule;
    rule.leastWidth = static_cast<std::uint32_t>(numberOf(element, "least-width"));
    rule.leastHeight = static_cast<std::uint32_t>(numberOf(element, "least-height"));
    return rule;
}

void readScanLimits(const Element& element, DocumentKind& kind) {
    for (const auto& band : element.children("band"))
        if (auto* limit = kind.scanLimits.named(band.attributeOr("measure", "")))
            *limit = {std::stod(band.attributeOr("good", "0")), std::stod(band.attributeOr("refused", "0"))};
}

std::vector<SignatureWaiverRule> readSignatureWaivers(const Element& element) {
    std::vector<SignatureWaiverRule> rules;
    for (const auto& waiver : element.children("waiver"))
        rules.push_back(
            {*signatureWaiverNamed(waiver.attributeOr("reason", "")), waiver.text(), numberOf(waiver, "below-age")});
    return rules;
}

/// 9303-4 4.4: passports begin with P. 9303-5 and -6 4.2.2 note k: others with A, C or I; V is never second, nor C
/// after A (crew member certificate).
bool mayBeCode(const DocumentKind& kind) {
    const char first = kind.documentCode.at(0);
    const char second = kind.documentCode.size() > 1 ? kind.documentCode[1] : '<';
    if (kind.mrzFormat == MrzFormat::Td3) return first == 'P';
    return (first == 'A' || first == 'C' || first == 'I') && second != 'V' && !(first == 'A' && second == 'C');
}

bool knownState(const std::string& code) { return readStateCode(code).ok(); }

bool nationalityHolds(const NationalityRule& rule) {
    if (rule.source != NationalityRule::Source::Holder) return rule.allowed.empty() && knownState(rule.code);
    return rule.code.empty() && std::all_of(rule.allowed.begin(), rule.allowed.end(), knownState);
}

bool validityHolds(const std::vector<ValidityRule>& rules) {
    std::set<int> years;
    return std::all_of(rules.begin(), rules.end(), [&](const auto& rule) { return years.insert(rule.years).second; });
}

bool numberHolds(const DocumentKind& kind) {
    if (kind.number.from == NumberSource::From::Blank) return true;
    const auto number = writeNumber(kind.number.pattern, 2026, 1);
    const std::size_t most = kind.mrzFormat == MrzFormat::Td1 ? 22 : 9;
    return number && number->text().size() <= most && !kind.number.sequence.empty();
}

}  // namespace

DocumentKind readKind(const Element& element) {
    DocumentKind kind;
    kind.id = KindId{element.attributeOr("id", "")};
    for (const auto& name : element.children("name"))
        (name.attributeOr("lang", "") == "es" ? kind.nameEs : kind.nameEn) = name.text();
    for (const auto& part : element.children()) {
        const std::string name = part.name();
        if (name == "mrz") readMrz(part, kind);
        if (name == "nationality") kind.nationality = readNationality(part);
        if (name == "validity") readValidity(part, kind);
        if (name == "blank") {
            kind.blankItem = part.attributeOr("item", "");
            kind.blankPages = numberOf(part, "pages");
        }
        if (name == "number") kind.number = readNumberSource(part);
        if (name == "page") kind.pageDesigns.push_back(part.attributeOr("design", ""));
        if (name == "chip") readChip(part, kind);
        if (name == "materials") kind.materials = readMaterials(part);
        if (name == "release" && part.attributeOr("second-person", "") == "no") kind.release = ReleaseRule::SamePerson;
        if (name == "authority") kind.authority = part.text();
        if (name == "visual-zone") readVisualZone(part, kind);
        if (name == "holder") {
            kind.cuiRequired = part.attributeOr("cui", "") == "required";
            kind.confidential = part.attributeOr("confidential", "") == "yes";
        }
        if (name == "portrait") kind.portrait = readPortraitRule(part);
        if (name == "inspection") readScanLimits(part, kind);
        if (name == "signature") kind.signatureWaivers = readSignatureWaivers(part);
    }
    return kind;
}

std::vector<base::Fault> faultsOf(const DocumentKind& kind) {
    std::vector<base::Fault> faults;
    if (!mayBeCode(kind)) faults.push_back({"kind.wrong-code"_code, {{"value", kind.documentCode}}});
    const auto require = [&](bool holds, const char* rule) {
        if (!holds) faults.push_back({"kind.wrong-rule"_code, {{"rule", rule}}});
    };
    require(knownState(kind.issuingState), "mrz/@issuing-state");
    require(nationalityHolds(kind.nationality), "nationality");
    require(validityHolds(kind.validity), "validity");
    require(numberHolds(kind), "number");
    const auto ofChip = [](const Material& material) { return material.step == MaterialStep::Encode; };
    require(kind.chipProfile || std::ranges::none_of(kind.materials, ofChip), "materials");
    return faults;
}

}  // namespace issuance
