// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_filling.hpp"

#include <algorithm>

#include "printing/flow/act_shape.hpp"
#include "printing/page/text.hpp"

namespace printing {

namespace {

FontId bolder(FontId font) {
    return font == FontId::TextItalic || font == FontId::TextBoldItalic ? FontId::TextBoldItalic : FontId::TextBold;
}

FontId slanted(FontId font) {
    return font == FontId::TextBold || font == FontId::TextBoldItalic ? FontId::TextBoldItalic : FontId::TextItalic;
}

Computed computedOf(const ActNode& node) {
    const bool inWords = node.attribute("format") == "words";
    if (node.name == "page-number") return Computed::PageNumber;
    if (node.name == "page-count") return inWords ? Computed::PageCountInWords : Computed::PageCount;
    return inWords ? Computed::AnnexPageCountInWords : Computed::AnnexPageCount;
}

}  // namespace

ActFilling::ActFilling(const ActMap& values, double size, const ActLogos& logos)
    : m_values(values), m_size(size), m_logos(logos) {}

ActFilling::Found ActFilling::resolve(const std::string& path) const {
    std::size_t end = std::min(path.find('.'), path.size());
    const std::string head = path.substr(0, end);
    Found found;
    const auto alias =
        std::find_if(m_aliases.rbegin(), m_aliases.rend(), [&](const Alias& one) { return one.name == head; });
    if (alias != m_aliases.rend())
        found = {alias->value, alias->source};
    else if (const auto value = m_values.find(head); value != m_values.end())
        found = {&value->second, head};
    while (found.value != nullptr && end < path.size()) {
        const std::size_t begin = end + 1;
        end = std::min(path.find('.', begin), path.size());
        const std::string name = path.substr(begin, end - begin);
        const ActMap& map = *found.value->map();
        const auto value = map.find(name);
        found = value == map.end() ? Found{} : Found{&value->second, found.source + "." + name};
    }
    return found;
}

bool ActFilling::isPresent(const std::string& path) const {
    const ActValue* value = resolve(path).value;
    if (value == nullptr) return false;
    if (value->text() != nullptr) return !value->text()->empty();
    return value->list() != nullptr ? !value->list()->empty() : !value->map()->empty();
}

void ActFilling::repeat(const ActNode& each, const Visit& visit) {
    const Found list = resolve(each.attribute("in"));
    if (list.value == nullptr) return;
    for (std::size_t at = 0; at < list.value->list()->size(); ++at) {
        m_aliases.push_back(
            {each.attribute("as"), &(*list.value->list())[at], list.source + "[" + std::to_string(at + 1) + "]"});
        expand(each, visit);
        m_aliases.pop_back();
    }
}

void ActFilling::expand(const ActNode& parent, const Visit& visit) {
    for (const auto& node : parent.children) {
        if (node.name == "each")
            repeat(node, visit);
        else if (node.name != "if" && node.name != "unless")
            visit(node);
        else if (isPresent(node.attribute("present")) == (node.name == "if"))
            expand(node, visit);
    }
}

Pieces ActFilling::pieces(const ActNode& parent, FontId font) {
    Pieces result;
    const auto addAll = [&](const Pieces& more) { result.insert(result.end(), more.begin(), more.end()); };
    expand(parent, [&](const ActNode& node) {
        if (!node.path.empty()) {
            const Found found = resolve(node.path);
            if (found.value != nullptr)
                result.push_back(
                    {formatted(withSingleSpaces(*found.value->text()), node.format), font, Computed::No, found.source});
        } else if (node.name.empty()) {
            result.push_back({node.text == "\n" ? " " : node.text, font});
        } else if (node.name == "b") {
            addAll(pieces(node, bolder(font)));
        } else if (node.name == "i") {
            addAll(pieces(node, slanted(font)));
        } else if (node.name == "break") {
            result.push_back({"\n", font});
        } else {
            result.push_back({{}, font, computedOf(node)});
        }
    });
    return result;
}

Pieces ActFilling::childPieces(const ActNode& parent, const std::string& name) {
    const ActNode* node = parent.child(name);
    return node == nullptr ? Pieces{} : pieces(*node);
}

std::string ActFilling::plainText(const ActNode& parent) {
    std::string text;
    for (const auto& piece : pieces(parent)) text += piece.text;
    return withSingleSpaces(text);
}

std::vector<FlowBlock> ActFilling::blocks(const ActNode& body) {
    std::vector<FlowBlock> result;
    expand(body, [&](const ActNode& node) {
        if (!node.name.empty()) result.push_back(block(node));
    });
    return result;
}

FlowBlock ActFilling::block(const ActNode& node) {
    if (node.name == "heading") return heading(node);
    if (node.name == "items") return items(node);
    if (node.name == "table") return table(node);
    if (node.name == "facts") return facts(node);
    if (node.name == "serials") return serials(node);
    if (node.name == "signatures") return signatures(node);
    if (node.name == "barcode") return barcode(node);
    if (node.name == "rule") return RuleLine{node.number("after", RuleLine{}.after)};
    if (node.name == "space") return Space{node.number("height", Space{}.height)};
    if (node.name == "page-break") return PageBreak{};
    if (node.name == "annex") return PageBreak{PageBreak::Begins::Annex};
    return Paragraph{pieces(node), styleOf(node)};
}

std::vector<Band> ActFilling::bands(const ActNode& parent) {
    std::vector<Band> result;
    expand(parent, [&](const ActNode& node) {
        if (node.name == "band")
            result.push_back({childPieces(node, "left"), childPieces(node, "centre"), childPieces(node, "right"),
                              node.number("size", Band{}.size)});
    });
    return result;
}

}  // namespace printing
