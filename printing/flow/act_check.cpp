// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_check.hpp"

#include <algorithm>
#include <set>

namespace printing {

using namespace base::literals;

namespace {

using Kind = ActShape::Kind;

std::size_t countOf(const ActNode& parent, const std::string& name) {
    return static_cast<std::size_t>(std::count_if(parent.children.begin(), parent.children.end(),
                                                  [&](const ActNode& node) { return node.name == name; }));
}

/// Walks a template with the names that stand for something at each place.
class TemplateCheck {
   public:
    explicit TemplateCheck(const ActShape& values) : m_values(values) {}

    void run(const ActNode& root) {
        names(m_values, "");
        for (const auto& node : root.children)
            if (node.name != "values") visit(node);
        unused(m_values, "");
    }

    std::vector<base::Fault> faults;

   private:
    struct Alias {
        std::string name;
        const ActShape* shape;
        Kind kind;  // of one item
    };
    struct Found {
        const ActShape* shape = nullptr;
        Kind kind = Kind::Text;
    };

    void complain(base::FailureCode code, const std::string& field, int line, std::string detail = {}) {
        base::Fault fault{std::move(code), {{"field", field}}, line > 0 ? base::xml::lineText(line) : field};
        if (!detail.empty()) fault.arguments.emplace_back("detail", std::move(detail));
        faults.push_back(std::move(fault));
    }

    void names(const ActShape& group, const std::string& path) {
        std::set<std::string> seen;
        for (const auto& field : group.fields) {
            if (!seen.insert(field.name).second)
                complain("printing.act-template-inconsistent"_code, path + field.name, 0, "is declared twice");
            names(field, path + field.name + ".");
        }
    }

    void unused(const ActShape& group, const std::string& path) {
        for (const auto& field : group.fields) {
            if (m_used.count(&field) == 0) complain("printing.act-value-unused"_code, path + field.name, 0);
            unused(field, path + field.name + ".");
        }
    }

    Found resolve(const std::string& path) {
        std::size_t end = std::min(path.find('.'), path.size());
        const std::string head = path.substr(0, end);
        Found found;
        const auto alias =
            std::find_if(m_aliases.rbegin(), m_aliases.rend(), [&](const Alias& one) { return one.name == head; });
        if (alias != m_aliases.rend())
            found = {alias->shape, alias->kind};
        else if (const ActShape* field = m_values.field(head))
            found = {field, field->kind};
        if (alias == m_aliases.rend()) use(found.shape);
        while (found.shape != nullptr && end < path.size()) {
            const std::size_t begin = end + 1;
            end = std::min(path.find('.', begin), path.size());
            const ActShape* field =
                found.kind == Kind::Group ? found.shape->field(path.substr(begin, end - begin)) : nullptr;
            found = field != nullptr ? Found{field, field->kind} : Found{};
            use(found.shape);
        }
        return found;
    }

    void use(const ActShape* shape) {
        if (shape == nullptr) return;
        m_used.insert(shape);
        if (shape->presence == ActShape::Presence::Optional && m_guards.count(shape) == 0) m_unguarded = true;
    }

    void placeholder(const ActNode& node) {
        m_unguarded = false;
        const Found found = resolve(node.path);
        if (found.shape == nullptr || found.kind >= Kind::Texts)
            return complain("printing.act-placeholder-unknown"_code, node.path, node.line);
        if (!fits(found.kind, node.format))
            complain("printing.act-format-unfit"_code, node.path, node.line, node.format);
        if (m_unguarded) complain("printing.act-optional-unguarded"_code, node.path, node.line);
    }

    void each(const ActNode& node) {
        const Found found = resolve(node.attribute("in"));
        if (found.shape == nullptr || (found.kind != Kind::Texts && found.kind != Kind::List))
            return complain("printing.act-placeholder-unknown"_code, node.attribute("in"), node.line);
        m_aliases.push_back({node.attribute("as"), found.shape, found.kind == Kind::Texts ? Kind::Text : Kind::Group});
        children(node);
        m_aliases.pop_back();
    }

    void condition(const ActNode& node) {
        const Found found = resolve(node.attribute("present"));
        if (found.shape == nullptr)
            return complain("printing.act-placeholder-unknown"_code, node.attribute("present"), node.line);
        const bool added = node.name == "if" && m_guards.insert(found.shape).second;
        children(node);
        if (added) m_guards.erase(found.shape);
    }

    void serials(const ActNode& node) {
        const Found found = resolve(node.attribute("in"));
        if (found.shape == nullptr || found.kind != Kind::Texts)
            complain("printing.act-placeholder-unknown"_code, node.attribute("in"), node.line);
        children(node);
    }

    void visit(const ActNode& node) {
        if (!node.path.empty()) return placeholder(node);
        if (node.name == "each") return each(node);
        if (node.name == "if" || node.name == "unless") return condition(node);
        if (node.name == "serials") return serials(node);
        if (node.name == "page-number" && !m_inBand)
            complain("printing.act-template-inconsistent"_code, node.name, node.line, "stands outside of a band");
        const std::size_t outer = m_columns;
        if (node.name == "table") m_columns = countOf(*node.child("columns"), "column");
        if (node.name == "row" || node.name == "head") cells(node);
        const bool band = node.name == "band";
        if (band) m_inBand = true;
        children(node);
        if (band) m_inBand = false;
        m_columns = outer;
    }

    void cells(const ActNode& row) {
        if (countOf(row, "cell") != m_columns)
            complain("printing.act-template-inconsistent"_code, row.name, row.line, "has not a cell for each column");
    }

    void children(const ActNode& node) {
        for (const auto& child : node.children) visit(child);
    }

    const ActShape& m_values;
    std::vector<Alias> m_aliases = {};
    std::set<const ActShape*> m_used = {};
    std::set<const ActShape*> m_guards = {};
    bool m_unguarded = false;
    bool m_inBand = false;
    std::size_t m_columns = 0;
};

}  // namespace

std::vector<base::Fault> templateFaults(const ActNode& root, const ActShape& values) {
    TemplateCheck check{values};
    check.run(root);
    return std::move(check.faults);
}

}  // namespace printing
