// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/measured_acts.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/failure.hpp"
#include "inventory/reconciliation.hpp"
#include "tests/benchmarks/ratio.hpp"

namespace simulation {

using inventory::Account;

namespace {

constexpr int kTurns = 41;
const Account kVault{"vault", "usable"};

records::WorkstationId station() { return records::WorkstationId{"medida"}; }

}  // namespace

void MeasuredActs::measure(const std::string& act, int turns, const std::function<void(int)>& work) {
    std::vector<double> times;
    for (int turn = 0; turn < turns; ++turn) times.push_back(1000 / benchmarks::rateOf(1, [&] { work(turn); }));
    if (std::find(m_acts.begin(), m_acts.end(), act) == m_acts.end()) m_acts.push_back(act);
    m_milliseconds[{act, m_sizes.back()}] = benchmarks::median(times);
}

void MeasuredActs::measureAt(std::int64_t blanks) {
    m_sizes.push_back(blanks);
    m_movements.push_back(m_house.connection().queryOne("SELECT count(*) FROM stock_movement")->integer(0));
    measureLine();
    measureStores();
    measureReading();
}

/// A shift of its own: issued, worked, closed.
void MeasuredActs::measureLine() {
    const auto& stock = m_house.stock();
    const auto& two = m_house.custodians();
    const records::Author one{records::OperatorId{"oscar"}, station(), std::nullopt};
    const auto prefix = "medida-" + std::to_string(m_sizes.back()) + "-";
    measure("issue of 10", kTurns, [&](int) {
        m_house.commit([&](auto& tx) {
            return base::expected(stock.issueToShift(tx, two, NationalHouse::kItem, 10, station()), "issue");
        });
    });
    std::vector<std::string> serials;
    measure("take", kTurns, [&](int turn) {
        serials.push_back(m_house.commit([&](auto& tx) {
            return base::expected(
                stock.takeNext(tx, one, station(), NationalHouse::kItem, prefix + std::to_string(turn)), "take");
        }));
    });
    const auto onEach = [&](const char* act, auto&& work) {
        measure(act, kTurns, [&](int turn) {
            m_house.commit([&](auto& tx) {
                base::expected(work(tx, serials[static_cast<std::size_t>(turn)]), act);
                return true;
            });
        });
    };
    onEach("bind", [&](auto& tx, const auto& serial) { return stock.bindToDocument(tx, one, serial, serial); });
    onEach("personalise", [&](auto& tx, const auto& serial) { return stock.markPersonalised(tx, one, serial); });
    onEach("spoil",
           [&](auto& tx, const auto& serial) { return stock.spoil(tx, one, serial, inventory::SpoilCause::Print); });
    std::vector<std::string> returned;
    const Account unused{inventory::placeOf(station()), "usable"};
    for (const auto& range : inventory::rangesIn(m_house.connection(), NationalHouse::kItem, unused))
        returned.push_back(inventory::textOf(range, m_house.item()));
    measure("close of a shift of 410", 1, [&](int) {
        m_house.commit([&](auto& tx) {
            base::expected(stock.closeShift(tx, two, station(), returned), "close");
            return true;
        });
    });
}

void MeasuredActs::measureStores() {
    const auto runs = inventory::rangesIn(m_house.connection(), NationalHouse::kItem, kVault);
    auto box = *std::max_element(runs.begin(), runs.end(),
                                 [](const auto& a, const auto& b) { return a.quantity() < b.quantity(); });
    box.last = std::min(box.last, box.first + 499);
    const Account transit{"transit", "usable"};
    measure("range of 500 to transit and back (2 transactions)", kTurns, [&](int) {
        m_house.move(box, kVault, transit);
        m_house.move(box, transit, kVault);
    });
}

void MeasuredActs::measureReading() {
    auto& connection = m_house.connection();
    measure("history of a serial", kTurns, [&](int turn) {
        const auto serial = m_house.item().serial.serialOf(turn * 7919 % m_sizes.back());
        base::expected(m_house.stock().history(connection, serial), "history");
    });
    measure("balance by account", 5, [&](int) { inventory::holdings(connection); });
    measure("full reconciliation", 1, [&](int) { inventory::reconcile(connection); });
}

void MeasuredActs::printTable() const {
    std::string head = "\n| act, ms (median) |";
    std::string rule = "|---|";
    for (const auto size : m_sizes) {
        head += fmt::format(" {} blanks |", size);
        rule += "---:|";
    }
    fmt::print("{}\n{}\n| movements by then |", head, rule);
    for (const auto movements : m_movements) fmt::print(" {} |", movements);
    fmt::print("\n");
    for (const auto& act : m_acts) {
        fmt::print("| {} |", act);
        for (const auto size : m_sizes) fmt::print(" {:.2f} |", m_milliseconds.at({act, size}));
        fmt::print("\n");
    }
}

}  // namespace simulation
