// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/desk.hpp"
#include "contract/acts_of_line.hpp"

namespace cli {

/// Tells the steps of one order as they begin and end, to whoever makes it while its holder waits. What had ended when
/// it was made is not told.
class OrderSteps {
   public:
    OrderSteps(const Desk& desk, const contract::OrderShown& before) : m_desk(desk), m_told(before.stages.size()) {}
    void tell(const contract::OrderShown& order);
    /// The step that a station is at with the order.
    void tellNow(const contract::LineStatusTold& status, const std::string& order);

   private:
    const Desk& m_desk;
    std::size_t m_told;
    std::string m_now;
};

/// What is done now with an order, and by whom.
void printAwaits(const Desk& desk, const contract::OrderAwaits& awaits);

/// Whether all was done that is done at a counter.
bool isMade(const contract::OrderAwaits& awaits);

}  // namespace cli
