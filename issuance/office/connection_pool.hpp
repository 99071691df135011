// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "records/database/database.hpp"

namespace issuance {

/// Connections that threads borrow and give back.
class ConnectionPool {
   public:
    explicit ConnectionPool(records::Database& database) : m_database(database) {}

    /// A connection on loan; returns to the pool with its end, unless it broke.
    class Loan {
       public:
        Loan(ConnectionPool& pool, std::unique_ptr<records::Connection> connection)
            : m_pool(pool), m_connection(std::move(connection)) {}
        ~Loan();
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        [[nodiscard]] records::Connection& operator*() const { return *m_connection; }
        /// To the pool before the loan's end.
        void giveBack();
        /// The connection is of no more use.
        void discard() { m_connection.reset(); }

       private:
        ConnectionPool& m_pool;
        std::unique_ptr<records::Connection> m_connection;
    };

    [[nodiscard]] Loan borrow();
    /// Those that nobody borrowed are of no more use: the server that they reached has gone.
    void forgetIdle();

   private:
    records::Database& m_database;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<records::Connection>> m_idle;
};

}  // namespace issuance
