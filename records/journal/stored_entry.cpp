// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/stored_entry.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"

namespace records {

StoredEntry storedEntry(const Row& row) {
    StoredEntry entry;
    entry.strand = row.integer(0);
    entry.sequence = row.integer(1);
    try {
        entry.time = row.text(2);
        entry.person = row.text(3);
        entry.workstation = row.text(4);
        if (!row.isNull(5)) entry.approver = row.text(5);
        entry.act = row.text(6);
        entry.objectKind = row.text(7);
        entry.objectId = row.text(8);
        entry.reason = row.text(9);
        entry.facts = row.text(10);
        entry.previous = row.bytes(11);
        entry.hash = row.bytes(12);
    } catch (const base::Failure&) {
        entry.readable = false;
    }
    return entry;
}

void appendWithLength(base::Bytes& target, std::string_view text) {
    base::append(target, base::bigEndian(text.size(), 4));
    target.insert(target.end(), text.begin(), text.end());
}

base::Bytes digestOf(const StoredEntry& entry) {
    base::Bytes encoded;
    appendWithLength(encoded, "troquel-journal-entry-1");
    for (const std::string* field : {&entry.time, &entry.person, &entry.workstation}) appendWithLength(encoded, *field);
    encoded.push_back(entry.approver ? 1 : 0);
    if (entry.approver) appendWithLength(encoded, *entry.approver);
    for (const std::string* field : {&entry.act, &entry.objectKind, &entry.objectId, &entry.reason, &entry.facts})
        appendWithLength(encoded, *field);
    return base::sha256(encoded);
}

base::Bytes chainHash(base::BytesView previous, std::int64_t strand, std::int64_t sequence, base::BytesView digest) {
    const auto eight = [](std::int64_t number) { return base::bigEndian(static_cast<std::uint64_t>(number), 8); };
    return base::sha256(base::concat({previous, eight(strand), eight(sequence), digest}));
}

base::Bytes firstHash() { return base::Bytes(32, 0); }

}  // namespace records
