// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <sstream>

#include "contract/acts_of_line.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/checkpoint_keys.hpp"
#include "records/journal/verification.hpp"

namespace issuance {
namespace {

using namespace contract;

std::string textOf(const records::JournalFinding& finding) {
    const bool many = finding.last > finding.sequence;
    return fmt::format("{}: strand {}, {} {}{}", records::nameOf(finding.tampering), finding.strand,
                       many ? "rows" : "row", finding.sequence, many ? fmt::format("-{}", finding.last) : "");
}

JournalVerified verify(House& house, Call& call) {
    CheckpointKeys keys{house.files, *house.keyBook, call.connection};
    const auto report = records::verifyJournal(
        call.connection, [&](const std::string& keyId, base::BytesView content, base::BytesView signature) {
            return keys.signedBy(keyId, content, signature);
        });
    JournalVerified verified{report.sound(), report.entries, report.checkpoints, {}};
    for (const auto& finding : report.findings) verified.findings.push_back(textOf(finding));
    return verified;
}

base::Result<Done> checkpoint(House& house, Call& call) {
    const auto key = house.keyBook->active(call.connection, CertifiedPurpose::JournalCheckpoint);
    if (auto signs = checkSigns(key, house.clock.now()); !signs) return signs.refusal();
    signCheckpoint(house, call.transaction(), key->key);
    return Done{};
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
