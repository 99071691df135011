// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/stock_past.hpp"

namespace benchmarks {
namespace {

using inventory::Account;
using records::Engine;

const std::vector<std::string> kTables{"stock_movement", "stock_run"};

/// The tables without their triggers as long as it lives.
class WithoutTriggers {
   public:
    explicit WithoutTriggers(records::Connection& owner) : m_owner(owner) {
        for (const auto& table : kTables)
            if (m_owner.engine() == Engine::Postgresql)
                m_owner.executeScript("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            else
                drop(table);
    }
    void putBack() {
        for (const auto& trigger : m_dropped) m_owner.executeScript(trigger);
        if (m_owner.engine() != Engine::Postgresql) return;
        for (const auto& table : kTables) m_owner.executeScript("ALTER TABLE " + table + " ENABLE TRIGGER USER");
    }

   private:
    void drop(const std::string& table) {
        for (const auto& row :
             m_owner.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1", {table})) {
            m_owner.executeScript("DROP TRIGGER " + row.text(0));
            m_dropped.push_back(row.text(1));
        }
    }
    records::Connection& m_owner;
    std::vector<std::string> m_dropped;
};

constexpr const char* kTime = "2026-01-02T03:04:05.678Z";
const Account kQuarantine{"quarantine", "expired"};
const Account kDestruction{"destruction", "expired"};

}  // namespace

StockPast::StockPast(records::Connection& owner, std::string item, std::vector<Account> standing)
    : m_owner(owner), m_item(std::move(item)), m_standing(std::move(standing)) {}

void StockPast::write(std::int64_t movements) {
    const std::int64_t last = m_owner.queryOne("SELECT max(id) FROM stock_movement")->integer(0);
    const std::int64_t count = m_owner.queryOne("SELECT count(*) FROM stock_movement")->integer(0);
    records::Transaction transaction{m_owner};
    WithoutTriggers without{m_owner};
    writeMovements(last + 1, last + movements - count);
    writeRuns();
    without.putBack();
    transaction.commit();
}

void StockPast::writeMovements(std::int64_t first, std::int64_t last) {
    std::size_t number = 0;
    m_owner.insertMany(
        "stock_movement",
        {"id", "time", "event", "person", "second", "workstation", "item", "first_number", "last_number", "quantity",
         "span", "from_place", "from_state", "to_place", "to_state", "detail"},
        [&](records::Values& values) {
            if (first > last) return false;
            Account& now = m_standing[number];
            const Account& next = now == kQuarantine ? kDestruction : kQuarantine;
            const auto serial = static_cast<std::int64_t>(number);
            values = {first++, kTime,           "move",          "ana",     "beto",    "desk-1",   m_item,     serial,
                      serial,  std::int64_t{1}, std::int64_t{0}, now.place, now.state, next.place, next.state, ""};
            now = next;
            number = (number + 7) % m_standing.size();
            return true;
        });
    if (m_owner.engine() == Engine::Postgresql) m_owner.query("SELECT setval('stock_movement_id', ?1)", {last});
}

void StockPast::writeRuns() {
    m_owner.execute("DELETE FROM stock_run");
    std::size_t at = 0;
    m_owner.insertMany("stock_run", {"item", "first_number", "last_number", "place", "state"},
                       [&](records::Values& values) {
                           if (at == m_standing.size()) return false;
                           const std::size_t first = at;
                           while (at < m_standing.size() && m_standing[at] == m_standing[first]) ++at;
                           values = {m_item, static_cast<std::int64_t>(first), static_cast<std::int64_t>(at) - 1,
                                     m_standing[first].place, m_standing[first].state};
                           return true;
                       });
}

}  // namespace benchmarks
