// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <utility>

namespace base {

/// A text that means one thing only (a serial, a document number, an order's id), so that one cannot stand for another.
template <class Tag>
class StrongId {
   public:
    StrongId() = default;
    explicit StrongId(std::string text) : m_text(std::move(text)) {}
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    friend auto operator<=>(const StrongId&, const StrongId&) = default;
    friend std::ostream& operator<<(std::ostream& out, const StrongId& id) { return out << id.m_text; }

   private:
    std::string m_text;
};

}  // namespace base

template <class Tag>
struct std::hash<base::StrongId<Tag>> {
    std::size_t operator()(const base::StrongId<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
