// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/essential_content.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/digest.hpp"

namespace issuance {
namespace {

const printing::ActMap kValues{{"numero", "CM-CENTRAL-2026-000001"},
                               {"titular", printing::ActMap{{"nombre", "María Núñez «Ñ»"}, {"documento", "A1"}}},
                               {"movimientos", printing::ActList{printing::ActMap{{"fecha", "2026-11-26"}}}}};

TEST(EssentialContent, IsWrittenInOneWayOnly) {
    EXPECT_EQ(jsonOf(kValues), R"({"movimientos":[{"fecha":"2026-11-26"}],"numero":"CM-CENTRAL-2026-000001",)"
                               R"("titular":{"documento":"A1","nombre":"María Núñez «Ñ»"}})");
}

TEST(EssentialContent, HashIsThatOfTheJson) {
    EXPECT_EQ(essentialHash(kValues), base::sha256(base::bytesOf(jsonOf(kValues))));
}

TEST(EssentialContent, ComesBackAsItWas) {
    const auto again = valuesOf(jsonOf(kValues));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(jsonOf(*again), jsonOf(kValues));
}

TEST(EssentialContent, RefusesWhatIsNoMapOfTexts) {
    for (const char* text : {"", "[]", "\"a\"", "{\"a\":1}", "{\"a\":null}", "{\"a\":[[[[[[[[[\"x\"]]]]]]]]]}", "{"})
        EXPECT_FALSE(valuesOf(text).ok()) << text;
}

TEST(VerificationCode, IsRecognisedHoweverPeopleTypeIt) {
    const auto code = freshVerificationCode();
    ASSERT_EQ(code.size(), 14U);
    std::string typed;
    for (const char c : code)
        if (c != '-') typed += c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c == '0' ? 'o' : c == '1' ? 'l' : c;
    const auto read = verificationCode(" " + typed);
    ASSERT_TRUE(read.ok()) << code << " " << typed;
    EXPECT_EQ(*read, code);
}

TEST(VerificationCode, FindsEveryWrongCharacterAndEveryExchange) {
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const auto code = freshVerificationCode();
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code[at] == '-') continue;
        for (const char other : kAlphabet) {
            auto wrong = code;
            wrong[at] = other;
            EXPECT_EQ(verificationCode(wrong).ok(), other == code[at]) << wrong;
        }
        for (std::size_t to = at + 1; to < code.size(); ++to) {
            auto exchanged = code;
            std::swap(exchanged[at], exchanged[to]);
            const bool last = to + 1 == code.size();
            if (code[to] != '-' && !last) {
                EXPECT_EQ(verificationCode(exchanged).ok(), exchanged == code) << exchanged;
            }
        }
    }
    EXPECT_FALSE(verificationCode("").ok());
    EXPECT_FALSE(verificationCode(code + "0").ok());
}

TEST(VerificationCode, IsAnotherOneEachTime) {
    std::set<std::string> codes;
    constexpr int kMany = 1000;
    for (int i = 0; i < kMany; ++i) codes.insert(freshVerificationCode());
    EXPECT_EQ(codes.size(), std::size_t{kMany});
}

}  // namespace
}  // namespace issuance
