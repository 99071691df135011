// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "contract/acts.hpp"

namespace contract {
namespace {

using namespace base::literals;

TEST(ContractJson, KeepsTheOrderOfTheDeclaration) {
    const StockIssue request{"booklet-ordinary", 50, "L1"};
    EXPECT_EQ(toJson(request).dump(), R"({"item":"booklet-ordinary","quantity":50,"workstation":"L1"})");
}

TEST(ContractJson, ReportsEveryFaultAtOnce) {
    const auto read = fromJson<StockIssue>(*parseJson(R"({"item":3,"quantity":"x","more":1})"));
    ASSERT_FALSE(read);
    const auto& faults = read.refusal().faults();
    ASSERT_EQ(faults.size(), 4U);
    EXPECT_EQ(faults[0], (base::Fault{"contract.wrong-type"_code, {}, "item"}));
    EXPECT_EQ(faults[1], (base::Fault{"contract.wrong-type"_code, {}, "quantity"}));
    EXPECT_EQ(faults[2], (base::Fault{"contract.missing-field"_code, {}, "workstation"}));
    EXPECT_EQ(faults[3].code, "contract.unknown-field"_code);
}

TEST(ContractJson, NamesThePlaceInsideLists) {
    const auto read =
        fromJson<FilesGiven>(*parseJson(R"({"files":[{"name":"a","content":"AA=="},{"name":"b","content":"?"}]})"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.refusal().first().where, "files[1].content");
}

TEST(ContractJson, RefusesNumbersThatItCannotHold) {
    const auto read = [](const char* quantity) {
        return fromText<StockIssue>(std::string{R"({"item":"a","workstation":"L1","quantity":)"} + quantity + "}");
    };
    EXPECT_EQ(read("9223372036854775807")->quantity, INT64_MAX);
    EXPECT_EQ(read("-9223372036854775808")->quantity, INT64_MIN);
    for (const char* quantity : {"9223372036854775808", "18446744073709551615", "1e30", "1.5"})
        EXPECT_TRUE(read(quantity).refusal().has("contract.wrong-type"_code)) << quantity;
}

TEST(ContractJson, RefusesTextThatIsNoJsonOrTooDeep) {
    EXPECT_FALSE(parseJson("{"));
    EXPECT_FALSE(parseJson(""));
    EXPECT_FALSE(parseJson(std::string(100000, '[')));
    EXPECT_FALSE(parseJson(std::string(100, '[') + std::string(100, ']')));
    EXPECT_TRUE(parseJson("[[1]]"));
}

TEST(ContractJson, OctetsTravelAsBase64) {
    EXPECT_EQ(toJson(NamedFile{"x", {1, 2, 3}})["content"], "AQID");
    EXPECT_EQ(fromJson<NamedFile>(toJson(NamedFile{"x", {1, 2, 3}}))->content, (base::Bytes{1, 2, 3}));
}

TEST(ContractJson, LeavesZerosInThePlaceOfEveryText) {
    Json json{{"name", "iso-7816-9"}, {"parts", {"00112233445566778899", 7, {{"deep", "secreto"}}}}};
    wipeTexts(json);
    EXPECT_EQ(json["name"], std::string(10, '\0'));
    EXPECT_EQ(json["parts"][0], std::string(20, '\0'));
    EXPECT_EQ(json["parts"][1], 7);
    EXPECT_EQ(json["parts"][2]["deep"], std::string(7, '\0'));
}

TEST(ContractJson, TakesWhatWasTypedInSecretAsText) {
    const auto secret = fromJson<base::SecretBytes>(Json("00 11"));
    ASSERT_TRUE(secret);
    EXPECT_EQ(toJson(*secret), Json("00 11"));
    EXPECT_FALSE(fromJson<base::SecretBytes>(Json(7)));
}

}  // namespace
}  // namespace contract
