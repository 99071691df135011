// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/checkpoint.hpp"

#include <gtest/gtest.h>

#include "records/journal/stored_entry.hpp"

namespace records {
namespace {

const base::Timestamp kNoon = *base::parseTimestamp("2026-11-23T12:00:00.000000Z");

TEST(Checkpoint, IsReadAsItWasWritten) {
    const Checkpoint written{7, kNoon, "csca-1", base::Bytes(32, 5), {{1, 9, base::Bytes(32, 1)}, {2, 0, firstHash()}}};
    const auto read = readCheckpoint(contentOf(written));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->number, 7);
    EXPECT_EQ(read->time, kNoon);
    EXPECT_EQ(read->keyId, "csca-1");
    EXPECT_EQ(read->previous, base::Bytes(32, 5));
    EXPECT_EQ(read->heads, written.heads);
}

TEST(Checkpoint, RefusesEveryTruncationAndWhatIsLeftOver) {
    base::Bytes content = contentOf({1, kNoon, "k", firstHash(), {{1, 9, base::Bytes(32, 1)}}});
    for (std::size_t size = 0; size < content.size(); ++size)
        EXPECT_FALSE(readCheckpoint(base::BytesView{content}.first(size)).ok()) << size;
    content.push_back(0);
    EXPECT_FALSE(readCheckpoint(content).ok());
}

TEST(StoredEntry, DigestTellsFieldsApart) {
    StoredEntry entry;
    entry.person = "ab";
    entry.workstation = "c";
    StoredEntry other;
    other.person = "a";
    other.workstation = "bc";
    EXPECT_NE(digestOf(entry), digestOf(other));
    other = entry;
    other.approver = "";
    EXPECT_NE(digestOf(entry), digestOf(other));
}

TEST(StoredEntry, ChainHashCoversThePlace) {
    const base::Bytes digest(32, 7);
    EXPECT_NE(chainHash(firstHash(), 1, 2, digest), chainHash(firstHash(), 2, 1, digest));
    EXPECT_NE(chainHash(firstHash(), 1, 1, digest), chainHash(base::Bytes(32, 1), 1, 1, digest));
}

}  // namespace
}  // namespace records
