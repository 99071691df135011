// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/checkpoint.hpp"

#include "base/digest.hpp"

namespace records {
namespace {

using namespace base::literals;

constexpr std::string_view kDomain = "troquel-journal-checkpoint-1";
constexpr std::size_t kMostHeads = 1024;

/// Takes parts off the front of the octets; remembers when there were too few.
class Reader {
   public:
    explicit Reader(base::BytesView octets) : m_rest(octets) {}
    base::BytesView take(std::size_t count) {
        if (count > m_rest.size()) m_short = true;
        const base::BytesView part = m_rest.first(std::min(count, m_rest.size()));
        m_rest = m_rest.subspan(part.size());
        return part;
    }
    std::uint64_t number(std::size_t width) {
        std::uint64_t value = 0;
        for (const std::uint8_t octet : take(width)) value = value << 8U | octet;
        return value;
    }
    std::string text() { return base::textOf(take(number(4))); }
    [[nodiscard]] bool whole() const { return !m_short && m_rest.empty(); }

   private:
    base::BytesView m_rest;
    bool m_short = false;
};

base::Bytes eight(std::int64_t number) { return base::bigEndian(static_cast<std::uint64_t>(number), 8); }

}  // namespace

base::Bytes contentOf(const Checkpoint& checkpoint) {
    base::Bytes content;
    appendWithLength(content, kDomain);
    base::append(content, eight(checkpoint.number));
    appendWithLength(content, base::formatTimestamp(checkpoint.time));
    appendWithLength(content, checkpoint.keyId);
    base::append(content, checkpoint.previous);
    base::append(content, base::bigEndian(checkpoint.heads.size(), 4));
    for (const StrandHead& head : checkpoint.heads)
        base::append(content, base::concat({eight(head.strand), eight(head.sequence), head.hash}));
    return content;
}

base::Result<Checkpoint> readCheckpoint(base::BytesView content) {
    const base::Fault malformed{"records.checkpoint-malformed"_code};
    Reader reader{content};
    const auto bytes = [&](std::size_t count) {
        const base::BytesView part = reader.take(count);
        return base::Bytes(part.begin(), part.end());
    };
    if (reader.text() != kDomain) return malformed;
    Checkpoint checkpoint;
    checkpoint.number = static_cast<std::int64_t>(reader.number(8));
    const auto time = base::parseTimestamp(reader.text());
    if (!time) return malformed;
    checkpoint.time = *time;
    checkpoint.keyId = reader.text();
    checkpoint.previous = bytes(32);
    const std::uint64_t count = reader.number(4);
    if (count > kMostHeads) return malformed;
    for (std::uint64_t at = 0; at < count; ++at) {
        StrandHead head;
        head.strand = static_cast<std::int64_t>(reader.number(8));
        head.sequence = static_cast<std::int64_t>(reader.number(8));
        head.hash = bytes(32);
        checkpoint.heads.push_back(std::move(head));
    }
    if (!reader.whole()) return malformed;
    return checkpoint;
}

Checkpoint writeCheckpoint(Transaction& transaction, const base::Clock& clock, const SignContent& sign,
                           const std::string& keyId) {
    Connection& connection = transaction.connection();
    Checkpoint checkpoint{1, clock.now(), keyId, firstHash(), {}};
    if (const auto last =
            connection.queryOne("SELECT number, content FROM journal_checkpoint ORDER BY number DESC LIMIT 1")) {
        checkpoint.number = last->integer(0) + 1;
        checkpoint.previous = base::sha256(last->bytes(1));
    }
    for (const Row& row : connection.query("SELECT strand, sequence, hash FROM journal_strand ORDER BY strand"))
        checkpoint.heads.push_back({row.integer(0), row.integer(1), row.bytes(2)});
    const base::Bytes content = contentOf(checkpoint);
    connection.execute("INSERT INTO journal_checkpoint (number, content, key_id, signature) VALUES (?1, ?2, ?3, ?4)",
                       {checkpoint.number, content, keyId, sign(content)});
    return checkpoint;
}

}  // namespace records
