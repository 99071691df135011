// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "records/database/database.hpp"
#include "records/journal/checkpoint.hpp"

namespace records {

/// What is wrong with rows of the journal.
enum class Tampering {
    Altered,     ///< a row's content is not what its hash, its successor or its head says
    Removed,     ///< a row is missing
    Inserted,    ///< a row stands where the chain knows none
    Reordered,   ///< a row stands at another place than it was written at (`belongsAt`)
    Rewritten,   ///< a whole stretch fits in itself but not a signed checkpoint
    Head,        ///< the head of a strand is missing
    Checkpoint,  ///< a checkpoint is missing, out of order, or its signature does not hold (`sequence` = its number)
};
/// "altered" and so on.
std::string_view nameOf(Tampering tampering);

/// One finding, about the rows `sequence` to `last` of a strand (0 for checkpoints).
struct JournalFinding {
    Tampering tampering = Tampering::Altered;
    std::int64_t strand = 0;
    std::int64_t sequence = 0;
    std::int64_t last = 0;
    std::int64_t belongsAt = 0;  ///< for reordered rows
    friend auto operator<=>(const JournalFinding&, const JournalFinding&) = default;
};

struct JournalReport {
    std::int64_t entries = 0;
    std::int64_t checkpoints = 0;
    std::vector<JournalFinding> findings;
    [[nodiscard]] bool sound() const { return findings.empty(); }
};

/// Walks all strands and checkpoints, row by row, while others go on writing. Throws only where the database itself
/// fails.
JournalReport verifyJournal(Connection& connection, const VerifySignature& verifySignature);

/// Every entry as one JSON object a line, ordered by time, strand and sequence.
void exportJournal(Connection& connection, std::ostream& out);

}  // namespace records
