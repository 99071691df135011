// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "contract/act.hpp"
#include "service/measures.hpp"

namespace service {

/// Where whoever keeps the service running looks at it: plain HTTP on an address that only they reach. `/health` says
/// that the process lives, `/ready` that it takes acts and reaches its books (200, else 503), `/metrics` what it did,
/// and what the line does.
class Observation {
   public:
    /// Office and measures outlive it. Throws "service.cannot-listen".
    Observation(contract::Office& office, const Measures& measures, const std::string& address, int port);
    ~Observation();
    Observation(const Observation&) = delete;
    Observation& operator=(const Observation&) = delete;

    [[nodiscard]] int port() const;
    /// From now on it is not ready: a balancer sends nobody here any more.
    void tellOfEnd();

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace service
