// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/parts.hpp"

#include <algorithm>
#include <map>

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kMostParts = 200000, kMostCharacters = 64;

const std::map<std::string_view, std::string_view> kExtensions{
    {"2.5.29.9", "subjectDirectoryAttributes"},
    {"2.5.29.14", "subjectKeyIdentifier"},
    {"2.5.29.15", "keyUsage"},
    {"2.5.29.16", "privateKeyUsagePeriod"},
    {"2.5.29.17", "subjectAltName"},
    {"2.5.29.18", "issuerAltName"},
    {"2.5.29.19", "basicConstraints"},
    {"2.5.29.20", "cRLNumber"},
    {"2.5.29.21", "reasonCode"},
    {"2.5.29.23", "holdInstructionCode"},
    {"2.5.29.24", "invalidityDate"},
    {"2.5.29.27", "deltaCRLIndicator"},
    {"2.5.29.28", "issuingDistributionPoint"},
    {"2.5.29.29", "certificateIssuer"},
    {"2.5.29.30", "nameConstraints"},
    {"2.5.29.31", "cRLDistributionPoints"},
    {"2.5.29.32", "certificatePolicies"},
    {"2.5.29.33", "policyMappings"},
    {"2.5.29.35", "authorityKeyIdentifier"},
    {"2.5.29.36", "policyConstraints"},
    {"2.5.29.37", "extKeyUsage"},
    {"2.5.29.46", "freshestCRL"},
    {"2.5.29.54", "inhibitAnyPolicy"},
    {"1.3.6.1.5.5.7.1.1", "authorityInfoAccess"},
    {"1.3.6.1.5.5.7.1.11", "subjectInfoAccess"},
    {"2.16.840.1.113730.1.1", "netscapeCertType"},
    {"2.23.136.1.1.6.1", "nameChange"},
    {"2.23.136.1.1.6.2", "documentTypeList"},
};

const std::map<std::string_view, std::string_view> kAttributes{
    {"2.5.4.3", "commonName"},
    {"2.5.4.4", "surname"},
    {"2.5.4.5", "serialNumber"},
    {"2.5.4.6", "countryName"},
    {"2.5.4.7", "localityName"},
    {"2.5.4.8", "stateOrProvinceName"},
    {"2.5.4.9", "streetAddress"},
    {"2.5.4.10", "organizationName"},
    {"2.5.4.11", "organizationalUnitName"},
    {"2.5.4.12", "title"},
    {"2.5.4.13", "description"},
    {"2.5.4.17", "postalCode"},
    {"2.5.4.97", "organizationIdentifier"},
    {"1.2.840.113549.1.9.1", "emailAddress"},
};

std::string nameIn(const std::map<std::string_view, std::string_view>& names, const std::string& oid) {
    const auto found = names.find(oid);
    return found == names.end() ? oid : std::string{found->second};
}

}  // namespace

Parts::Parts(base::BytesView content, std::string where, Findings& findings)
    : m_where(std::move(where)), m_findings(findings) {
    while (!content.empty()) {
        const auto element = base::tlv::readFirst(content);
        if (!element || m_parts.size() == kMostParts) {
            m_findings.note("pki.malformed"_code, m_where, {{"what", element ? "too-many-parts" : "tag-or-length"}});
            return;
        }
        m_parts.push_back(*element);
        content = content.subspan(element->whole.size());
    }
}

const Element* Parts::takeIf(base::tlv::Tag tag) {
    const auto* next = peek();
    if (next == nullptr || next->tag != tag) return nullptr;
    ++m_next;
    return next;
}

const Element* Parts::take(base::tlv::Tag tag, std::string_view what) {
    const auto* next = takeIf(tag);
    if (next == nullptr) m_findings.note("pki.malformed"_code, m_where, {{"what", std::string{what}}});
    return next;
}

const Element* Parts::takeAny() {
    const auto* next = peek();
    if (next != nullptr) ++m_next;
    return next;
}

void Parts::finish() {
    if (!atEnd()) m_findings.note("pki.malformed"_code, m_where, {{"what", "parts-left-over"}});
}

std::string legible(base::BytesView octets) {
    std::string text;
    for (const auto octet : octets.first(std::min(octets.size(), kMostCharacters)))
        text += octet >= 0x20 && octet < 0x7F ? static_cast<char>(octet) : '?';
    return text;
}

std::string dotted(const Element& oid) {
    const auto text = der::readOid(oid.value);
    return text ? *text : "?";
}

std::string extensionName(const std::string& oid) { return nameIn(kExtensions, oid); }
std::string attributeName(const std::string& oid) { return nameIn(kAttributes, oid); }

bool minimal(base::BytesView integer) {
    if (integer.size() < 2) return !integer.empty();
    const bool negative = (integer[1] & 0x80U) != 0;
    return !(integer[0] == 0x00 && !negative) && !(integer[0] == 0xFF && negative);
}

std::optional<base::Timestamp> judgeTime(const Element* element, const std::string& where, Findings& findings) {
    if (element == nullptr) return std::nullopt;
    const auto moment = der::readTime(*element);
    if (!moment) {
        findings.note("pki.time-form"_code, where, {{"value", legible(element->value)}});
        return std::nullopt;
    }
    const bool early = base::dayOf(*moment).year() < std::chrono::year{2050};
    if (early && element->tag == der::kGeneralizedTime) findings.note("pki.time-too-early"_code, where);
    return *moment;
}

}  // namespace signing::lint
