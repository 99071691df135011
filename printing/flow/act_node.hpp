// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/xml.hpp"

namespace printing {

/// A part of a template: an element (`name`), a placeholder (`path`, `format`) or literal text.
struct ActNode {
    std::string name = {};
    std::string path = {};
    std::string format = {};
    std::string text = {};
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::vector<ActNode> children = {};
    int line = 0;

    [[nodiscard]] std::string attribute(const std::string& wanted, const std::string& otherwise = {}) const;
    [[nodiscard]] double number(const std::string& wanted, double otherwise) const;
    [[nodiscard]] const ActNode* child(const std::string& wanted) const;
};

/// An element with its placeholders found: `{path}` or `{path|format}`, where `{{` and `}}` stand for braces. Adds
/// "printing.act-placeholder-malformed" (argument "placeholder"; where = line) to the faults.
ActNode nodeOf(const base::xml::Element& element, std::vector<base::Fault>& faults);

}  // namespace printing
