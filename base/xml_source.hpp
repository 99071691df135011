// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/xml.hpp"

namespace base::xml {

/// A place in the text of a document, both counted from 1; columns count characters.
struct Place {
    int line = 0;
    int column = 0;

    [[nodiscard]] std::string text() const { return placeText(line, column); }
};

/// Where the parts of a document stand in its text, which libxml2 tells only by lines. The document is the one parsed
/// from these octets.
class SourceMap {
   public:
    SourceMap(const Document& document, BytesView octets);

    /// Of the element's "<".
    [[nodiscard]] Place placeOf(const Element& element) const;
    /// Of a character of an attribute's value, counted from 0 in octets of the value as it was read. The element's own
    /// place where there is no such attribute.
    [[nodiscard]] Place placeOf(const Element& element, const std::string& attribute, std::size_t offset = 0) const;
    /// Of the braces in the element's own text, in the order in which they stand there.
    [[nodiscard]] const std::vector<Place>& bracesOf(const Element& element) const;

   private:
    struct Attribute {
        Place place;
        std::string raw;
    };
    struct Tag {
        Place place;
        std::map<std::string, Attribute> attributes;
        std::vector<Place> braces;
    };
    class Scanner;

    [[nodiscard]] const Tag& tagOf(const Element& element) const;

    std::vector<Tag> m_tags;  // in document order
    std::unordered_map<const _xmlNode*, std::size_t> m_order;
};

}  // namespace base::xml
