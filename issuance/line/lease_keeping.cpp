// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/lease_keeping.hpp"

#include <exception>

#include "base/log.hpp"

namespace issuance {

bool LeaseKeeping::stillHeld() noexcept {
    try {
        if (m_held && m_clock.now() - m_renewed >= std::chrono::milliseconds{m_queue.lease()} / 4) renew();
    } catch (const std::exception& failure) {
        base::log::warning("lease not renewed: order " + m_task.order.text() + ": " + failure.what());
    }
    return m_held;
}

void LeaseKeeping::renew() {
    records::Transaction transaction{m_connection};
    m_held = m_queue.renew(transaction, m_task).ok();
    transaction.commit();
    m_renewed = m_clock.now();
    if (!m_held) base::log::warning("lease lost in an act: order " + m_task.order.text());
}

}  // namespace issuance
