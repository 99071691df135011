// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "records/database/value.hpp"

/// The journal as it is stored: docs/formats/journal.md.
namespace records {

/// Strands that grow side by side, numbered from 1.
inline constexpr std::int64_t kStrands = 16;

/// The last entry of a strand: what the next one covers.
struct StrandHead {
    std::int64_t strand = 0;
    std::int64_t sequence = 0;
    base::Bytes hash;
    friend bool operator==(const StrandHead&, const StrandHead&) = default;
};

/// One row of journal_entry.
struct StoredEntry {
    std::int64_t strand = 0;
    std::int64_t sequence = 0;
    std::string time;
    std::string person;
    std::string workstation;
    std::optional<std::string> approver;
    std::string act;
    std::string objectKind;
    std::string objectId;
    std::string reason;
    std::string facts;  ///< a JSON object
    base::Bytes previous;
    base::Bytes hash;
    bool readable = true;  ///< false where a column holds what the journal never writes
};

/// The columns of journal_entry in the order in which `storedEntry` reads them.
inline constexpr std::string_view kEntryColumns =
    "strand, sequence, time, person, workstation, approver, act, object_kind, object_id, reason, facts, previous, hash";
StoredEntry storedEntry(const Row& row);

/// SHA-256 over all fields but the place in the chain, each with its length before it.
base::Bytes digestOf(const StoredEntry& entry);
/// SHA-256 over the strand's previous hash, the place in the strand and the entry's digest: 112 octets.
base::Bytes chainHash(base::BytesView previous, std::int64_t strand, std::int64_t sequence, base::BytesView digest);
/// What the first entry of a strand covers: 32 octets of zero.
base::Bytes firstHash();
/// Four octets of length, big-endian, and the text.
void appendWithLength(base::Bytes& target, std::string_view text);

}  // namespace records
