// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/path.hpp"

#include <algorithm>

#include "signing/certificates/name_reader.hpp"
#include "signing/keys/public_key.hpp"
#include "signing/revocation/ocsp.hpp"

namespace signing {
using namespace base::literals;
namespace {

using Reasons = std::vector<base::Fault>;

/// Steps of the search that a hostile heap of certificates may cost.
constexpr int kMostSteps = 256;

void checkLeaf(const Certificate& leaf, const PathQuestion& question, Reasons& reasons) {
    const auto who = leaf.subjectText();
    if (!leaf.validAt(question.moment))
        reasons.push_back({"signing.certificate-not-in-force"_code, {{"subject", who}}, {}});
    if (leaf.authority || (question.usages != 0 && !leaf.mayBeUsedForOneOf(question.usages)))
        reasons.push_back({"signing.certificate-not-for-signing"_code, {{"subject", who}}, {}});
    for (const auto& oid : leaf.unknownCriticalExtensions)
        reasons.push_back({"signing.extension-unknown"_code, {{"oid", oid}}, who});
}

/// `below`: the authorities between it and the signer.
void checkAuthority(const Certificate& authority, std::size_t below, base::Timestamp moment, Reasons& reasons) {
    const auto who = authority.subjectText();
    if (!authority.validAt(moment))
        reasons.push_back({"signing.certificate-not-in-force"_code, {{"subject", who}}, {}});
    if (!authority.authority || !authority.mayBeUsedFor(Certificate::kKeyCertSign))
        reasons.push_back({"signing.issuer-no-authority"_code, {{"subject", who}}, {}});
    if (authority.pathLength && below > *authority.pathLength)
        reasons.push_back({"signing.path-too-long"_code, {{"subject", who}}, {}});
    for (const auto& oid : authority.unknownCriticalExtensions)
        reasons.push_back({"signing.extension-unknown"_code, {{"oid", oid}}, who});
}

bool signedBy(const Certificate& subject, const Certificate& issuer) {
    const auto key = PublicKey::read(issuer.publicKey);
    return key && key->verifies(subject.signatureAlgorithm, subject.signedPart, subject.signature);
}

bool mayHaveIssued(const Certificate& issuer, const Certificate& subject) {
    return subject.issuer == issuer.subject &&
           (subject.authorityKeyIdentifier.empty() || issuer.subjectKeyIdentifier.empty() ||
            subject.authorityKeyIdentifier == issuer.subjectKeyIdentifier);
}

/// A country's one list is signed with its newest key and speaks for what all its keys have signed, under whatever name
/// (9303-12 4.1.5, 7.1.4 note 1).
bool speaksFor(const RevocationList& list, const Certificate& issuer, const PathQuestion& question) {
    if (list.issuer == issuer.subject && issuedBy(list, issuer)) return true;
    if (!issuer.privateKeyNotAfter) return false;  // no country signer
    const auto country = readName(issuer.subject).country;
    return std::any_of(question.anchors.begin(), question.anchors.end(), [&](const Certificate& other) {
        return other.subject == list.issuer && readName(other.subject).country == country && issuedBy(list, other);
    });
}

enum class Word { Unknown, Good, Revoked };

/// What the authority's lists that are at hand say of a certificate.
Word wordOfLists(const Certificate& subject, const Certificate& issuer, const PathQuestion& question) {
    bool known = false;
    for (const auto& list : question.revocations) {
        if (!speaksFor(list, issuer, question)) continue;
        if (list.revokedBefore(subject.serialNumber, question.moment)) return Word::Revoked;
        known = known || (list.nextUpdate > question.moment && !list.partial);
    }
    return known ? Word::Good : Word::Unknown;
}

/// What a responder says of it. One whose certificate wants to be proven is believed where a list proves it.
Word wordOfResponse(base::BytesView response, const Certificate& subject, const Certificate& issuer,
                    const PathQuestion& question) {
    const auto status = readOcspResponse(response, subject, issuer);
    if (!status) return Word::Unknown;
    const auto responder = status->toBeProven ? wordOfLists(*status->toBeProven, issuer, question) : Word::Good;
    if (responder == Word::Revoked) return Word::Unknown;
    if (status->revoked && *status->revoked <= question.moment) return Word::Revoked;
    const bool inForce = status->nextUpdate.value_or(status->produced) >= question.moment;
    const bool good = responder == Word::Good && status->word != OcspStatus::Word::Unknown && inForce;
    return good ? Word::Good : Word::Unknown;
}

/// Whether the certificate is known not to have been revoked; that it was is a reason.
bool checkRevocation(const Certificate& subject, const Certificate& issuer, const PathQuestion& question,
                     Reasons& reasons) {
    const auto ofLists = wordOfLists(subject, issuer, question);
    bool known = ofLists == Word::Good, revoked = ofLists == Word::Revoked;
    for (const auto& response : question.responses) {
        const auto word = wordOfResponse(response, subject, issuer, question);
        known = known || word == Word::Good;
        revoked = revoked || word == Word::Revoked;
    }
    if (revoked) reasons.push_back({"signing.certificate-revoked"_code, {{"subject", subject.subjectText()}}, {}});
    return known && !revoked;
}

/// Looks for the way from a signer up to an anchor that has the fewest faults.
class Search {
   public:
    Search(const Certificate& leaf, const PathQuestion& question) : m_leaf(leaf), m_question(question) {}

    PathVerdict run() {
        PathVerdict begun;
        begun.revocationKnown = true;
        checkLeaf(m_leaf, m_question, begun.reasons);
        const auto ofLeaf = begun.reasons;
        climb(m_leaf, std::move(begun));
        if (m_best) return std::move(*m_best);
        PathVerdict none;
        none.reasons = ofLeaf;
        const auto& top = m_highest ? *m_highest : m_leaf;
        none.reasons.push_back({"signing.issuer-unknown"_code, {{"issuer", top.issuerText()}}, top.subjectText()});
        return none;
    }

   private:
    void climb(const Certificate& subject, PathVerdict sofar) {
        for (const auto& anchor : m_question.anchors) {
            if (!mayHaveIssued(anchor, subject) || ++m_steps > kMostSteps || found()) continue;
            auto verdict = sofar;
            if (step(subject, anchor, verdict)) verdict.anchor = anchor.der;
            verdict.valid = verdict.reasons.empty();
            if (!m_best || verdict.reasons.size() < m_best->reasons.size()) m_best = std::move(verdict);
        }
        if (sofar.intermediates.size() + 2 >= kLongestPath) return;
        for (const auto& authority : m_question.intermediates) {
            if (!authority.authority || !mayHaveIssued(authority, subject) || ++m_steps > kMostSteps || found())
                continue;
            const auto& passed = sofar.intermediates;
            if (std::find(passed.begin(), passed.end(), authority.der) != passed.end()) continue;
            auto longer = sofar;
            step(subject, authority, longer);
            longer.intermediates.push_back(authority.der);
            m_highest = &authority;
            climb(authority, std::move(longer));
        }
    }

    /// Whether the issuer signed the subject; everything that is wrong is noted.
    bool step(const Certificate& subject, const Certificate& issuer, PathVerdict& verdict) const {
        checkAuthority(issuer, verdict.intermediates.size(), m_question.moment, verdict.reasons);
        if (!checkRevocation(subject, issuer, m_question, verdict.reasons)) verdict.revocationKnown = false;
        if (signedBy(subject, issuer)) return true;
        verdict.reasons.push_back(
            {"signing.certificate-signature-wrong"_code, {{"subject", subject.subjectText()}}, issuer.subjectText()});
        return false;
    }

    [[nodiscard]] bool found() const { return m_best && m_best->valid; }

    const Certificate& m_leaf;
    const PathQuestion& m_question;
    std::optional<PathVerdict> m_best;
    const Certificate* m_highest = nullptr;
    int m_steps = 0;
};

}  // namespace

PathVerdict verifyPath(const Certificate& leaf, const PathQuestion& question) { return Search{leaf, question}.run(); }

}  // namespace signing
