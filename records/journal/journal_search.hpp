// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "records/database/database.hpp"
#include "records/journal/stored_entry.hpp"

namespace records {

/// Where an entry stands among all, by time: entries of one moment by strand and sequence.
struct JournalPlace {
    std::string time;
    std::int64_t strand = 0;
    std::int64_t sequence = 0;

    static JournalPlace of(const StoredEntry& entry) { return {entry.time, entry.strand, entry.sequence}; }
    /// "2026-11-23T12:06:05.000000Z/1/42"; nothing where the text is none.
    static std::optional<JournalPlace> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
};

/// What is sought; what is empty narrows nothing.
struct JournalQuestion {
    std::string person = {};  ///< id
    std::string act = {};
    std::string objectId = {};
    std::optional<base::Timestamp> from = {};
    std::optional<base::Timestamp> before = {};
    std::optional<JournalPlace> after = {};  ///< the entry that the last answer ended with
    std::int64_t limit = 0;
};

/// Entries, the newest first. Each question is served by an index of what narrows it most.
std::vector<StoredEntry> searchJournal(Connection& connection, const JournalQuestion& question);

}  // namespace records
