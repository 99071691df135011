// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/verification.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "records/journal/strand_walk.hpp"

namespace records {
namespace {

std::optional<StrandHead> headOf(Connection& connection, std::int64_t strand) {
    const auto row = connection.queryOne("SELECT sequence, hash FROM journal_strand WHERE strand = ?1", {strand});
    if (!row) return std::nullopt;
    return StrandHead{strand, row->integer(0), row->bytes(1)};
}

/// The chain of checkpoints, read in their order.
class CheckpointWalk {
   public:
    CheckpointWalk(const VerifySignature& verifySignature, JournalReport& report)
        : m_verifySignature(verifySignature), m_report(report), m_previous(firstHash()) {}

    void take(const Row& row) {
        const std::int64_t number = row.integer(0);
        const base::Bytes& content = row.bytes(1);
        ++m_report.checkpoints;
        for (; m_next < number; ++m_next) refuse(m_next);
        const auto checkpoint = readCheckpoint(content);
        const bool sound = checkpoint && checkpoint->number == number && checkpoint->keyId == row.text(2) &&
                           m_verifySignature(checkpoint->keyId, content, row.bytes(3));
        // After a missing or broken one the link cannot be told, only the signature.
        if (!sound || (m_linked && checkpoint->previous != m_previous)) refuse(number);
        m_linked = sound;
        m_next = number + 1;
        m_previous = base::sha256(content);
        if (sound)
            for (const StrandHead& head : checkpoint->heads)
                if (head.sequence > 0) m_fixed[head.strand][head.sequence] = head.hash;
    }
    [[nodiscard]] FixedHashes fixed(std::int64_t strand) { return m_fixed[strand]; }

   private:
    void refuse(std::int64_t number) {
        m_report.findings.push_back({Tampering::Checkpoint, 0, number, number, 0});
        m_linked = false;
    }

    const VerifySignature& m_verifySignature;
    JournalReport& m_report;
    base::Bytes m_previous;
    std::int64_t m_next = 1;
    bool m_linked = true;
    std::map<std::int64_t, FixedHashes> m_fixed;
};

void verifyStrand(Connection& connection, std::int64_t strand, FixedHashes fixed, JournalReport& report) {
    StrandWalk walk{strand, headOf(connection, strand), std::move(fixed)};
    const std::string question =
        "SELECT " + std::string{kEntryColumns} + " FROM journal_entry WHERE strand = ?1 ORDER BY sequence";
    connection.forEach(question, {strand}, [&](const Row& row) {
        ++report.entries;
        walk.take(storedEntry(row));
    });
    const auto findings = walk.finish(headOf(connection, strand));
    report.findings.insert(report.findings.end(), findings.begin(), findings.end());
}

nlohmann::ordered_json factsOf(const std::string& text) {
    auto facts = nlohmann::ordered_json::parse(text, nullptr, false);
    return facts.is_discarded() ? nlohmann::ordered_json(text) : facts;
}

nlohmann::ordered_json jsonOf(const StoredEntry& entry) {
    return {{"time", entry.time},
            {"strand", entry.strand},
            {"sequence", entry.sequence},
            {"person", entry.person},
            {"workstation", entry.workstation},
            {"approver", entry.approver ? nlohmann::ordered_json(*entry.approver) : nlohmann::ordered_json()},
            {"act", entry.act},
            {"objectKind", entry.objectKind},
            {"objectId", entry.objectId},
            {"reason", entry.reason},
            {"facts", factsOf(entry.facts)},
            {"previous", base::toHex(entry.previous)},
            {"hash", base::toHex(entry.hash)}};
}

}  // namespace

std::string_view nameOf(Tampering tampering) {
    switch (tampering) {
        case Tampering::Altered: return "altered";
        case Tampering::Removed: return "removed";
        case Tampering::Inserted: return "inserted";
        case Tampering::Reordered: return "reordered";
        case Tampering::Rewritten: return "rewritten";
        case Tampering::Head: return "head";
        case Tampering::Checkpoint: return "checkpoint";
    }
    return "altered";
}

JournalReport verifyJournal(Connection& connection, const VerifySignature& verifySignature) {
    JournalReport report;
    CheckpointWalk checkpoints{verifySignature, report};
    connection.forEach("SELECT number, content, key_id, signature FROM journal_checkpoint ORDER BY number", {},
                       [&](const Row& row) { checkpoints.take(row); });
    for (std::int64_t strand = 1; strand <= kStrands; ++strand)
        verifyStrand(connection, strand, checkpoints.fixed(strand), report);
    connection.forEach("SELECT strand, sequence FROM journal_entry WHERE strand < 1 OR strand > ?1", {kStrands},
                       [&](const Row& row) {
                           const std::int64_t sequence = row.integer(1);
                           report.findings.push_back({Tampering::Inserted, row.integer(0), sequence, sequence, 0});
                       });
    return report;
}

void exportJournal(Connection& connection, std::ostream& out) {
    const std::string question =
        "SELECT " + std::string{kEntryColumns} + " FROM journal_entry ORDER BY time, strand, sequence";
    connection.forEach(question, {}, [&](const Row& row) {
        out << jsonOf(storedEntry(row)).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
    });
}

}  // namespace records
