// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/lint.hpp"

#include <algorithm>

#include "signing/asn1/cursor.hpp"
#include "signing/lint/list_rules.hpp"
#include "signing/lint/revocation_rules.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::string_view kDashes = "-----";

/// The octets between the first BEGIN and END lines of a PEM text; nothing where there are none.
std::optional<base::Bytes> pemContent(std::string_view text) {
    const auto begin = text.find("-----BEGIN ");
    if (begin == std::string_view::npos) return std::nullopt;
    const auto body = text.find(kDashes, begin + kDashes.size());
    const auto end = text.find("-----END ", begin);
    if (body == std::string_view::npos || end == std::string_view::npos || end < body) return std::nullopt;
    const auto octets = base::fromBase64(text.substr(body + kDashes.size(), end - body - kDashes.size()));
    return octets ? std::optional<base::Bytes>{*octets} : std::nullopt;
}

/// DER out of DER, PEM or bare base64.
base::Bytes unwrapped(base::BytesView file) {
    base::Bytes same{file.begin(), file.end()};
    if (file.empty() || file[0] == der::kSequence) return same;
    const auto text = base::textOf(file);
    if (auto pem = pemContent(text)) return std::move(*pem);
    auto octets = base::fromBase64(text);
    return octets ? std::move(octets).value() : same;
}

/// Brings an object into definite form and cuts off what follows it; both are findings.
base::Bytes tidied(base::Bytes octets, Findings& findings) {
    const auto first = base::tlv::readFirst(octets);
    if (first && first->whole.size() < octets.size()) {
        findings.note("pki.trailing-octets"_code, {}, {{"count", std::to_string(octets.size() - first->whole.size())}});
        octets.resize(first->whole.size());
    }
    auto definite = definiteForm(octets);
    if (!definite || *definite == octets) return octets;
    findings.note("pki.not-der"_code, {}, {{"what", "indefinite-length"}});
    return std::move(definite).value();
}

enum class Outline { Certificate, RevocationList, SignedList, Unknown };

/// Told by what stands in the second level.
Outline outlineOf(const Element& object) {
    Findings unheard;
    if (object.tag != der::kSequence) return Outline::Unknown;
    Parts parts{object.value, "", unheard};
    if (parts.takeIf(der::kOid) != nullptr) return Outline::SignedList;
    const auto* body = parts.takeIf(der::kSequence);
    if (body == nullptr) return Outline::Unknown;
    Parts fields{body->value, "", unheard};
    if (fields.size() < 3) return Outline::Unknown;
    while (const auto* field = fields.takeAny())
        if (field->tag == der::kUtcTime || field->tag == der::kGeneralizedTime) return Outline::RevocationList;
    return Outline::Certificate;
}

/// The issuer's certificate that came with the question; nothing where none did or it cannot be read.
class Issuer {
   public:
    explicit Issuer(base::BytesView file) : m_octets(unwrapped(file)) {
        const auto element = base::tlv::readFirst(m_octets);
        if (element && outlineOf(*element) == Outline::Certificate) m_view = readView(*element, m_unheard);
    }
    [[nodiscard]] const CertificateView* view() const { return m_view ? &*m_view : nullptr; }

   private:
    base::Bytes m_octets;
    Findings m_unheard;
    std::optional<CertificateView> m_view;
};

ObjectReport judgeOne(const Element& object, const Question& question, const CertificateView* issuer) {
    auto judged = judgedCertificate(object, question.kind);
    const auto& view = judged.view;
    if (issuer != nullptr && judged.kind != Kind::CscaRoot)
        judgeIssue({view.issuer.whole, view.authorityKeyIdentifier(), view.signatureView()}, *issuer, judged.findings);
    return reportOf(judged, "");
}

ObjectReport judgeList(const Element& object, const CertificateView* issuer) {
    ObjectReport report{"crl", "", "", {}};
    Findings findings;
    judgeRevocationList(object, issuer, report.name, findings);
    report.findings = findings.all();
    return report;
}

std::vector<ObjectReport> judgeObject(const Element& object, const Question& question) {
    const Issuer issuer{question.issuer};
    switch (outlineOf(object)) {
        case Outline::Certificate: return {judgeOne(object, question, issuer.view())};
        case Outline::RevocationList: return {judgeList(object, issuer.view())};
        case Outline::SignedList: return judgeSignedList(object);
        case Outline::Unknown: break;
    }
    Findings findings;
    findings.note("pki.unknown-object"_code);
    return {{"unknown", "", "", findings.all()}};
}

}  // namespace

std::size_t ObjectReport::count(Grade grade) const {
    const auto is = [&](const Finding& finding) { return finding.grade == grade; };
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), is));
}

std::vector<ObjectReport> judgeFile(base::BytesView file, const Question& question) {
    Findings ofFile;
    const auto octets = tidied(unwrapped(file), ofFile);
    const auto object = base::tlv::readFirst(octets);
    auto reports = judgeObject(object ? *object : Element{}, question);
    auto& first = reports.front().findings;
    first.insert(first.begin(), ofFile.all().begin(), ofFile.all().end());
    return reports;
}

}  // namespace signing::lint
