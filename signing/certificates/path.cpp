// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/path.hpp"

#include <algorithm>

#include "signing/certificates/name_reader.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
using namespace base::literals;
namespace {

using Reasons = std::vector<base::Fault>;

void checkLeaf(const Certificate& leaf, const PathQuestion& question, Reasons& reasons) {
    const auto who = leaf.subjectText();
    if (!leaf.validAt(question.moment))
        reasons.push_back({"signing.certificate-not-in-force"_code, {{"subject", who}}, {}});
    if (leaf.authority || (question.usages != 0 && !leaf.mayBeUsedForOneOf(question.usages)))
        reasons.push_back({"signing.certificate-not-for-signing"_code, {{"subject", who}}, {}});
    for (const auto& oid : leaf.unknownCriticalExtensions)
        reasons.push_back({"signing.extension-unknown"_code, {{"oid", oid}}, who});
}

void checkAnchor(const Certificate& anchor, base::Timestamp moment, Reasons& reasons) {
    const auto who = anchor.subjectText();
    if (!anchor.validAt(moment)) reasons.push_back({"signing.certificate-not-in-force"_code, {{"subject", who}}, {}});
    if (!anchor.authority || !anchor.mayBeUsedFor(Certificate::kKeyCertSign))
        reasons.push_back({"signing.issuer-no-authority"_code, {{"subject", who}}, {}});
    for (const auto& oid : anchor.unknownCriticalExtensions)
        reasons.push_back({"signing.extension-unknown"_code, {{"oid", oid}}, who});
}

bool signedBy(const Certificate& leaf, const Certificate& anchor) {
    const auto key = PublicKey::read(anchor.publicKey);
    return key && key->verifies(leaf.signatureAlgorithm, leaf.signedPart, leaf.signature);
}

bool keyIdentifiersDiffer(const Certificate& leaf, const Certificate& anchor) {
    return !leaf.authorityKeyIdentifier.empty() && !anchor.subjectKeyIdentifier.empty() &&
           leaf.authorityKeyIdentifier != anchor.subjectKeyIdentifier;
}

/// A country's one list is signed with its newest key and speaks for what all its keys have signed, under whatever name
/// (9303-12 4.1.5, 7.1.4 note 1).
bool speaksFor(const RevocationList& list, const Certificate& anchor, const PathQuestion& question) {
    if (list.issuer == anchor.subject && issuedBy(list, anchor)) return true;
    const auto country = readName(anchor.subject).country;
    return std::any_of(question.anchors.begin(), question.anchors.end(), [&](const Certificate& other) {
        return other.subject == list.issuer && readName(other.subject).country == country && issuedBy(list, other);
    });
}

void checkRevocation(const Certificate& leaf, const Certificate& anchor, const PathQuestion& question,
                     Reasons& reasons) {
    for (const auto& list : question.revocations) {
        if (!speaksFor(list, anchor, question)) continue;
        if (list.revokedBefore(leaf.serialNumber, question.moment))
            reasons.push_back({"signing.certificate-revoked"_code, {{"subject", leaf.subjectText()}}, {}});
    }
}

PathVerdict tryAnchor(const Certificate& leaf, const Certificate& anchor, const PathQuestion& question) {
    PathVerdict verdict;
    checkLeaf(leaf, question, verdict.reasons);
    checkAnchor(anchor, question.moment, verdict.reasons);
    checkRevocation(leaf, anchor, question, verdict.reasons);
    if (signedBy(leaf, anchor)) {
        verdict.anchor = anchor.der;
    } else {
        verdict.reasons.push_back(
            {"signing.certificate-signature-wrong"_code, {{"subject", leaf.subjectText()}}, anchor.subjectText()});
    }
    verdict.valid = verdict.reasons.empty();
    return verdict;
}

}  // namespace

PathVerdict verifyPath(const Certificate& leaf, const PathQuestion& question) {
    PathVerdict best;
    for (const auto& anchor : question.anchors) {
        if (leaf.issuer != anchor.subject || keyIdentifiersDiffer(leaf, anchor)) continue;
        auto verdict = tryAnchor(leaf, anchor, question);
        if (verdict.valid) return verdict;
        if (best.reasons.empty() || verdict.reasons.size() < best.reasons.size()) best = std::move(verdict);
    }
    if (!best.reasons.empty()) return best;
    checkLeaf(leaf, question, best.reasons);
    best.reasons.push_back({"signing.issuer-unknown"_code, {{"issuer", leaf.issuerText()}}, leaf.subjectText()});
    return best;
}

}  // namespace signing
