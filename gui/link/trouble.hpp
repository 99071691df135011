// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/failure.hpp"
#include "base/result.hpp"

namespace gui {

/// Why something that was asked was not done: it was refused, or something broke.
class Trouble {
   public:
    Trouble(const base::Refusal& refusal) : m_faults(refusal.faults()) {}
    Trouble(base::Failure failure) : m_failure(std::move(failure)) {}

    [[nodiscard]] bool isRefusal() const { return !m_failure; }
    /// Of a refusal; empty where something broke.
    [[nodiscard]] const std::vector<base::Fault>& faults() const { return m_faults; }
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return m_failure; }
    [[nodiscard]] bool has(const base::FailureCode& code) const;

    /// The session that asked has ended: whoever asked logs in again.
    [[nodiscard]] bool endsSession() const;
    /// The office cannot be reached, or its books are away: it is asked again.
    [[nodiscard]] bool isOfficeAway() const;

   private:
    std::vector<base::Fault> m_faults;
    std::optional<base::Failure> m_failure;
};

}  // namespace gui
