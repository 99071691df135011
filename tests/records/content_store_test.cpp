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
    base::writeFileDurably(folder.path() / "large", base::bytesOf("abcdef"));
    EXPECT_EQ(store.get(store.putFile(folder.path() / "large")).refusal().first().code.name(),
              "records.content-too-large");
    EXPECT_EQ(store.get("../../etc/passwd").refusal().first().code.name(), "records.content-missing");
}

TEST(ContentStore, ForgetsCopiesThatWereKilledLongAgo) {
    const support::ScratchFolder folder;
    for (const char* name : {"arriving-old", "arriving-new"})
        base::writeFileDurably(folder.path() / name, base::bytesOf("abc"));
    std::filesystem::last_write_time(folder.path() / "arriving-old",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours{25});
    const ContentStore store{folder.path()};
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "arriving-old"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "arriving-new"));
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
