// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/simulation/national_house.hpp"

namespace simulation {

/// What each act costs at different sizes of the same books, each in a durable transaction of its own.
class MeasuredActs {
   public:
    explicit MeasuredActs(NationalHouse& house) : m_house(house) {}
    /// Measures all acts now that the books hold so many blanks. Leaves the shift that it worked in closed.
    void measureAt(std::int64_t blanks);
    /// Milliseconds, the median of each act; a Markdown table.
    void printTable() const;

   private:
    /// Median milliseconds of so many turns.
    void measure(const std::string& act, int turns, const std::function<void(int)>& work);
    void measureLine();
    void measureStores();
    void measureReading();

    NationalHouse& m_house;
    std::vector<std::int64_t> m_sizes;
    std::vector<std::int64_t> m_movements;  ///< in the ledger at each size
    std::vector<std::string> m_acts;        ///< in the order in which they were first measured
    std::map<std::pair<std::string, std::int64_t>, double> m_milliseconds;
};

}  // namespace simulation
