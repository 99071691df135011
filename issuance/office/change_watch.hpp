// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "issuance/office/connection_pool.hpp"
#include "issuance/office/topics.hpp"
#include "records/journal/position.hpp"

namespace issuance {

/// Looks at the journal for all of this process who wait for a change: one short question every half second while
/// somebody waits, and none otherwise. What another process wrote into the same books is seen as well.
class ChangeWatch {
   public:
    explicit ChangeWatch(ConnectionPool& connections) : m_connections(connections) {}
    ~ChangeWatch();
    ChangeWatch(const ChangeWatch&) = delete;
    ChangeWatch& operator=(const ChangeWatch&) = delete;

    struct Seen {
        records::JournalPosition position;
        TopicSet changed;
    };
    /// Waits until one of the topics changed after the position, or the patience is over, or all are woken. Without a
    /// position says at once where the journal stands. All topics have changed where the position is none of this
    /// journal's or older than `kFarthestBack` entries. Throws what a look at the journal throws.
    Seen wait(const std::optional<records::JournalPosition>& since, TopicSet topics,
              std::chrono::milliseconds patience);
    /// Whoever waits now is answered.
    void wakeAll();

   private:
    static constexpr std::int64_t kFarthestBack = 10'000;
    /// What is known of the journal from `floor` to `seen`: where each topic changed last in each strand.
    struct Known {
        records::JournalPosition floor;
        records::JournalPosition seen;
        std::array<records::JournalPosition, kTopics.size()> lastChange{};

        void note(const records::ActInStrand& act);
        /// All topics where it is not known so far back, or the position is none of this journal's.
        [[nodiscard]] TopicSet changedSince(const records::JournalPosition& since) const;
    };
    /// Somebody who waits, counted.
    class Waiter;

    void watch();
    void look(std::unique_lock<std::mutex>& lock);
    Known lookedAt(std::optional<Known> known, const std::optional<records::JournalPosition>& backTo);
    /// Waits for a look that begins from now on.
    void awaitFreshLook(std::unique_lock<std::mutex>& lock);

    ConnectionPool& m_connections;
    std::mutex m_mutex;
    std::condition_variable m_wanted;   ///< somebody waits, or it ends
    std::condition_variable m_changed;  ///< a look has ended, or all are woken
    std::optional<Known> m_known;
    std::optional<records::JournalPosition> m_backTo;  ///< from where somebody wants to know
    std::exception_ptr m_failure;                      ///< of the last look
    std::size_t m_waiting = 0;
    std::size_t m_begun = 0;  ///< looks that have begun, and those that have ended
    std::size_t m_ended = 0;
    std::size_t m_wakes = 0;
    bool m_ending = false;
    std::thread m_thread;  ///< from the first who waits on
};

}  // namespace issuance
