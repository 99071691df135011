// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/xml_source.hpp"

namespace printing {

/// When a part of a template stands: comparisons with "y", "o" and "no", and nothing that runs.
///
///     condition = also {"o" also}          also = single {"y" single}
///     single = "no" single | "(" condition ")" | name ("consta" | "falta" | comparison (name | number | 'text'))
///     comparison = "=" | "≠" | "<" | ">" | "≤" | "≥" | "menor que" | "mayor que"
struct ActCondition {
    enum class Kind { And, Or, Not, Present, Comparison };
    enum class Order { Equal, Unequal, Less, Greater, LessOrEqual, GreaterOrEqual };
    enum class Operand { Name, Number, Text };
    Kind kind = Kind::Present;
    std::vector<ActCondition> parts = {};  // of And, Or, Not
    std::string path = {};                 // "titular.genero"
    std::size_t offset = 0;                // of the path, in octets of the expression
    Order order = Order::Equal;
    Operand operandKind = Operand::Text;
    std::string operand = {};
    std::size_t operandOffset = 0;
    base::xml::Place place = {};  // of the path in the template, where it was read from one
    base::xml::Place operandPlace = {};
};

/// Where an expression stops making sense, in octets from its beginning.
struct ConditionFault {
    std::size_t offset = 0;
};

/// At most 500 octets, 16 levels deep.
std::variant<ActCondition, ConditionFault> readCondition(std::string_view text);

}  // namespace printing
