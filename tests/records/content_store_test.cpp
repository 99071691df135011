// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/content/content_store.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace records {
namespace {

// FIPS 180-2, "abc"
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(ContentStore, NamesContentByItsHashAndGivesItBack) {
    const support::ScratchFolder folder;
    const ContentStore store{folder.path() / "content"};
    EXPECT_EQ(*store.put(base::bytesOf("abc")), kAbc);
    EXPECT_EQ(*store.put(base::bytesOf("abc")), kAbc);
    EXPECT_EQ(base::textOf(*store.get(kAbc)), "abc");
    EXPECT_TRUE(store.get(*store.put({}))->empty());
}

TEST(ContentStore, RefusesWhatIsTooLargeAndWhatItDoesNotHave) {
    const support::ScratchFolder folder;
    const ContentStore store{folder.path(), 4};
    EXPECT_TRUE(store.put(base::Bytes(4)).ok());
    EXPECT_EQ(store.put(base::Bytes(5)).refusal().first().code.name(), "records.content-too-large");
    EXPECT_EQ(store.get(kAbc).refusal().first().code.name(), "records.content-missing");
    EXPECT_EQ(store.get("../../etc/passwd").refusal().first().code.name(), "records.content-missing");
}

TEST(ContentStore, NoticesADamagedFileAndMendsItWhenTheContentComesAgain) {
    const support::ScratchFolder folder;
    const ContentStore store{folder.path()};
    ASSERT_TRUE(store.put(base::bytesOf("abc")).ok());
    base::writeFileDurably(folder.path() / "ba" / kAbc, base::bytesOf("abd"));
    EXPECT_THROW(static_cast<void>(store.get(kAbc)), base::Failure);
    EXPECT_EQ(*store.put(base::bytesOf("abc")), kAbc);
    EXPECT_EQ(base::textOf(*store.get(kAbc)), "abc");
}

}  // namespace
}  // namespace records
