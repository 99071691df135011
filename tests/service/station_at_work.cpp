// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/station_at_work.hpp"

#include <thread>
#include <unordered_map>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "contract/acts_of_receipts.hpp"

namespace support {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kBeforeAskingAgain{100};

}  // namespace

template <contract::Request R>
StationAtWork::End StationAtWork::asked(contract::Credentials credentials, const R& request) {
    if (repeatable) credentials.requestId = base::randomId();
    const auto end = Clock::now() + patience;
    while (true) {
        try {
            const auto answer = m_office.ask(credentials, request);
            if (answer) return End::Done;
            ++m_tally.refused;
            if (m_tally.firstRefusal.empty()) m_tally.firstRefusal = answer.refusal().first().code.name();
            return End::Refused;
        } catch (const base::Failure& failure) {
            m_tally.lastFailure = failure.code().name();
            if (failure.next() != base::NextStep::Retry || Clock::now() > end) return End::Unknown;
        }
        ++m_tally.askedAgain;
        std::this_thread::sleep_for(kBeforeAskingAgain);
    }
}

bool StationAtWork::work() {
    if (m_left == 0 && !takeLaminates()) return false;
    auto reference = m_station.name + "/" + std::to_string(++m_begun);
    const auto began = Clock::now();
    const auto end = asked(m_station.operatorThere, contract::StockLotUse{ServedHouse::kItem, 1, reference});
    if (end == End::Unknown) m_tally.unknown.push_back(reference);
    if (end != End::Done) return false;
    --m_left;
    ++m_done;
    m_tally.references.push_back(std::move(reference));
    m_tally.milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
    return true;
}

bool StationAtWork::takeLaminates() {
    const contract::StockLotMove move{ServedHouse::kItem, ServedHouse::kLot, ServedHouse::kMostAtStation, "vault",
                                      "workstation:" + m_station.name};
    if (asked(m_station.custodiansThere, move) != End::Done) return false;
    m_left = ServedHouse::kMostAtStation;
    return true;
}

void StationAtWork::workUntil(const std::atomic<bool>& stop, std::chrono::microseconds pause) {
    for (auto next = Clock::now(); !stop && !m_gaveUp; std::this_thread::sleep_until(next)) {
        m_gaveUp = !work();
        next = std::max(next + pause, Clock::now() - std::chrono::seconds{1});
    }
}

Compared compareWithBooks(records::Connection& books, const std::vector<const Tally*>& tallies) {
    std::unordered_map<std::string, std::int64_t> entries;
    Compared compared;
    books.forEach("SELECT reference FROM stock_lot_movement WHERE event = 'consume'", {}, [&](const records::Row& row) {
        ++compared.inBooks;
        ++entries[row.text(0)];
    });
    for (const auto& [reference, times] : entries) compared.doubled += times - 1;
    for (const auto* tally : tallies) {
        compared.acknowledged += static_cast<std::int64_t>(tally->references.size());
        compared.unknown += static_cast<std::int64_t>(tally->unknown.size());
        for (const auto& reference : tally->references) compared.lost += entries.erase(reference) == 0 ? 1 : 0;
        for (const auto& reference : tally->unknown) entries.erase(reference);
    }
    compared.unasked = static_cast<std::int64_t>(entries.size());
    return compared;
}

}  // namespace support
