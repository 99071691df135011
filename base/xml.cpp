// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <mutex>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/xml_library.hpp"

namespace base::xml {
namespace {

const xmlChar* asXml(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

std::string takeText(xmlChar* text) {
    if (text == nullptr) return {};
    std::string copy{reinterpret_cast<const char*>(text)};
    xmlFree(text);
    return copy;
}

/// What happens while a document is parsed; the first error is the cause of the others.
struct Parsing {
    bool doctype = false;
    std::string detail = {};
    int line = 0;
    int column = 0;

    [[nodiscard]] std::string place() const { return column > 0 ? placeText(line, column) : lineText(line); }
};

void refuseDoctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto* parser = static_cast<xmlParserCtxtPtr>(context);
    static_cast<Parsing*>(parser->_private)->doctype = true;
    xmlStopParser(parser);
}

// Parsers complain on standard error unless told otherwise.
void keepFirstError(void* context, xmlErrorPtr error) {
    auto& parsing = *static_cast<Parsing*>(static_cast<xmlParserCtxtPtr>(context)->_private);
    if (!parsing.detail.empty() || error->message == nullptr) return;
    parsing.detail = error->message;
    parsing.line = error->line;
    parsing.column = error->int2;
}

struct FreeParser {
    void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

}  // namespace

void prepareLibrary() {
    static std::once_flag once;
    std::call_once(once, [] {
        xmlInitParser();
        xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
    });
}

std::string lineText(int line) { return "line " + std::to_string(line); }

std::string placeText(int line, int column) { return lineText(line) + ", column " + std::to_string(column); }

std::string Element::name() const { return reinterpret_cast<const char*>(m_node->name); }

int Element::line() const { return static_cast<int>(xmlGetLineNo(m_node)); }

std::optional<std::string> Element::attribute(std::string_view name) const {
    const std::string key{name};
    xmlChar* value = xmlGetNoNsProp(m_node, asXml(key));
    if (value == nullptr) return std::nullopt;
    return takeText(value);
}

std::string Element::attributeOr(std::string_view name, std::string_view otherwise) const {
    auto value = attribute(name);
    return value ? std::move(*value) : std::string{otherwise};
}

std::string Element::text() const { return takeText(xmlNodeGetContent(m_node)); }

std::vector<std::pair<std::string, std::string>> Element::attributes() const {
    std::vector<std::pair<std::string, std::string>> found;
    for (const xmlAttr* attribute = m_node->properties; attribute != nullptr; attribute = attribute->next)
        found.emplace_back(reinterpret_cast<const char*>(attribute->name),
                           takeText(xmlNodeListGetString(m_node->doc, attribute->children, 1)));
    return found;
}

std::vector<std::variant<std::string, Element>> Element::content() const {
    std::vector<std::variant<std::string, Element>> found;
    for (const xmlNode* node = m_node->children; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) found.emplace_back(Element{node});
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            found.emplace_back(std::string{reinterpret_cast<const char*>(node->content)});
    }
    return found;
}

std::vector<Element> Element::children() const {
    std::vector<Element> found;
    for (const xmlNode* node = m_node->children; node != nullptr; node = node->next)
        if (node->type == XML_ELEMENT_NODE) found.emplace_back(node);
    return found;
}

std::vector<Element> Element::children(std::string_view name) const {
    std::vector<Element> found;
    for (const auto& element : children())
        if (element.name() == name) found.push_back(element);
    return found;
}

std::optional<Element> Element::child(std::string_view name) const {
    for (const xmlNode* node = m_node->children; node != nullptr; node = node->next)
        if (node->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(node->name) == name) return Element{node};
    return std::nullopt;
}

std::string Element::childText(std::string_view name) const {
    const auto found = child(name);
    return found ? found->text() : std::string{};
}

Document::Document(std::unique_ptr<Tree> tree) : m_tree(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Element Document::root() const { return Element{xmlDocGetRootElement(m_tree->get())}; }

Result<Document> Document::parse(BytesView octets, const Limits& limits) {
    if (octets.size() > limits.octets || octets.size() > INT32_MAX)
        return Fault{"xml.too-large"_code, {{"limit", std::to_string(limits.octets)}}, {}};
    prepareLibrary();
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser{xmlNewParserCtxt()};
    if (!parser) throw std::bad_alloc{};
    Parsing parsing;
    parser->_private = &parsing;
    parser->sax->internalSubset = refuseDoctype;
    parser->sax->serror = keepFirstError;
    constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOWARNING;
    auto tree = std::make_unique<Tree>(xmlCtxtReadMemory(parser.get(), reinterpret_cast<const char*>(octets.data()),
                                                         static_cast<int>(octets.size()), nullptr, nullptr, kOptions));
    if (parsing.doctype) return Fault{"xml.doctype"_code};
    if (tree->get() != nullptr && xmlDocGetRootElement(tree->get()) != nullptr) return Document{std::move(tree)};
    return Fault{"xml.not-well-formed"_code, {{"detail", parsing.detail}}, parsing.place()};
}

Result<Document> Document::parseFile(const std::filesystem::path& file, const Limits& limits) {
    const auto content = readFile(file, limits.octets);
    if (!content) return content.refusal();
    return parse(*content, limits);
}

std::string escape(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

}  // namespace base::xml
