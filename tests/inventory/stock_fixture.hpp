// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>

#include "inventory/migrations.hpp"
#include "inventory/stock.hpp"
#include "tests/inventory/catalogue.hpp"
#include "tests/support/engine_test.hpp"

namespace inventory {

/// A house with two custodians and one operator, on both engines.
class StockFixture : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }
    std::vector<records::MigrationSet> sets() const override { return {records::migrations(), migrations()}; }

    static records::Author two() { return {records::OperatorId{"ana"}, kStation(), records::OperatorId{"beto"}}; }
    static records::Author one() { return {records::OperatorId{"oscar"}, kStation(), std::nullopt}; }
    static records::Author twice() { return {records::OperatorId{"ana"}, kStation(), records::OperatorId{"ana"}}; }
    static records::WorkstationId kStation() { return records::WorkstationId{"linea-1"}; }

    static Manifest delivery(const std::string& first, const std::string& last,
                             const std::string& item = "booklet-ordinary") {
        return {"Imprenta", "OC-1", {{item, first, last, "1", 0}}};
    }

    /// Runs an act in a transaction of its own, committed where it is not refused.
    template <class Work>
    auto act(Work&& work) {
        records::Transaction tx{*m_connection};
        auto result = work(tx);
        if (result) tx.commit();
        return result;
    }
    auto receive(const Manifest& manifest, const records::Author& author = two()) {
        return act([&](auto& tx) { return m_stock.receive(tx, author, manifest); });
    }
    auto issue(std::int64_t quantity, const records::Author& author = two(),
               const records::WorkstationId& station = kStation()) {
        return act([&](auto& tx) { return m_stock.issueToShift(tx, author, "booklet-ordinary", quantity, station); });
    }
    auto take(const std::string& order) {
        return act([&](auto& tx) { return m_stock.takeNext(tx, one(), kStation(), "booklet-ordinary", order); });
    }
    auto bind(const std::string& serial, const std::string& document) {
        return act([&](auto& tx) { return m_stock.bindToDocument(tx, one(), serial, document); });
    }
    auto personalise(const std::string& serial) {
        return act([&](auto& tx) { return m_stock.markPersonalised(tx, one(), serial); });
    }
    auto spoil(const std::string& serial, SpoilCause cause = SpoilCause::Print, const records::Author& author = one()) {
        return act([&](auto& tx) { return m_stock.spoil(tx, author, serial, cause); });
    }
    auto close(const std::vector<std::string>& returned, const records::Author& author = two()) {
        return act([&](auto& tx) { return m_stock.closeShift(tx, author, kStation(), returned); });
    }
    /// A blank taken and made into a document of the same number.
    std::string make(const std::string& order) {
        const auto serial = base::expected(take(order), "take");
        base::expected(bind(serial, serial), "bind");
        base::expected(personalise(serial), "personalise");
        return serial;
    }

    /// "item place state quantity", and the sum of what is unexplained.
    std::vector<std::string> balance() {
        std::vector<std::string> lines;
        m_unexplained = 0;
        for (const auto& line : m_stock.balance(*m_connection)) {
            lines.push_back(line.item + " " + line.place + " " + line.state + " " + std::to_string(line.quantity));
            m_unexplained += line.unexplained;
        }
        return lines;
    }
    std::int64_t unexplained() {
        balance();
        return m_unexplained;
    }
    std::vector<std::string> eventsOf(const std::string& serial) {
        std::vector<std::string> events;
        for (const auto& event : base::expected(m_stock.history(*m_connection, serial), "history").events)
            events.push_back(event.event + " " + event.place + " " + event.state + " " + event.person +
                             (event.second.empty() ? "" : "+" + event.second));
        return events;
    }
    std::int64_t number(std::string_view question) { return m_connection->queryOne(question)->integer(0); }

    template <class T>
    static std::vector<std::string> codes(const base::Result<T>& result) {
        std::vector<std::string> names;
        if (result) return names;
        for (const auto& fault : result.refusal().faults()) names.push_back(fault.code.name());
        return names;
    }

    ItemCatalogue m_items = productItems();
    base::ManualClock m_clock{base::Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
    Stock m_stock{m_items, m_clock};
    std::unique_ptr<records::Connection> m_connection;
    std::int64_t m_unexplained = 0;
};

}  // namespace inventory
