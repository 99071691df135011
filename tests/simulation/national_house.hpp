// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "inventory/holdings.hpp"
#include "inventory/migrations.hpp"
#include "inventory/stock.hpp"
#include "tests/inventory/catalogue.hpp"
#include "tests/support/engine_test.hpp"

namespace simulation {

using Seconds = std::chrono::duration<double>;

/// The stock of a country: a vault, quarantine and destruction store, twelve workstations, eight sites that are sent
/// blanks. Its days pass on a clock of its own. Everything goes through the acts of the stock (Stores has those of the
/// custodians).
class NationalHouse {
   public:
    static constexpr const char* kItem = "booklet-ordinary";
    static constexpr int kStations = 12;

    /// So many acts of the line (take, bind, personalise, spoil) are committed together.
    NationalHouse(records::Engine engine, std::int64_t actsPerTransaction);

    void receive(std::int64_t quantity);
    /// A shift at each workstation: its blanks issued, documents made, some blanks spoiled, the rest returned.
    void produce(std::int64_t documents);
    /// What the books have at every place against what stands there by the ledger's own sums.
    void compareEverywhere();
    void nextDay() { m_clock.advance(std::chrono::hours{24}); }

    [[nodiscard]] std::int64_t received() const { return m_received; }
    [[nodiscard]] std::int64_t documents() const { return m_documents; }
    [[nodiscard]] std::int64_t inVault();
    [[nodiscard]] std::string durability();
    void printTotals();
    /// Whether all are zero.
    bool printReconciliations();

    [[nodiscard]] records::Connection& connection() { return *m_connection; }
    [[nodiscard]] const inventory::Stock& stock() const { return m_stock; }
    [[nodiscard]] const inventory::ItemCatalogue& items() const { return m_items; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }
    [[nodiscard]] const std::vector<std::string>& sites() const { return m_sites; }
    [[nodiscard]] const inventory::Item& item() const { return *m_items.find(kItem); }
    [[nodiscard]] const records::Author& custodians() const { return m_custodians; }
    void move(const inventory::SerialRange& range, const inventory::Account& from, const inventory::Account& to);

    /// One durable transaction.
    template <class Work>
    auto commit(Work&& work) {
        records::Transaction tx{*m_connection};
        auto answer = work(tx);
        tx.commit();
        return answer;
    }

   private:
    void makeAt(const records::WorkstationId& station, std::int64_t documents);
    [[nodiscard]] double megabytes();

    support::MigratedDatabase m_migrated;
    std::unique_ptr<records::Connection> m_connection;
    inventory::ItemCatalogue m_items = inventory::productItems();
    base::ManualClock m_clock{base::Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5}}};
    inventory::Stock m_stock{m_items, m_clock};
    records::Author m_custodians{records::OperatorId{"ana"}, records::WorkstationId{"boveda"},
                                 records::OperatorId{"beto"}};
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
    std::vector<std::string> m_sites;
    std::int64_t m_actsPerTransaction;
    std::int64_t m_received = 0;
    std::int64_t m_documents = 0;
    std::int64_t m_spoiled = 0;
    std::int64_t m_comparisons = 0;
    std::int64_t m_differences = 0;
};

}  // namespace simulation
