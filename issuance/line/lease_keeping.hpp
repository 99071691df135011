// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/line/task_queue.hpp"

namespace issuance {

/// Keeps the lease of one task while its station waits for a machine or a person. Called at each sign of progress,
/// which every device gives far more often than a lease lasts; writes only when a quarter of the lease is over.
class LeaseKeeping {
   public:
    /// `renewed` is when the lease was last begun anew.
    LeaseKeeping(const TaskQueue& queue, records::Connection& connection, const Task& task, const base::Clock& clock,
                 base::Timestamp renewed)
        : m_queue(queue), m_connection(connection), m_task(task), m_clock(clock), m_renewed(renewed) {}

    /// False once the task is another's. A physical act goes on all the same, because a half-written chip is worse than
    /// a whole one: its report is refused then, and a person looks. Throws nothing: a database that is away for a while
    /// must not tear an act.
    bool stillHeld() noexcept;

   private:
    void renew();

    const TaskQueue& m_queue;
    records::Connection& m_connection;
    const Task& m_task;
    const base::Clock& m_clock;
    base::Timestamp m_renewed;
    bool m_held = true;
};

}  // namespace issuance
