// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace base {

/// The name of one way in which something can be refused or break, as "room.what-happened". Each has a sentence for the
/// user in `templates/messages` and an entry in `docs/failure-codes.md`; a test holds all three together.
class FailureCode {
   public:
    FailureCode() = default;
    explicit FailureCode(std::string_view name) : m_name(name) {}
    [[nodiscard]] const std::string& name() const { return m_name; }
    friend auto operator<=>(const FailureCode&, const FailureCode&) = default;

   private:
    std::string m_name;
};

inline namespace literals {
inline FailureCode operator""_code(const char* name, std::size_t size) {
    return FailureCode{std::string_view{name, size}};
}
}  // namespace literals

}  // namespace base
