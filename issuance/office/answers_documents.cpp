// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/lifecycle/lost_documents.hpp"
#include "issuance/line/conductor.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/confidential_reading.hpp"
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
    return showDocument(house, call, *entry);
}

/// Chip files go below `lds`, pages beside it.
std::string fileNameOf(const std::string& name) { return name.rfind("EF.", 0) == 0 ? "lds/" + name : name; }

base::Result<FilesGiven> filesOf(House& house, Call& call, const DocumentFiles& request) {
    const auto entry = house.documents->numbered(call.connection, request.number);
    if (!entry) return unknownDocument(request.number);
    if (entry->confidential) {
        if (needToKnowOf(house, call) == NeedToKnow::No) return base::Fault{"confidential.not-permitted"_code};
        noteConfidentialReading(house, call, DocumentFiles::kAct.name, "document", entry->id);
    }
    FilesGiven given;
    for (auto& file : house.documents->files(call.connection, entry->id, "read"))
        given.files.push_back({fileNameOf(file.name), std::move(file.content)});
    return given;
}

/// Passive authentication of the kept files, as on the day asked.
void judgeSecurityObject(House& house, Call& call, const std::map<std::string, base::Bytes>& files,
                         std::vector<Verdict>& verdicts) {
    const auto sod = files.find("EF.SOD");
    if (sod == files.end()) return;
    const auto trust = house.trust->now(call.connection);
    const auto verdict = signing::verifySecurityObject(sod->second, trust->at(house.clock.now()));
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
    judgeSecurityObject(house, call, files, verified.verdicts);
    if (kind->chipProfile) verified.verdicts.push_back({"chip-read", files.count("EF.SOD") > 0, ""});
    verified.authentic = true;
    for (const auto& verdict : verified.verdicts) verified.authentic = verified.authentic && verdict.passed;
    return verified;
}

/// The certificate that signs now, or where none does the newest.
std::optional<KeyEntry> current(House& house, Call& call, CertifiedPurpose purpose) {
    if (auto active = house.keyBook->active(call.connection, purpose)) return active;
    auto all = house.keyBook->ofPurpose(call.connection, purpose);
    return all.empty() ? std::nullopt : std::optional{std::move(all.back())};
}

/// "certificates-root.pem" of the authority that certifies now; those before it have their entry in the name.
void addHouseAuthorities(House& house, Call& call, FilesGiven& given) {
    constexpr const char* kName = "certificates-root";
    const auto nameOfEntry = [](const KeyEntry& entry) {
        return entry.state == KeyState::Active ? std::string{kName} : std::string{kName} + "-" + entry.id;
    };
    for (const auto& entry : house.keyBook->ofPurpose(call.connection, CertifiedPurpose::HouseAuthority))
        given.files.push_back(
            {nameOfEntry(entry) + ".pem", base::bytesOf(signing::pemOfCertificate(entry.certificate.der))});
    for (auto& list : house.lists->lastHouseLists(call.connection)) {
        const auto entry = base::expected(house.keyBook->find(call.connection, list.issuer), list.issuer);
        given.files.push_back({nameOfEntry(entry) + ".crl", std::move(list.content)});
    }
}

FilesGiven exportPki(House& house, Call& call) {
    FilesGiven given;
    const std::pair<const char*, CertifiedPurpose> certificates[] = {{"csca.pem", CertifiedPurpose::Csca},
                                                                     {"ds.pem", CertifiedPurpose::DocumentSigner},
                                                                     {"seal-signer.pem", CertifiedPurpose::SealSigner}};
    for (const auto& [name, purpose] : certificates)
        if (const auto entry = current(house, call, purpose))
            given.files.push_back({name, base::bytesOf(signing::pemOfCertificate(entry->certificate.der))});
    int root = 0;
    for (const auto& anchor : house.signaturePolicies->timestampAnchors(call.connection))
        given.files.push_back({"timestamp-root-" + std::to_string(++root) + ".pem",
                               base::bytesOf(signing::pemOfCertificate(anchor.der))});
    if (auto list = house.lists->lastRevocationList(call.connection))
        given.files.push_back({"csca.crl", std::move(list->content)});
    addHouseAuthorities(house, call, given);
    return given;
}

}  // namespace

DocumentShown showDocument(House& house, Call& call, DocumentEntry entry) {
    if (entry.confidential) {
        if (needToKnowOf(house, call) == NeedToKnow::Yes)
            noteConfidentialReading(house, call, DocumentShow::kAct.name, "document", entry.id);
        else
            entry.mrz.clear();
    }
    auto stages = house.orders->stages(call.connection, entry.order.text());
    PeopleNames{house, call.connection}.putInto(stages);
    return DocumentShown{entry.number.text(),
                         entry.kind,
                         entry.order.text(),
                         lossOf(call.connection, entry.id).value_or(entry.state),
                         entry.blank,
                         base::formatDate(entry.issued),
                         base::formatDate(entry.expires),
                         entry.mrz,
                         linesOf(house.documents->verdicts(call.connection, entry.id)),
                         std::move(stages),
                         entry.chipIdentity,
                         entry.confidential};
}

void addDocumentAnswers(ActTable& acts, House& house) {
    acts.answer<DocumentShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<DocumentList>([&house](Call& call, const auto&) {
        return DocumentsListed{house.documents->releasedNumbers(call.connection)};
    });
    acts.answer<DocumentVerify>([&house](Call& call, const auto& request) { return verify(house, call, request); });
    acts.answer<DocumentFiles>([&house](Call& call, const auto& request) { return filesOf(house, call, request); });
    acts.answer<PkiExport>([&house](Call& call, const auto&) { return exportPki(house, call); });
    acts.answer<TrainingMaterial>([&house](Call&, const auto&) { return makeTrainingMaterial(house); });
}

}  // namespace issuance
