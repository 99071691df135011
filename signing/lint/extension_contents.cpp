// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "signing/lint/extension_rules.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

using std::chrono::days;

constexpr auto kLongestCountryUse = days{5 * 366 + 31}, kLongestDocumentUse = days{124};

/// One alternative name while it is judged.
class AlternativeNameJudge {
   public:
    AlternativeNameJudge(const ExtensionView& extension, Findings& findings)
        : m_extension(extension), m_findings(findings) {}

    void judge() {
        const auto sequence = soleObject(m_extension, der::kSequence, m_findings);
        if (!sequence) return;
        Parts names{sequence->value, m_extension.where(), m_findings};
        bool directory = false, contact = false;
        while (const auto* name = names.takeAny()) {
            if (name->tag == 0xA4) {
                directory = true;
                judgeDirectoryName(*name);
            }
            contact = contact || name->tag == 0x81 || name->tag == 0x82 || name->tag == 0x86;
        }
        if (!directory) note("pki.alt-name-no-directory-name"_code, {{"extension", m_extension.name()}});
        if (!contact) note("pki.alt-name-no-contact"_code, {{"extension", m_extension.name()}});
    }

   private:
    void judgeDirectoryName(const Element& tagged) {
        Parts wrapper{tagged.value, m_extension.where(), m_findings};
        const auto* sequence = wrapper.take(der::kSequence, "directoryName");
        if (sequence == nullptr) return;
        const auto name = readName(*sequence, m_extension.where(), m_findings);
        if (name.find(kLocalityName) == nullptr)
            note("pki.alt-name-no-locality"_code, {{"extension", m_extension.name()}});
        for (const auto& attribute : name.attributes) judgeAttribute(attribute);
    }

    void judgeAttribute(const Attribute& attribute) {
        if (attribute.oid != kLocalityName && attribute.oid != kStateName)
            return note("pki.alt-name-extra-attribute"_code,
                        {{"extension", m_extension.name()}, {"attribute", attributeName(attribute.oid)}});
        const auto text = attribute.value.value;
        const bool code = !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), [](auto octet) {
            return octet >= 'A' && octet <= 'Z';
        });
        if (!code) note("pki.alt-name-locality-form"_code, {{"value", legible(text)}});
    }

    void note(const base::FailureCode& code, Findings::Arguments arguments) {
        m_findings.note(code, m_extension.where(), std::move(arguments));
    }

    const ExtensionView& m_extension;
    Findings& m_findings;
};

bool isListAddress(base::BytesView uri) {
    auto text = base::textOf(uri.first(std::min<std::size_t>(uri.size(), 8)));
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    });
    return text.starts_with("ldap://") || text.starts_with("http://") || text.starts_with("https://");
}

void judgePointName(const ExtensionView& extension, const Element& name, Findings& findings) {
    const auto scheme = [&](base::BytesView value) {
        findings.note("pki.crl-point-scheme"_code, extension.where(), {{"value", legible(value)}});
    };
    Parts choice{name.value, extension.where(), findings};
    const auto* fullName = choice.takeIf(0xA0);
    if (fullName == nullptr) return scheme(base::bytesOf("nameRelativeToCRLIssuer"));
    Parts names{fullName->value, extension.where(), findings};
    if (names.atEnd()) findings.note("pki.crl-point-missing"_code, extension.where());
    while (const auto* each = names.takeAny()) {
        if (each->tag == 0xA4)
            scheme(base::bytesOf("directoryName"));
        else if (each->tag != 0x86 || !isListAddress(each->value))
            scheme(each->value);
    }
}

std::optional<base::Timestamp> periodTime(const Element* element, const ExtensionView& extension, Findings& findings) {
    if (element == nullptr) return std::nullopt;
    const auto moment = der::readTime({der::kGeneralizedTime, element->value, element->whole});
    if (moment) return *moment;
    findings.note("pki.key-period-form"_code, extension.where(), {{"value", legible(element->value)}});
    return std::nullopt;
}

/// How long the key is used, as far as both ends are known.
void judgeLength(const ExtensionView& extension, Kind kind, base::Timestamp begin, base::Timestamp end,
                 Findings& findings) {
    if (isCountrySigner(kind) && end - begin > kLongestCountryUse)
        findings.note("pki.key-period-long"_code, extension.where(), {{"recommended", "3-5 a"}});
    if (kind == Kind::DocumentSigner && end - begin > kLongestDocumentUse)
        findings.note("pki.key-period-long"_code, extension.where(), {{"recommended", "3 m"}});
}

}  // namespace

void judgeAuthorityKeyIdentifier(const ExtensionView& extension, Findings& findings) {
    const auto sequence = soleObject(extension, der::kSequence, findings);
    if (!sequence) return;
    Parts parts{sequence->value, extension.where(), findings};
    const auto* identifier = parts.takeIf(0x80);
    const auto* issuer = parts.takeIf(0xA1);
    const auto* serial = parts.takeIf(0x82);
    parts.finish();
    if (identifier == nullptr || identifier->value.empty())
        findings.note("pki.key-identifier-missing"_code, extension.where());
    if ((issuer == nullptr) != (serial == nullptr)) findings.note("pki.key-identifier-half"_code, extension.where());
}

void judgeAlternativeName(const ExtensionView& extension, Findings& findings) {
    AlternativeNameJudge{extension, findings}.judge();
}

void judgeDistributionPoints(const ExtensionView& extension, Findings& findings) {
    const auto sequence = soleObject(extension, der::kSequence, findings);
    if (!sequence) return;
    Parts points{sequence->value, extension.where(), findings};
    if (points.atEnd()) findings.note("pki.crl-point-missing"_code, extension.where());
    while (const auto* point = points.takeAny()) {
        Parts parts{point->value, extension.where(), findings};
        const auto* name = parts.takeIf(0xA0);
        if (name == nullptr) findings.note("pki.crl-point-missing"_code, extension.where());
        if (name != nullptr) judgePointName(extension, *name, findings);
        if (parts.takeIf(0x81) != nullptr)
            findings.note("pki.crl-point-part"_code, extension.where(), {{"part", "reasons"}});
        if (parts.takeIf(0xA2) != nullptr)
            findings.note("pki.crl-point-part"_code, extension.where(), {{"part", "cRLIssuer"}});
        parts.finish();
    }
}

void judgeDocumentTypes(const ExtensionView& extension, Findings& findings) {
    const auto sequence = soleObject(extension, der::kSequence, findings);
    if (!sequence) return;
    Parts parts{sequence->value, extension.where(), findings};
    const auto* version = parts.take(der::kInteger, "DocumentTypeListVersion");
    const auto* set = parts.take(der::kSet, "docTypeList");
    parts.finish();
    if (version != nullptr && (version->value.size() != 1 || version->value[0] != 0))
        findings.note("pki.document-type-version"_code, extension.where());
    if (set == nullptr) return;
    Parts types{set->value, extension.where(), findings};
    if (types.atEnd()) findings.note("pki.document-type-empty"_code, extension.where());
    while (const auto* type = types.takeAny()) {
        const auto text = type->value;
        const bool form =
            type->tag == der::kPrintableString && !text.empty() && text.size() <= 2 &&
            std::all_of(text.begin(), text.end(), [](auto octet) { return octet >= 'A' && octet <= 'Z'; });
        if (!form) findings.note("pki.document-type-form"_code, extension.where(), {{"value", legible(text)}});
    }
}

void judgeKeyPeriod(const ExtensionView& extension, const CertificateView& certificate, Kind kind, Findings& findings) {
    const auto sequence = soleObject(extension, der::kSequence, findings);
    if (!sequence) return;
    Parts parts{sequence->value, extension.where(), findings};
    const auto* begins = parts.takeIf(0x80);
    const auto* ends = parts.takeIf(0x81);
    parts.finish();
    if (begins == nullptr && ends == nullptr) findings.note("pki.key-period-empty"_code, extension.where());
    const auto begin = periodTime(begins, extension, findings);
    const auto end = periodTime(ends, extension, findings);
    if (begin && end && *end < *begin) return findings.note("pki.key-period-reversed"_code, extension.where());
    const auto& from = certificate.notBefore;
    const auto& until = certificate.notAfter;
    if ((end && until && *end > *until) || (begin && until && *begin > *until))
        findings.note("pki.key-period-outside"_code, extension.where());
    if (begin && from && *begin < *from) findings.note("pki.key-period-early"_code, extension.where());
    const bool signsOthers = isCountrySigner(kind) || kind == Kind::DocumentSigner;
    if (signsOthers && end && until && *end == *until) findings.note("pki.key-period-whole"_code, extension.where());
    const auto first = begin ? begin : from;
    if (first && end) judgeLength(extension, kind, *first, *end, findings);
}

}  // namespace signing::lint
