// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "contract/judgements.hpp"
#include "issuance/office/chip_judgement.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/printer_judgement.hpp"
#include "issuance/office/template_judgement.hpp"
#include "issuance/verification/judgement_by_books.hpp"
#include "issuance/verification/verification_answer.hpp"
#include "signing/certificates/name_reader.hpp"
#include "signing/lint/lint.hpp"
#include "signing/lists/master_list.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
namespace lint = signing::lint;

PkiFile told(const NamedFile& file, const std::vector<lint::ObjectReport>& reports) {
    PkiFile answer;
    answer.name = file.name;
    for (const auto& report : reports) {
        PkiObject object{report.kind, report.place, report.name, {}};
        for (const auto& finding : report.findings) object.findings.push_back(tell(finding));
        answer.deviations += static_cast<std::int64_t>(report.count(lint::Grade::Deviation));
        answer.advice += static_cast<std::int64_t>(report.count(lint::Grade::Advice));
        answer.objects.push_back(std::move(object));
    }
    return answer;
}

base::Result<PkiWasLinted> judge(const PkiLint& request) {
    lint::Question question;
    if (request.kind) question.kind = lint::kindNamed(*request.kind);
    if (request.kind && !question.kind) return base::Fault{"pki.kind-unknown"_code, {{"kind", *request.kind}}, {}};
    if (request.issuer) question.issuer = *request.issuer;
    PkiWasLinted answer;
    for (const auto& file : request.files) answer.files.push_back(told(file, lint::judgeFile(file.content, question)));
    return answer;
}

std::vector<FaultLine> told(const std::vector<base::Fault>& faults) {
    std::vector<FaultLine> lines;
    for (const auto& fault : faults) lines.push_back(FaultLine::of(fault));
    return lines;
}

/// DER out of DER or PEM.
base::Result<signing::Certificate> certificateIn(const NamedFile& file) {
    const auto pem = signing::certificateOfPem(base::textOf(file.content));
    auto certificate = signing::readCertificate(pem ? *pem : file.content);
    if (certificate) return certificate;
    auto fault = certificate.refusal().first();
    fault.where = file.name;
    return fault;
}

base::Result<MasterListRead> readList(const PkiReadList& request) {
    std::vector<signing::Certificate> anchors;
    for (const auto& file : request.anchors) {
        auto anchor = certificateIn(file);
        if (!anchor) return anchor.refusal();
        anchors.push_back(std::move(anchor).value());
    }
    const base::SystemClock clock;
    const auto list = signing::readMasterList(request.list, {anchors, clock.now()});
    if (!list) return list.refusal();
    MasterListRead answer;
    answer.trusted = list->path.valid;
    answer.signer = list->signer.subjectText();
    answer.authority = list->signer.issuerText();
    if (list->signingTime) answer.signingTime = base::formatTimestamp(*list->signingTime);
    answer.reasons = told(list->path.reasons);
    answer.unusable = told(list->unusable);
    for (const auto& certificate : list->countrySigners) {
        const auto digest = base::toHex(base::digest(base::DigestAlgorithm::Sha256, certificate.der));
        answer.certificates.push_back(
            {signing::readName(certificate.subject).country + "-" + digest.substr(0, 16) + ".cer", certificate.der});
    }
    return answer;
}

base::Result<FileVerified> verify(const FileVerify& request) {
    const auto trust = VerificationTrust::of(request.trust);
    if (!trust) return trust.refusal();
    auto said = verifiedApart(request.file.content, *trust, base::SystemClock{}.now());
    judgeByBooks(said, request.file.content, nullptr);
    return said;
}

template <Request R>
base::Result<Json> answered(const Json& json, base::Result<typename R::Answer> (*judging)(const R&)) {
    const auto request = fromJson<R>(json);
    if (!request) return request.refusal();
    auto answer = judging(*request);
    if (!answer) return answer.refusal();
    return toJson(*answer);
}

/// The office of those who only look.
class ReadingRoom final : public Office {
   public:
    base::Result<Json> perform(std::string_view act, const Credentials&, const Json& request) override {
        if (act == PkiLint::kAct.name) return answered<PkiLint>(request, judge);
        if (act == PkiReadList::kAct.name) return answered<PkiReadList>(request, readList);
        if (act == ChipLint::kAct.name) return answered<ChipLint>(request, judgeChip);
        if (act == TemplateCheck::kAct.name) return answered<TemplateCheck>(request, judgeTemplate);
        if (act == TemplatePreview::kAct.name) return answered<TemplatePreview>(request, previewTemplate);
        if (act == TemplateDiff::kAct.name) return answered<TemplateDiff>(request, diffTemplates);
        if (act == PrinterShow::kAct.name) return answered<PrinterShow>(request, showPrinter);
        if (act == FileVerify::kAct.name) return answered<FileVerify>(request, verify);
        return base::Fault{"office.unknown-act"_code, {{"act", std::string{act}}}, {}};
    }
};

}  // namespace

std::unique_ptr<Office> openReadingRoom() { return std::make_unique<ReadingRoom>(); }

}  // namespace issuance
