// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/names.hpp"

#include <gtest/gtest.h>

namespace issuance {
namespace {

using namespace base::literals;

TEST(Names, AreComposedTrimmedAndFolded) {
    EXPECT_EQ(*tidyText("  Jose\u0301 \t\n Nun\u0303ez\u00A0 "), "José Nuñez");
    EXPECT_EQ(*tidyText(""), "");
}

TEST(Names, MayNotHoldInvisibleCharacters) {
    for (const char* bad : {"a\u200Bb", "a\u202Eb", "a\x01", "a\uE000"})
        EXPECT_TRUE(tidyText(bad).refusal().has("text.forbidden-character"_code)) << bad;
    EXPECT_TRUE(tidyText("\xC3\x28").refusal().has("text.not-utf8"_code));
    EXPECT_TRUE(tidyText("\xED\xA0\x80").refusal().has("text.not-utf8"_code));
}

TEST(Names, AreShownInUpperCase) {
    EXPECT_EQ(upperCase("Núñez Weiß ilı"), "NÚÑEZ WEISS ILI");
    EXPECT_EQ(lengthOf("Núñez"), 5U);
}

}  // namespace
}  // namespace issuance
