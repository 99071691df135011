// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf/tagging.hpp"

#include <algorithm>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "printing/pdf/metadata.hpp"

namespace printing {

namespace {

using Object = QPDFObjectHandle;
using Scope = StructureNode::Scope;

/// Where an element's content is: pages and numbers of marked contents.
using Places = std::vector<std::pair<std::size_t, std::size_t>>;

class Tree {
   public:
    Tree(QPDF& pdf, const TaggedContents& contents) : m_pdf(pdf), m_contents(contents) {
        for (auto& page : QPDFPageDocumentHelper{pdf}.getAllPages()) m_pages.push_back(page.getObjectHandle());
        m_places.resize(nodes().size());
        m_children.resize(nodes().size());
        for (std::size_t page = 0; page < contents.pages.size(); ++page)
            for (std::size_t number = 0; number < contents.pages[page].size(); ++number)
                m_places[at(contents.pages[page][number])].emplace_back(page, number);
        for (std::size_t node = 1; node < nodes().size(); ++node) m_children[at(nodes()[node].parent)].push_back(node);
    }

    void build() {
        m_elements.assign(nodes().size(), Object::newNull());
        m_root = m_pdf.makeIndirectObject(Object::parse("<< /Type /StructTreeRoot >>"));
        m_root.replaceKey("/K", elementOf(0, m_root));
        m_root.replaceKey("/ParentTree", parentTree());
        m_root.replaceKey("/ParentTreeNextKey", Object::newInteger(static_cast<long long>(m_pages.size())));
        auto catalogue = m_pdf.getRoot();
        catalogue.replaceKey("/StructTreeRoot", m_root);
        catalogue.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
    }

   private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    [[nodiscard]] const std::vector<StructureNode>& nodes() const { return m_contents.structure.nodes; }

    /// Empty cells stay: without them the others would be in the wrong column.
    [[nodiscard]] bool holdsSomething(std::size_t node) const {
        if (!m_places[node].empty()) return true;
        return std::any_of(m_children[node].begin(), m_children[node].end(),
                           [&](std::size_t child) { return holdsSomething(child); });
    }

    Object elementOf(std::size_t node, const Object& parent) {
        const StructureNode& is = nodes()[node];
        auto element = m_pdf.makeIndirectObject(Object::newDictionary());
        m_elements[node] = element;
        element.replaceKey("/S", Object::newName("/" + is.type));
        element.replaceKey("/P", parent);
        if (!is.alt.empty()) element.replaceKey("/Alt", Object::newUnicodeString(is.alt));
        if (is.scope == Scope::Column) element.replaceKey("/A", attribute("<< /O /Table /Scope /Column >>"));
        if (is.scope == Scope::Row) element.replaceKey("/A", attribute("<< /O /Table /Scope /Row >>"));
        if (is.columns > 1)
            element.replaceKey("/A", attribute("<< /O /Table /ColSpan " + std::to_string(is.columns) + " >>"));
        auto kids = Object::newArray();
        addContents(node, element, kids);
        for (const std::size_t child : m_children[node])
            if (is.type == "TR" || holdsSomething(child)) kids.appendItem(elementOf(child, element));
        element.replaceKey("/K", kids);
        return element;
    }

    /// One object for all cells that have the same.
    Object attribute(const std::string& text) {
        const auto found = m_attributes.find(text);
        if (found != m_attributes.end()) return found->second;
        return m_attributes.emplace(text, m_pdf.makeIndirectObject(Object::parse(text))).first->second;
    }

    void addContents(std::size_t node, Object element, Object kids) {
        const Places& places = m_places[node];
        if (places.empty()) return;
        const std::size_t first = places.front().first;
        element.replaceKey("/Pg", m_pages[first]);
        for (const auto& [page, number] : places) {
            const auto mcid = Object::newInteger(static_cast<long long>(number));
            if (page == first) {
                kids.appendItem(mcid);
                continue;
            }
            auto reference = Object::parse("<< /Type /MCR >>");
            reference.replaceKey("/Pg", m_pages[page]);
            reference.replaceKey("/MCID", mcid);
            kids.appendItem(reference);
        }
    }

    Object parentTree() {
        auto numbers = Object::newArray();
        for (std::size_t page = 0; page < m_pages.size(); ++page) {
            auto parents = Object::newArray();
            for (const int node : m_contents.pages[page]) parents.appendItem(m_elements[at(node)]);
            numbers.appendItem(Object::newInteger(static_cast<long long>(page)));
            numbers.appendItem(m_pdf.makeIndirectObject(parents));
            m_pages[page].replaceKey("/StructParents", Object::newInteger(static_cast<long long>(page)));
            m_pages[page].replaceKey("/Tabs", Object::newName("/S"));
        }
        auto tree = Object::newDictionary();
        tree.replaceKey("/Nums", numbers);
        return m_pdf.makeIndirectObject(tree);
    }

    QPDF& m_pdf;
    const TaggedContents& m_contents;
    std::vector<Object> m_pages;
    std::vector<Places> m_places;
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<Object> m_elements;
    std::map<std::string, Object> m_attributes;
    Object m_root;
};

}  // namespace

void addStructure(QPDF& pdf, const TaggedContents& contents) { Tree{pdf, contents}.build(); }

void addOutputIntent(QPDF& pdf) {
    auto profile = Object::newStream(&pdf, srgbProfile());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    profile.getDict().replaceKey("/Alternate", Object::newName("/DeviceRGB"));
    auto intent = Object::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
        ">>");
    intent.replaceKey("/DestOutputProfile", pdf.makeIndirectObject(profile));
    pdf.getRoot().replaceKey("/OutputIntents", Object::newArray(std::vector<Object>{pdf.makeIndirectObject(intent)}));
}

std::vector<QPDFObjectHandle> addFormElement(QPDF& pdf, QPDFObjectHandle widget, QPDFObjectHandle page) {
    auto root = pdf.getRoot().getKey("/StructTreeRoot");
    if (!root.isDictionary() || !root.isIndirect()) return {};
    auto document = root.getKey("/K"), tree = root.getKey("/ParentTree"), next = root.getKey("/ParentTreeNextKey");
    const bool ours = document.isDictionary() && document.isIndirect() && document.getKey("/K").isArray() &&
                      tree.isDictionary() && tree.isIndirect() && tree.getKey("/Nums").isArray() && next.isInteger();
    if (!ours) return {};  // another program's: left alone
    auto reference = Object::parse("<< /Type /OBJR >>");
    reference.replaceKey("/Obj", widget);
    reference.replaceKey("/Pg", page);
    auto element = pdf.makeIndirectObject(Object::parse("<< /Type /StructElem /S /Form >>"));
    element.replaceKey("/P", document);
    element.replaceKey("/Pg", page);
    element.replaceKey("/K", Object::newArray(std::vector<Object>{reference}));
    document.getKey("/K").appendItem(element);
    tree.getKey("/Nums").appendItem(next);
    tree.getKey("/Nums").appendItem(element);
    widget.replaceKey("/StructParent", next);
    root.replaceKey("/ParentTreeNextKey", Object::newInteger(next.getIntValue() + 1));
    std::vector<Object> changed{root, document, tree};
    if (document.getKey("/K").isIndirect()) changed.push_back(document.getKey("/K"));
    if (tree.getKey("/Nums").isIndirect()) changed.push_back(tree.getKey("/Nums"));
    return changed;
}

}  // namespace printing
