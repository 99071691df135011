// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/item_catalogue.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "inventory/ledger.hpp"
#include "tests/inventory/catalogue.hpp"

namespace inventory {
namespace {

using namespace base::literals;

TEST(SerialPattern, WritesAndReadsSerials) {
    const SerialPattern pattern{"A", 7, false};
    EXPECT_EQ(pattern.serialOf(1), "A0000001");
    EXPECT_EQ(pattern.serialOf(9'999'999), "A9999999");
    EXPECT_EQ(pattern.numberOf("A0000042"), 42);
    for (const auto* wrong : {"", "A", "A000001", "A00000001", "B0000001", "A00000O1", "a0000001", "A 000001"})
        EXPECT_FALSE(pattern.numberOf(wrong)) << wrong;
}

TEST(SerialPattern, ChecksTheCheckDigitOfIcao) {
    // 9303-5 appendix B: document number D23145890 with check digit 7, L898902C3 with 6 (9303-4).
    const SerialPattern pattern{"D", 8, true};
    EXPECT_EQ(pattern.serialOf(23145890), "D231458907");
    EXPECT_EQ(pattern.numberOf("D231458907"), 23145890);
    EXPECT_FALSE(pattern.numberOf("D231458906"));
}

TEST(SerialRange, JoinsConsecutiveNumbers) {
    const std::vector<SerialRange> expected{{"x", 1, 3}, {"x", 5, 5}, {"x", 8, 9}};
    EXPECT_EQ(rangesOf("x", {1, 2, 3, 5, 8, 9}), expected);
    EXPECT_TRUE(rangesOf("x", {}).empty());
}

TEST(Ledger, SpanIsTheLeastPowerOfTwoThatHoldsTheRange) {
    EXPECT_EQ(spanOf(1), 0);
    EXPECT_EQ(spanOf(2), 1);
    EXPECT_EQ(spanOf(3), 2);
    EXPECT_EQ(spanOf(4), 2);
    EXPECT_EQ(spanOf(10'000'000), 24);
}

TEST(ItemCatalogue, HoldsTheBlanksOfAllKindsOfDocuments) {
    const auto catalogue = productItems();
    for (const auto* id : {"booklet-ordinary", "booklet-official", "booklet-special", "card-visitor", "card-worker"}) {
        const Item* item = catalogue.find(id);
        ASSERT_NE(item, nullptr) << id;
        EXPECT_EQ(catalogue.itemOf(item->serial.serialOf(17)), item);
        EXPECT_LE(item->serial.length(), 9U);
        EXPECT_EQ(item->names.size(), 2U);
    }
    EXPECT_EQ(catalogue.find("booklet"), nullptr);
    EXPECT_EQ(catalogue.itemOf("Z0000001"), nullptr);
}

TEST(ItemCatalogue, HoldsAllThatIsKeptBySerialAndAllThatIsCounted) {
    const auto catalogue = productItems();
    for (const auto* id : {"card-entry", "sticker-extension", "sticker-visa", "slip-humanitarian", "paper-security"}) {
        const Item* item = catalogue.find(id);
        ASSERT_NE(item, nullptr) << id;
        EXPECT_FALSE(item->isCounted()) << id;
        EXPECT_FALSE(item->serial.documentNumber) << id;
        EXPECT_EQ(catalogue.itemOf(item->serial.serialOf(17)), item);
    }
    for (const auto* id : {"laminate-booklet", "laminate-card", "ribbon-colour", "ribbon-card", "label-delivery"}) {
        const Item* item = catalogue.find(id);
        ASSERT_NE(item, nullptr) << id;
        EXPECT_TRUE(item->isCounted()) << id;
        EXPECT_NE(item->unit, "piece") << id;
    }
    EXPECT_EQ(catalogue.itemOf(""), nullptr);
    EXPECT_EQ(catalogue.find("paper-security")->serial.length(), 12U);
    for (const auto& item : catalogue.items()) {
        EXPECT_GT(item.minimumStock, 0) << item.id;
        EXPECT_TRUE(item.mayBeHeldBy("vault")) << item.id;
        EXPECT_FALSE(item.mayBeHeldBy("outside")) << item.id;
        EXPECT_FALSE(item.values.empty()) << item.id;
    }
    EXPECT_TRUE(catalogue.find("card-entry")->mayBeHeldBy("carrier"));
    EXPECT_FALSE(catalogue.find("booklet-ordinary")->mayBeHeldBy("carrier"));
}

TEST(ItemCatalogue, ReadsEveryFieldOfAnItem) {
    const auto catalogue = productItems();
    const Item& item = *catalogue.find("booklet-ordinary");
    EXPECT_EQ(item.pack, 50);
    EXPECT_EQ(item.box, 500);
    EXPECT_EQ(item.minimumStock, 60000);
    EXPECT_EQ(item.leadTimeDays, 150);
    EXPECT_EQ(item.shiftLimit, 5000);
    const std::vector<Amount> values{{"GTQ", 6240}, {"USD", 800}};
    EXPECT_EQ(item.values, values);
    EXPECT_EQ(textOf(item.values[0]), "GTQ 62.40");
    EXPECT_EQ(textOf(Amount{"GTQ", 5}), "GTQ 0.05");
}

TEST(ItemCatalogue, RefusesBoxesOfBrokenPacksAndTwoValuesInOneCurrency) {
    Item item{"one", {}, {"A", 7, false}, 1};
    item.pack = 3;
    item.box = 10;
    item.values = {{"USD", 1}, {"USD", 2}};
    const auto refused = ItemCatalogue::of({item});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.refusal().has("stock.box-not-of-packs"_code));
    EXPECT_TRUE(refused.refusal().has("stock.currency-twice"_code));
}

TEST(ItemCatalogue, LetsSerialsBeLongerThatAreNoDocumentNumbers) {
    EXPECT_TRUE(ItemCatalogue::of({{"paper", {}, {"HS", 9, true, false}, 1}}));
    EXPECT_FALSE(ItemCatalogue::of({{"paper", {}, {"HS", 9, true, true}, 1}}));
    EXPECT_FALSE(ItemCatalogue::of({{"paper", {}, {"HHHH", 16, true, false}, 1}}));
}

TEST(ItemCatalogue, RefusesItemsThatCannotBeToldApart) {
    const auto refused = ItemCatalogue::of({{"one", {}, {"A", 7, false}, 1},
                                            {"one", {}, {"B", 7, false}, 1},
                                            {"two", {}, {"A", 6, false}, 1},
                                            {"long", {}, {"CC", 7, true}, 1}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().faults().size(), 3U);
    EXPECT_TRUE(refused.refusal().has("stock.item-twice"_code));
    EXPECT_TRUE(refused.refusal().has("stock.prefix-twice"_code));
    EXPECT_TRUE(refused.refusal().has("stock.serial-too-long"_code));
}

TEST(ItemCatalogue, NamesTheFilesThatDoNotFollowTheSchema) {
    const support::ScratchFolder folder;
    std::ofstream{folder.path() / "bad.xml"} << "<item id='x'><name lang='es'>x</name></item>";
    std::ofstream{folder.path() / "worse.xml"} << "<item";
    const auto refused = ItemCatalogue::load(folder.path(), schemaNamed("item.xsd"));
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().faults().size(), 2U);
    EXPECT_TRUE(refused.refusal().faults()[0].where.starts_with("bad.xml"));
    EXPECT_TRUE(refused.refusal().faults()[1].where.starts_with("worse.xml"));
}

}  // namespace
}  // namespace inventory
