// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <regex>
#include <set>

namespace contract {
namespace {

void goesThroughJson(const void* value, void* again, const Form& form) {
    Json written;
    form.write(value, written);
    const auto read = readValue(Json::parse(written.dump()), again, form);
    ASSERT_TRUE(read) << written.dump();
    Json rewritten;
    form.write(again, rewritten);
    EXPECT_EQ(rewritten, written);
}

template <class T>
void goesThroughJson() {
    T value{};
    T again{};
    goesThroughJson(&value, &again, kForm<T>);
}

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
    const auto walk = []<class... R>(const std::tuple<R...>*) {
        (goesThroughJson<R>(), ...);
        (goesThroughJson<typename R::Answer>(), ...);
    };
    walk(static_cast<const Acts*>(nullptr));
}

}  // namespace
}  // namespace contract
