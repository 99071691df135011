// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/public_key.hpp"
#include "signing/lint/keys.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::string_view kEcPublicKey = "1.2.840.10045.2.1", kRsaEncryption = "1.2.840.113549.1.1.1",
                           kRsaPss = "1.2.840.113549.1.1.10", kDsa = "1.2.840.10040.4.1",
                           kPrimeField = "1.2.840.10045.1.1";
constexpr const char* kPlace = "subjectPublicKeyInfo";
constexpr std::uint64_t kSmallestGoodExponent = 65537;

/// A subjectPublicKeyInfo while it is judged.
class KeyJudge {
   public:
    KeyJudge(Kind kind, Findings& findings) : m_kind(kind), m_findings(findings) {}

    void judge(const Element& info) {
        Parts parts{info.value, kPlace, m_findings};
        const auto* identifier = parts.take(der::kSequence, "AlgorithmIdentifier");
        const auto* key = parts.take(der::kBitString, "subjectPublicKey");
        parts.finish();
        if (identifier == nullptr || key == nullptr || key->value.empty()) return;
        Parts algorithm{identifier->value, kPlace, m_findings};
        const auto* oid = algorithm.take(der::kOid, "AlgorithmIdentifier");
        const auto* parameters = algorithm.takeAny();
        algorithm.finish();
        if (oid == nullptr) return;
        const auto name = dotted(*oid);
        if (isSmallSigner(m_kind) && name != kEcPublicKey) note("pki.not-ecdsa"_code);
        const auto octets = key->value.subspan(1);
        if (name == kEcPublicKey) return judgeEc(info, parameters, octets);
        if (name == kRsaEncryption || name == kRsaPss) return judgeRsa(info, name, parameters, octets);
        if (name != kDsa) note("pki.algorithm-not-permitted"_code, {{"algorithm", name}});
    }

   private:
    void judgeEc(const Element& info, const Element* parameters, base::BytesView point) {
        judgePoint(point, "subjectPublicKey");
        bool sound = parameters != nullptr;
        if (parameters == nullptr || parameters->tag == der::kNull) {
            note("pki.curve-implicit"_code);
            sound = false;
        } else if (parameters->tag == der::kOid) {
            const auto use = readCurve(*parameters);
            note("pki.curve-named"_code, {{"curve", use ? use->curve->name : dotted(*parameters)}});
            sound = use.ok();
        } else {
            sound = judgeParameters(*parameters);
        }
        if (sound) judgeStrength(info);
    }

    void judgePoint(base::BytesView point, const char* which) {
        if (point.empty() || point[0] != 0x04) note("pki.point-compressed"_code, {{"point", which}});
    }

    /// ECParameters (TR-03111 5.1.1); whether they can be compared with known curves.
    bool judgeParameters(const Element& parameters) {
        if (parameters.tag != der::kSequence) return broken("ECParameters");
        Parts parts{parameters.value, kPlace, m_findings};
        const auto* version = parts.takeIf(der::kInteger);
        if (version == nullptr || version->value.size() != 1 || version->value[0] < 1 || version->value[0] > 3)
            return broken("version");
        const auto* field = parts.takeIf(der::kSequence);
        const auto* curve = parts.takeIf(der::kSequence);
        const auto* base = parts.takeIf(der::kOctetString);
        const auto* order = parts.takeIf(der::kInteger);
        const auto* cofactor = parts.takeIf(der::kInteger);
        if (field == nullptr || curve == nullptr || base == nullptr || order == nullptr) return broken("ECParameters");
        Parts fieldParts{field->value, kPlace, m_findings};
        const auto* type = fieldParts.takeIf(der::kOid);
        if (type == nullptr || dotted(*type) != kPrimeField) return broken("fieldType");
        judgePoint(base->value, "base");
        if (cofactor == nullptr) note("pki.curve-cofactor-missing"_code);
        return true;
    }

    bool broken(const char* what) {
        note("pki.curve-parameters"_code, {{"what", what}});
        return false;
    }

    void judgeRsa(const Element& info, const std::string& name, const Element* parameters, base::BytesView key) {
        if (name == kRsaEncryption && (parameters == nullptr || parameters->tag != der::kNull))
            note("pki.algorithm-parameters"_code, {{"algorithm", "rsaEncryption"}, {"what", "parameters-not-null"}});
        judgeEncoding(key, kPlace, m_findings);
        Parts whole{key, kPlace, m_findings};
        const auto* pair = whole.take(der::kSequence, "RSAPublicKey");
        if (pair == nullptr) return;
        Parts numbers{pair->value, kPlace, m_findings};
        numbers.take(der::kInteger, "modulus");
        const auto* exponent = numbers.take(der::kInteger, "publicExponent");
        if (exponent == nullptr) return;
        const auto small = der::readSmall(exponent->value);
        if (small && *small < kSmallestGoodExponent)
            note("pki.key-weak"_code, {{"what", "RSA e=" + std::to_string(*small)}});
        judgeStrength(info);
    }

    void judgeStrength(const Element& info) {
        const auto key = PublicKey::read(info.whole);
        if (!key) return judgeRefusal(key.refusal());
        const bool authority = isCountrySigner(m_kind);
        const bool ec = key->kind() == PublicKey::Kind::Ec;
        const std::size_t least = ec ? (authority ? 256 : 224) : (authority ? 3072 : 2048);
        if (key->bits() < least)
            note("pki.key-weak"_code, {{"what", (ec ? "EC " : "RSA ") + std::to_string(key->bits()) + " bit"}});
    }

    void judgeRefusal(const base::Refusal& refusal) {
        if (refusal.has("signing.curve-unknown"_code)) return note("pki.curve-unknown"_code);
        const auto& arguments = refusal.first().arguments;
        note("pki.key-broken"_code, {{"what", arguments.empty() ? "?" : arguments.front().second}});
    }

    void note(const base::FailureCode& code, Findings::Arguments arguments = {}) {
        m_findings.note(code, kPlace, std::move(arguments));
    }

    Kind m_kind;
    Findings& m_findings;
};

}  // namespace

void judgePublicKey(const Element& info, Kind kind, Findings& findings) { KeyJudge{kind, findings}.judge(info); }

}  // namespace signing::lint
