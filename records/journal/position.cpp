// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/position.hpp"

#include <algorithm>
#include <charconv>

namespace records {

JournalPosition JournalPosition::now(Connection& connection) {
    JournalPosition position;
    for (const auto& row : connection.query("SELECT strand, sequence FROM journal_strand"))
        if (const auto strand = row.integer(0); strand >= 1 && strand <= kStrands)
            position.sequences[static_cast<std::size_t>(strand - 1)] = row.integer(1);
    return position;
}

std::optional<JournalPosition> JournalPosition::parse(std::string_view text) {
    JournalPosition position;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (auto& sequence : position.sequences) {
        const auto [next, error] = std::from_chars(at, end, sequence);
        if (error != std::errc{} || sequence < 0) return std::nullopt;
        if (next == end) return position;
        if (*next != '.') return std::nullopt;
        at = next + 1;
    }
    return std::nullopt;
}

std::string JournalPosition::text() const {
    std::size_t used = sequences.size();
    while (used > 1 && sequences[used - 1] == 0) --used;
    std::string text;
    for (std::size_t at = 0; at < used; ++at) text += (at == 0 ? "" : ".") + std::to_string(sequences[at]);
    return text;
}

bool JournalPosition::covers(const JournalPosition& other) const {
    return std::ranges::equal(sequences, other.sequences, std::greater_equal{});
}

std::int64_t JournalPosition::entriesSince(const JournalPosition& other) const {
    std::int64_t entries = 0;
    for (std::size_t at = 0; at < sequences.size(); ++at)
        entries += std::max<std::int64_t>(0, sequences[at] - other.sequences[at]);
    return entries;
}

void forEachActBetween(Connection& connection, const JournalPosition& after, const JournalPosition& upTo,
                       const std::function<void(const ActInStrand&)>& take) {
    for (std::size_t at = 0; at < upTo.sequences.size(); ++at) {
        if (after.sequences[at] >= upTo.sequences[at]) continue;
        connection.forEach(
            "SELECT act, MAX(sequence) FROM journal_entry WHERE strand = ?1 AND sequence > ?2 AND sequence <= ?3 "
            "GROUP BY act",
            {static_cast<std::int64_t>(at) + 1, after.sequences[at], upTo.sequences[at]}, [&](const Row& row) {
                take({row.text(0), at, row.integer(1)});
            });
    }
}

}  // namespace records
