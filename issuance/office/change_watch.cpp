// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/change_watch.hpp"

#include <algorithm>

namespace issuance {

using records::JournalPosition;

namespace {

constexpr std::chrono::milliseconds kInterval{500};

/// In each strand the sequence that one of the two has.
JournalPosition joined(const JournalPosition& one, const JournalPosition& other,
                       const std::int64_t& (*choose)(const std::int64_t&, const std::int64_t&)) {
    JournalPosition both;
    for (std::size_t at = 0; at < both.sequences.size(); ++at)
        both.sequences[at] = choose(one.sequences[at], other.sequences[at]);
    return both;
}

JournalPosition earlier(const JournalPosition& one, const JournalPosition& other) {
    return joined(one, other, std::min<std::int64_t>);
}

}  // namespace

void ChangeWatch::Known::note(const records::ActInStrand& act) {
    const auto topics = topicsOf(act.act);
    for (std::size_t topic = 0; topic < topics.size(); ++topic) {
        auto& last = lastChange[topic].sequences[act.strand];
        if (topics.test(topic)) last = std::max(last, act.sequence);
    }
}

TopicSet ChangeWatch::Known::changedSince(const JournalPosition& since) const {
    if (!seen.covers(since) || !since.covers(floor)) return ~TopicSet{};
    TopicSet changed;
    for (std::size_t topic = 0; topic < changed.size(); ++topic) changed[topic] = !since.covers(lastChange[topic]);
    return changed;
}

class ChangeWatch::Waiter {
   public:
    explicit Waiter(ChangeWatch& watch) : m_watch(watch) {
        ++m_watch.m_waiting;
        if (!m_watch.m_thread.joinable()) m_watch.m_thread = std::thread{[&watch] { watch.watch(); }};
        m_watch.m_wanted.notify_all();
    }
    ~Waiter() { --m_watch.m_waiting; }
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

   private:
    ChangeWatch& m_watch;
};

ChangeWatch::~ChangeWatch() {
    {
        const std::lock_guard lock{m_mutex};
        m_ending = true;
        m_wanted.notify_all();
    }
    if (m_thread.joinable()) m_thread.join();
}

ChangeWatch::Seen ChangeWatch::wait(const std::optional<JournalPosition>& since, TopicSet topics,
                                    std::chrono::milliseconds patience) {
    std::unique_lock lock{m_mutex};
    const Waiter here{*this};
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto wakes = m_wakes;
    if (since && !(m_known && since->covers(m_known->floor))) m_backTo = m_backTo ? earlier(*m_backTo, *since) : *since;
    const bool within = since && m_known && since->covers(m_known->floor) && m_known->seen.covers(*since);
    if (!within || patience.count() == 0) awaitFreshLook(lock);
    if (!since) return {m_known->seen, {}};
    m_changed.wait_until(lock, until, [&] {
        return m_failure != nullptr || m_wakes != wakes || (m_known->changedSince(*since) & topics).any();
    });
    if (m_failure) std::rethrow_exception(m_failure);
    return {m_known->seen, m_known->changedSince(*since) & topics};
}

void ChangeWatch::wakeAll() {
    const std::lock_guard lock{m_mutex};
    ++m_wakes;
    m_changed.notify_all();
}

void ChangeWatch::awaitFreshLook(std::unique_lock<std::mutex>& lock) {
    const auto fresh = m_begun + 1;
    m_changed.wait(lock, [&] { return m_ended >= fresh; });
    if (m_failure) std::rethrow_exception(m_failure);
}

void ChangeWatch::watch() {
    std::unique_lock lock{m_mutex};
    while (!m_ending) {
        m_wanted.wait(lock, [&] { return m_ending || m_waiting > 0; });
        if (m_ending) return;
        look(lock);
        m_wanted.wait_for(lock, kInterval, [&] { return m_ending; });
    }
}

void ChangeWatch::look(std::unique_lock<std::mutex>& lock) {
    const auto number = ++m_begun;
    auto known = m_known;
    const auto backTo = std::exchange(m_backTo, std::nullopt);
    std::exception_ptr failure;
    lock.unlock();
    try {
        known = lookedAt(std::move(known), backTo);
    } catch (...) {
        failure = std::current_exception();
    }
    lock.lock();
    if (!failure) m_known = std::move(known);
    m_failure = failure;
    m_ended = number;
    m_changed.notify_all();
}

ChangeWatch::Known ChangeWatch::lookedAt(std::optional<Known> known, const std::optional<JournalPosition>& backTo) {
    auto loan = m_connections.borrow();
    try {
        const auto now = JournalPosition::now(*loan);
        // Also where the books are older than before: somebody brought back a copy.
        if (!known || !now.covers(known->seen) || now.entriesSince(known->seen) > kFarthestBack)
            known = Known{now, now};
        const auto note = [&](const auto& act) { known->note(act); };
        forEachActBetween(*loan, known->seen, now, note);
        known->seen = now;
        if (backTo && known->floor.entriesSince(*backTo) <= kFarthestBack) {
            const auto floor = earlier(known->floor, *backTo);
            forEachActBetween(*loan, floor, known->floor, note);
            known->floor = floor;
        }
    } catch (...) {
        loan.discard();
        throw;
    }
    return std::move(*known);
}

}  // namespace issuance
