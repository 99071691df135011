// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/signature/pdf_signature.hpp"

#include "issuance/signature/pdf_judgement.hpp"

namespace issuance {

using namespace base::literals;

namespace {

using Kind = printing::PdfSignature::Kind;

/// Octets: of a CMS beside its certificates, of a usual time-stamp with its chain, and what is added where that was too
/// little. A time-stamp is never larger than 64 KiB.
constexpr std::size_t kOfSignature = std::size_t{4} * 1024, kOfTimestamp = std::size_t{12} * 1024, kSlack = 1024;
constexpr int kMostTries = 3;

void add(std::vector<base::Fault>& faults, const std::vector<base::Fault>& more) {
    faults.insert(faults.end(), more.begin(), more.end());
}

std::size_t roomFor(const signing::CadesSigner& signer) {
    std::size_t room = kOfSignature + signer.identity.certificate.der.size();
    for (const auto& issuer : signer.chain) room += issuer.der.size();
    return signer.timestamps == nullptr ? room : room + kOfTimestamp;
}

void reportStamp(const JudgedSignature& judged, PdfSignatureReport& report) {
    report.intact = report.trusted = judged.token.has_value();
    add(report.faults, judged.tokenFaults);
    if (!judged.token) return;
    report.signer = judged.token->authority;
    report.provenMoment = judged.token->moment;
    report.revocationKnown = judged.token->path.valid && judged.token->path.revocationKnown;
}

void reportSignature(const JudgedSignature& judged, PdfSignatureReport& report) {
    const auto& verdict = judged.cades;
    report.intact = verdict.intact();
    report.trusted = verdict.trusted();
    report.revocationKnown = verdict.trusted() && verdict.path.revocationKnown;
    if (verdict.signer) report.signer = verdict.signer->subjectText();
    report.provenMoment = judged.archivedMoment;
    if (verdict.timestamp) report.provenMoment = verdict.timestamp->moment;
    add(report.faults, verdict.faults);
    add(report.faults, verdict.path.reasons);
    add(report.faults, verdict.timestampFaults);
}

PdfSignatureReport reportOn(const JudgedSignature& judged) {
    const auto& place = judged.place;
    PdfSignatureReport report;
    report.kind = place.kind;
    report.field = place.field;
    report.faults = place.faults;
    if (!report.faults.empty()) return report;
    report.name = place.name;
    report.reason = place.reason;
    report.location = place.location;
    report.claimedMoment = place.claimedMoment;
    report.certifies = place.certifies;
    report.later = place.later;
    report.end = place.end;
    report.archived = judged.archivedMoment.has_value();
    place.kind == Kind::DocumentTimestamp ? reportStamp(judged, report) : reportSignature(judged, report);
    return report;
}

}  // namespace

base::Result<base::Bytes> signPdf(base::BytesView pdf, const printing::SignatureField& field,
                                  const signing::CadesSigner& signer) {
    const auto& certificate = signer.identity.certificate;
    if (!certificate.validAt(field.moment))
        return base::Fault{"signing.certificate-not-in-force"_code, {{"subject", certificate.subjectText()}}, {}};
    auto roomy = field;
    roomy.reserved = std::max(field.reserved, roomFor(signer));
    for (int attempt = 1;; ++attempt) {
        auto prepared = printing::prepareSignature(pdf, roomy);
        if (!prepared) return prepared.refusal();
        const auto cms = signing::signCades(signer, prepared->signedOctets());
        if (!cms) return cms.refusal();
        auto placed = printing::placeSignature(std::move(prepared).value(), *cms);
        if (placed || attempt == kMostTries || !placed.refusal().has("printing.signature-too-large"_code))
            return placed;
        roomy.reserved = cms->size() + kSlack;
    }
}

base::Result<std::vector<PdfSignatureReport>> verifyPdfSignatures(base::BytesView pdf,
                                                                  const signing::CadesQuestion& question) {
    const auto judged = judgeSignatures(pdf, question);
    if (!judged) return judged.refusal();
    std::vector<PdfSignatureReport> reports;
    for (const auto& each : *judged) reports.push_back(reportOn(each));
    return reports;
}

}  // namespace issuance
