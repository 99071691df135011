// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/verification_answer.hpp"

namespace issuance {
namespace {

std::vector<contract::FaultLine> linesOf(const std::vector<base::Fault>& faults) {
    std::vector<contract::FaultLine> lines;
    for (const auto& fault : faults) lines.push_back(contract::FaultLine::of(fault));
    return lines;
}

std::string textOf(const std::optional<base::Timestamp>& moment) {
    return moment ? base::formatTimestamp(*moment) : "";
}

contract::VerifiedSignature lineOf(const PdfSignatureReport& report) {
    const bool ofTime = report.kind == printing::PdfSignature::Kind::DocumentTimestamp;
    return {ofTime ? "timestamp" : "signature",
            report.name,
            report.signer,
            report.reason,
            report.claimedMoment,
            textOf(report.provenMoment),
            report.intact,
            report.trusted,
            report.revocationKnown,
            report.coversWholeFile(),
            linesOf(report.faults)};
}

contract::VerifiedSeal lineOf(const SealFinding& seal) {
    contract::VerifiedSeal line;
    line.authentic = seal.authentic;
    line.signer = seal.signer;
    for (const auto& each : seal.comparisons)
        line.values.push_back(
            {each.field, each.value, each.onPage ? std::string{*each.onPage ? "yes" : "no"} : std::string{"compare"}});
    if (seal.act) line.contentHash = base::toHex(seal.act->contentHash);
    line.faults = linesOf(seal.faults);
    return line;
}

}  // namespace

contract::FileVerified told(const Verification& verification) {
    contract::FileVerified answer;
    answer.verdict = nameOf(verification.verdict);
    answer.kind = nameOf(verification.kind);
    answer.number = verification.number;
    answer.annulment = !verification.act ? "open" : verification.act->annulled ? "annulled" : "in-force";
    answer.reasons = linesOf(verification.reasons);
    for (const auto& report : verification.signatures) answer.signatures.push_back(lineOf(report));
    if (verification.seal) answer.seal = lineOf(*verification.seal);
    return answer;
}

}  // namespace issuance
