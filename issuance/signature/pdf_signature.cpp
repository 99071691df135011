// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/signature/pdf_signature.hpp"

namespace issuance {

using namespace base::literals;

namespace {

void add(std::vector<base::Fault>& faults, const std::vector<base::Fault>& more) {
    faults.insert(faults.end(), more.begin(), more.end());
}

PdfSignatureReport reportOn(base::BytesView pdf, const printing::PdfSignature& signature,
                            const signing::CadesQuestion& question) {
    PdfSignatureReport report;
    report.field = signature.field;
    report.faults = signature.faults;
    if (!report.faults.empty()) return report;
    report.name = signature.name;
    report.reason = signature.reason;
    report.location = signature.location;
    report.claimedMoment = signature.claimedMoment;
    report.certifies = signature.certifies;
    report.later = signature.later;
    const auto verdict = signing::verifyCades(signature.signedOctets(pdf), signature.cms, question);
    report.intact = verdict.intact();
    report.trusted = verdict.trusted();
    if (verdict.signer) report.signer = verdict.signer->subjectText();
    if (verdict.timestamp) report.provenMoment = verdict.timestamp->moment;
    add(report.faults, verdict.faults);
    add(report.faults, verdict.path.reasons);
    add(report.faults, verdict.timestampFaults);
    return report;
}

}  // namespace

base::Result<base::Bytes> signPdf(base::BytesView pdf, const printing::SignatureField& field,
                                  const signing::CadesSigner& signer) {
    const auto& certificate = signer.identity.certificate;
    if (!certificate.validAt(field.moment))
        return base::Fault{"signing.certificate-not-in-force"_code, {{"subject", certificate.subjectText()}}, {}};
    auto prepared = printing::prepareSignature(pdf, field);
    if (!prepared) return prepared.refusal();
    const auto cms = signing::signCades(signer, prepared->signedOctets());
    if (!cms) return cms.refusal();
    return printing::placeSignature(std::move(prepared).value(), *cms);
}

base::Result<std::vector<PdfSignatureReport>> verifyPdfSignatures(base::BytesView pdf,
                                                                  const signing::CadesQuestion& question) {
    const auto signatures = printing::readSignatures(pdf);
    if (!signatures) return signatures.refusal();
    std::vector<PdfSignatureReport> reports;
    for (const auto& signature : *signatures) reports.push_back(reportOn(pdf, signature, question));
    return reports;
}

}  // namespace issuance
