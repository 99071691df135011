// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <limits>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/support/engine_test.hpp"
#include "tests/support/ipp_test_printer.hpp"
#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using namespace std::chrono_literals;
using records::Engine;

constexpr auto kLease = 120s;
/// How much time passes, by the line's clock, between two signs of progress of a slow machine.
constexpr auto kSlowness = 50s;

/// Real devices at which time passes: the line's clock is moved at each sign of progress of the printer.
class SlowDevices final : public Devices, private printing::Printer {
   public:
    SlowDevices(std::unique_ptr<Devices> devices, std::function<void()> timePasses, std::function<void()> cardAsked)
        : m_devices(std::move(devices)), m_timePasses(std::move(timePasses)), m_cardAsked(std::move(cardAsked)) {}
    printing::Printer& printer() override { return *this; }
    bool bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting) override {
        return m_devices->bring(blank, laying, keepWaiting);
    }
    [[nodiscard]] bool fedByHand() const override { return m_devices->fedByHand(); }
    std::shared_ptr<chip::Card> cardOf(const std::string& blank) override {
        if (m_cardAsked) m_cardAsked();
        return m_devices->cardOf(blank);
    }
    bool lookAt(const std::string& job, const KeepWaiting& keepWaiting) override {
        return m_devices->lookAt(job, keepWaiting);
    }
    std::optional<base::Bytes> finishedPage(const std::string& name) override { return m_devices->finishedPage(name); }
    void wearOut(const std::string& blank) override { m_devices->wearOut(blank); }

   private:
    printing::PrintOutcome print(const printing::PrintJob& job, const printing::PrintProgress& progress) override {
        return m_devices->printer().print(job, [&](const printing::PrintStanding& standing) {
            m_timePasses();
            return progress(standing);
        });
    }

    std::unique_ptr<Devices> m_devices;
    std::function<void()> m_timePasses;
    std::function<void()> m_cardAsked;
};

/// One station at work by a clock that the test moves, while another process would take what lapses.
class Leases : public testing::TestWithParam<Engine> {
   protected:
    void open(const std::string& printer = "folder") {
        m_line = std::make_unique<support::LineUnderTest>(GetParam());
        m_house = House::open(m_line->house().home());
        m_mine = m_house->database->connect();
        m_others = m_house->database->connect();
        m_author = base::expected(m_house->sessions->authorize(*m_mine, m_line->house().token("operator"), "line.run"),
                                  "author");
        m_printer = printer;
    }
    void TearDown() override {
        m_mine.reset();
        m_others.reset();
        m_house.reset();
        m_line.reset();
    }

    LineTally work(
        const StepWatch& watch, const std::function<void()>& timePasses = [] {}) {
        SlowDevices devices{openDevices({m_printer, "simulated", m_house->files.chips(), m_house->files.pages()}),
                            timePasses, m_cardAsked};
        const auto rooms = m_house->lineRooms();
        const auto& chips = m_chips ? *m_chips : rooms.chipProfiles;
        const LineRooms mine{m_queue,
                             rooms.orders,
                             rooms.documents,
                             rooms.confidential,
                             rooms.stock,
                             rooms.catalogue,
                             rooms.designs,
                             chips,
                             rooms.preparation,
                             rooms.signers,
                             rooms.trust,
                             m_clock,
                             rooms.transportKeys,
                             rooms.stations,
                             rooms.outcomes,
                             rooms.materials};
        Conductor conductor{mine, *m_mine, devices, m_author};
        conductor.watchSteps(watch);
        return conductor.runUntilIdle(std::numeric_limits<std::int64_t>::max());
    }
    /// Lets time pass, and has another station take what has lapsed.
    void pass(std::chrono::seconds time) {
        m_clock.advance(time);
        records::Transaction transaction{*m_others};
        m_taken += m_queue.recoverLapsed(transaction, m_author).size();
        transaction.commit();
    }
    std::vector<std::string> stages() {
        std::vector<std::string> stages;
        for (const auto& order : m_line->orders())
            stages.push_back(m_line->house().ask("operator", OrderShow{order})->order.stage);
        return stages;
    }

    base::ManualClock m_clock{base::SystemClock{}.now()};
    TaskQueue m_queue{m_clock, kLease, 3};
    std::unique_ptr<support::LineUnderTest> m_line;
    std::unique_ptr<House> m_house;
    std::unique_ptr<records::Connection> m_mine;
    std::unique_ptr<records::Connection> m_others;
    records::Author m_author;
    std::string m_printer;
    std::optional<ChipProfiles> m_chips;  ///< in the place of the house's
    std::function<void()> m_cardAsked;    ///< each time that the line asks for a chip
    std::size_t m_taken = 0;
};
TROQUEL_ON_BOTH_ENGINES(Leases);

TEST_P(Leases, OutliveAnEncodingThatTakesLongerThanTheyLast) {
    open();
    const auto began = m_clock.now();
    const auto tally = work([&](std::string_view point) {
        if (point.rfind("encode.write-file", 0) == 0) pass(kSlowness);
    });
    EXPECT_GT(m_clock.now() - began, 10 * kLease);
    EXPECT_EQ(m_taken, 0U);
    EXPECT_EQ(tally.inDoubt, 0);
    EXPECT_EQ(stages(), (std::vector<std::string>{"inspected", "inspected", "inspected"}));
}

TEST_P(Leases, OutliveAPrintThatTakesLongerThanTheyLast) {
    const support::IppTestPrinter printer{"sleep 1"};
    open(printer.uri());
    const auto began = m_clock.now();
    const auto tally = work({}, [&] { pass(kSlowness); });
    EXPECT_GT(m_clock.now() - began, 2 * kLease);
    EXPECT_EQ(m_taken, 0U);
    EXPECT_EQ(tally.inDoubt, 0);
    EXPECT_EQ(stages(), (std::vector<std::string>{"inspected", "inspected", "inspected"}));
}

TEST_P(Leases, AreGivenBackWithoutABlankWhereTheChipOpensOnlyWithAKeyThatTheLineLacks) {
    open();
    const auto templates = support::sourceDir() / "templates";
    const auto product = base::expected(
        chip::ChipProfile::load(templates / "chips/iso-7816-9.xml", templates / "schemas/chip-profile.xsd"), "profile");
    ASSERT_NE(product.transportKey(), nullptr);
    m_chips = {{"icao-applet", product}};
    work([](std::string_view) {});
    std::size_t held = 0;
    for (const auto& order : m_line->orders()) {
        const auto shown = m_line->house().ask("operator", OrderShow{order});
        if (shown->order.standing != "held") continue;
        ++held;
        EXPECT_EQ(shown->holdReason, "personalization.transport-key-missing");
        EXPECT_TRUE(shown->order.document.empty());
        EXPECT_EQ(m_mine->queryOne("SELECT count(*) FROM blank WHERE order_id = ?1", {order})->integer(0), 0);
    }
    EXPECT_GT(held, 0U);
    m_line->expectBooksAgree();
}

class LostLeases : public Leases {
   protected:
    /// Loses the lease at the first time that the point is reached.
    void loseAt(const std::string& losing) {
        open();
        bool lost = false;
        work([&](std::string_view point) {
            if (lost || point != losing) return;
            lost = true;
            pass(2 * kLease);
        });
        ASSERT_TRUE(lost);
        EXPECT_EQ(m_taken, 1U);
    }
};
TROQUEL_ON_BOTH_ENGINES(LostLeases);

TEST_P(LostLeases, InAnActEndOnlyThatOrderInDoubtAndTheLineGoesOn) {
    loseAt("encode.write-file EF.DG2");
    ASSERT_EQ(m_line->doubts().size(), 1U);
    // The chip was written to its end all the same, and the person is told so.
    EXPECT_EQ(m_line->house().ask("supervisor", LineDoubt{m_line->doubts().front().order, "simulated"})->chip,
              "locked");
    auto found = stages();
    EXPECT_EQ(std::count(found.begin(), found.end(), "inspected"), 2);
    m_line->resolve("done");
    m_line->run();
    m_line->expectAllDone();
}

TEST_P(LostLeases, AfterOneSideOfACardEndOnlyThatOrderInDoubt) {
    loseAt("print.back");
    ASSERT_EQ(m_line->doubts().size(), 1U);
    auto found = stages();
    EXPECT_EQ(std::count(found.begin(), found.end(), "inspected"), 2);
    m_line->resolve("spoiled");
    m_line->run();
    m_line->expectAllDone();
}

/// What was printed for an order's blank.
std::size_t pagesOf(House& house, const std::string& blank) {
    std::size_t pages = 0;
    if (std::filesystem::exists(house.files.pages()))
        for (const auto& page : std::filesystem::directory_iterator{house.files.pages()})
            if (page.path().filename().string().starts_with(blank + "-")) ++pages;
    return pages;
}

TEST_P(LostLeases, BeforeAPageOfWhatWasBegunPrintNothing) {
    loseAt("print.begun");
    ASSERT_EQ(m_line->doubts().size(), 1U);
    const auto blank = m_line->doubts().front().blank;
    ASSERT_FALSE(blank.empty());
    EXPECT_EQ(pagesOf(*m_house, blank), 0U);
    m_line->resolve("untouched");
    m_line->run();
    m_line->expectAllDone();
}

TEST_P(LostLeases, BeforeAChipOfWhatWasBegunWriteNothing) {
    loseAt("encode.begun");
    ASSERT_EQ(m_line->doubts().size(), 1U);
    EXPECT_EQ(m_line->house().ask("supervisor", LineDoubt{m_line->doubts().front().order, "simulated"})->chip, "blank");
    m_line->resolve("untouched");
    m_line->run();
    m_line->expectAllDone();
}

// A person spoiled the blank meanwhile, and the document's key was erased with it.
TEST_P(LostLeases, OfWhatAPersonHasResolvedSinceEndOnlyThatAct) {
    open();
    bool lost = false;
    work([&](std::string_view point) {
        if (lost || point != "encode.begun") return;
        lost = true;
        pass(2 * kLease);
        m_line->resolve("spoiled");
    });
    ASSERT_TRUE(lost);
    EXPECT_EQ(stages(), (std::vector<std::string>{"inspected", "inspected", "inspected"}));
    m_line->expectAllDone();
}

TEST_P(LostLeases, WhileAChipThatWentIsSetAsideEndOnlyThatTask) {
    open();
    bool gone = false;
    m_cardAsked = [&] {
        if (std::exchange(gone, true)) return;
        pass(2 * kLease);
        throw base::Failure{"card.removed"_code, base::NextStep::Retry, "reader"};
    };
    work({});
    ASSERT_TRUE(gone);
    EXPECT_EQ(m_taken, 1U);
    EXPECT_TRUE(m_line->doubts().empty());
    EXPECT_EQ(stages(), (std::vector<std::string>{"inspected", "inspected", "inspected"}));
    m_line->expectAllDone();
}

TEST_P(LostLeases, BeforeAnActGiveTheOrderToWhoeverComesNext) {
    loseAt("prepare.made");
    EXPECT_TRUE(m_line->doubts().empty());
    EXPECT_EQ(stages(), (std::vector<std::string>{"inspected", "inspected", "inspected"}));
    m_line->expectAllDone();
}

}  // namespace
}  // namespace issuance
