// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/xml_source.hpp"
#include "printing/flow/act_condition.hpp"

namespace printing {

/// A part of a template: an element (`name`), a placeholder (`path`, `format`) or literal text.
struct ActNode {
    std::string name = {};
    std::string path = {};
    std::string format = {};
    std::string text = {};
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::map<std::string, base::xml::Place> attributePlaces = {};
    std::optional<ActCondition> condition = {};  // of "cuando"
    std::vector<ActNode> children = {};
    base::xml::Place place = {};

    [[nodiscard]] std::string attribute(const std::string& wanted, const std::string& otherwise = {}) const;
    [[nodiscard]] double number(const std::string& wanted, double otherwise) const;
    [[nodiscard]] const ActNode* child(const std::string& wanted) const;
    /// Of an attribute's value; of the element where it has none.
    [[nodiscard]] base::xml::Place placeOf(const std::string& attribute) const;
    [[nodiscard]] bool isWhite() const;
};

/// An element with its placeholders and conditions found: `{path}` or `{path|format}`, where `{{` and `}}` stand for
/// braces. Adds "printing.act-placeholder-malformed" (argument "placeholder") and "printing.act-condition-malformed"
/// (argument "detail", from where on it is not understood) to the faults; where = line and column.
ActNode nodeOf(const base::xml::Element& element, const base::xml::SourceMap& places, std::vector<base::Fault>& faults);

}  // namespace printing
