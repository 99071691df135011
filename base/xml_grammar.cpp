// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml_grammar.hpp"

#include <algorithm>
#include <charconv>
#include <regex>

namespace base::xml {

namespace {

constexpr std::size_t kMostFaults = 100;
constexpr std::size_t kLongestName = 60;

bool isDecimal(const std::string& text, double& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    return error == std::errc{} && end == text.data() + text.size();
}

std::string parameter(const Element& data, const std::string& name) {
    for (const auto& child : data.children("param"))
        if (child.attributeOr("name", "") == name) return child.text();
    return {};
}

/// Whether a value is of a simple type with the facets that our grammars use; what it should be goes to `wanted`.
bool fitsData(const Element& data, const std::string& value, std::string& wanted) {
    const std::string type = data.attributeOr("type", "string");
    if (type == "decimal" || type == "integer") {
        double number = 0, bound = 0;
        const std::string least = parameter(data, "minInclusive"), most = parameter(data, "maxInclusive");
        wanted = least + " … " + most;
        if (!isDecimal(value, number) || (type == "integer" && value.find('.') != std::string::npos)) return false;
        return (!isDecimal(least, bound) || number >= bound) && (!isDecimal(most, bound) || number <= bound);
    }
    const std::string pattern = parameter(data, "pattern");
    wanted = pattern;
    if (pattern.empty()) return true;
    return value.size() <= 200 && std::regex_match(value, std::regex{pattern});
}

/// Whether a value is one of those that a pattern of an attribute allows; what they are goes to `wanted`.
bool fitsOneOf(const std::vector<Element>& alternatives, const std::string& value, std::string& wanted) {
    bool fits = alternatives.empty();
    for (const auto& part : alternatives) {
        std::string one;
        if (part.name() == "text") {
            fits = true;
        } else if (part.name() == "value") {
            one = part.text();
            fits = fits || one == value;
        } else if (part.name() == "data") {
            fits = fitsData(part, value, one) || fits;
        }
        if (!one.empty()) wanted += (wanted.empty() ? "" : ", ") + one;
    }
    return fits;
}

bool isWhite(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

std::string shortened(std::string text) {
    if (text.size() <= kLongestName) return text;
    text.resize(kLongestName);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
    if (!text.empty()) text.pop_back();
    return text + "…";
}

template <class Map>
std::string namesOf(const Map& parts) {
    std::string names;
    for (const auto& [name, part] : parts) names += (names.empty() ? "" : ", ") + name;
    return names.empty() ? "—" : names;
}

}  // namespace

struct Grammar::Allowed {
    std::map<std::string, Part> attributes;
    std::map<std::string, Part> children;
    bool text = false;
};

Grammar::Grammar(const Document& grammar) : m_start(grammar.root()) {
    for (const auto& define : grammar.root().children("define"))
        m_defines.emplace(define.attributeOr("name", ""), define);
    if (const auto start = grammar.root().child("start")) m_start = *start;
}

void Grammar::collect(const Element& pattern, bool required, Allowed& allowed, std::set<std::string>& entered) const {
    for (const auto& part : pattern.children()) {
        const std::string kind = part.name();
        if (kind == "element" || kind == "attribute") {
            auto& parts = kind == "element" ? allowed.children : allowed.attributes;
            parts.emplace(part.attributeOr("name", ""), Part{part, required});
        } else if (kind == "ref") {
            const std::string name = part.attributeOr("name", "");
            const auto define = m_defines.find(name);
            if (define != m_defines.end() && entered.insert(name).second)
                collect(define->second, required, allowed, entered);
        } else if (kind == "text" || kind == "data") {
            allowed.text = true;
        } else {
            if (kind == "mixed") allowed.text = true;
            const bool free = kind == "optional" || kind == "zeroOrMore" || kind == "choice";
            collect(part, required && !free, allowed, entered);
        }
    }
}

void Grammar::alternatives(const Element& pattern, int depth, std::vector<Element>& found) const {
    constexpr int kDeepest = 16;
    for (const auto& part : pattern.children()) {
        const auto define = part.name() == "ref" ? m_defines.find(part.attributeOr("name", "")) : m_defines.end();
        if (define != m_defines.end() && depth < kDeepest)
            alternatives(define->second, depth + 1, found);
        else if (part.name() == "choice" && depth < kDeepest)
            alternatives(part, depth + 1, found);
        else
            found.push_back(part);
    }
}

Grammar::Allowed Grammar::allowedIn(const Element& elementPattern) const {
    Allowed allowed;
    std::set<std::string> entered;
    collect(elementPattern, true, allowed, entered);
    return allowed;
}

struct Grammar::Check {
    const Grammar& grammar;
    const SourceMap& places;
    std::vector<Fault> faults = {};

    void add(FailureCode code, const Element& element, const std::string& name, const std::string& detail,
             const Place& place) {
        if (faults.size() >= kMostFaults) return;
        faults.push_back({std::move(code),
                          {{"field", element.name()}, {"name", shortened(name)}, {"detail", detail}},
                          place.text()});
    }

    void attributes(const Element& element, const Allowed& allowed) {
        for (const auto& [name, value] : element.attributes()) {
            const auto found = allowed.attributes.find(name);
            const Place place = places.placeOf(element, name);
            if (found == allowed.attributes.end()) {
                add("xml.attribute-unknown"_code, element, name, namesOf(allowed.attributes), place);
                continue;
            }
            std::string wanted;
            std::vector<Element> alternatives;
            grammar.alternatives(found->second.pattern, 0, alternatives);
            if (!fitsOneOf(alternatives, value, wanted)) add("xml.value-unfit"_code, element, name, wanted, place);
        }
        for (const auto& [name, part] : allowed.attributes)
            if (part.required && !element.attribute(name))
                add("xml.attribute-lacking"_code, element, name, "", places.placeOf(element));
    }

    void visit(const Element& element, const Element& pattern) {
        const Allowed allowed = grammar.allowedIn(pattern);
        attributes(element, allowed);
        for (const auto& part : element.content()) {
            if (const auto* text = std::get_if<std::string>(&part)) {
                if (!allowed.text && !isWhite(*text))
                    add("xml.text-unfit"_code, element, *text, "", places.placeOf(element));
                continue;
            }
            const auto& child = std::get<Element>(part);
            const auto found = allowed.children.find(child.name());
            if (found == allowed.children.end())
                add("xml.element-unfit"_code, element, child.name(), namesOf(allowed.children), places.placeOf(child));
            else
                visit(child, found->second.pattern);
        }
        for (const auto& [name, part] : allowed.children)
            if (part.required && !element.child(name))
                add("xml.element-lacking"_code, element, name, "", places.placeOf(element));
    }
};

std::vector<Fault> Grammar::faultsOf(const Document& document, const SourceMap& places) const {
    Allowed roots;
    std::set<std::string> entered;
    collect(m_start, true, roots, entered);
    Check check{*this, places};
    const Element root = document.root();
    const auto found = roots.children.find(root.name());
    if (found == roots.children.end())
        check.add("xml.element-unfit"_code, root, root.name(), namesOf(roots.children), places.placeOf(root));
    else
        check.visit(root, found->second.pattern);
    return std::move(check.faults);
}

}  // namespace base::xml
