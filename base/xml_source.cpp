// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml_source.hpp"

#include <array>

namespace base::xml {

/// Reads well-formed XML without document type once more, for places only.
class SourceMap::Scanner {
   public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::vector<Tag> tags() && {
        std::vector<std::size_t> open;
        while (m_at < m_text.size()) {
            if (skipped("<!--", "-->") || skipped("<?", "?>")) continue;
            if (begins("<![CDATA[")) {
                data(open, "]]>");
            } else if (begins("</")) {
                advanceTo(">");
                if (!open.empty()) open.pop_back();
            } else if (begins("<")) {
                startTag(open);
            } else {
                character(open);
            }
        }
        return std::move(m_tags);
    }

   private:
    [[nodiscard]] bool begins(std::string_view what) const { return m_text.substr(m_at, what.size()) == what; }

    void step() {
        const auto octet = static_cast<unsigned char>(m_text[m_at++]);
        if (octet == '\n') {
            ++m_place.line;
            m_place.column = 1;
        } else if ((octet & 0xC0U) != 0x80U) {
            ++m_place.column;
        }
    }

    void steps(std::size_t count) {
        for (; count > 0 && m_at < m_text.size(); --count) step();
    }

    /// Behind the next such text.
    void advanceTo(std::string_view end) {
        while (m_at < m_text.size() && !begins(end)) step();
        steps(end.size());
    }

    bool skipped(std::string_view begin, std::string_view end) {
        if (!begins(begin)) return false;
        steps(begin.size());
        advanceTo(end);
        return true;
    }

    void data(const std::vector<std::size_t>& open, std::string_view end) {
        steps(std::string_view{"<![CDATA["}.size());
        while (m_at < m_text.size() && !begins(end)) brace(open);
        steps(end.size());
    }

    void brace(const std::vector<std::size_t>& open) {
        const char c = m_text[m_at];
        if ((c == '{' || c == '}') && !open.empty()) m_tags[open.back()].braces.push_back(m_place);
        step();
    }

    /// One character of text, or a reference to one.
    void character(const std::vector<std::size_t>& open) {
        constexpr std::array<std::string_view, 4> kBraces{"&#123;", "&#125;", "&#x7B;", "&#x7D;"};
        for (const auto reference : kBraces)
            if (begins(reference) && !open.empty()) {
                m_tags[open.back()].braces.push_back(m_place);
                return steps(reference.size());
            }
        brace(open);
    }

    static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

    void startTag(std::vector<std::size_t>& open) {
        Tag tag{m_place, {}, {}};
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != '>' && !begins("/>")) step();
        while (m_at < m_text.size() && m_text[m_at] != '>' && !begins("/>")) {
            if (isSpace(m_text[m_at]))
                step();
            else
                attribute(tag);
        }
        const bool empty = begins("/>");
        steps(empty ? 2 : 1);
        m_tags.push_back(std::move(tag));
        if (!empty) open.push_back(m_tags.size() - 1);
    }

    void attribute(Tag& tag) {
        std::string name;
        while (m_at < m_text.size() && m_text[m_at] != '=' && !isSpace(m_text[m_at])) {
            name += m_text[m_at];
            step();
        }
        while (m_at < m_text.size() && m_text[m_at] != '"' && m_text[m_at] != '\'') step();
        if (m_at >= m_text.size()) return;
        const char quote = m_text[m_at];
        step();
        Attribute value{m_place, {}};
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            value.raw += m_text[m_at];
            step();
        }
        step();
        tag.attributes.emplace(std::move(name), std::move(value));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Place m_place{1, 1};
    std::vector<Tag> m_tags;
};

SourceMap::SourceMap(const Document& document, BytesView octets) {
    std::string_view text{reinterpret_cast<const char*>(octets.data()), octets.size()};
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
    m_tags = Scanner{text}.tags();
    std::vector<Element> waiting{document.root()};
    while (!waiting.empty()) {
        const Element element = waiting.back();
        waiting.pop_back();
        m_order.emplace(element.m_node, m_order.size());
        const auto children = element.children();
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
}

const SourceMap::Tag& SourceMap::tagOf(const Element& element) const {
    static const Tag kNowhere{};
    const auto found = m_order.find(element.m_node);
    return found != m_order.end() && found->second < m_tags.size() ? m_tags[found->second] : kNowhere;
}

Place SourceMap::placeOf(const Element& element) const { return tagOf(element).place; }

Place SourceMap::placeOf(const Element& element, const std::string& attribute, std::size_t offset) const {
    const Tag& tag = tagOf(element);
    const auto found = tag.attributes.find(attribute);
    if (found == tag.attributes.end()) return tag.place;
    Place place = found->second.place;
    const std::string& raw = found->second.raw;
    for (std::size_t at = 0; at < raw.size() && offset > 0; --offset) {
        std::size_t length = 1;
        if (raw[at] == '&') length = std::min(raw.find(';', at), raw.size() - 1) - at + 1;
        for (const std::size_t end = at + length; at < end; ++at) {
            if (raw[at] == '\n') {
                ++place.line;
                place.column = 1;
            } else if ((static_cast<unsigned char>(raw[at]) & 0xC0U) != 0x80U) {
                ++place.column;
            }
        }
    }
    return place;
}

const std::vector<Place>& SourceMap::bracesOf(const Element& element) const { return tagOf(element).braces; }

}  // namespace base::xml
