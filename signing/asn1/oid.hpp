// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include "base/der.hpp"

namespace signing {

/// A constant object identifier, encoded once and compared by octets.
class Oid {
   public:
    explicit Oid(std::string_view dotted) : m_dotted(dotted), m_element(base::der::oid(dotted)) {}
    [[nodiscard]] const std::string& dotted() const { return m_dotted; }
    /// Tag, length and value.
    [[nodiscard]] const base::Bytes& element() const { return m_element; }
    /// Whether these are the value's octets.
    [[nodiscard]] bool is(base::BytesView value) const {
        return std::equal(value.begin(), value.end(), m_element.begin() + 2, m_element.end());
    }

   private:
    std::string m_dotted;
    base::Bytes m_element;
};

}  // namespace signing
