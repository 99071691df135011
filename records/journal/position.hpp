// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "records/database/database.hpp"
#include "records/journal/stored_entry.hpp"

namespace records {

/// How far the journal has come: the last sequence of each strand. Sequences become visible in their order, so what was
/// written after a position is found again from it, by any process.
struct JournalPosition {
    std::array<std::int64_t, kStrands> sequences{};

    /// Where the journal stands now: one question of sixteen rows.
    static JournalPosition now(Connection& connection);
    /// Nothing where it is none.
    static std::optional<JournalPosition> parse(std::string_view text);
    /// The strands' sequences with dots between them, "12.0.7"; strands at the end that are empty are left out.
    [[nodiscard]] std::string text() const;

    /// Whether this is the other position or a later one.
    [[nodiscard]] bool covers(const JournalPosition& other) const;
    /// How many entries were written from the other position to this one.
    [[nodiscard]] std::int64_t entriesSince(const JournalPosition& other) const;
    friend bool operator==(const JournalPosition&, const JournalPosition&) = default;
};

/// What somebody did in a strand, and the last sequence at which they did.
struct ActInStrand {
    std::string act;
    std::size_t strand = 0;  ///< its place in a position
    std::int64_t sequence = 0;
};

/// Every act of the entries after one position up to another, once for each strand.
void forEachActBetween(Connection& connection, const JournalPosition& after, const JournalPosition& upTo,
                       const std::function<void(const ActInStrand&)>& take);

}  // namespace records
