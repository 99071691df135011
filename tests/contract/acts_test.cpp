// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace contract {
namespace {

TEST(Acts, EachHasANameOfItsOwn) {
    std::set<std::string_view> names;
    forEachDeclaration([&](const Declaration& act) { EXPECT_TRUE(names.insert(act.name).second) << act.name; });
    EXPECT_EQ(names.size(), std::tuple_size_v<Acts>);
}

TEST(Acts, OnlySessionsAndOnesOwnPasswordNeedNoPermission) {
    forEachDeclaration([](const Declaration& act) {
        EXPECT_EQ(act.permission.empty(), act.effect == Effect::Opens || act.name == OperatorPassword::kAct.name)
            << act.name;
        EXPECT_TRUE(std::regex_match(std::string{act.name}, std::regex{"[a-z]+\\.[a-z-]+"})) << act.name;
    });
}

TEST(Acts, EveryRequestAndAnswerGoesThroughJsonUnchanged) {
    const auto check = []<class T>(const T&) {
        const Json written = toJson(T{});
        const auto read = fromJson<T>(Json::parse(written.dump()));
        ASSERT_TRUE(read) << written.dump();
        EXPECT_EQ(toJson(*read), written);
    };
    std::apply([&](const auto&... request) { (check(request), ...); }, Acts{});
    std::apply([&]<class... R>(const R&...) { (check(typename R::Answer{}), ...); }, Acts{});
}

}  // namespace
}  // namespace contract
