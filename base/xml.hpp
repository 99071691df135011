// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.hpp"

struct _xmlNode;

/// Reading XML from people and machines that may mean harm: no document type declarations, no entities, no network,
/// bounded size and depth.
namespace base::xml {

/// What reading one document may cost at most.
struct Limits {
    std::size_t octets = std::size_t{64} * 1024 * 1024;
};

/// One element of a document; valid as long as its Document lives.
class Element {
   public:
    explicit Element(const _xmlNode* node) : m_node(node) {}
    [[nodiscard]] std::string name() const;
    /// 1-based line of the start tag.
    [[nodiscard]] int line() const;
    [[nodiscard]] std::optional<std::string> attribute(std::string_view name) const;
    /// The attribute, or the text given where it is absent.
    [[nodiscard]] std::string attributeOr(std::string_view name, std::string_view otherwise) const;
    /// All character data below the element, as written.
    [[nodiscard]] std::string text() const;
    /// Attributes in document order.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> attributes() const;
    /// Texts and element children in document order; comments are left out.
    [[nodiscard]] std::vector<std::variant<std::string, Element>> content() const;
    /// Element children in document order, all or those of one name.
    [[nodiscard]] std::vector<Element> children() const;
    [[nodiscard]] std::vector<Element> children(std::string_view name) const;
    [[nodiscard]] std::optional<Element> child(std::string_view name) const;
    /// The text of a child; empty where there is no such child.
    [[nodiscard]] std::string childText(std::string_view name) const;

    friend bool operator==(const Element&, const Element&) = default;

   private:
    friend class Schema;
    friend class SourceMap;
    const _xmlNode* m_node;
};

/// A parsed document. Move-only.
class Document {
   public:
    /// Refuses "xml.too-large", "xml.doctype", "xml.not-well-formed" (where = line and column).
    static Result<Document> parse(BytesView octets, const Limits& limits = {});
    static Result<Document> parseFile(const std::filesystem::path& file, const Limits& limits = {});

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    [[nodiscard]] Element root() const;

   private:
    friend class Schema;
    friend class RelaxNg;
    struct Tree;
    explicit Document(std::unique_ptr<Tree> tree);
    std::unique_ptr<Tree> m_tree;
};

/// An XML Schema, compiled once; may be used by many threads at a time.
class Schema {
   public:
    /// Throws "xml.schema-broken": schemas are part of the program.
    static Schema compile(const std::filesystem::path& file);
    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;
    ~Schema();

    /// Every fault of the document: codes "xml.missing-element", "xml.unexpected-element", "xml.bad-value",
    /// "xml.missing-attribute", "xml.invalid"; arguments "field" (path of element names) and "detail"; where = "line
    /// N". Empty when it is valid.
    [[nodiscard]] std::vector<Fault> faultsOf(const Document& document) const;

   private:
    struct Compiled;
    explicit Schema(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> m_compiled;
};

/// "line 12", "line 12, column 5", as faults name a place in a document.
std::string lineText(int line);
std::string placeText(int line, int column);

/// Text made safe to stand between tags or in an attribute.
std::string escape(std::string_view text);

}  // namespace base::xml
