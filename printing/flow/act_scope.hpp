// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "printing/flow/act_condition.hpp"
#include "printing/flow/act_shape.hpp"

namespace printing {

/// The declared values that names stand for at one place of a template, and which of them are sure to be present.
class ActScope {
   public:
    struct Found {
        const ActShape* shape = nullptr;             // nullptr where nothing has that name
        ActShape::Kind kind = ActShape::Kind::Text;  // of an item where the name is an alias
        std::vector<const ActShape*> passed = {};    // declared values on the way, itself too
    };

    explicit ActScope(const ActShape& values) : m_values(values) {}

    [[nodiscard]] Found resolve(const std::string& path) const;
    /// Whether some value on the way may be absent here.
    [[nodiscard]] bool mayBeAbsent(const Found& found) const;
    void enter(const std::string& alias, const ActShape& list);
    void leave() { m_aliases.pop_back(); }

    /// What is present for sure where a condition holds, or does not.
    using Sure = std::set<const ActShape*>;
    [[nodiscard]] Sure sureWhere(const ActCondition& condition, bool holds) const;
    /// Those that were not sure before; hand them back to `forget`.
    Sure assume(const Sure& present);
    void forget(const Sure& present);

   private:
    struct Alias {
        std::string name;
        const ActShape* shape;
        ActShape::Kind kind;
    };
    const ActShape& m_values;
    std::vector<Alias> m_aliases = {};
    Sure m_sure = {};
};

}  // namespace printing
