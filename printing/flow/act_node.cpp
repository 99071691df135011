// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_node.hpp"

#include <charconv>
#include <regex>

namespace printing {

using namespace base::literals;

namespace {

ActNode literal(std::string text, int line) {
    ActNode node;
    node.text = std::move(text);
    node.line = line;
    return node;
}

/// "name", "row.serial", "date|words".
bool readPlaceholder(const std::string& inside, ActNode& node) {
    static const std::regex kForm{"([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)(?:\\|([a-z-]+))?"};
    std::smatch parts;
    if (inside.size() > 200 || !std::regex_match(inside, parts, kForm)) return false;
    node.path = parts[1];
    node.format = parts[2];
    return true;
}

void addTexts(const std::string& text, ActNode& parent, std::vector<base::Fault>& faults) {
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty()) parent.children.push_back(literal(std::move(plain), parent.line));
        plain.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '{' && c != '}') {
            plain += c;
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == c) {
            plain += text[++at];
            continue;
        }
        const std::size_t end = c == '{' ? text.find('}', at) : std::string::npos;
        ActNode placeholder;
        placeholder.line = parent.line;
        if (end == std::string::npos || !readPlaceholder(text.substr(at + 1, end - at - 1), placeholder)) {
            const std::size_t length = end == std::string::npos ? 1 : end - at + 1;
            faults.push_back({"printing.act-placeholder-malformed"_code,
                              {{"placeholder", text.substr(at, std::min<std::size_t>(40, length))}},
                              base::xml::lineText(parent.line)});
            at += length - 1;
            continue;
        }
        flush();
        parent.children.push_back(std::move(placeholder));
        at = end;
    }
    flush();
}

}  // namespace

std::string ActNode::attribute(const std::string& wanted, const std::string& otherwise) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return otherwise;
}

double ActNode::number(const std::string& wanted, double otherwise) const {
    const std::string value = attribute(wanted);
    double result = otherwise;
    std::from_chars(value.data(), value.data() + value.size(), result);
    return result;
}

const ActNode* ActNode::child(const std::string& wanted) const {
    for (const auto& node : children)
        if (node.name == wanted) return &node;
    return nullptr;
}

ActNode nodeOf(const base::xml::Element& element, std::vector<base::Fault>& faults) {
    ActNode node;
    node.name = element.name();
    node.attributes = element.attributes();
    node.line = element.line();
    for (const auto& part : element.content()) {
        if (const auto* text = std::get_if<std::string>(&part))
            addTexts(*text, node, faults);
        else
            node.children.push_back(nodeOf(std::get<base::xml::Element>(part), faults));
    }
    return node;
}

}  // namespace printing
