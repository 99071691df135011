// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace printing {

struct ActValue;
using ActList = std::vector<ActValue>;
using ActMap = std::map<std::string, ActValue>;

/// What an act is filled with: texts, lists and maps of such values by name. A text is never markup. Numbers are
/// digits, days "2026-11-23", times of day "09:30"; formats of the template put them into words.
struct ActValue {
    std::variant<std::string, ActList, ActMap> content;

    ActValue(std::string text) : content(std::move(text)) {}
    ActValue(const char* text) : content(std::string{text}) {}
    ActValue(ActList list) : content(std::move(list)) {}
    ActValue(ActMap map) : content(std::move(map)) {}

    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&content); }
    [[nodiscard]] const ActList* list() const { return std::get_if<ActList>(&content); }
    [[nodiscard]] const ActMap* map() const { return std::get_if<ActMap>(&content); }
};

}  // namespace printing
