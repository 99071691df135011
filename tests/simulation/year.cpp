// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/simulation/measured_acts.hpp"
#include "tests/simulation/national_house.hpp"
#include "tests/simulation/stores.hpp"

/// A year of blanks at national size, played through the acts of the stock: 1.1 million documents, three million blanks
/// received, more than twenty places. simulate_year ENGINE SCALE PER_TRANSACTION DOCUMENTS; scripts/simulate-year
/// explains it.
namespace {

using simulation::MeasuredActs;
using simulation::NationalHouse;
using simulation::Stores;

constexpr std::int64_t kBlanks = 3'000'000;
constexpr std::int64_t kDocuments = 1'100'000;
constexpr int kDays = 250;
constexpr int kWeek = 5;
constexpr int kMonth = 20;
constexpr int kQuarter = 60;

std::int64_t scaled(std::int64_t quantity, double scale) {
    return static_cast<std::int64_t>(static_cast<double>(quantity) * scale);
}

/// Blanks in the books at which the acts are measured, as far as the scale goes.
std::vector<std::int64_t> sizesUpTo(std::int64_t blanks) {
    std::vector<std::int64_t> sizes;
    for (const std::int64_t size : {10'000, 100'000, 1'000'000})
        if (size < blanks) sizes.push_back(size);
    sizes.push_back(blanks);
    return sizes;
}

/// What the custodians do at the end of a day, by the week, month and quarter.
void keepStores(NationalHouse& house, Stores& stores, int day, std::int64_t blanks) {
    const std::int64_t portion = std::min<std::int64_t>(500, std::max<std::int64_t>(2, blanks / 6000));
    if (day % kWeek == 4) {
        for (const auto& site : house.sites()) {
            if (house.inVault() > portion * 20) stores.transfer("vault", site, portion);
            if (inventory::quantityIn(house.connection(), NationalHouse::kItem, {site, "usable"}) > portion * 10)
                stores.withdrawAt(site, portion);
        }
        stores.receiveSpoiled();
    }
    if (day % kMonth == kMonth - 1) {
        for (const auto& site : house.sites()) stores.count(site);
        stores.count("vault");
        stores.count("quarantine");
        stores.lose(house.sites()[static_cast<std::size_t>(day / kMonth) % house.sites().size()]);
        stores.adjustLaminates();
        house.compareEverywhere();
    }
    if (day % kQuarter == kQuarter - 1) stores.destroy();
}

/// Deliveries come when the vault needs them: the first two bring the books to the first sizes, the rest by the month.
void playYear(NationalHouse& house, Stores& stores, MeasuredActs& measured, double scale, double share) {
    const std::int64_t blanks = scaled(kBlanks, scale);
    const std::int64_t documents = scaled(kDocuments, scale * share);
    const auto sizes = sizesUpTo(blanks);
    auto nextSize = sizes.begin();
    const auto reach = [&](std::int64_t target) {
        while (house.received() < target) {
            const bool stops = nextSize != sizes.end() && *nextSize <= target;
            house.receive((stops ? *nextSize : target) - house.received());
            if (stops) measured.measureAt(*nextSize++);
        }
    };
    for (int day = 0; day < kDays; ++day) {
        if (day == 0) reach(sizes.front());
        if (day == 2) reach(sizes[std::min<std::size_t>(1, sizes.size() - 1)]);
        if (day > 2 && day % kMonth == 0) reach(std::max(house.received(), blanks * (day / kMonth) / (kDays / kMonth)));
        if (day % kMonth == 0) stores.receiveLaminates(documents / (kDays / kMonth) + NationalHouse::kStations);
        const std::int64_t before = house.documents();
        const std::int64_t until = documents * (day + 1) / kDays;
        house.produce(std::min(until - before, (house.inVault() - 200) * 9 / 10));
        const auto each = (house.documents() - before) / NationalHouse::kStations;
        for (int station = 1; each > 0 && station <= NationalHouse::kStations; ++station)
            stores.useLaminates(station, each);
        keepStores(house, stores, day, blanks);
        house.nextDay();
    }
    reach(blanks);
}

}  // namespace

int main(int count, char** arguments) {
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const std::string engine = count > 1 ? arguments[1] : "sqlite";
    const double scale = count > 2 ? std::atof(arguments[2]) : 1.0;
    const std::int64_t perTransaction = count > 3 ? std::atoll(arguments[3]) : 50;
    const double share = count > 4 ? std::atof(arguments[4]) : 1.0;
    NationalHouse house{engine == "postgresql" ? records::Engine::Postgresql : records::Engine::Sqlite, perTransaction};
    fmt::print("A simulated year on {}, scale {} ({} of the documents): {} acts of the line a transaction, {}\n",
               engine, scale, share, perTransaction, house.durability());
    MeasuredActs measured{house};
    Stores stores{house};
    playYear(house, stores, measured, scale, share);
    house.printTotals();
    stores.printTotals();
    const auto unexplained = stores.unexplained();
    fmt::print("unexplained of lots, transfers and counts: {}\n", unexplained);
    const bool intact = house.printReconciliations() && unexplained == 0;
    measured.printTable();
    return intact ? 0 : 1;
}
