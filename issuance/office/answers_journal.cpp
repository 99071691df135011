// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <sstream>

#include "base/files.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/office/answers.hpp"
#include "records/journal/checkpoint.hpp"
#include "records/journal/verification.hpp"
#include "signing/keys/byte_signature.hpp"

namespace issuance {
namespace {

using namespace contract;

constexpr std::string_view kPurpose = "journal-checkpoint";

std::string textOf(const records::JournalFinding& finding) {
    const bool many = finding.last > finding.sequence;
    return fmt::format("{}: strand {}, {} {}{}", records::nameOf(finding.tampering), finding.strand,
                       many ? "rows" : "row", finding.sequence, many ? fmt::format("-{}", finding.last) : "");
}

JournalVerified verify(House& house, Call& call) {
    const auto signatureHolds = [&](const std::string& keyId, base::BytesView content, base::BytesView signature) {
        return keyId == house.institution.checkpointKey &&
               signing::verifyBytes(house.checkpointCertificate.publicKey, kPurpose, content, signature).ok();
    };
    const auto report = records::verifyJournal(call.connection, signatureHolds);
    JournalVerified verified{report.sound(), report.entries, report.checkpoints, {}};
    for (const auto& finding : report.findings) verified.findings.push_back(textOf(finding));
    return verified;
}

Done checkpoint(House& house, Call& call) {
    const signing::KeyId key{house.institution.checkpointKey};
    records::writeCheckpoint(
        call.transaction(), house.clock,
        [&](base::BytesView content) { return signing::signBytes(*house.keys, key, kPurpose, content); }, key.text());
    return {};
}

FilesGiven exportAll(Call& call) {
    std::ostringstream lines;
    records::exportJournal(call.connection, lines);
    return {{{"journal.ndjson", base::bytesOf(lines.str())}}};
}

}  // namespace

void addJournalAnswers(ActTable& acts, House& house) {
    acts.answer<JournalVerify>([&house](Call& call, const auto&) { return verify(house, call); });
    acts.answer<JournalCheckpoint>([&house](Call& call, const auto&) { return checkpoint(house, call); });
    acts.answer<JournalExport>([](Call& call, const auto&) { return exportAll(call); });
}

}  // namespace issuance
