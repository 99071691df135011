// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "issuance/certificate/local_day.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"

/// How people find orders: by what is typed, in the orders that the books keep, page by page.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using testing::ElementsAre;
using testing::IsEmpty;

class OrderListing : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        const bool postgresql = GetParam() == records::Engine::Postgresql;
        m_house = std::make_unique<support::TrainingHouse>(postgresql ? migrated().ownerAddress() : std::string{});
        m_house->stockAndOrders();
        m_all = numbers({});
    }
    void TearDown() override {
        m_house.reset();
        EngineTest::TearDown();
    }
    std::vector<records::MigrationSet> sets() const override { return {}; }

    [[nodiscard]] std::vector<OrderLine> listed(const OrderList& request) {
        return base::expected(m_house->ask("operator", request), "orders").orders;
    }
    [[nodiscard]] std::vector<std::string> numbers(const OrderList& request) {
        std::vector<std::string> numbers;
        for (const auto& order : listed(request)) numbers.push_back(order.order);
        return numbers;
    }
    [[nodiscard]] static OrderList typed(const std::string& text) {
        OrderList request;
        request.text = text;
        return request;
    }
    [[nodiscard]] static OrderList sorted(const std::string& sort) {
        OrderList request;
        request.sort = sort;
        return request;
    }
    /// All pages of three, one after the other.
    [[nodiscard]] std::vector<std::string> byPages(OrderList request) {
        std::vector<std::string> all;
        request.limit = 3;
        for (auto page = numbers(request); !page.empty(); page = numbers(request)) {
            all.insert(all.end(), page.begin(), page.end());
            request.after = all.back();
        }
        return all;
    }
    void schedule(const std::string& order, std::optional<std::string> priority, int days) {
        const auto today = std::chrono::sys_days{localDay(base::SystemClock{}.now())};
        const OrderSchedule request{order, std::move(priority),
                                    base::formatDate(base::Date{today + std::chrono::days{days}}), "prueba"};
        base::expected(m_house->ask("supervisor", request), "schedule");
    }
    void makeAll() {
        base::expected(m_house->ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
    }

    std::unique_ptr<support::TrainingHouse> m_house;
    std::vector<std::string> m_all;
};

TROQUEL_ON_BOTH_ENGINES(OrderListing);

TEST_P(OrderListing, FindsAnOrderByTheBeginningOfItsNumber) {
    EXPECT_EQ(numbers(typed(m_all.at(4))), std::vector{m_all.at(4)});
    EXPECT_EQ(numbers(typed(m_all.at(0).substr(0, 4))), m_all);
    EXPECT_THAT(numbers(typed("1999-")), IsEmpty());
    EXPECT_EQ(byPages(typed(m_all.at(0).substr(0, 4))), m_all);
}

TEST_P(OrderListing, FindsItByItsDocumentItsBlankAndWhatTheCaptureStationCallsIt) {
    makeAll();
    const auto made = listed({}).at(1);
    ASSERT_NE(made.document, "");
    ASSERT_NE(made.blank, "");
    EXPECT_EQ(numbers(typed(made.document)), std::vector{made.order});
    auto small = made.blank;
    for (auto& letter : small) letter = static_cast<char>(std::tolower(letter));
    EXPECT_THAT(numbers(typed(small)), testing::Contains(made.order)) << "a person types no capitals";
    EXPECT_EQ(numbers(typed(made.reference)), std::vector{made.order});
    auto refused = typed(made.document);
    refused.stage = "received";
    EXPECT_THAT(numbers(refused), IsEmpty());
    refused.stage = made.stage;
    EXPECT_EQ(numbers(refused), std::vector{made.order}) << "among the few of its stage, too";
}

TEST_P(OrderListing, GivesTheNewestFirst) {
    const std::vector<std::string> reversed{m_all.rbegin(), m_all.rend()};
    EXPECT_EQ(numbers(sorted("newest")), reversed);
    EXPECT_EQ(byPages(sorted("newest")), reversed);
}

TEST_P(OrderListing, FollowsTheTurnOfTheLine) {
    schedule(m_all.back(), "urgent", 0);
    const auto turn = numbers(sorted("turn"));
    ASSERT_EQ(turn.size(), m_all.size());
    EXPECT_EQ(turn.front(), m_all.back());
    EXPECT_EQ(byPages(sorted("turn")), turn);
    auto few = sorted("turn");
    few.text = m_all.at(1);
    EXPECT_THAT(numbers(few), ElementsAre(m_all.at(1)));
}

TEST_P(OrderListing, FollowsTheDayThatIsPromised) {
    const auto before = numbers(sorted("due"));
    schedule(m_all.at(2), std::nullopt, 400);
    schedule(m_all.at(3), std::nullopt, 399);
    schedule(m_all.at(1), std::nullopt, 400);
    const auto due = numbers(sorted("due"));
    ASSERT_GE(due.size(), 3U);
    EXPECT_THAT(std::vector(due.end() - 3, due.end()), ElementsAre(m_all.at(3), m_all.at(1), m_all.at(2)));
    EXPECT_EQ(byPages(sorted("due")), due);
    ASSERT_TRUE(m_house->ask("supervisor", OrderCancel{m_all.at(3), "desistió"}));
    EXPECT_THAT(numbers(sorted("due")), testing::Not(testing::Contains(m_all.at(3)))) << "the line has it no more";
}

TEST_P(OrderListing, NarrowsByStageAndStandingInEachOrder) {
    ASSERT_TRUE(m_house->ask("supervisor", OrderHold{m_all.at(5), "revisión"}));
    ASSERT_TRUE(m_house->ask("supervisor", OrderCancel{m_all.at(6), "desistió"}));
    for (const auto* sort : {"number", "newest", "turn"}) {
        auto held = sorted(sort);
        held.standing = "held";
        EXPECT_THAT(numbers(held), ElementsAre(m_all.at(5))) << sort;
    }
    OrderList cancelled;
    cancelled.stage = "cancelled";
    EXPECT_THAT(numbers(cancelled), ElementsAre(m_all.at(6)));
    OrderList ended;
    ended.standing = "ended";
    EXPECT_THAT(numbers(ended), ElementsAre(m_all.at(6)));
    auto gone = sorted("turn");
    gone.stage = "cancelled";
    EXPECT_THAT(numbers(gone), IsEmpty());
}

TEST_P(OrderListing, RefusesAnOrderThatTheBooksDoNotKeep) {
    EXPECT_TRUE(m_house->ask("operator", sorted("holder")).refusal().has("order.unknown-sort"_code));
}

}  // namespace
}  // namespace issuance
