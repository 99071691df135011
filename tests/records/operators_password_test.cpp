// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "records/operators/password.hpp"

namespace records {
namespace {

using namespace base::literals;

base::SecretBytes secret(std::string_view text) { return base::SecretBytes::copyOf(text); }

const Passwords kCheap{{64, 1, 1}};

TEST(Passwords, MatchTheOneTheyWereMadeOfAndNoOther) {
    const auto encoded = kCheap.hash(secret("un secreto largo"));
    EXPECT_EQ(encoded.rfind("$argon2id$v=19$m=64,t=1,p=1$", 0), 0U) << encoded;
    EXPECT_TRUE(kCheap.matches(encoded, secret("un secreto largo")));
    EXPECT_FALSE(kCheap.matches(encoded, secret("un secreto largO")));
    EXPECT_FALSE(kCheap.matches(encoded, secret("")));
}

TEST(Passwords, AreSaltedEachTime) {
    EXPECT_NE(kCheap.hash(secret("un secreto largo")), kCheap.hash(secret("un secreto largo")));
}

TEST(Passwords, StoredAtAnotherCostStillMatch) {
    const auto encoded = Passwords{{128, 2, 2}}.hash(secret("un secreto largo"));
    EXPECT_TRUE(kCheap.matches(encoded, secret("un secreto largo")));
}

TEST(Passwords, MatchTheHashOfTheReferenceProgram) {
    // phc-winner-argon2, src/test.c, Argon2id version 0x13: t = 2, m = 2^16, p = 1, "password", salt "somesalt".
    const std::string encoded =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_TRUE(kCheap.matches(encoded, secret("password")));
    EXPECT_FALSE(kCheap.matches(encoded, secret("Password")));
}

TEST(Passwords, AreCountedInCharactersNotOctets) {
    EXPECT_TRUE(kCheap.check(secret("ñandúñandúññ"), "ana").ok());
    const auto tooShort = kCheap.check(secret("ñandúñandúñ"), "ana");
    ASSERT_FALSE(tooShort.ok());
    EXPECT_TRUE(tooShort.refusal().has("people.password-too-short"_code));
}

TEST(Passwords, RefuseTheUserNameAndWhatIsTooLong) {
    EXPECT_TRUE(
        kCheap.check(secret("ana.maria.lopez"), "ana.maria.lopez").refusal().has("people.password-is-user-name"_code));
    const std::string endless(1025, 'x');
    EXPECT_TRUE(kCheap.check(secret(endless), "ana").refusal().has("people.password-too-long"_code));
    EXPECT_FALSE(kCheap.matches(kCheap.hash(secret("un secreto largo")), secret(endless)));
}

TEST(Passwords, OfABrokenRecordAreAFailure) {
    EXPECT_THROW(static_cast<void>(kCheap.matches("no hash", secret("un secreto largo"))), base::Failure);
}

}  // namespace
}  // namespace records
