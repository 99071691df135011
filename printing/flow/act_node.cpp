// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_node.hpp"

#include <charconv>
#include <regex>

#include "printing/page/text.hpp"

namespace printing {

using namespace base::literals;

namespace {

using base::xml::Place;

/// "name", "row.serial", "date|letras".
bool readPlaceholder(const std::string& inside, ActNode& node) {
    static const std::regex kForm{"([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)(?:\\|([a-z-]+))?"};
    std::smatch parts;
    if (inside.size() > 200 || !std::regex_match(inside, parts, kForm)) return false;
    node.path = parts[1];
    node.format = parts[2];
    return true;
}

/// The text of one element in the order of its parts, with the places of its braces.
class Texts {
   public:
    Texts(ActNode& parent, const std::vector<Place>& braces, std::vector<base::Fault>& faults)
        : m_parent(parent), m_braces(braces), m_faults(faults) {}

    void add(const std::string& text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            if (c != '{' && c != '}') {
                m_plain += c;
                continue;
            }
            const Place place = nextBrace();
            if (at + 1 < text.size() && text[at + 1] == c) {
                nextBrace();
                m_plain += text[++at];
                continue;
            }
            at += placeholder(text, at, place) - 1;
        }
        flush();
    }

   private:
    Place nextBrace() { return m_brace < m_braces.size() ? m_braces[m_brace++] : m_parent.place; }

    /// The octets that it takes.
    std::size_t placeholder(const std::string& text, std::size_t at, const Place& place) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
        const std::size_t length = end == std::string::npos ? 1 : end - at + 1;
        const std::string whole = text.substr(at, length);
        for (const char c : whole.substr(1))
            if (c == '{' || c == '}') nextBrace();
        ActNode node;
        node.place = place;
        if (end == std::string::npos || !readPlaceholder(whole.substr(1, length - 2), node)) {
            m_faults.push_back(
                {"printing.act-placeholder-malformed"_code, {{"placeholder", beginningOf(whole, 40)}}, place.text()});
        } else {
            flush();
            m_parent.children.push_back(std::move(node));
        }
        return length;
    }

    void flush() {
        if (m_plain.empty()) return;
        ActNode node;
        node.text = std::move(m_plain);
        node.place = m_parent.place;
        m_parent.children.push_back(std::move(node));
        m_plain.clear();
    }

    ActNode& m_parent;
    const std::vector<Place>& m_braces;
    std::vector<base::Fault>& m_faults;
    std::size_t m_brace = 0;
    std::string m_plain;
};

void locate(ActCondition& condition, const base::xml::Element& element, const base::xml::SourceMap& places) {
    condition.place = places.placeOf(element, "cuando", condition.offset);
    condition.operandPlace = places.placeOf(element, "cuando", condition.operandOffset);
    for (auto& part : condition.parts) locate(part, element, places);
}

void readWhen(const base::xml::Element& element, const base::xml::SourceMap& places, ActNode& node,
              std::vector<base::Fault>& faults) {
    const auto expression = element.attribute("cuando");
    if (!expression) return;
    auto read = readCondition(*expression);
    if (auto* condition = std::get_if<ActCondition>(&read)) {
        locate(*condition, element, places);
        node.condition = std::move(*condition);
        return;
    }
    const std::size_t offset = std::min(std::get<ConditionFault>(read).offset, expression->size());
    const std::string rest = beginningOf(expression->substr(offset), 60);
    faults.push_back({"printing.act-condition-malformed"_code,
                      {{"detail", rest.empty() ? *expression : rest}},
                      places.placeOf(element, "cuando", offset).text()});
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

Place ActNode::placeOf(const std::string& attribute) const {
    const auto found = attributePlaces.find(attribute);
    return found == attributePlaces.end() ? place : found->second;
}

bool ActNode::isWhite() const {
    return name.empty() && path.empty() && text.find_first_not_of(" \t\r\n") == std::string::npos;
}

ActNode nodeOf(const base::xml::Element& element, const base::xml::SourceMap& places,
               std::vector<base::Fault>& faults) {
    ActNode node;
    node.name = element.name();
    node.attributes = element.attributes();
    node.place = places.placeOf(element);
    for (const auto& [name, value] : node.attributes) node.attributePlaces[name] = places.placeOf(element, name);
    readWhen(element, places, node, faults);
    Texts texts{node, places.bracesOf(element), faults};
    for (const auto& part : element.content()) {
        if (const auto* text = std::get_if<std::string>(&part))
            texts.add(*text);
        else
            node.children.push_back(nodeOf(std::get<base::xml::Element>(part), places, faults));
    }
    return node;
}

}  // namespace printing
