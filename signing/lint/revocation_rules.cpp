// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/revocation_rules.hpp"

#include <algorithm>
#include <array>

#include "signing/certificates/extension_oids.hpp"
#include "signing/lint/extension_rules.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

using std::chrono::hours;

constexpr auto kLongestInterval = hours{90 * 24}, kShortestInterval = hours{48};
constexpr std::size_t kLongestNumber = 20;
constexpr std::array<std::string_view, 3> kForbidden{"2.5.29.27", "2.5.29.28", "2.5.29.46"};
constexpr std::array<std::string_view, 4> kForbiddenInEntries{"2.5.29.21", "2.5.29.23", "2.5.29.24", "2.5.29.29"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& oids, const std::string& oid) {
    return std::find(oids.begin(), oids.end(), oid) != oids.end();
}

/// A revocation list while it is judged.
class ListJudge {
   public:
    explicit ListJudge(Findings& findings) : m_findings(findings) {}

    void judge(const Element& list, const CertificateView* issuer, std::string& name) {
        Parts parts{list.value, "certificateList", m_findings};
        const auto* body = parts.take(der::kSequence, "TBSCertList");
        const auto* algorithm = parts.take(der::kSequence, "signatureAlgorithm");
        const auto* signature = parts.take(der::kBitString, "signatureValue");
        parts.finish();
        judgeEncoding(list.whole, "certificateList", m_findings);
        if (algorithm != nullptr) judgeSignatureAlgorithm(*algorithm, "signatureAlgorithm", m_findings);
        if (body == nullptr) return;
        m_outer = algorithm;
        judgeBody(*body);
        name = m_issuer.text();
        if (signature == nullptr || signature->value.empty()) return;
        const SignatureView view{body->whole, algorithm, signature->value.subspan(1)};
        judgeSignatureValue(view, "signatureValue", m_findings);
        if (issuer != nullptr) judgeIssue({m_issuer.whole, m_keyIdentifier, view}, *issuer, m_findings);
    }

   private:
    void judgeBody(const Element& body) {
        Parts parts{body.value, "tBSCertList", m_findings};
        const auto* version = parts.takeIf(der::kInteger);
        if (version == nullptr || version->value.size() != 1 || version->value[0] != 1)
            m_findings.note("pki.crl-version"_code, "version");
        const auto* algorithm = parts.take(der::kSequence, "signature");
        if (algorithm != nullptr && m_outer != nullptr && !sameOctets(algorithm->whole, m_outer->whole))
            m_findings.note("pki.algorithms-differ"_code, "signature");
        if (const auto* issuer = parts.take(der::kSequence, "issuer")) {
            m_issuer = readName(*issuer, "issuer", m_findings);
            judgeName(m_issuer, "issuer", m_findings);
        }
        judgeTimes(parts);
        if (const auto* revoked = parts.takeIf(der::kSequence)) judgeEntries(*revoked);
        if (const auto* tagged = parts.takeIf(0xA0)) {
            Parts wrapper{tagged->value, "crlExtensions", m_findings};
            if (const auto* extensions = wrapper.take(der::kSequence, "Extensions")) judgeExtensionsOf(*extensions);
        } else {
            m_findings.note("pki.crl-extensions-missing"_code, "crlExtensions");
        }
        parts.finish();
    }

    static bool isTime(const Element* element) {
        return element != nullptr && (element->tag == der::kUtcTime || element->tag == der::kGeneralizedTime);
    }

    void judgeTimes(Parts& parts) {
        if (!isTime(parts.peek())) return m_findings.note("pki.malformed"_code, "thisUpdate", {{"what", "thisUpdate"}});
        const auto begin = judgeTime(parts.takeAny(), "thisUpdate", m_findings);
        if (!isTime(parts.peek())) return m_findings.note("pki.crl-next-update-missing"_code, "nextUpdate");
        const auto end = judgeTime(parts.takeAny(), "nextUpdate", m_findings);
        if (!begin || !end) return;
        const auto days = std::chrono::floor<std::chrono::days>(*end - *begin).count();
        if (*end - *begin > kLongestInterval)
            m_findings.note("pki.crl-interval-long"_code, "nextUpdate", {{"days", std::to_string(days)}});
        if (*end - *begin < kShortestInterval) m_findings.note("pki.crl-interval-short"_code, "nextUpdate");
    }

    void judgeEntries(const Element& revoked) {
        Parts entries{revoked.value, "revokedCertificates", m_findings};
        if (entries.atEnd()) m_findings.note("pki.crl-empty-list"_code, "revokedCertificates");
        while (const auto* entry = entries.takeAny()) {
            Parts parts{entry->value, "revokedCertificates", m_findings};
            parts.take(der::kInteger, "userCertificate");
            if (isTime(parts.peek()))
                judgeTime(parts.takeAny(), "revokedCertificates.revocationDate", m_findings);
            else
                m_findings.note("pki.malformed"_code, "revokedCertificates", {{"what", "revocationDate"}});
            if (const auto* extensions = parts.takeIf(der::kSequence)) judgeEntryExtensions(*extensions);
            parts.finish();
        }
    }

    void judgeEntryExtensions(const Element& extensions) {
        for (const auto& extension :
             readExtensionViews(extensions, "revokedCertificates.crlEntryExtensions", m_findings)) {
            const auto where = "revokedCertificates." + extension.name();
            if (isOneOf(kForbiddenInEntries, extension.oid))
                m_findings.note("pki.crl-extension-forbidden"_code, where, {{"extension", extension.name()}});
            else if (extension.critical)
                m_findings.note("pki.crl-extension-critical"_code, where, {{"extension", extension.name()}});
        }
    }

    void judgeExtensionsOf(const Element& list) {
        const auto extensions = readExtensionViews(list, "crlExtensions", m_findings);
        for (const auto wanted : {oids::kAuthorityKeyIdentifier, oids::kCrlNumber}) {
            const auto is = [&](const ExtensionView& extension) { return extension.oid == wanted; };
            if (std::none_of(extensions.begin(), extensions.end(), is))
                m_findings.note("pki.crl-extension-missing"_code, "crlExtensions",
                                {{"extension", extensionName(std::string{wanted})}});
        }
        for (const auto& extension : extensions) judgeExtension(extension);
    }

    void judgeExtension(const ExtensionView& extension) {
        if (isOneOf(kForbidden, extension.oid))
            return m_findings.note("pki.crl-extension-forbidden"_code, extension.where(),
                                   {{"extension", extension.name()}});
        if (extension.critical)
            m_findings.note("pki.crl-extension-critical"_code, extension.where(), {{"extension", extension.name()}});
        if (extension.oid == oids::kAuthorityKeyIdentifier) {
            judgeAuthorityKeyIdentifier(extension, m_findings);
            judgeEncoding(extension.value, extension.where(), m_findings);
            CertificateView holder;
            holder.extensions.push_back(extension);
            m_keyIdentifier = holder.authorityKeyIdentifier();
        }
        if (extension.oid == oids::kCrlNumber) judgeNumber(extension);
    }

    void judgeNumber(const ExtensionView& extension) {
        const auto number = soleObject(extension, der::kInteger, m_findings);
        if (!number) return;
        const auto value = number->value;
        if (value.empty() || (value[0] & 0x80U) != 0 || value.size() > kLongestNumber || !minimal(value))
            m_findings.note("pki.crl-number"_code, extension.where());
    }

    Findings& m_findings;
    const Element* m_outer = nullptr;
    NameView m_issuer;
    base::BytesView m_keyIdentifier;
};

}  // namespace

void judgeRevocationList(const Element& list, const CertificateView* issuer, std::string& name, Findings& findings) {
    ListJudge{findings}.judge(list, issuer, name);
}

}  // namespace signing::lint
