// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "records/journal/verification.hpp"

namespace records {

/// What signed checkpoints say of one strand: hash by sequence.
using FixedHashes = std::map<std::int64_t, base::Bytes>;

/// One strand, read in the order of its sequence. Rows that do not fit are kept until the end, where each is tried at
/// the places that lack a row, to tell moved rows from altered ones.
class StrandWalk {
   public:
    /// `head` as it stood before the walk.
    StrandWalk(std::int64_t strand, std::optional<StrandHead> head, FixedHashes fixed);
    void take(const StoredEntry& entry);
    /// `headNow` as it stands after the walk, in which others may have written.
    std::vector<JournalFinding> finish(const std::optional<StrandHead>& headNow);

   private:
    /// A row whose hash does not cover it.
    struct Suspect {
        base::Bytes previous;
        base::Bytes digest;
        base::Bytes hash;
        bool copyOfTheOneBefore = false;
    };

    void find(Tampering tampering, std::int64_t first, std::int64_t last, std::int64_t belongsAt = 0);
    void noteGap(std::int64_t first, std::int64_t last);
    void checkLink(const StoredEntry& entry);
    void checkFixed(const StoredEntry& entry);
    void noteMissingTail();
    /// The places to which suspects belong, by the places where they stand; the others are altered.
    std::map<std::int64_t, std::int64_t> sortOutSuspects();
    void nameInsertedAndRemoved(const std::map<std::int64_t, std::int64_t>& moved);
    [[nodiscard]] std::optional<std::int64_t> placeOf(std::int64_t at, const Suspect& suspect) const;
    [[nodiscard]] bool fits(std::int64_t at, const Suspect& suspect) const;

    std::int64_t m_strand;
    std::optional<StrandHead> m_head;
    FixedHashes m_fixed;
    std::int64_t m_known = 0;      ///< up to here head and checkpoints say that there are rows
    std::int64_t m_last = 0;       ///< sequence of the last row taken
    std::int64_t m_lastFixed = 0;  ///< sequence of the last checkpoint that held
    bool m_linked = true;          ///< the row before is there
    base::Bytes m_lastHash;        ///< as the row before stores it
    base::Bytes m_hashBeforeLast;  ///< as the row before that stores it
    std::map<std::int64_t, Suspect> m_suspects;
    std::set<std::int64_t> m_missing;
    std::set<JournalFinding> m_findings;
};

}  // namespace records
