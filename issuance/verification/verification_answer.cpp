// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/verification_answer.hpp"

#include <nlohmann/json.hpp>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/failure.hpp"
#include "issuance/verification/apart.hpp"

namespace issuance {
namespace {

/// What of a text may stand on a screen: without control characters, directions and octets that are no UTF-8, and not
/// without end. A document is anybody's, and so are its words.
std::string shown(const std::string& text) {
    constexpr std::size_t kLongest = 2000;  ///< octets
    constexpr int32_t kMost = 500;
    const auto part = std::min(text.size(), kLongest);
    auto whole = icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(part)});
    icu::UnicodeString plain;
    for (int32_t at = 0; at < whole.length() && plain.length() < kMost; at = whole.moveIndex32(at, 1)) {
        const auto letter = whole.char32At(at);
        const bool hides = u_iscntrl(letter) != 0 || u_charType(letter) == U_FORMAT_CHAR;
        plain.append(hides ? static_cast<UChar32>(0xFFFD) : letter);
    }
    std::string octets;
    return plain.toUTF8String(octets);
}

std::vector<contract::FaultLine> linesOf(const std::vector<base::Fault>& faults) {
    std::vector<contract::FaultLine> lines;
    for (const auto& fault : faults) {
        auto line = contract::FaultLine::of(fault);
        for (auto& [name, value] : line.arguments) value = shown(value);
        line.where = shown(line.where);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string textOf(const std::optional<base::Timestamp>& moment) {
    return moment ? base::formatTimestamp(*moment) : "";
}

contract::VerifiedSignature lineOf(const PdfSignatureReport& report) {
    const bool ofTime = report.kind == printing::PdfSignature::Kind::DocumentTimestamp;
    return {ofTime ? "timestamp" : "signature",
            shown(report.name),
            shown(report.signer),
            shown(report.reason),
            shown(report.claimedMoment),
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
    line.signer = shown(seal.signer);
    for (const auto& each : seal.comparisons)
        line.values.push_back({each.field, shown(each.value),
                               each.onPage ? std::string{*each.onPage ? "yes" : "no"} : std::string{"compare"}});
    if (seal.act) line.contentHash = base::toHex(seal.act->contentHash);
    line.faults = linesOf(seal.faults);
    return line;
}

}  // namespace

contract::FileVerified told(const Verification& verification) {
    contract::FileVerified answer;
    answer.verdict = nameOf(verification.verdict);
    answer.kind = nameOf(verification.kind);
    answer.number = shown(verification.number);
    answer.annulment = "open";
    answer.reasons = linesOf(verification.reasons);
    for (const auto& report : verification.signatures) answer.signatures.push_back(lineOf(report));
    if (verification.seal) answer.seal = lineOf(*verification.seal);
    return answer;
}

contract::FileVerified verifiedApart(base::BytesView content, const VerificationTrust& trust, base::Timestamp moment) {
    using contract::Json;
    // Documents are anybody's, and two large libraries read them.
    const auto said = performedApart([&] {
        return base::bytesOf(contract::storedJson(told(verifyDocument(content, {trust, moment}))));
    });
    if (said) return base::expected(contract::fromJson<contract::FileVerified>(Json::parse(*said)), "verification");
    contract::FileVerified unread;
    unread.verdict = nameOf(Verdict::Unreadable);
    unread.kind = nameOf(Verification::Kind::Unknown);
    unread.annulment = "open";
    unread.reasons = linesOf(said.refusal().faults());
    return unread;
}

}  // namespace issuance
