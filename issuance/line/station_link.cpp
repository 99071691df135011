// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/station_link.hpp"

#include <algorithm>
#include <cctype>

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using contract::StationServe;
using contract::StationTold;
using contract::StationWish;

constexpr auto kLookEvery = 250ms;
constexpr std::chrono::milliseconds kWithoutLine = 500ms;
constexpr std::size_t kShortestName = 16, kLongestName = 64;

bool isName(const std::string& station) {
    return station.size() >= kShortestName && station.size() <= kLongestName &&
           std::ranges::all_of(station,
                               [](unsigned char letter) { return std::isalnum(letter) != 0 || letter == '-'; });
}

/// Under a name that others choose too, each has their own.
std::string keyOf(const records::Author& author, const std::string& station) {
    return author.person.text() + '\n' + author.workstation.text() + '\n' + station;
}

}  // namespace

StationLink::StationLink(std::chrono::milliseconds silence)
    : m_silence(silence), m_turn(std::chrono::system_clock::now().time_since_epoch() / 1us) {}

void StationLink::end() {
    const std::lock_guard lock{m_mutex};
    m_ended = true;
    m_changed.notify_all();
}

StationLink::Asked StationLink::ask(StationWish wish, const KeepWaiting& keepWaiting) {
    std::unique_lock lock{m_mutex};
    wish.turn = ++m_turn;
    m_wish = std::move(wish);
    m_outcome.reset();
    m_fetched = m_giveUp = false;
    m_heard = std::chrono::steady_clock::now();
    m_changed.notify_all();
    const auto isLost = [&] { return m_listening == 0 && std::chrono::steady_clock::now() - m_heard >= m_silence; };
    while (!m_outcome && !isLost()) {
        if (m_changed.wait_for(lock, kLookEvery) == std::cv_status::no_timeout) continue;
        lock.unlock();
        const bool waits = !keepWaiting || keepWaiting();
        lock.lock();
        if (!waits) m_giveUp = true;
    }
    // What was not fetched by now is never told; an outcome that comes later has a turn that nobody waits for.
    m_wish.reset();
    return {std::exchange(m_outcome, std::nullopt), m_fetched};
}

StationTold StationLink::serve(const StationServe& served, std::chrono::milliseconds patience) {
    std::unique_lock lock{m_mutex};
    m_heard = std::chrono::steady_clock::now();
    if (served.outcome && m_wish && served.outcome->turn == m_wish->turn && !m_outcome) {
        m_outcome = served.outcome;
        m_changed.notify_all();
    }
    const auto toldWish = [&] { return m_wish && !m_outcome; };
    if (!served.busy) {
        ++m_listening;
        m_changed.wait_for(lock, patience, [&] { return toldWish() || m_ended; });
        --m_listening;
        m_heard = std::chrono::steady_clock::now();
    }
    StationTold told;
    told.giveUp = !m_wish || m_giveUp;
    told.withdraw = m_wish && m_giveUp;
    if (served.busy || !toldWish()) return told;
    m_fetched = true;
    told.wish = *m_wish;
    return told;
}

StationLinks::Attached::Attached(StationLinks& links, std::string key)
    : m_links(links), m_key(std::move(key)), m_link(std::make_shared<StationLink>()) {}

StationLinks::Attached::~Attached() {
    {
        const std::lock_guard lock{m_links.m_mutex};
        m_links.m_links.erase(m_key);
    }
    m_link->end();
}

base::Result<std::unique_ptr<StationLinks::Attached>> StationLinks::attach(const records::Author& author,
                                                                           const std::string& station) {
    if (!isName(station)) return base::Fault{"station.bad-name"_code};
    const auto key = keyOf(author, station);
    const std::lock_guard lock{m_mutex};
    if (m_links.contains(key)) return base::Fault{"station.in-use"_code};
    auto attached = std::make_unique<Attached>(*this, key);
    m_links.emplace(key, attached->m_link);
    m_attached.notify_all();
    return attached;
}

StationTold StationLinks::serve(const records::Author& author, const StationServe& served,
                                std::chrono::milliseconds patience) {
    // Without a line for it, a station asks more often: it may be about to end, and waits for its answer then.
    const auto until = std::chrono::steady_clock::now() + (served.busy ? 0ms : std::min(patience, kWithoutLine));
    const auto key = keyOf(author, served.station);
    std::shared_ptr<StationLink> link;
    {
        std::unique_lock lock{m_mutex};
        m_attached.wait_until(lock, until, [&] { return m_links.contains(key); });
        if (!m_links.contains(key)) return {std::nullopt, true, false};
        link = m_links.at(key);
    }
    return link->serve(served, patience);
}

}  // namespace issuance
