// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_proofs.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/certificate_proving.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

SignatureLevelTold told(const SignaturePolicy& policy) {
    SignatureLevelTold answer{
        std::string{nameOf(policy.level)}, policy.timestampUrl, policy.timestampPolicy, {}, policy.renewalDays};
    for (const auto& anchor : policy.timestampAnchors) answer.anchors.push_back(anchor.subjectText());
    return answer;
}

/// Whether the level can be reached now: a wrong address would be found by a clerk at the counter otherwise.
base::Outcome tried(const House& house, records::Connection& connection, const SignaturePolicy& policy) {
    if (policy.timestampUrl.empty()) return {};
    const auto errand = std::make_shared<base::http::Errand>();
    const auto revocations = revocationsOf(house, connection, errand);
    const auto timestamps = timestampClientOf(policy, house.clock, errand);
    const auto anchors = houseAnchors(connection, *house.keyBook);
    return tryLevel(policy.level, {anchors, policy.timestampAnchors, revocations, timestamps, house.clock});
}

base::Result<SignatureLevelTold> setLevel(House& house, Call& call, const SignatureLevelSet& asked) {
    const auto policy =
        readPolicy({asked.level, asked.timestampUrl.value_or(""), asked.timestampPolicy.value_or(""),
                    asked.anchors.value_or(base::Bytes{}), asked.renewalDays.value_or(SignaturePolicy::kUsualRenewal)});
    if (!policy) return policy.refusal();
    if (const auto reached = tried(house, call.connection, *policy); !reached) return reached.refusal();
    records::Transaction tx{call.connection};
    house.signaturePolicies->set(tx, call.author, *policy);
    tx.commit();
    return told(*policy);
}

std::string dayOf(const std::optional<base::Timestamp>& moment) {
    return moment ? base::formatDate(base::dayOf(*moment)) : "";
}

ProofsDue due(House& house, Call& call) {
    const auto policy = house.signaturePolicies->current(call.connection);
    ProofsDue answer{std::string{nameOf(policy.level)}, {}};
    for (const auto& each : house.proofs->due(call.connection, policy))
        answer.certificates.push_back({each.number, std::string{nameOf(each.has.level)}, dayOf(each.has.archiveUntil),
                                       each.renewal ? "renewal" : "level"});
    return answer;
}

base::Result<CertificateProven> prove(House& house, Call& call, const CertificateProve& asked) {
    using Proving = CertificateProving;
    Proving proving{house, call.connection, call.author, Proving::Patience::Batch, asked.unreachable};
    const auto reached = proving.prove(asked.number, asked.renew ? Proving::Renewal::Now : Proving::Renewal::WhenDue);
    if (!reached) return reached.refusal();
    return CertificateProven{asked.number, std::string{nameOf(reached->proof.level)},
                             dayOf(reached->proof.archiveUntil), reached->revision, proving.unreachable()};
}

}  // namespace

void addProofAnswers(ActTable& acts, House& house) {
    acts.answer<SignatureLevelShow>([&house](Call& call, const auto&) -> base::Result<SignatureLevelTold> {
        return told(house.signaturePolicies->current(call.connection));
    });
    acts.answer<SignatureLevelSet>([&house](Call& call, const auto& asked) { return setLevel(house, call, asked); });
    acts.answer<CertificateProofsDue>(
        [&house](Call& call, const auto&) -> base::Result<ProofsDue> { return due(house, call); });
    acts.answer<CertificateProve>([&house](Call& call, const auto& asked) { return prove(house, call, asked); });
}

}  // namespace issuance
