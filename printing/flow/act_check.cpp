// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_check.hpp"

#include <algorithm>
#include <regex>
#include <set>

#include "printing/flow/act_format.hpp"
#include "printing/flow/act_scope.hpp"

namespace printing {

using namespace base::literals;

namespace {

using base::xml::Place;
using Kind = ActShape::Kind;

std::size_t countOf(const ActNode& parent, const std::string& name) {
    return static_cast<std::size_t>(std::count_if(parent.children.begin(), parent.children.end(),
                                                  [&](const ActNode& node) { return node.name == name; }));
}

/// Whether a literal can be compared with a value.
bool comparable(const ActShape& shape, Kind kind, const ActCondition& condition) {
    static const std::regex kNumber{"[0-9]{1,15}"}, kAmount{"[0-9]{1,13}(\\.[0-9]{1,2})?"},
        kTime{"[0-2][0-9]:[0-5][0-9]"};
    const std::string& literal = condition.operand;
    const bool onlyEqual =
        condition.order == ActCondition::Order::Equal || condition.order == ActCondition::Order::Unequal;
    switch (kind) {
        case Kind::Integer:
        case Kind::Texts:
        case Kind::List: return std::regex_match(literal, kNumber);
        case Kind::Amount: return std::regex_match(literal, kAmount);
        case Kind::Date: return bool{base::parseDate(literal)};
        case Kind::Time: return std::regex_match(literal, kTime);
        case Kind::Gender: return onlyEqual && (literal == "femenino" || literal == "masculino");
        case Kind::Text:
            return onlyEqual && condition.operandKind == ActCondition::Operand::Text &&
                   (shape.among.empty() ||
                    std::find(shape.among.begin(), shape.among.end(), literal) != shape.among.end());
        default: return false;
    }
}

/// Walks a template with the names that stand for something at each place.
class TemplateCheck {
   public:
    explicit TemplateCheck(const ActShape& values) : m_values(values), m_scope(values) {}

    void run(const ActNode& root) {
        const ActNode& declarations = *root.child("datos");
        names(declarations);
        for (const auto& fault : faultsOf(samplesOf(m_values), m_values))
            complain("printing.act-sample-unfit"_code, fault.arguments.front().second, declarations.place,
                     fault.arguments.size() > 1 ? fault.arguments[1].second : "");
        for (const auto& node : root.children)
            if (node.name != "datos" && node.name != "fundamento") visit(node);
        unused(declarations, m_values, "");
    }

    std::vector<base::Fault> faults;

   private:
    void complain(base::FailureCode code, const std::string& field, const Place& place, std::string detail = {}) {
        base::Fault fault{std::move(code), {{"field", field}}, place.text()};
        if (!detail.empty()) fault.arguments.emplace_back("detail", std::move(detail));
        faults.push_back(std::move(fault));
    }

    void names(const ActNode& group) {
        std::set<std::string> seen{kFolios};
        for (const auto& node : group.children) {
            if (node.name.empty()) continue;
            if (!seen.insert(node.attribute("nombre")).second)
                complain("printing.act-value-twice"_code, node.attribute("nombre"), node.place);
            names(node);
        }
    }

    void unused(const ActNode& declarations, const ActShape& group, const std::string& path) {
        std::size_t at = 0;
        for (const auto& node : declarations.children) {
            if (node.name.empty()) continue;
            const ActShape& field = group.fields[at++];
            if (m_used.count(&field) == 0)
                complain("printing.act-value-unused"_code, path + field.name, node.place);
            else
                unused(node, field, path + field.name + ".");
        }
    }

    /// Names the value as used; complains where there is none.
    ActScope::Found use(const std::string& path, const Place& place, bool (*fitting)(Kind)) {
        auto found = m_scope.resolve(path);
        m_used.insert(found.passed.begin(), found.passed.end());
        if (found.shape != nullptr && fitting(found.kind)) return found;
        complain(
            found.shape == nullptr ? "printing.act-placeholder-unknown"_code : "printing.act-placeholder-unfit"_code,
            path, place);
        return {};
    }

    void guarded(const ActScope::Found& found, const std::string& path, const Place& place) {
        if (m_scope.mayBeAbsent(found)) complain("printing.act-optional-unguarded"_code, path, place);
    }

    static bool any(Kind) { return true; }
    static bool repeated(Kind kind) { return kind == Kind::Texts || kind == Kind::List; }

    void placeholder(const ActNode& node) {
        const auto found = use(node.path, node.place, [](Kind kind) { return kind != Kind::Group; });
        if (found.shape == nullptr) return;
        if (!fits(found.kind, node.format))
            complain("printing.act-format-unfit"_code, node.path, node.place, node.format.empty() ? "—" : node.format);
        guarded(found, node.path, node.place);
    }

    void each(const ActNode& node) {
        const auto found = use(node.attribute("en"), node.placeOf("en"), repeated);
        if (found.shape == nullptr) return;
        m_scope.enter(node.attribute("como"), *found.shape);
        children(node);
        m_scope.leave();
    }

    void agreement(const ActNode& node) {
        const std::string path = node.attribute("con");
        if (path == kFolios) return forms(node, {"con", "plural", "singular"}, "singular, plural");
        const auto found = use(path, node.placeOf("con"), [](Kind kind) {
            return kind == Kind::Gender || kind == Kind::Integer || repeated(kind);
        });
        if (found.shape == nullptr) return;
        if (found.kind == Kind::Gender)
            forms(node, {"con", "femenino", "masculino"}, "masculino, femenino");
        else
            forms(node, {"con", "plural", "singular"}, "singular, plural");
        guarded(found, path, node.placeOf("con"));
    }

    void forms(const ActNode& node, const std::set<std::string>& wanted, const char* words) {
        std::set<std::string> given;
        for (const auto& [name, value] : node.attributes) given.insert(name);
        if (given != wanted) complain("printing.act-agreement-unfit"_code, node.attribute("con"), node.place, words);
    }

    void condition(const ActCondition& condition) {
        for (const auto& part : condition.parts) this->condition(part);
        if (!condition.parts.empty()) return;
        const auto found = use(condition.path, condition.place, any);
        if (found.shape == nullptr || condition.kind == ActCondition::Kind::Present) return;
        bool fitting = found.kind != Kind::Group;
        if (condition.operandKind == ActCondition::Operand::Name) {
            const auto other = use(condition.operand, condition.operandPlace, any);
            fitting = other.shape == nullptr || (fitting && other.kind == found.kind && !repeated(found.kind));
        } else {
            fitting = comparable(*found.shape, found.kind, condition);
        }
        if (!fitting)
            complain("printing.act-comparison-unfit"_code, condition.path, condition.operandPlace, condition.operand);
    }

    /// The content of an element that stands only where a condition holds, or does not.
    void under(const ActNode& node, const ActCondition& condition, bool holds) {
        const auto sure = m_scope.assume(m_scope.sureWhere(condition, holds));
        children(node);
        m_scope.forget(sure);
    }

    void visit(const ActNode& node) {
        if (!node.path.empty()) return placeholder(node);
        if (node.name == "cada") return each(node);
        if (node.name == "concuerda") return agreement(node);
        if (node.name == "series")
            if (const auto list =
                    use(node.attribute("en"), node.placeOf("en"), [](Kind kind) { return kind == Kind::Texts; });
                list.shape != nullptr)
                guarded(list, node.attribute("en"), node.placeOf("en"));
        if (node.name == "folio" && !m_inBand) complain("printing.act-folio-misplaced"_code, node.name, node.place);
        const std::size_t outer = m_columns;
        if (node.name == "tabla") m_columns = countOf(*node.child("columnas"), "columna");
        if ((node.name == "fila" || node.name == "titulos") && countOf(node, "celda") != m_columns)
            complain("printing.act-cells-unfit"_code, node.name, node.place, std::to_string(m_columns));
        const bool band = node.name == "banda";
        if (band) m_inBand = true;
        children(node);
        if (band) m_inBand = false;
        m_columns = outer;
    }

    void children(const ActNode& node) {
        const ActNode* before = nullptr;
        for (const auto& child : node.children) {
            if (child.isWhite()) continue;
            if (child.name == "si-no" && (before == nullptr || before->name != "si"))
                complain("printing.act-otherwise-misplaced"_code, child.name, child.place);
            else if (child.name == "si-no" && before->condition)
                under(child, *before->condition, false);
            else if (child.name == "si" && child.condition) {
                condition(*child.condition);
                under(child, *child.condition, true);
            } else
                visit(child);
            before = &child;
        }
    }

    const ActShape& m_values;
    ActScope m_scope;
    std::set<const ActShape*> m_used = {};
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
