// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/manifest.hpp"

#include <gtest/gtest.h>

#include "tests/inventory/catalogue.hpp"

namespace inventory {
namespace {

using namespace base::literals;

base::Result<Manifest> read(std::string_view text) {
    return Manifest::read(base::bytesOf(text), schemaNamed("manifest.xsd"));
}

TEST(Manifest, ReadsWhatTheSupplierDelivers) {
    const auto manifest = read(R"(<manifest supplier="Imprenta Ñ" purchase="OC-2026-17">
  <range item="booklet-ordinary" first="A0000001" last="A0000500" box="1"/>
  <range item="card-visitor" first="V0000001" last="V0000001"/>
</manifest>)");
    ASSERT_TRUE(manifest);
    EXPECT_EQ(manifest->supplier, "Imprenta Ñ");
    EXPECT_EQ(manifest->purchase, "OC-2026-17");
    ASSERT_EQ(manifest->ranges.size(), 2U);
    EXPECT_EQ(manifest->ranges[0].box, "1");
    EXPECT_EQ(manifest->ranges[1].line, 3);
    const auto ranges = manifest->resolve(productItems());
    ASSERT_TRUE(ranges);
    const std::vector<SerialRange> expected{{"booklet-ordinary", 1, 500}, {"card-visitor", 1, 1}};
    EXPECT_EQ(*ranges, expected);
}

TEST(Manifest, RefusesEveryFaultOfTheFormAtOnce) {
    const auto refused = read("<manifest supplier='x'>\n<range item='a' first='ñ' last='A1'/>\n<extra/></manifest>");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().faults().size(), 3U);
    EXPECT_FALSE(read("<manifest"));
    EXPECT_FALSE(read("<manifest supplier='x' purchase='y'/>"));
}

TEST(Manifest, RefusesEveryFaultOfTheSerialsAtOnce) {
    const auto manifest = read(R"(<manifest supplier="x" purchase="y">
<range item="booklet-ordinary" first="A0000001" last="A0000100"/>
<range item="booklet-golden" first="A0000001" last="A0000100"/>
<range item="booklet-ordinary" first="A001" last="B0000001"/>
<range item="booklet-ordinary" first="A0000300" last="A0000200"/>
<range item="booklet-ordinary" first="A0000040" last="A0000050"/>
<range item="booklet-ordinary" first="A0000100" last="A0000101"/>
<range item="booklet-official" first="B0000001" last="B0000100"/>
</manifest>)");
    ASSERT_TRUE(manifest);
    const auto refused = manifest->resolve(productItems());
    ASSERT_FALSE(refused);
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& fault : refused.refusal().faults()) found.emplace_back(fault.code.name(), fault.where);
    const decltype(found) expected{{"stock.unknown-item", "line 3"},   {"stock.bad-serial", "line 4"},
                                   {"stock.bad-serial", "line 4"},     {"stock.range-reversed", "line 5"},
                                   {"stock.range-overlaps", "line 6"}, {"stock.range-overlaps", "line 7"}};
    EXPECT_EQ(found, expected);
}

TEST(Manifest, RefusesMoreThanTenMillionSerialsAndNone) {
    const Manifest large{
        "x",
        "y",
        {{"booklet-ordinary", "A0000000", "A9999999", "", 0}, {"card-visitor", "V0000001", "V0000001", "", 0}}};
    ASSERT_FALSE(large.resolve(productItems()));
    EXPECT_TRUE(large.resolve(productItems()).refusal().has("stock.manifest-too-large"_code));
    const Manifest empty{"x", "y", {}};
    EXPECT_TRUE(empty.resolve(productItems()).refusal().has("stock.manifest-empty"_code));
}

}  // namespace
}  // namespace inventory
