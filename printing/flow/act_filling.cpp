// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_filling.hpp"

#include <algorithm>
#include <variant>

#include "printing/flow/act_format.hpp"
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
    const bool inWords = node.attribute("formato") == "letras";
    if (node.name == "folio") return Computed::PageNumber;
    if (node.name == "folios") return inWords ? Computed::PageCountInWords : Computed::PageCount;
    return inWords ? Computed::AnnexPageCountInWords : Computed::AnnexPageCount;
}

/// What stands before an item and behind another: "; " and before the last " y ".
std::string betweenItems(const ActNode& each, std::size_t at, std::size_t count) {
    const std::string usual = each.attribute("entre");
    if (at == 0) return {};
    return at + 1 == count ? each.attribute("final", usual) : usual;
}

bool isPresent(const ActValue* value) {
    if (value == nullptr) return false;
    if (value->text() != nullptr) return !value->text()->empty();
    return value->list() != nullptr ? !value->list()->empty() : !value->map()->empty();
}

/// What can be compared of a value: a number, or a text whose order is that of days and times.
std::variant<double, std::string> measureOf(const ActValue& value, ActShape::Kind kind) {
    using Kind = ActShape::Kind;
    if (value.list() != nullptr) return static_cast<double>(value.list()->size());
    const std::string& text = *value.text();
    if (kind == Kind::Integer) return std::stod(text);
    if (kind == Kind::Amount) return std::stod(text.substr(text.find(' ') + 1));
    return withSingleSpaces(text);
}

template <class T>
bool inOrder(const T& one, ActCondition::Order order, const T& other) {
    switch (order) {
        case ActCondition::Order::Equal: return one == other;
        case ActCondition::Order::Unequal: return one != other;
        case ActCondition::Order::Less: return one < other;
        case ActCondition::Order::Greater: return one > other;
        case ActCondition::Order::LessOrEqual: return one <= other;
        default: return one >= other;
    }
}

}  // namespace

ActFilling::ActFilling(const ActMap& values, const ActGround& ground) : m_values(values), m_ground(ground) {}

ActFilling::Found ActFilling::resolve(const std::string& path) const {
    std::size_t end = std::min(path.find('.'), path.size());
    const std::string head = path.substr(0, end);
    const auto step = [](const ActMap& map, const ActShape* group, const std::string& name, const std::string& source) {
        const ActShape* shape = group == nullptr ? nullptr : group->field(name);
        const auto value = map.find(name);
        if (shape == nullptr) return Found{};
        return Found{value == map.end() ? nullptr : &value->second, shape->kind, shape, source};
    };
    const auto alias =
        std::find_if(m_aliases.rbegin(), m_aliases.rend(), [&](const Alias& one) { return one.name == head; });
    Found found = alias != m_aliases.rend() ? alias->item : step(m_values, &m_ground.shape, head, head);
    while (found.value != nullptr && end < path.size()) {
        const std::size_t begin = end + 1;
        end = std::min(path.find('.', begin), path.size());
        const std::string name = path.substr(begin, end - begin);
        found = step(*found.value->map(), found.shape, name, found.source + "." + name);
    }
    return found;
}

bool ActFilling::holds(const ActCondition& condition) const {
    using Kind = ActCondition::Kind;
    const auto& parts = condition.parts;
    const auto part = [&](const ActCondition& one) { return holds(one); };
    switch (condition.kind) {
        case Kind::And: return std::all_of(parts.begin(), parts.end(), part);
        case Kind::Or: return std::any_of(parts.begin(), parts.end(), part);
        case Kind::Not: return !holds(parts.front());
        case Kind::Present: return isPresent(resolve(condition.path).value);
        default: return compares(condition);
    }
}

/// What is absent compares with nothing; an absent list has no items.
bool ActFilling::compares(const ActCondition& condition) const {
    const Found one = resolve(condition.path);
    const ActValue none{ActList{}};
    const bool repeated = one.kind == ActShape::Kind::Texts || one.kind == ActShape::Kind::List;
    if (!isPresent(one.value) && !repeated) return false;
    const ActValue& left = one.value == nullptr ? none : *one.value;
    if (condition.operandKind == ActCondition::Operand::Name) {
        const Found other = resolve(condition.operand);
        if (!isPresent(other.value)) return false;
        return inOrder(measureOf(left, one.kind), condition.order, measureOf(*other.value, other.kind));
    }
    const auto measure = measureOf(left, one.kind);
    if (const auto* number = std::get_if<double>(&measure))
        return inOrder(*number, condition.order, std::stod(condition.operand));
    return inOrder(std::get<std::string>(measure), condition.order, condition.operand);
}

TextPiece ActFilling::agreeing(const ActNode& node, FontId font) const {
    const std::string singular = node.attribute("singular"), plural = node.attribute("plural");
    if (node.attribute("con") == kFolios) return {singular, font, Computed::PageCountForm, {}, plural};
    const Found found = resolve(node.attribute("con"));
    if (found.value == nullptr) return {{}, font};
    if (found.kind == ActShape::Kind::Gender) return {node.attribute(*found.value->text()), font};
    return {std::get<double>(measureOf(*found.value, found.kind)) == 1 ? singular : plural, font};
}

void ActFilling::repeat(const ActNode& each, const Visit& visit) {
    const Found list = resolve(each.attribute("en"));
    if (list.value == nullptr) return;
    const bool texts = list.kind == ActShape::Kind::Texts;
    const std::size_t count = list.value->list()->size();
    for (std::size_t at = 0; at < count && !isCutShort(); ++at) {
        ++m_steps;
        if (const std::string between = betweenItems(each, at, count); !between.empty()) {
            ActNode words;
            words.text = between;
            visit(words);
        }
        m_aliases.push_back({each.attribute("como"),
                             {&(*list.value->list())[at], texts ? ActShape::Kind::Text : ActShape::Kind::Group,
                              list.shape, list.source + "[" + std::to_string(at + 1) + "]"}});
        expand(each, visit);
        m_aliases.pop_back();
    }
}

void ActFilling::expand(const ActNode& parent, const Visit& visit) {
    bool held = false;  // the condition before
    for (const auto& node : parent.children) {
        if (++m_steps > kMostSteps) return;
        if (node.name == "cada") {
            repeat(node, visit);
        } else if (node.name == "si" && node.condition) {
            held = holds(*node.condition);
            if (held) expand(node, visit);
        } else if (node.name == "si-no") {
            if (!held) expand(node, visit);
        } else {
            visit(node);
        }
    }
}

Pieces ActFilling::pieces(const ActNode& parent, FontId font) {
    Pieces result;
    const auto addAll = [&](const Pieces& more) { result.insert(result.end(), more.begin(), more.end()); };
    expand(parent, [&](const ActNode& node) {
        if (!node.path.empty()) {
            const Found found = resolve(node.path);
            if (found.value != nullptr)
                result.push_back({formatted(*found.value, found.kind, node.format, m_ground.style), font, Computed::No,
                                  found.source});
        } else if (node.name.empty()) {
            result.push_back({node.text == "\n" ? " " : node.text, font});
        } else if (node.name == "negrita") {
            addAll(pieces(node, bolder(font)));
        } else if (node.name == "cursiva") {
            addAll(pieces(node, slanted(font)));
        } else if (node.name == "salto") {
            result.push_back({"\n", font});
        } else if (node.name == "concuerda") {
            result.push_back(agreeing(node, font));
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
        if (!node.name.empty()) addBlock(node, result);
    });
    return result;
}

std::vector<Band> ActFilling::bands(const ActNode& parent) {
    std::vector<Band> result;
    expand(parent, [&](const ActNode& node) {
        if (node.name == "banda")
            result.push_back({childPieces(node, "izquierda"), childPieces(node, "centro"), childPieces(node, "derecha"),
                              node.number("letra", Band{}.size)});
    });
    return result;
}

VisibleSeal ActFilling::seal(const ActNode& node) {
    return {{}, plainText(*node.child("verificacion")), childPieces(node, "nota")};
}

}  // namespace printing
