// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "signing/seals/visible_text.hpp"
#include "tests/signing/seals/seal_house.hpp"

namespace signing::testing {
namespace {

using ::testing::ElementsAre;
using namespace std::chrono_literals;

/// What comes back from a seal's features, unsigned.
ActSeal throughSeal(const ActSeal& act) {
    const auto draft = base::expected(draftOf(act), "draft");
    const SealHeader header{4, "GTM", {"GT", "01", "5B"}, draft.issued, draft.issued, draft.definition};
    const auto content = base::expected(encodeSealContent(header, draft.features), "content");
    const auto octets = base::expected(closeSeal(content, base::Bytes(64, 0x11)), "seal");
    return base::expected(readActSeal(base::expected(readSeal(octets), "seal")), "act");
}

std::vector<std::string> refusedFields(const ActSeal& act) {
    std::vector<std::string> fields;
    const auto draft = draftOf(act);
    for (const auto& fault : draft.refusal().faults()) fields.push_back(fault.arguments.front().second);
    return fields;
}

TEST(ActSeal, ComesBackAsItWas) {
    EXPECT_EQ(throughSeal(someAct()), someAct());
    auto act = someAct();
    act.number = "417 2026";
    act.holder = "JUAN PEREZ LOPEZ";
    act.folios = 65535;
    EXPECT_EQ(throughSeal(act), act);
    act.holder = "王小明 Ωμέγα";
    act.holderDocument = "A<1/2";
    act.folios = 255;
    EXPECT_EQ(throughSeal(act), act);
    act.holder = act.holderDocument = {};
    EXPECT_EQ(throughSeal(act), act);
}

TEST(ActSeal, IsWrittenInC40WhereThatHoldsTheText) {
    auto act = someAct();
    act.number = "417 2026";
    const auto draft = draftOf(act);
    ASSERT_TRUE(draft);
    std::vector<int> tags;
    for (const auto& feature : draft->features) tags.push_back(feature.tag);
    EXPECT_THAT(tags, ElementsAre(0x01, 0x02, 0x14, 0x05, 0x06, 0x07));
    EXPECT_EQ(draft->features[0].value.size(), 8U);
    EXPECT_EQ(draft->features[4].value, base::Bytes{3});
}

TEST(ActSeal, ShortensNamesThatAreTooLong) {
    auto act = someAct();
    act.holder = std::string(96, 'A');
    EXPECT_EQ(throughSeal(act), act);
    EXPECT_FALSE(throughSeal(act).holderShortened());
    act.holder.clear();
    for (int times = 0; times < 30; ++times) act.holder += times == 0 ? "Ñañez" : " Ñañez";
    const auto read = throughSeal(act);
    EXPECT_TRUE(read.holderShortened());
    EXPECT_LE(read.holder.size(), 96U);
    EXPECT_TRUE(read.holder.ends_with("Ñañez…")) << read.holder;
    for (std::size_t length = 97; length < 110; ++length) {
        act.holder.clear();
        while (act.holder.size() < length) act.holder += "Ñ";
        EXPECT_TRUE(throughSeal(act).holderShortened());
        EXPECT_GE(throughSeal(act).holder.size(), 94U);
    }
}

TEST(ActSeal, IsNeverTooLargeForItsPlace) {
    // Up to 453 octets a DataMatrix has 80 modules, which are 28 mm (docs/formats/sello.md).
    const ActSeal longest{std::string(48, 'x'),  std::string(48, 'x'), 2026y / 11 / 23,
                          std::string(200, 'x'), std::string(48, 'x'), 65535,
                          base::Bytes(32)};
    EXPECT_EQ(SealHouse{}.seal(longest).size(), 396U);
    EXPECT_EQ(SealHouse{KeyAlgorithm::EcdsaP384}.seal(longest).size(), 428U);
}

TEST(ActSeal, RefusesEveryFieldThatItCannotHoldAtOnce) {
    EXPECT_THAT(refusedFields({"", "", {}, "a\xff", std::string(49, 'x'), 0, {}}),
                ElementsAre("type", "number", "holder", "holderDocument", "date", "folios", "contentHash"));
    auto act = someAct();
    for (const auto* text : {"a\nb", "a\u202Eb", "a\u200Bb", "\uFEFFa", " a", "a ", "\xC0\x80", "\xED\xA0\x80",
                             "a\xF4\x90\x80\x80", "\xE2\x82"}) {
        act.number = text;
        EXPECT_THAT(refusedFields(act), ElementsAre("number")) << text;
    }
    act = someAct();
    act.holder = "Juan…";
    act.folios = 65536;
    act.contentHash.pop_back();
    EXPECT_THAT(refusedFields(act), ElementsAre("holder", "folios", "contentHash"));
}

TEST(ActSeal, NamesEveryFeatureThatIsMissingOrWrong) {
    Seal seal;
    seal.header.definition = kActSealDefinition;
    EXPECT_THAT(codesOf(readActSeal(seal).refusal().faults()),
                ElementsAre("signing.seal-feature-missing", "signing.seal-feature-missing",
                            "signing.seal-feature-missing", "signing.seal-feature-missing"));
    seal.features = {{0x01, {0xFA}},
                     {0x02, *base::fromHex("de515826")},
                     {0x12, {'x'}},
                     {0x04, {}},
                     {0x15, base::Bytes(49, 'x')},
                     {0x06, {0, 1}},
                     {0x07, base::Bytes(31)}};
    std::vector<std::string> wrong;
    const auto read = readActSeal(seal);
    for (const auto& fault : read.refusal().faults()) {
        EXPECT_EQ(fault.code, "signing.seal-feature-wrong"_code);
        wrong.push_back(fault.arguments.front().second);
    }
    EXPECT_THAT(wrong, ElementsAre("01", "02", "04", "05", "06", "07"));
    seal.header.definition.category = 2;
    EXPECT_TRUE(readActSeal(seal).refusal().has("signing.seal-definition-unknown"_code));
}

TEST(ActSeal, LeavesUnknownFeaturesAside) {
    auto draft = base::expected(draftOf(someAct()), "draft");
    draft.features.push_back({0x7E, base::Bytes(300, 1)});
    const SealHouse sealed;
    const auto octets = base::expected(sealed.signer().seal(draft, sealed.house.clock.now()), "seal");
    const auto verdict = sealed.verify(octets);
    EXPECT_TRUE(verdict.valid);
    EXPECT_EQ(*readActSeal(*verdict.seal), someAct());
}

TEST(VisibleText, CutsBetweenCharacters) {
    EXPECT_EQ(shortened("abc", 3), "abc");
    EXPECT_EQ(shortened("ññññ", 7), "ññ…");
    EXPECT_EQ(shortened("uno dos tres cuatro", 16), "uno dos tres…");
}

}  // namespace
}  // namespace signing::testing
