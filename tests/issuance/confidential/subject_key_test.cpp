// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/confidential/subject_key.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"

namespace issuance {
namespace {

constexpr const char* kPlace = "production_order.content 2026-000001";

TEST(SubjectKeyTest, OpensWhatItSealed) {
    const auto key = SubjectKey::make();
    const auto sealed = key.sealText("Xiloj Cutzal", kPlace);
    EXPECT_TRUE(isSealed(sealed));
    EXPECT_EQ(sealed.find("Xiloj"), std::string::npos);
    EXPECT_EQ(key.openText(sealed, kPlace), "Xiloj Cutzal");
    const base::Bytes picture{0xFF, 0xD8, 0xFF, 0x00};
    const auto octets = key.seal(picture, kPlace);
    EXPECT_TRUE(isSealed(octets));
    EXPECT_EQ(key.open(octets, kPlace), picture);
    EXPECT_EQ(octets.size(), picture.size() + SubjectKey::kAdded);
    EXPECT_NE(key.seal(picture, kPlace), octets) << "each sealing has a nonce of its own";
}

TEST(SubjectKeyTest, LeavesWhatIsNotSealedAsItIs) {
    const auto key = SubjectKey::make();
    EXPECT_EQ(key.openText("{\"kind\":\"passport\"}", kPlace), "{\"kind\":\"passport\"}");
    EXPECT_EQ(key.open(base::bytesOf("%PDF-1.7"), kPlace), base::bytesOf("%PDF-1.7"));
    EXPECT_FALSE(isSealed(std::string_view{}));
    EXPECT_FALSE(isSealed(base::BytesView{}));
}

TEST(SubjectKeyTest, OpensNothingThatWasMovedAlteredOrIsOfAnother) {
    const auto key = SubjectKey::make();
    const auto sealed = key.seal(base::bytesOf("Xiloj"), kPlace);
    EXPECT_THROW((void)key.open(sealed, "production_order.content 2026-000002"), base::Failure);
    EXPECT_THROW((void)SubjectKey::make().open(sealed, kPlace), base::Failure);
    constexpr std::size_t kMark = 7;
    for (std::size_t at = kMark; at < sealed.size(); ++at) {
        auto altered = sealed;
        altered[at] ^= 1U;
        EXPECT_THROW((void)key.open(altered, kPlace), base::Failure) << at;
    }
    for (std::size_t size = kMark; size < sealed.size(); ++size)
        EXPECT_THROW((void)key.open(base::BytesView{sealed}.first(size), kPlace), base::Failure) << size;
    EXPECT_THROW((void)key.openText("sealed:no base64!", kPlace), base::Failure);
}

TEST(SubjectKeyTest, BlindsNumbersAlikeAndTellsNobodyWhich) {
    const auto key = SubjectKey::make();
    EXPECT_EQ(key.blind(417), key.blind(417));
    EXPECT_NE(key.blind(417), key.blind(418));
    EXPECT_NE(key.blind(417), SubjectKey::make().blind(417));
    for (std::int64_t number = 0; number < 200; ++number) EXPECT_GE(key.blind(number), 0);
}

}  // namespace
}  // namespace issuance
