// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "inventory/cases/cases.hpp"
#include "inventory/counts/counts.hpp"
#include "inventory/destruction/destructions.hpp"
#include "inventory/holdings.hpp"
#include "inventory/losses/losses.hpp"
#include "inventory/lots/lots.hpp"
#include "inventory/places/custody.hpp"
#include "inventory/spoilage/quarantine.hpp"
#include "inventory/spoilage/withdrawals.hpp"
#include "inventory/stock.hpp"
#include "inventory/transfers/transfers.hpp"

namespace inventory {

/// The machine's clock, which somebody sets back now and then, and right again.
class WanderingClock : public base::Clock {
   public:
    [[nodiscard]] base::Timestamp now() const override { return m_true.now() - m_back; }
    void setBack(std::chrono::hours by) { m_back = by; }

   private:
    base::SystemClock m_true;
    std::chrono::hours m_back{0};
};

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

    /// Serials of each item that the players know of.
    static constexpr std::int64_t kNumbersOfPlay = 60'000;

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

    // Between the stores: player_in_stores.cpp.
    void prepareTransfer();
    void carryOnTransfer();
    void planCount();
    void carryOnCount();
    /// Starts, scans and ends the count of one of the two, as far as it is their turn.
    void countFor(const std::string& number, const records::Author& author);
    void lose();
    void find();
    void withdraw();
    void quarantine();
    void requestDestruction();
    void carryOnDestruction();
    void handOver();
    void keepLots();
    /// What the books have at a place, as people count it: mostly right, now and then with a range too few or a serial
    /// too much.
    enum class Counting { Mostly, Right };
    std::vector<std::string> countedAt(const std::string& place, const std::string& item,
                                       Counting how = Counting::Mostly);
    std::string store();
    /// A serial, or a short range of neighbours in one account.
    std::string rangeIn(const std::string& place, std::string_view state);
    /// One value of a column, any of those that the question finds; empty where it finds none.
    std::string anyOf(const std::string& question, const records::Values& values = {});

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
    /// The second of the pair, alone.
    [[nodiscard]] records::Author second() const;
    [[nodiscard]] records::Author two() const;
    std::int64_t written();
    /// `work` says whether it was done; `Repeated` where it was done before, and wrote nothing.
    enum class Done { Yes, No, Repeated };
    void perform(const std::string& act, const std::function<Done(records::Transaction&)>& work);
    template <class Work>
    void attempt(const std::string& act, Work&& work) {
        perform(act, [&](records::Transaction& tx) { return work(tx) ? Done::Yes : Done::No; });
    }

    const ItemCatalogue& m_items;
    WanderingClock m_clock;
    Stock m_stock{m_items, m_clock};
    Cases m_cases{m_items, m_clock};
    Transfers m_transfers{m_items, m_clock};
    Counts m_counts{m_items, m_cases, m_clock};
    Losses m_losses{m_items, m_cases, m_clock};
    Withdrawals m_withdrawals{m_items, m_clock};
    Quarantine m_quarantine{m_items, m_clock};
    Destructions m_destructions{m_items, m_clock};
    Custody m_custody{m_items, m_clock};
    Lots m_lots{m_items, m_clock};
    std::unique_ptr<records::Connection> m_connection;
    std::string m_name;
    std::mt19937_64 m_random;
    Tell m_tell;
    std::uint64_t m_orders = 0;
};

}  // namespace inventory
