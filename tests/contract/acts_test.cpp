// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <regex>
#include <set>

namespace contract {
namespace {

/// Puts another value into each field, each one different from all others of its kind; texts are octets in base 64 too.
void vary(Json& json, int& next) {
    for (auto& field : json)
        if (field.is_string())
            field = "t" + std::to_string(100 + ++next);
        else if (field.is_number())
            field = ++next;
        else if (field.is_boolean())
            field = !field.get<bool>();
        else if (field.is_object())
            vary(field, next);
}

/// What a value of the form is after its JSON was varied, read, and written again; null where it was not read.
Json throughJson(void* value, const Form& form, Json& varied) {
    form.write(value, varied);
    int next = 0;
    vary(varied, next);
    Json again;
    if (readValue(Json::parse(varied.dump()), value, form)) form.write(value, again);
    return again;
}

template <class T>
void expectThroughJson() {
    T value{};
    Json varied;
    const auto again = throughJson(&value, kForm<T>, varied);
    EXPECT_EQ(again, varied);
}

TEST(Acts, EachHasANameOfItsOwn) {
    std::set<std::string_view> names;
    forEachDeclaration([&](const Declaration& act) { EXPECT_TRUE(names.insert(act.name).second) << act.name; });
    EXPECT_EQ(names.size(), std::tuple_size_v<Acts>);
}

TEST(Acts, OnlySessionsAndOnesOwnPasswordAndGeneratorNeedNoPermission) {
    forEachDeclaration([](const Declaration& act) {
        // Who watches is told of what they may look at, topic by topic; whoever issued a paper may look at it.
        EXPECT_EQ(act.permission.empty(), act.effect == Effect::Opens || act.effect == Effect::Watches ||
                                              act.name == OperatorPassword::kAct.name ||
                                              act.name == OperatorFactor::kAct.name || act.name == PaperShow::kAct.name)
            << act.name;
        EXPECT_TRUE(std::regex_match(std::string{act.name}, std::regex{"[a-z]+\\.[a-z-]+"})) << act.name;
    });
}

TEST(Acts, EveryRequestAndAnswerGoesThroughJsonUnchanged) {
    const auto walk = []<class... R>(const std::tuple<R...>*) {
        (expectThroughJson<R>(), ...);
        (expectThroughJson<typename R::Answer>(), ...);
    };
    walk(static_cast<const Acts*>(nullptr));
    EXPECT_GT(std::tuple_size_v<Acts>, 100U);
}

}  // namespace
}  // namespace contract
