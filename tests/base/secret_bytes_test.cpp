// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret_bytes.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace base {
namespace {

TEST(SecretBytes, MovesAndNeverCopies) {
    static_assert(!std::is_copy_constructible_v<SecretBytes>);
    static_assert(!std::is_copy_assignable_v<SecretBytes>);
    auto secret = SecretBytes::copyOf("clave");
    const SecretBytes moved = std::move(secret);
    EXPECT_EQ(moved.size(), 5U);
    EXPECT_TRUE(secret.empty());
}

TEST(SecretBytes, ComparesByContent) {
    EXPECT_TRUE(SecretBytes::copyOf("a") == SecretBytes::copyOf("a"));
    EXPECT_FALSE(SecretBytes::copyOf("a") == SecretBytes::copyOf("b"));
}

TEST(SecretBytes, WipesWhatItHeldWhenItIsOverwritten) {
    SecretBytes secret = SecretBytes::copyOf("0123456789abcdef");
    const std::uint8_t* place = secret.reveal().data();
    Bytes taken{9, 9, 9};
    {
        SecretBytes other{std::move(taken)};
        EXPECT_TRUE(taken.empty());
        EXPECT_EQ(other.size(), 3U);
    }
    EXPECT_EQ(place[0], '0');
}

}  // namespace
}  // namespace base
