// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/seal_verification.hpp"

#include <algorithm>

#include "signing/certificates/extension_oids.hpp"
#include "signing/seals/act_seal.hpp"
#include "signing/seals/raw_signature.hpp"
#include "signing/seals/travel_seal.hpp"

namespace signing {
using namespace base::literals;
namespace {

using Reasons = std::vector<base::Fault>;

/// A list that names "V" allows all kinds of visas.
bool listed(const std::vector<std::string>& types, std::string_view code) {
    return std::any_of(types.begin(), types.end(), [&](const std::string& type) {
        return !type.empty() && (type == code || (type.size() == 1 && code.starts_with(type)));
    });
}

/// The certificate serves on any hour of the day.
bool servedOn(const Certificate& signer, base::Date day) {
    const base::Timestamp begin = std::chrono::sys_days{day};
    return begin + std::chrono::days{1} > signer.notBefore && begin <= signer.notAfter;
}

void checkSignature(const Seal& seal, const Certificate& signer, Reasons& reasons) {
    const auto key = PublicKey::read(signer.publicKey);
    const auto complain = [&](const base::Refusal& refusal) {
        reasons.insert(reasons.end(), refusal.faults().begin(), refusal.faults().end());
    };
    if (!key) return complain(key.refusal());
    if (const auto form = rawSignatureForm(*key); !form) return complain(form.refusal());
    if (!sealSignatureHolds(seal, *key)) reasons.push_back({"signing.signature-wrong"_code, {}, {}});
}

Reasons reasonsAgainst(const Seal& seal, const Certificate& signer, const PathQuestion& asked) {
    const auto who = signer.subjectText();
    Reasons reasons;
    if (!isForSeals(signer)) reasons.push_back({"signing.seal-certificate-unsuitable"_code, {{"subject", who}}, {}});
    PathQuestion question = asked;
    question.usages = 0;
    auto path = verifyPath(signer, question);
    reasons.insert(reasons.end(), path.reasons.begin(), path.reasons.end());
    if (!servedOn(signer, seal.header.signedOn))
        reasons.push_back({"signing.seal-outside-period"_code,
                           {{"date", base::formatDate(seal.header.signedOn)}, {"subject", who}},
                           {}});
    if (!allowsKindOf(signer, seal)) reasons.push_back({"signing.seal-kind-not-allowed"_code, {{"subject", who}}, {}});
    checkSignature(seal, signer, reasons);
    return reasons;
}

}  // namespace

bool isForSeals(const Certificate& certificate) {
    const auto& purposes = certificate.extendedKeyUsage;
    return !certificate.authority &&
           std::find(purposes.begin(), purposes.end(), oids::kSealSigning) != purposes.end() &&
           (!certificate.keyUsage || certificate.mayBeUsedFor(Certificate::kDigitalSignature));
}

bool allowsKindOf(const Certificate& signer, const Seal& seal) {
    if (signer.documentTypes.empty()) return true;
    const auto& definition = seal.header.definition;
    if (definition == kActSealDefinition) return false;
    if (definition != kVisaSealDefinition && definition != kEmergencyDocumentSealDefinition) return true;
    const auto code = documentCodeOf(seal);
    return code && listed(signer.documentTypes, *code);
}

bool sealSignatureHolds(const Seal& seal, const PublicKey& key) {
    const auto form = rawSignatureForm(key);
    if (!form || seal.signature.size() != 2 * form->width) return false;
    return key.verifies({SignatureScheme::Ecdsa, form->digest, form->digest, 0}, seal.signedPart,
                        derSignature(seal.signature));
}

SealVerdict verifySeal(base::BytesView octets, const SealQuestion& question) {
    SealVerdict verdict;
    auto seal = readSeal(octets);
    if (!seal) {
        verdict.reasons = seal.refusal().faults();
        return verdict;
    }
    verdict.seal = std::move(*seal);
    const auto& reference = verdict.seal->header.signer;
    if (reference.forTesting()) {
        verdict.reasons.push_back({"signing.seal-for-testing"_code, {{"reference", reference.text()}}, {}});
        return verdict;
    }
    // Serial numbers are unique for an issuer only: of several that the seal may mean, one that holds is the one.
    for (const auto& signer : question.signers) {
        if (verdict.valid || !reference.names(signer)) continue;
        verdict.reasons = reasonsAgainst(*verdict.seal, signer, question.path);
        verdict.signer = signer;
        verdict.valid = verdict.reasons.empty();
    }
    if (!verdict.signer)
        verdict.reasons.push_back({"signing.seal-signer-unknown"_code, {{"reference", reference.text()}}, {}});
    return verdict;
}

}  // namespace signing
