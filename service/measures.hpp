// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "contract/act.hpp"

namespace service {

/// What a door has done since it opened, as Prometheus reads it: acts by name and end, how long they took, how many go
/// on. No person, workstation, order or document is told.
class Measures {
   public:
    Measures();
    ~Measures();
    Measures(const Measures&) = delete;
    Measures& operator=(const Measures&) = delete;

    /// An act that was answered; a name that the contract has not is told as "unknown". `status` as
    /// docs/formats/door.md has it.
    void answered(std::string_view act, int status, std::chrono::steady_clock::duration took);
    void goesOn(int more);
    /// Prometheus' text format, version 0.0.4, with what the house tells of itself.
    [[nodiscard]] std::string text(const std::vector<contract::Figure>& figures) const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace service
