// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/failure_code.hpp"

namespace base {

/// One reason why a request is refused: a code, the values its sentence needs (by name), and the place it concerns
/// ("line 12", "orders[3].surname", "EF.DG2 offset 40"; empty where there is none). Carries no sentence: the face says
/// it in the user's language.
struct Fault {
    FailureCode code;
    std::vector<std::pair<std::string, std::string>> arguments = {};
    std::string where = {};

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// Why something a normal day contains was not done: one fault or more, all found at once.
class Refusal {
   public:
    Refusal(Fault fault) { m_faults.push_back(std::move(fault)); }
    explicit Refusal(std::vector<Fault> faults) : m_faults(std::move(faults)) {}

    [[nodiscard]] const std::vector<Fault>& faults() const { return m_faults; }
    [[nodiscard]] const Fault& first() const { return m_faults.front(); }
    [[nodiscard]] bool has(const FailureCode& code) const {
        for (const auto& fault : m_faults)
            if (fault.code == code) return true;
        return false;
    }

   private:
    std::vector<Fault> m_faults;
};

/// A value, or the refusal that came instead. Asking for the one that is not there is a programming error and throws
/// std::bad_optional_access.
template <class T>
class [[nodiscard]] Result {
   public:
    Result(T value) : m_value(std::move(value)) {}
    Result(Refusal refusal) : m_refusal(std::move(refusal)) {}
    Result(Fault fault) : m_refusal(Refusal{std::move(fault)}) {}

    [[nodiscard]] bool ok() const { return m_value.has_value(); }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & { return m_value.value(); }
    [[nodiscard]] const T& value() const& { return m_value.value(); }
    [[nodiscard]] T&& value() && { return std::move(m_value).value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    [[nodiscard]] const Refusal& refusal() const { return m_refusal.value(); }

   private:
    std::optional<T> m_value;
    std::optional<Refusal> m_refusal;  ///< where there is no value
};

/// Done, or refused.
template <>
class [[nodiscard]] Result<void> {
   public:
    Result() = default;
    Result(Refusal refusal) : m_refusal(std::move(refusal)) {}
    Result(Fault fault) : m_refusal(Refusal{std::move(fault)}) {}

    [[nodiscard]] bool ok() const { return !m_refusal.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Refusal& refusal() const { return m_refusal.value(); }

   private:
    std::optional<Refusal> m_refusal;
};

using Outcome = Result<void>;

}  // namespace base
