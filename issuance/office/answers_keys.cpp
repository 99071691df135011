// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "contract/acts_of_keys.hpp"
#include "issuance/keys/ceremonies.hpp"
#include "issuance/keys/directory_export.hpp"
#include "issuance/keys/key_endings.hpp"
#include "issuance/keys/key_watch.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/key_renewal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

std::string textOf(const std::optional<base::Timestamp>& moment) {
    return moment ? base::formatTimestamp(*moment) : "";
}

KeyLine lineOf(const KeyEntry& entry) {
    const auto& certificate = entry.certificate;
    return {entry.id,
            std::string{nameOf(entry.purpose)},
            std::string{nameOf(entry.state)},
            certificate.subjectText(),
            base::toHex(certificate.serialNumber),
            entry.issuer,
            entry.key.text(),
            base::toHex(base::sha256(certificate.der)),
            base::formatTimestamp(certificate.notBefore),
            base::formatTimestamp(certificate.notAfter),
            base::formatTimestamp(entry.use.begin),
            base::formatTimestamp(entry.use.end),
            textOf(entry.published),
            entry.publication,
            textOf(entry.revoked),
            entry.documents,
            entry.mostDocuments};
}

NamedFile fileOf(const KeyEntry& entry) { return {entry.id + ".cer", entry.certificate.der}; }
NamedFile fileOf(const IssuedRevocationList& list) {
    return {"GTM-" + std::to_string(list.number) + ".crl", list.content};
}
NamedFile fileOf(const IssuedMasterList& list) { return {"GTM-" + std::to_string(list.number) + ".ml", list.content}; }

KeysMade madeOf(const std::vector<KeyEntry>& entries) {
    KeysMade made;
    for (const auto& entry : entries) {
        made.keys.push_back(lineOf(entry));
        made.files.push_back(fileOf(entry));
    }
    return made;
}

base::Result<KeysMade> madeOf(const base::Result<KeyEntry>& entry) {
    if (!entry) return entry.refusal();
    return madeOf(std::vector{*entry});
}

Ceremonies ceremoniesOf(House& house) { return {*house.keys, *house.keyBook, house.clock}; }
KeyEndings endingsOf(House& house) { return {*house.keys, *house.keyBook, house.clock}; }

/// Signatures whose proofs are due are as much to be done as a list that runs out.
void tellProofsDue(const House& house, records::Connection& connection, PkiStatusTold& told) {
    const auto due = house.proofs->due(connection, house.signaturePolicies->current(connection));
    if (due.empty()) return;
    told.proofsDue = std::ssize(due);
    told.oldestProofDue = std::ranges::min(due, {}, &DueProof::day).day;
    told.notices.push_back(
        {"warning",
         FaultLine::of(
             {"pki.proofs-due"_code, {{"count", std::to_string(due.size())}, {"day", told.oldestProofDue}}, {}})});
}

PkiStatusTold status(House& house, Call& call) {
    PkiStatusTold told;
    for (const auto& notice : KeyWatch{*house.keys, *house.keyBook, *house.lists, house.clock}.notices(call.connection))
        told.notices.push_back(
            {notice.grade == KeyNotice::Grade::Alarm ? "alarm" : "warning", FaultLine::of(notice.fault)});
    for (const auto& entry : house.keyBook->all(call.connection)) told.keys.push_back(lineOf(entry));
    if (const auto list = house.lists->lastRevocationList(call.connection)) {
        told.revocationList = list->number;
        told.nextUpdate = base::formatTimestamp(list->nextUpdate);
    }
    if (const auto list = house.lists->lastMasterList(call.connection)) {
        told.masterList = list->number;
        told.masterListTime = base::formatTimestamp(list->time);
    }
    tellProofsDue(house, call.connection, told);
    return told;
}

/// Refuses "signing.algorithm-unknown", for keys that wrap too.
base::Result<std::optional<signing::KeyAlgorithm>> algorithmIn(const std::optional<std::string>& name) {
    if (!name) return std::optional<signing::KeyAlgorithm>{};
    const auto algorithm = signing::keyAlgorithmNamed(*name);
    if (!algorithm) return algorithm.refusal();
    if (*algorithm == signing::KeyAlgorithm::Aes256)
        return base::Fault{"signing.algorithm-unknown"_code, {{"name", *name}}, {}};
    return std::optional{*algorithm};
}

template <class Request>
base::Result<CscaRequest> cscaRequestOf(const Request& request, const std::string& reason) {
    const auto algorithm = algorithmIn(request.algorithm);
    if (!algorithm) return algorithm.refusal();
    return CscaRequest{request.name.value_or(""), request.contact.value_or(""), *algorithm, reason};
}

base::Result<KeysMade> newCsca(House& house, Call& call, const PkiNewCsca& request) {
    const auto asked = cscaRequestOf(request, request.reason);
    if (!asked) return asked.refusal();
    return madeOf(ceremoniesOf(house).newCsca(call.transaction(), call.author, *asked));
}

base::Result<KeysMade> rollOver(House& house, Call& call, const PkiRollOver& request) {
    const auto asked = cscaRequestOf(request, "");
    if (!asked) return asked.refusal();
    const auto made = ceremoniesOf(house).rollOver(call.transaction(), call.author, *asked);
    if (!made) return made.refusal();
    return madeOf(*made);
}

base::Result<KeysMade> newSigner(House& house, Call& call, const PkiNewSigner& request) {
    SignerRequest asked;
    const auto purpose = certifiedPurposeNamed(request.purpose);
    if (!purpose) return base::Fault{"pki.not-a-signer"_code, {{"purpose", request.purpose}}, {}};
    asked.purpose = *purpose;
    asked.documents = request.documents;
    // Beyond all limits is refused with them, whatever its size.
    if (request.months) asked.months = static_cast<int>(std::clamp<std::int64_t>(*request.months, 0, 1000));
    if (request.from) {
        const auto day = base::parseDate(*request.from);
        if (!day) return day.refusal();
        asked.from = std::chrono::sys_days{*day};
    }
    asked.documentTypes = request.types;
    asked.code = request.code.value_or("");
    const auto algorithm = algorithmIn(request.algorithm);
    if (!algorithm) return algorithm.refusal();
    asked.algorithm = *algorithm;
    return madeOf(ceremoniesOf(house).newSigner(call.transaction(), call.author, asked));
}

base::Result<KeyEnded> endedOf(const base::Result<ProvenEnd>& end) {
    if (!end) return end.refusal();
    return KeyEnded{end->entry, end->key.text(), end->proof, end->keysLeft, end->successor};
}

std::int64_t revokedIn(const IssuedRevocationList& list) {
    return static_cast<std::int64_t>(
        base::expected(signing::readRevocationList(list.content), "revocation list").revoked.size());
}

ListIssued toldOf(const IssuedRevocationList& list, std::string name) {
    return {list.number, list.issuer, base::formatTimestamp(list.nextUpdate), revokedIn(list), {name, list.content}};
}

base::Result<ListIssued> issueHouseLists(House& house, Call& call, std::int64_t days) {
    const auto lists = issuePublishedHouseLists(house, call, days);
    if (!lists) return lists.refusal();
    const auto nameOfList = [](const IssuedRevocationList& list) {
        return "house-authority-" + std::to_string(list.number) + ".crl";
    };
    auto told = toldOf(lists->front(), nameOfList(lists->front()));
    for (auto list = lists->begin() + 1; list != lists->end(); ++list)
        told.former.push_back({nameOfList(*list), list->content});
    return told;
}

base::Result<ListIssued> issueRevocationList(House& house, Call& call, const PkiCrl& request) {
    constexpr std::int64_t kUsual = 90;
    const auto days = request.days.value_or(kUsual);
    const auto authority = request.authority.value_or(std::string{nameOf(CertifiedPurpose::Csca)});
    if (authority == nameOf(CertifiedPurpose::HouseAuthority)) return issueHouseLists(house, call, days);
    if (authority != nameOf(CertifiedPurpose::Csca))
        return base::Fault{"pki.not-an-authority"_code, {{"purpose", authority}}, {}};
    const auto list = house.lists->issueRevocationList(call.transaction(), call.author, days);
    if (!list) return list.refusal();
    return toldOf(*list, fileOf(*list).name);
}

base::Result<KeysMade> renew(House& house, Call& call, const PkiRenew& request) {
    const auto purpose = certifiedPurposeNamed(request.purpose);
    if (!purpose) return base::Fault{"pki.not-renewable"_code, {{"purpose", request.purpose}}, {}};
    const auto algorithm = algorithmIn(request.algorithm);
    if (!algorithm) return algorithm.refusal();
    return madeOf(renewKey(house, call, *purpose, *algorithm));
}

base::Result<std::vector<signing::Certificate>> certificatesIn(const std::vector<NamedFile>& files) {
    std::vector<signing::Certificate> certificates;
    std::vector<base::Fault> faults;
    for (const auto& file : files) {
        const auto pem = signing::certificateOfPem(base::textOf(file.content));
        auto certificate = signing::readCertificate(pem ? *pem : file.content);
        if (certificate) {
            certificates.push_back(std::move(certificate).value());
            continue;
        }
        auto fault = certificate.refusal().first();
        fault.where = file.name;
        faults.push_back(std::move(fault));
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return certificates;
}

base::Result<ListIssued> issueMasterList(House& house, Call& call, const PkiMasterList& request) {
    const auto others = certificatesIn(request.certificates);
    if (!others) return others.refusal();
    const auto list = house.lists->issueMasterList(call.transaction(), call.author, *others);
    if (!list) return list.refusal();
    return ListIssued{list->number, list->signer, "", list->certificates, fileOf(*list)};
}

FilesGiven directory(House& house, Call& call, const PkiDirectory& request) {
    DirectoryContent content{
        {}, house.lists->lastRevocationList(call.connection), house.lists->lastMasterList(call.connection)};
    FilesGiven given;
    for (auto& entry : house.keyBook->all(call.connection)) {
        if (!mustBePublished(entry.purpose)) continue;
        given.files.push_back(fileOf(entry));
        content.entries.push_back(std::move(entry));
    }
    if (content.revocationList) given.files.push_back(fileOf(*content.revocationList));
    if (content.masterList) given.files.push_back(fileOf(*content.masterList));
    const auto ldif = directoryLdif(content, request.base.value_or(std::string{kDirectoryBase}));
    given.files.insert(given.files.begin(), {"directory.ldif", base::bytesOf(ldif)});
    return given;
}

}  // namespace

void addKeyAnswers(ActTable& acts, House& house) {
    acts.answer<PkiStatus>([&house](Call& call, const auto&) { return status(house, call); });
    acts.answer<PkiNewCsca>([&house](Call& call, const auto& asked) { return newCsca(house, call, asked); });
    acts.answer<PkiRollOver>([&house](Call& call, const auto& asked) { return rollOver(house, call, asked); });
    acts.answer<PkiNewSigner>([&house](Call& call, const auto& asked) { return newSigner(house, call, asked); });
    acts.answer<PkiRenew>([&house](Call& call, const auto& asked) { return renew(house, call, asked); });
    acts.answer<PkiPublish>([&house](Call& call, const auto& asked) {
        return madeOf(ceremoniesOf(house).publish(call.transaction(), call.author, asked.entry, asked.reference));
    });
    acts.answer<PkiRevoke>([&house](Call& call, const auto& asked) {
        return madeOf(endingsOf(house).revoke(call.transaction(), call.author, asked.entry, asked.reason));
    });
    acts.answer<PkiRetire>([&house](Call& call, const auto& asked) {
        return endedOf(endingsOf(house).retire(call.connection, call.author, asked.entry, asked.reason));
    });
    acts.answer<PkiDiscard>([&house](Call& call, const auto& asked) {
        return endedOf(endingsOf(house).discard(call.connection, call.author, signing::KeyId{asked.key}));
    });
    acts.answer<PkiCrl>([&house](Call& call, const auto& asked) { return issueRevocationList(house, call, asked); });
    acts.answer<PkiMasterList>([&house](Call& call, const auto& asked) { return issueMasterList(house, call, asked); });
    acts.answer<PkiDirectory>([&house](Call& call, const auto& asked) { return directory(house, call, asked); });
}

}  // namespace issuance
