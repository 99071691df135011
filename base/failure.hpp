// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

#include "base/failure_code.hpp"
#include "base/result.hpp"

namespace base {

/// What the person at the machine does next when something broke.
enum class NextStep { Retry, NewBlank, CallSupervisor, Stop };

/// Something is broken: input or output, a library, a stored record, a state that cannot be. The one exception type.
class Failure : public std::exception {
   public:
    /// `where` names the place (file, device, statement); `detail` is for the supervisor and the log, never holder's
    /// data.
    Failure(FailureCode code, NextStep next, std::string where, std::string detail = {});

    [[nodiscard]] const FailureCode& code() const { return m_code; }
    [[nodiscard]] NextStep next() const { return m_next; }
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] const std::string& detail() const { return m_detail; }
    [[nodiscard]] const char* what() const noexcept override { return m_what.c_str(); }

   private:
    FailureCode m_code;
    NextStep m_next;
    std::string m_where;
    std::string m_detail;
    std::string m_what;
};

/// The value of a result that cannot be a refusal here; a refusal all the same is a broken state and throws.
template <class T>
T expected(Result<T> result, std::string_view where) {
    if (result) return std::move(result).value();
    const Fault& fault = result.refusal().first();
    throw Failure{fault.code, NextStep::Stop, std::string{where}, fault.where};
}
inline void expected(const Outcome& outcome, std::string_view where) {
    if (outcome) return;
    const Fault& fault = outcome.refusal().first();
    throw Failure{fault.code, NextStep::Stop, std::string{where}, fault.where};
}

}  // namespace base
