// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "inventory/cases/cases.hpp"
#include "inventory/holdings.hpp"
#include "inventory/stock.hpp"

namespace inventory {

/// One pair of people who do at random what people may do with blanks, and what they may not. Every act is one
/// transaction. A refused one is committed all the same, and must have written nothing.
class Player {
   public:
    /// Called with the act's name ("stock.take") after it is durable; with "refused" after one that was, "forbidden"
    /// where the database stood in the way of what is no act, "raced" where another was faster.
    using Tell = std::function<void(const std::string&)>;

    Player(records::Database& database, const ItemCatalogue& items, std::string name, std::uint64_t seed, Tell tell);

    /// Plays so many acts. Throws where an act does what none may: a refused one that wrote, a rule of the database
    /// that an act of the stock ran into, a forbidden statement that went through.
    void play(int acts);

   private:
    struct Choice {
        int weight;
        void (Player::*act)();
    };
    static const std::vector<Choice>& choices();

    void receive();
    void issue();
    void take();
    void bind();
    void personalise();
    void spoil();
    void close();
    void openCase();
    void moveAsOnePleases();
    void tamper();

    std::int64_t below(std::int64_t limit);
    bool chance(int inHundred) { return below(100) < inHundred; }
    records::WorkstationId station();
    std::string item();
    std::string serialNear(std::int64_t number);
    /// A serial in this state where there is one; now and then any serial at all.
    std::string serialIn(const std::string& place, std::string_view state);
    /// Mostly two different people; now and then one, or one twice.
    records::Author people();
    [[nodiscard]] records::Author one() const;
    [[nodiscard]] records::Author two() const;
    std::int64_t written();
    template <class Work>
    void attempt(const std::string& act, Work&& work);

    const ItemCatalogue& m_items;
    base::SystemClock m_clock;
    Stock m_stock{m_items, m_clock};
    Cases m_cases{m_items, m_clock};
    std::unique_ptr<records::Connection> m_connection;
    std::string m_name;
    std::mt19937_64 m_random;
    Tell m_tell;
    std::uint64_t m_orders = 0;
};

}  // namespace inventory
