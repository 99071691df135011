// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/lifecycle/lost_documents.hpp"
#include "issuance/line/conductor.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/office/training_material.hpp"
#include "signing/sod/security_object.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Fault unknownDocument(const std::string& number) { return {"document.unknown"_code, {{"number", number}}, {}}; }

std::vector<Verdict> linesOf(const std::vector<DocumentVerdict>& verdicts) {
    std::vector<Verdict> lines;
    for (const auto& verdict : verdicts) lines.push_back({verdict.check, verdict.passed, verdict.reason});
    return lines;
}

base::Result<DocumentShown> show(House& house, Call& call, const DocumentShow& request) {
    const auto entry = house.documents->numbered(call.connection, request.number);
    if (!entry) return unknownDocument(request.number);
    auto stages = house.orders->stages(call.connection, entry->order.text());
    PeopleNames{house, call.connection}.putInto(stages);
    return DocumentShown{entry->number.text(),
                         entry->kind,
                         entry->order.text(),
                         lossOf(call.connection, entry->id).value_or(entry->state),
                         entry->blank,
                         base::formatDate(entry->issued),
                         base::formatDate(entry->expires),
                         entry->mrz,
                         linesOf(house.documents->verdicts(call.connection, entry->id)),
                         std::move(stages),
                         entry->chipIdentity};
}

/// Chip files go below `lds`, pages beside it.
std::string fileNameOf(const std::string& name) { return name.rfind("EF.", 0) == 0 ? "lds/" + name : name; }

base::Result<FilesGiven> filesOf(House& house, Call& call, const DocumentFiles& request) {
    const auto entry = house.documents->numbered(call.connection, request.number);
    if (!entry) return unknownDocument(request.number);
    FilesGiven given;
    for (auto& file : house.documents->files(call.connection, entry->id, "read"))
        given.files.push_back({fileNameOf(file.name), std::move(file.content)});
    return given;
}

/// Passive authentication of the kept files, as on the day asked.
void judgeSecurityObject(House& house, const std::map<std::string, base::Bytes>& files,
                         std::vector<Verdict>& verdicts) {
    const auto sod = files.find("EF.SOD");
    if (sod == files.end()) return;
    const auto verdict = signing::verifySecurityObject(sod->second, house.trustNow());
    const std::string reason = verdict.reasons.empty() ? "" : verdict.reasons.front().code.name();
    verdicts.push_back({"ef-sod-signature", verdict.signatureValid, verdict.signatureValid ? "" : reason});
    verdicts.push_back({"ef-sod-path", verdict.pathValid, verdict.pathValid ? "" : reason});
    for (const auto& [group, hash] : verdict.hashes) {
        const std::string name = "EF.DG" + std::to_string(group);
        const auto file = files.find(name);
        verdicts.push_back({"hash " + name, file != files.end() && verdict.speaksFor(group, file->second), ""});
    }
}

base::Result<DocumentVerified> verify(House& house, Call& call, const DocumentVerify& request) {
    const auto entry = house.documents->numbered(call.connection, request.number);
    if (!entry) return unknownDocument(request.number);
    const auto order = house.orders->load(call.connection, entry->order);
    const auto* kind = house.catalogue->find(KindId{entry->kind});
    const TravelDocument document{kind,          order.content.holder(), entry->number,
                                  entry->issued, entry->expires,         order.content.waiver()};
    const ExpectedDocument expected{document, order.images, base::expected(composeMrz(document), "document"), {}};
    std::map<std::string, base::Bytes> files;
    for (auto& file : house.documents->files(call.connection, entry->id, "read"))
        files[file.name] = std::move(file.content);
    DocumentVerified verified;
    verified.verdicts.push_back({"state-released", entry->state == "released", entry->state});
    verified.verdicts.push_back({"mrz-equals-order", entry->mrz == expected.mrz.lines, ""});
    for (std::size_t side = 0; side < kind->pageDesigns.size(); ++side) {
        const auto name = pageNameOf(*kind, side);
        if (const auto page = files.find(name + ".pdf"); page != files.end())
            for (const auto& verdict :
                 judgePage(name, page->second, house.designs.at(kind->pageDesigns[side]), expected))
                verified.verdicts.push_back({verdict.check, verdict.passed, verdict.reason});
    }
    judgeSecurityObject(house, files, verified.verdicts);
    if (kind->chipProfile) verified.verdicts.push_back({"chip-read", files.count("EF.SOD") > 0, ""});
    verified.authentic = true;
    for (const auto& verdict : verified.verdicts) verified.authentic = verified.authentic && verdict.passed;
    return verified;
}

FilesGiven exportPki(House& house) {
    FilesGiven given;
    const std::pair<const char*, const signing::Certificate*> certificates[] = {{"csca.pem", &house.anchors.front()},
                                                                                {"ds.pem", &house.signerCertificate}};
    for (const auto& [name, certificate] : certificates)
        given.files.push_back({name, base::bytesOf(signing::pemOfCertificate(certificate->der))});
    return given;
}

}  // namespace

void addDocumentAnswers(ActTable& acts, House& house) {
    acts.answer<DocumentShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<DocumentList>([&house](Call& call, const auto&) {
        return DocumentsListed{house.documents->releasedNumbers(call.connection)};
    });
    acts.answer<DocumentVerify>([&house](Call& call, const auto& request) { return verify(house, call, request); });
    acts.answer<DocumentFiles>([&house](Call& call, const auto& request) { return filesOf(house, call, request); });
    acts.answer<PkiExport>([&house](Call&, const auto&) { return exportPki(house); });
    acts.answer<TrainingMaterial>([&house](Call&, const auto&) { return makeTrainingMaterial(house); });
}

}  // namespace issuance
