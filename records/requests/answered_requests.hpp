// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace records {

/// A request that may come twice: its id, chosen by who asks and never used again, and what it asks.
struct RepeatableRequest {
    std::string id;
    OperatorId person;
    std::string act;
};

/// What was answered to requests, so that one that is repeated has the effect of one.
class AnsweredRequests {
   public:
    explicit AnsweredRequests(const base::Clock& clock) : m_clock(clock) {}

    /// The answer that the request got before, as JSON text; nothing where it was not asked before. Refuses
    /// "office.bad-request-id", "office.request-id-reused" (by another person or for another act), and
    /// "office.outcome-unknown" for an act that began and of which nobody has told how it ended.
    base::Result<std::optional<std::string>> answerTo(Connection& connection, const RepeatableRequest& request) const;

    /// Keeps the answer with what the act changed; throws "records.unique" where the same request was faster.
    void keep(Transaction& transaction, const RepeatableRequest& request, const std::string& answer) const;

    /// For acts of many transactions: notes that one begins, then how it ended; without an answer it may be asked anew.
    void begin(Transaction& transaction, const RepeatableRequest& request) const;
    void end(Transaction& transaction, const RepeatableRequest& request,
             const std::optional<std::string>& answer) const;

   private:
    void insert(Transaction& transaction, const RepeatableRequest& request, const Value& answer) const;
    /// Removes what nobody asks for any more, once an hour: with every act it would cost more than the act.
    void removeOld(Connection& connection, base::Timestamp now) const;

    const base::Clock& m_clock;
    mutable std::atomic<base::Timestamp> m_removedOld{};
};

}  // namespace records
