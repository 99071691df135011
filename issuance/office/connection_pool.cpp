// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/connection_pool.hpp"

namespace issuance {

ConnectionPool::Loan ConnectionPool::borrow() {
    {
        const std::lock_guard lock{m_mutex};
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return {*this, std::move(connection)};
        }
    }
    return {*this, m_database.connect()};
}

void ConnectionPool::forgetIdle() {
    std::vector<std::unique_ptr<records::Connection>> gone;
    const std::lock_guard lock{m_mutex};
    gone.swap(m_idle);
}

ConnectionPool::Loan::~Loan() { giveBack(); }

void ConnectionPool::Loan::giveBack() {
    if (!m_connection) return;
    const std::lock_guard lock{m_pool.m_mutex};
    m_pool.m_idle.push_back(std::move(m_connection));
}

}  // namespace issuance
