// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/simulation/measured_acts.hpp"
#include "tests/simulation/national_house.hpp"

/// A year of blanks at national size, played through the acts of the stock: 1.1 million documents, three million blanks
/// received, twenty places. simulate_year ENGINE SCALE PER_TRANSACTION; scripts/simulate-year explains it.
namespace {

using simulation::MeasuredActs;
using simulation::NationalHouse;

constexpr std::int64_t kBlanks = 3'000'000;
constexpr std::int64_t kDocuments = 1'100'000;
constexpr int kDays = 250;

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

/// Deliveries come when the vault needs them: the first two bring the books to the first sizes, the rest by the month.
void playYear(NationalHouse& house, MeasuredActs& measured, double scale) {
    const std::int64_t blanks = scaled(kBlanks, scale);
    const std::int64_t documents = scaled(kDocuments, scale);
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
        if (day > 2 && day % 20 == 0) reach(std::max(house.received(), blanks * (day / 20) / (kDays / 20)));
        if (day % 5 == 4) house.sendToSites();
        const std::int64_t until = documents * (day + 1) / kDays;
        house.produce(std::min(until - house.documents(), (house.inVault() - 200) * 9 / 10));
        if (day % 20 == 19) house.countEverywhere();
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
    NationalHouse house{engine == "postgresql" ? records::Engine::Postgresql : records::Engine::Sqlite, perTransaction};
    fmt::print("A simulated year on {}, scale {}: {} durable acts of the line a transaction, {}\n", engine, scale,
               perTransaction, house.durability());
    MeasuredActs measured{house};
    playYear(house, measured, scale);
    house.printTotals();
    const bool intact = house.printReconciliations();
    measured.printTable();
    return intact ? 0 : 1;
}
