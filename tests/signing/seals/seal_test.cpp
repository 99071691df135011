// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/tlv.hpp"
#include "signing/seals/c40.hpp"
#include "tests/signing/seals/seal_house.hpp"

namespace signing::testing {
namespace {

using ::testing::ElementsAre;
using namespace std::chrono_literals;

SealHeader someHeader() { return {4, "GTM", {"GT", "01", "0A5B"}, 1957y / 3 / 25, 2026y / 11 / 23, {1, 200}}; }

base::Bytes someContent() { return base::expected(encodeSealContent(someHeader(), {}), "content"); }

base::Bytes closed(base::BytesView content) { return base::expected(closeSeal(content, base::Bytes(64, 1)), "seal"); }

/// "what" of the refusal, with its place.
std::string whyRefused(base::BytesView octets) {
    const auto seal = readSeal(octets);
    if (seal) return "read";
    const auto& fault = seal.refusal().first();
    return fault.arguments.front().second + (fault.where.empty() ? "" : ", " + fault.where);
}

/// The seal with other octets at a place.
base::Bytes with(std::size_t at, std::string_view digits) {
    auto octets = closed(someContent());
    const auto others = base::expected(base::fromHex(digits), "digits");
    std::copy(others.begin(), others.end(), octets.begin() + static_cast<std::ptrdiff_t>(at));
    return octets;
}

TEST(Seal, HasTheHeaderOfDoc9303) {
    const auto content = someContent();
    // Magic, version 4, GTM, "GT01" "04" "0A5B", 25 March 1957 as 03251957, 11232026, definition and category.
    const auto expected = base::concat({base::Bytes{0xDC, 0x03}, *encodeC40("GTM"), *encodeC40("GT01040A5B"),
                                        *base::fromHex("319ef5"), base::bigEndian(11232026, 3), base::Bytes{1, 200}});
    EXPECT_EQ(base::toHex(content), base::toHex(expected));
}

TEST(Seal, HasLengthsInDer) {
    for (const std::size_t length : {0U, 1U, 127U, 128U, 255U, 256U, 1400U}) {
        const auto content = encodeSealContent(someHeader(), {{0, base::Bytes(length, 0xFF)}, {254, {7}}});
        ASSERT_TRUE(content);
        const auto seal = readSeal(closed(*content));
        ASSERT_TRUE(seal) << length;
        EXPECT_EQ(seal->find(0)->value.size(), length);
        EXPECT_EQ(seal->find(254)->value, base::Bytes{7});
        EXPECT_EQ(seal->find(1), nullptr);
        EXPECT_EQ(seal->signedPart, *content);
    }
    const auto tooMuch = encodeSealContent(someHeader(), {{0, base::Bytes(1500, 0)}});
    EXPECT_TRUE(closeSeal(*tooMuch, base::Bytes(64, 1)).refusal().has("signing.seal-too-long"_code));
}

TEST(Seal, RefusesHeadersThatItCannotHold) {
    SealHeader header{3, "GT", {"G", "01", "xyz"}, {}, {}, {0, 255}};
    std::vector<std::string> fields;
    const auto refused = encodeSealContent(header, {{7, {}}, {7, {}}, {255, {}}});
    for (const auto& fault : refused.refusal().faults()) fields.push_back(fault.arguments.front().second);
    EXPECT_THAT(fields, ElementsAre("version", "country", "signer", "issued", "signedOn", "definition", "category",
                                    "07", "FF"));
    header = someHeader();
    for (const auto* country : {"", "<<<", "G<T", "GTMX", "gtm", "G1<"}) {
        header.country = country;
        EXPECT_FALSE(encodeSealContent(header, {})) << country;
    }
    for (const auto* country : {"D<<", "GT<", "GTM"}) {
        header.country = country;
        EXPECT_EQ(readSeal(closed(*encodeSealContent(header, {})))->header.country, country);
    }
}

TEST(Seal, IsRefusedWithTheFirstThingThatIsWrong) {
    EXPECT_EQ(whyRefused({}), "magic constant, offset 0");
    EXPECT_EQ(whyRefused(with(0, "DD")), "magic constant, offset 1");
    EXPECT_EQ(whyRefused(with(1, "01")), "2");
    EXPECT_EQ(whyRefused(with(1, "04")), "5");
    EXPECT_EQ(whyRefused(with(2, "FFFF")), "country, offset 4");
    EXPECT_EQ(whyRefused(with(2, base::toHex(*encodeC40("  G")))), "country, offset 4");
    EXPECT_EQ(whyRefused(with(4, base::toHex(*encodeC40("1T0")))), "certificate reference, offset 12");
    EXPECT_EQ(whyRefused(with(6, base::toHex(*encodeC40("1ZZ")))), "certificate reference, offset 8");
    EXPECT_EQ(whyRefused(with(6, base::toHex(*encodeC40("100")))), "certificate reference, offset 8");
    EXPECT_EQ(whyRefused(with(12, "FFFFFF")), "document issue date, offset 15");
    EXPECT_EQ(whyRefused(with(12, "000000")), "document issue date, offset 15");
    EXPECT_EQ(whyRefused(with(18, "00C8")), "feature definition, offset 20");
    EXPECT_EQ(whyRefused(with(18, "01FF")), "feature definition, offset 20");
    auto longer = closed(someContent());
    longer.push_back(0);
    EXPECT_EQ(whyRefused(longer), "signature, offset 86");
    EXPECT_EQ(whyRefused(base::concat({someContent(), base::Bytes{0xFF, 0x00}})), "signature, offset 22");
    EXPECT_EQ(whyRefused(base::concat({someContent(), base::Bytes{0xFF, 0x01, 0x01}})), "signature, offset 23");
    EXPECT_TRUE(readSeal(base::Bytes(kLargestSeal + 1)).refusal().has("signing.seal-too-long"_code));
}

TEST(Seal, IsRefusedForFeaturesThatAreNotInDer) {
    const auto whyWith = [](std::string_view digits) {
        return whyRefused(closed(base::concat({someContent(), *base::fromHex(digits)})));
    };
    EXPECT_EQ(whyWith("0701AA"), "read");
    EXPECT_EQ(whyWith("0701AA0701AA"), "feature twice, offset 24");
    EXPECT_EQ(whyWith("078101AA"), "length of a feature, offset 23");
    EXPECT_EQ(whyWith("07820001AA"), "length of a feature, offset 24");
    EXPECT_EQ(whyWith("0780AA0000"), "length of a feature, offset 22");
    EXPECT_EQ(whyWith("0784FFFFFFFF"), "length of a feature, offset 22");
    EXPECT_EQ(whyWith("0782FFFF"), "feature, offset 24");
    EXPECT_EQ(whyWith("07FF"), "length of a feature, offset 22");
}

TEST(Seal, IsNeverReadWhenItIsCut) {
    const auto octets = closed(*encodeSealContent(someHeader(), {{7, base::Bytes(200, 3)}}));
    ASSERT_TRUE(readSeal(octets));
    for (std::size_t size = 0; size < octets.size(); ++size) {
        const base::Bytes cut{octets.begin(), octets.begin() + static_cast<std::ptrdiff_t>(size)};
        EXPECT_FALSE(readSeal(cut)) << size;
    }
}

}  // namespace
}  // namespace signing::testing
