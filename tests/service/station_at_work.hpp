// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

#include "contract/act.hpp"
#include "records/database/database.hpp"
#include "tests/service/served_house.hpp"

namespace support {

/// What a station counts for itself of what it used up, so that it can be compared with the books. Each act bears a
/// reference of its own.
struct Tally {
    std::int64_t refused = 0;               ///< none is expected
    std::int64_t askedAgain = 0;            ///< where nobody answered, or something broke
    std::vector<std::string> references;    ///< acknowledged
    std::vector<std::string> unknown;       ///< begun, and never told how they ended
    std::vector<double> milliseconds;       ///< each act, from the first asking to the answer
    std::string firstRefusal, lastFailure;  ///< codes
};

/// A station that uses up laminates one by one as a line does, each in a durable transaction with its entries in the
/// journal, and takes new ones when it has none left. What does not go well it asks again, under the same id.
class StationAtWork {
   public:
    StationAtWork(contract::Office& office, const ServedHouse::Station& station)
        : m_office(office), m_station(station) {}
    /// One act; false where it was refused or given up.
    bool work();
    /// Until told to stop; `pause` is how long one act has at least, zero for no rest.
    void workUntil(const std::atomic<bool>& stop, std::chrono::microseconds pause = {});
    /// What it counted; only once it has stopped.
    [[nodiscard]] const Tally& tally() const { return m_tally; }
    /// How many acts were acknowledged so far, and whether it stopped because one was refused or given up.
    [[nodiscard]] std::int64_t done() const { return m_done; }
    [[nodiscard]] bool gaveUp() const { return m_gaveUp; }
    /// Whether each act bears an id, so that asking it again does nothing twice; a door's client gives one anyway.
    bool repeatable = true;
    /// How long something is asked again before it is given up.
    std::chrono::seconds patience{60};

   private:
    enum class End { Done, Refused, Unknown };
    bool takeLaminates();
    template <contract::Request R>
    End asked(contract::Credentials credentials, const R& request);

    contract::Office& m_office;
    const ServedHouse::Station& m_station;
    Tally m_tally;
    std::int64_t m_left = ServedHouse::kMostAtStation;
    std::int64_t m_begun = 0;
    std::atomic<std::int64_t> m_done{0};
    std::atomic<bool> m_gaveUp{false};
};

/// What the books say of all that stations counted.
struct Compared {
    std::int64_t inBooks = 0;
    std::int64_t acknowledged = 0;
    std::int64_t lost = 0;     ///< acknowledged, and not in the books
    std::int64_t doubled = 0;  ///< in the books more than once
    std::int64_t unasked = 0;  ///< in the books, and neither acknowledged nor unknown to who asked
    std::int64_t unknown = 0;
};
Compared compareWithBooks(records::Connection& books, const std::vector<const Tally*>& tallies);

}  // namespace support
