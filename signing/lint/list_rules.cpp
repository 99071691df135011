// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/list_rules.hpp"

#include <algorithm>
#include <map>

#include "signing/cms/signed_data.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::string_view kMasterList = "2.23.136.1.1.2", kDeviationList = "2.23.136.1.1.7";
constexpr std::size_t kMostCertificates = 2048, kMostTries = 8;

/// One signed list while it is judged.
class ListJudge {
   public:
    std::vector<ObjectReport> judge(const Element& contentInfo) {
        Parts outer{contentInfo.value, "contentInfo", m_findings};
        const auto* type = outer.take(der::kOid, "contentType");
        if (type != nullptr && !kIdSignedData.is(type->value))
            note("pki.list-content-type"_code, "contentInfo", {{"type", dotted(*type)}});
        const auto* tagged = outer.take(0xA0, "content");
        outer.finish();
        judgeEncoding(contentInfo.whole, "contentInfo", m_findings);
        if (tagged != nullptr) {
            Parts wrapper{tagged->value, "contentInfo", m_findings};
            if (const auto* data = wrapper.take(der::kSequence, "SignedData")) judgeSignedData(*data);
            wrapper.finish();
            judgeListSignature(contentInfo.whole, m_signers, m_findings);
        }
        return reports();
    }

   private:
    void judgeSignedData(const Element& data) {
        Parts parts{data.value, "signedData", m_findings};
        const auto* version = parts.take(der::kInteger, "version");
        if (version != nullptr && (version->value.size() != 1 || version->value[0] != 3))
            note("pki.list-version"_code, "signedData.version");
        if (const auto* digests = parts.take(der::kSet, "digestAlgorithms")) judgeDigests(*digests);
        if (const auto* content = parts.take(der::kSequence, "encapContentInfo")) judgeContent(*content);
        if (const auto* certificates = parts.takeIf(0xA0)) readSigners(*certificates);
        if (parts.takeIf(0xA1) != nullptr) note("pki.list-crls"_code, "signedData.crls");
        if (const auto* signers = parts.take(der::kSet, "signerInfos")) judgeSigners(*signers);
        parts.finish();
    }

    void judgeDigests(const Element& digests) {
        Parts each{digests.value, "signedData.digestAlgorithms", m_findings};
        while (const auto* digest = each.takeAny()) judgeDigest(*digest, "signedData.digestAlgorithms");
    }

    void judgeDigest(const Element& identifier, const std::string& where) {
        const auto digest = readDigestAlgorithm(identifier);
        if (!digest || digest->algorithm == base::DigestAlgorithm::Sha1) {
            Parts parts{identifier.value, where, m_findings};
            const auto* oid = parts.take(der::kOid, "DigestAlgorithmIdentifier");
            note("pki.hash-not-permitted"_code, where, {{"hash", digest ? "SHA-1" : oid ? dotted(*oid) : "?"}});
        }
        if (digest && digest->hasParameters) note("pki.list-digest-parameters"_code, where);
    }

    void judgeContent(const Element& encapsulated) {
        Parts parts{encapsulated.value, "encapContentInfo", m_findings};
        const auto* type = parts.take(der::kOid, "eContentType");
        const auto name = type == nullptr ? std::string{"?"} : dotted(*type);
        m_deviations = name == kDeviationList;
        if (name != kMasterList && !m_deviations) note("pki.list-content-type"_code, "eContentType", {{"type", name}});
        const auto* tagged = parts.takeIf(0xA0);
        parts.finish();
        if (tagged == nullptr) return note("pki.list-content-missing"_code, "eContent");
        Parts wrapper{tagged->value, "eContent", m_findings};
        const auto* octets = wrapper.take(der::kOctetString, "eContent");
        if (octets == nullptr) return;
        judgeEncoding(octets->value, "eContent", m_findings);
        if (!m_deviations) judgeCertificates(octets->value);
    }

    /// CscaMasterList (9303-12 9.2).
    void judgeCertificates(base::BytesView content) {
        Parts whole{content, "eContent", m_findings};
        const auto* list = whole.take(der::kSequence, "CscaMasterList");
        whole.finish();
        if (list == nullptr) return;
        Parts parts{list->value, "eContent", m_findings};
        const auto* version = parts.take(der::kInteger, "version");
        if (version != nullptr && (version->value.size() != 1 || version->value[0] != 0))
            note("pki.list-content-version"_code, "eContent.version");
        const auto* set = parts.take(der::kSet, "certList");
        parts.finish();
        if (set == nullptr) return;
        Parts certificates{set->value, "eContent.certList", m_findings};
        if (certificates.atEnd()) note("pki.list-empty"_code, "eContent.certList");
        while (const auto* certificate = certificates.takeAny()) {
            if (m_listed.size() == kMostCertificates) return note("pki.too-many"_code, {});
            addListed(*certificate);
        }
        for (auto& certificate : m_listed) judgeLink(certificate);
    }

    void addListed(const Element& certificate) {
        auto judged = judgedCertificate(certificate, std::nullopt);
        if (!isCountrySigner(judged.kind)) judged.findings.note("pki.list-not-country-signer"_code);
        const std::string octets = base::textOf(certificate.whole);
        const auto [first, fresh] = m_places.emplace(octets, m_listed.size() + 1);
        if (!fresh)
            judged.findings.note("pki.list-certificate-twice"_code, {}, {{"first", std::to_string(first->second)}});
        m_bySubject.emplace(base::textOf(judged.view.subject.whole), m_listed.size());
        m_listed.push_back(std::move(judged));
    }

    /// A link is judged with the certificate of the key before it, where the list has that.
    void judgeLink(JudgedCertificate& link) {
        if (link.kind != Kind::CscaLink) return;
        const auto identifier = link.view.authorityKeyIdentifier();
        auto [at, end] = m_bySubject.equal_range(base::textOf(link.view.issuer.whole));
        for (std::size_t tries = 0; at != end && tries < kMostTries; ++at, ++tries) {
            const auto& issuer = m_listed[at->second].view;
            if (identifier.empty() || !sameOctets(identifier, issuer.subjectKeyIdentifier())) continue;
            return judgeIssue({link.view.issuer.whole, identifier, link.view.signatureView()}, issuer, link.findings);
        }
    }

    void readSigners(const Element& certificates) {
        Parts each{certificates.value, "signedData.certificates", m_findings};
        while (const auto* certificate = each.takeAny()) {
            if (m_signers.size() == 16) return note("pki.too-many"_code, {});
            m_signers.push_back(judgedCertificate(*certificate, std::nullopt));
        }
    }

    void judgeSigners(const Element& signers) {
        Parts each{signers.value, "signerInfos", m_findings};
        if (each.atEnd()) return note("pki.list-unsigned"_code, "signerInfos");
        if (each.size() > 1) note("pki.list-signers"_code, "signerInfos", {{"count", std::to_string(each.size())}});
        for (std::size_t count = 0; count < 4; ++count)
            if (const auto* signer = each.takeAny()) judgeSigner(*signer);
    }

    void judgeSigner(const Element& info) {
        Parts parts{info.value, "signerInfo", m_findings};
        const auto* version = parts.take(der::kInteger, "version");
        const auto* byKey = parts.takeIf(0x80);
        const auto* byIssuer = byKey == nullptr ? parts.take(der::kSequence, "sid") : nullptr;
        if (byIssuer != nullptr) note("pki.list-signer-named-by-issuer"_code, "signerInfo.sid");
        const std::uint8_t right = byKey != nullptr ? 3 : 1;
        if (version != nullptr && (version->value.size() != 1 || version->value[0] != right))
            note("pki.list-signer-version"_code, "signerInfo.version",
                 {{"version", version->value.empty() ? "?" : std::to_string(version->value.back())},
                  {"right", std::to_string(right)}});
        if (const auto* digest = parts.take(der::kSequence, "digestAlgorithm"))
            judgeDigest(*digest, "signerInfo.digestAlgorithm");
        const auto* attributes = parts.takeIf(0xA0);
        judgeAttributes(attributes);
        if (const auto* algorithm = parts.take(der::kSequence, "signatureAlgorithm"))
            judgeSignatureAlgorithm(*algorithm, "signerInfo.signatureAlgorithm", m_findings);
        parts.take(der::kOctetString, "signature");
        parts.takeIf(0xA1);
        parts.finish();
    }

    void judgeAttributes(const Element* attributes) {
        std::vector<std::string> given;
        if (attributes != nullptr) {
            judgeEncoding(base::tlv::encode(der::kSet, attributes->value), "signerInfo.signedAttrs", m_findings);
            Parts each{attributes->value, "signerInfo.signedAttrs", m_findings};
            while (const auto* attribute = each.takeAny()) {
                Parts parts{attribute->value, "signerInfo.signedAttrs", m_findings};
                if (const auto* oid = parts.take(der::kOid, "Attribute")) given.push_back(dotted(*oid));
            }
        }
        const std::pair<const Oid*, const char*> wanted[] = {
            {&kContentType, "contentType"}, {&kMessageDigest, "messageDigest"}, {&kSigningTime, "signingTime"}};
        for (const auto& [oid, name] : wanted)
            if (std::find(given.begin(), given.end(), oid->dotted()) == given.end())
                note("pki.list-attribute-missing"_code, "signerInfo.signedAttrs", {{"attribute", name}});
    }

    std::vector<ObjectReport> reports() {
        std::vector<ObjectReport> all{{m_deviations ? "deviation-list" : "master-list",
                                       "",
                                       m_signers.empty() ? "" : m_signers.front().view.issuer.text(),
                                       {}}};
        for (std::size_t i = 0; i < m_signers.size(); ++i)
            all.push_back(reportOf(m_signers[i], "signer-certificate " + std::to_string(i + 1)));
        for (std::size_t i = 0; i < m_listed.size(); ++i)
            all.push_back(reportOf(m_listed[i], "certificate " + std::to_string(i + 1)));
        all.front().findings = m_findings.all();
        return all;
    }

    void note(const base::FailureCode& code, std::string where, Findings::Arguments arguments = {}) {
        m_findings.note(code, std::move(where), std::move(arguments));
    }

    Findings m_findings;
    bool m_deviations = false;
    std::vector<JudgedCertificate> m_listed, m_signers;
    std::map<std::string, std::size_t> m_places;
    std::multimap<std::string, std::size_t> m_bySubject;
};

}  // namespace

JudgedCertificate judgedCertificate(const Element& certificate, std::optional<Kind> kind) {
    JudgedCertificate judged;
    judged.view = readView(certificate, judged.findings);
    judged.kind = kind.value_or(kindOf(judged.view));
    judgeCertificate(judged.view, judged.kind, judged.findings);
    return judged;
}

ObjectReport reportOf(const JudgedCertificate& certificate, std::string place) {
    return {std::string{nameOf(certificate.kind)}, std::move(place), certificate.view.subject.text(),
            certificate.findings.all()};
}

std::vector<ObjectReport> judgeSignedList(const Element& contentInfo) { return ListJudge{}.judge(contentInfo); }

}  // namespace signing::lint
