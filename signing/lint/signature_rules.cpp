// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "signing/keys/public_key.hpp"
#include "signing/lint/keys.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

enum class Parameters { Absent, Null, Pss, Any };

struct Scheme {
    std::string_view name;
    std::string_view badHash;  ///< empty where the hash is permitted or named elsewhere
    Parameters parameters;
};

const std::map<std::string_view, Scheme> kSchemes{
    {"1.2.840.113549.1.1.4", {"md5WithRSAEncryption", "MD5", Parameters::Null}},
    {"1.2.840.113549.1.1.5", {"sha1WithRSAEncryption", "SHA-1", Parameters::Null}},
    {"1.3.14.3.2.29", {"sha1WithRSASignature", "SHA-1", Parameters::Any}},
    {"1.2.840.113549.1.1.10", {"RSASSA-PSS", "", Parameters::Pss}},
    {"1.2.840.113549.1.1.11", {"sha256WithRSAEncryption", "", Parameters::Null}},
    {"1.2.840.113549.1.1.12", {"sha384WithRSAEncryption", "", Parameters::Null}},
    {"1.2.840.113549.1.1.13", {"sha512WithRSAEncryption", "", Parameters::Null}},
    {"1.2.840.113549.1.1.14", {"sha224WithRSAEncryption", "", Parameters::Null}},
    {"1.2.840.113549.1.1.15", {"sha512-224WithRSAEncryption", "SHA-512/224", Parameters::Null}},
    {"1.2.840.113549.1.1.16", {"sha512-256WithRSAEncryption", "SHA-512/256", Parameters::Null}},
    {"1.2.840.10045.4.1", {"ecdsa-with-SHA1", "SHA-1", Parameters::Absent}},
    {"1.2.840.10045.4.3.1", {"ecdsa-with-SHA224", "", Parameters::Absent}},
    {"1.2.840.10045.4.3.2", {"ecdsa-with-SHA256", "", Parameters::Absent}},
    {"1.2.840.10045.4.3.3", {"ecdsa-with-SHA384", "", Parameters::Absent}},
    {"1.2.840.10045.4.3.4", {"ecdsa-with-SHA512", "", Parameters::Absent}},
    {"1.2.840.10045.4.3", {"ecdsa-with-Specified", "", Parameters::Any}},
    {"1.2.840.10040.4.3", {"dsa-with-sha1", "SHA-1", Parameters::Absent}},
    {"2.16.840.1.101.3.4.3.1", {"dsa-with-sha224", "", Parameters::Absent}},
    {"2.16.840.1.101.3.4.3.2", {"dsa-with-sha256", "", Parameters::Absent}},
    {"2.16.840.1.101.3.4.3.3", {"dsa-with-sha384", "", Parameters::Absent}},
    {"2.16.840.1.101.3.4.3.4", {"dsa-with-sha512", "", Parameters::Absent}},
};

const std::map<std::string_view, std::string_view> kBadHashes{{"1.3.14.3.2.26", "SHA-1"},
                                                              {"1.2.840.113549.2.5", "MD5"}};
const std::map<std::string_view, std::string_view> kGoodHashes{{"2.16.840.1.101.3.4.2.1", "SHA-256"},
                                                               {"2.16.840.1.101.3.4.2.2", "SHA-384"},
                                                               {"2.16.840.1.101.3.4.2.3", "SHA-512"},
                                                               {"2.16.840.1.101.3.4.2.4", "SHA-224"}};

/// RSASSA-PSS-params (RFC 4055 3.1).
class PssJudge {
   public:
    PssJudge(std::string where, Findings& findings) : m_where(std::move(where)), m_findings(findings) {}

    void judge(const Element& parameters) {
        Parts parts{parameters.value, m_where, m_findings};
        const auto* hash = parts.takeIf(0xA0);
        const auto* mask = parts.takeIf(0xA1);
        const auto* salt = parts.takeIf(0xA2);
        const auto* trailer = parts.takeIf(0xA3);
        parts.finish();
        const auto digest = hash == nullptr ? std::string{"1.3.14.3.2.26"} : hashIn(*hash);
        judgeHash(digest);
        if (hash != nullptr && kBadHashes.count(digest) > 0) defaulted("hashAlgorithm");
        if (maskHash(mask) != digest) m_findings.note("pki.pss-hashes-differ"_code, m_where);
        if (salt != nullptr && number(*salt) == base::Bytes{20}) defaulted("saltLength");
        if (trailer != nullptr) number(*trailer) == base::Bytes{1} ? defaulted("trailerField") : wrong("trailerField");
    }

   private:
    void judgeHash(const std::string& oid) {
        if (kGoodHashes.count(oid) > 0) return;
        const auto bad = kBadHashes.find(oid);
        m_findings.note("pki.hash-not-permitted"_code, m_where,
                        {{"hash", bad == kBadHashes.end() ? oid : std::string{bad->second}}});
    }

    std::string hashIn(const Element& tagged) {
        Parts wrapper{tagged.value, m_where, m_findings};
        const auto* identifier = wrapper.take(der::kSequence, "AlgorithmIdentifier");
        return identifier == nullptr ? "?" : algorithmIn(*identifier);
    }

    std::string algorithmIn(const Element& identifier) {
        Parts parts{identifier.value, m_where, m_findings};
        const auto* oid = parts.take(der::kOid, "AlgorithmIdentifier");
        return oid == nullptr ? "?" : dotted(*oid);
    }

    std::string maskHash(const Element* tagged) {
        if (tagged == nullptr) return "1.3.14.3.2.26";
        Parts wrapper{tagged->value, m_where, m_findings};
        const auto* identifier = wrapper.take(der::kSequence, "MaskGenAlgorithm");
        if (identifier == nullptr) return "?";
        Parts parts{identifier->value, m_where, m_findings};
        const auto* oid = parts.take(der::kOid, "MaskGenAlgorithm");
        if (oid != nullptr && dotted(*oid) != "1.2.840.113549.1.1.8") wrong("maskGenAlgorithm");
        const auto* hash = parts.take(der::kSequence, "MaskGenAlgorithm");
        return hash == nullptr ? "?" : algorithmIn(*hash);
    }

    base::Bytes number(const Element& tagged) {
        Parts wrapper{tagged.value, m_where, m_findings};
        const auto* integer = wrapper.take(der::kInteger, "RSASSA-PSS-params");
        return integer == nullptr ? base::Bytes{} : base::Bytes(integer->value.begin(), integer->value.end());
    }

    void defaulted(const char* field) { m_findings.note("pki.default-encoded"_code, m_where, {{"field", field}}); }
    void wrong(const char* what) {
        m_findings.note("pki.algorithm-parameters"_code, m_where, {{"algorithm", "RSASSA-PSS"}, {"what", what}});
    }

    std::string m_where;
    Findings& m_findings;
};

/// What is wrong with the parameters, or nothing.
std::string_view parameterFault(Parameters wanted, const Element* given) {
    switch (wanted) {
        case Parameters::Absent: return given == nullptr ? "" : "parameters-present";
        case Parameters::Null: return given != nullptr && given->tag == der::kNull ? "" : "parameters-not-null";
        case Parameters::Pss: return given != nullptr && given->tag == der::kSequence ? "" : "parameters-missing";
        case Parameters::Any: break;
    }
    return "";
}

}  // namespace

void judgeSignatureAlgorithm(const Element& identifier, const std::string& where, Findings& findings) {
    Parts parts{identifier.value, where, findings};
    const auto* oid = parts.take(der::kOid, "AlgorithmIdentifier");
    const auto* parameters = parts.takeAny();
    parts.finish();
    if (oid == nullptr) return;
    const auto found = kSchemes.find(dotted(*oid));
    if (found == kSchemes.end())
        return findings.note("pki.algorithm-not-permitted"_code, where, {{"algorithm", dotted(*oid)}});
    const auto& scheme = found->second;
    if (!scheme.badHash.empty())
        findings.note("pki.hash-not-permitted"_code, where, {{"hash", std::string{scheme.badHash}}});
    if (const auto fault = parameterFault(scheme.parameters, parameters); !fault.empty())
        return findings.note("pki.algorithm-parameters"_code, where,
                             {{"algorithm", std::string{scheme.name}}, {"what", std::string{fault}}});
    if (scheme.parameters == Parameters::Pss) PssJudge{where, findings}.judge(*parameters);
}

void judgeSignatureValue(const SignatureView& signature, const std::string& where, Findings& findings) {
    if (signature.algorithm == nullptr) return;
    const auto algorithm = readSignatureAlgorithm(*signature.algorithm);
    if (!algorithm || algorithm->scheme != SignatureScheme::Ecdsa) return;
    Parts whole{signature.signature, where, findings};
    const auto* pair = whole.take(der::kSequence, "Ecdsa-Sig-Value");
    whole.finish();
    if (pair == nullptr) return;
    Parts numbers{pair->value, where, findings};
    numbers.take(der::kInteger, "Ecdsa-Sig-Value");
    numbers.take(der::kInteger, "Ecdsa-Sig-Value");
    numbers.finish();
    judgeEncoding(signature.signature, where, findings);
}

std::optional<bool> verifies(const SignatureView& signature, base::BytesView subjectPublicKeyInfo) {
    if (signature.algorithm == nullptr) return std::nullopt;
    const auto algorithm = readSignatureAlgorithm(*signature.algorithm);
    const auto key = PublicKey::read(subjectPublicKeyInfo);
    if (!algorithm || !key) return std::nullopt;
    return key->verifies(*algorithm, signature.signedPart, signature.signature);
}

}  // namespace signing::lint
