// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/xml_source.hpp"

/// Internal to RelaxNg: what a grammar allows in which element, read from the grammar itself.
namespace base::xml {

class Grammar {
   public:
    explicit Grammar(const Document& grammar);
    /// What in the document is not as the grammar has it; the order of elements is not looked at.
    [[nodiscard]] std::vector<Fault> faultsOf(const Document& document, const SourceMap& places) const;

   private:
    struct Allowed;
    struct Part {
        Element pattern;
        bool required;
    };
    struct Check;

    void collect(const Element& pattern, bool required, Allowed& allowed, std::set<std::string>& entered) const;
    /// The values, types and texts that the pattern of an attribute chooses from.
    void alternatives(const Element& pattern, int depth, std::vector<Element>& found) const;
    [[nodiscard]] Allowed allowedIn(const Element& elementPattern) const;

    std::map<std::string, Element> m_defines;
    Element m_start;
};

}  // namespace base::xml
