// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <atomic>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stations.hpp"
#include "issuance/line/station_devices.hpp"
#include "issuance/office/institution.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/simulated_products.hpp"
#include "issuance/office/station.hpp"
#include "tests/issuance/line/line_under_test.hpp"

/// A line whose machines are at a station, and everything that can be lost between the two.
namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using contract::Json;
using contract::StationServe;
using contract::StationTold;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// What is lost, and when.
struct Loss {
    enum class What {
        Wish,     ///< the wish never comes to the station, which is gone from then on
        Outcome,  ///< the station has done it and is gone before anybody heard
        Answer,   ///< one answer of the office is lost; the station asks again
    };
    What what = What::Answer;
    const char* wish = "";
    int occurrence = 1;
    bool leavesDoubt = false;
};

void PrintTo(const Loss& loss, std::ostream* out) {
    *out << std::array{"wish", "outcome", "answer"}.at(static_cast<std::size_t>(loss.what)) << "/" << loss.wish << "/"
         << loss.occurrence;
}

/// Between a station and its line: knows one act, and loses what it is told to.
class LossyOffice final : public contract::Office {
   public:
    /// What a station had kept is told to `reports`.
    LossyOffice(StationLink& link, std::optional<Loss> loss,
                std::function<contract::StationReported(const contract::StationReport&)> reports)
        : m_link(link), m_loss(loss), m_reports(std::move(reports)) {}

    base::Result<Json> perform(std::string_view act, const contract::Credentials& /*credentials*/,
                               const Json& request) override {
        if (act == contract::StationReport::kAct.name) {
            if (m_gone) throw base::Failure{"service.unreachable"_code, base::NextStep::Retry, "test"};
            return contract::toJson(
                m_reports(base::expected(contract::fromJson<contract::StationReport>(request), "report")));
        }
        EXPECT_EQ(act, StationServe::kAct.name);
        const auto served = base::expected(contract::fromJson<StationServe>(request), "served");
        if (m_doomed && served.outcome) m_gone = true;
        if (m_gone) throw base::Failure{"service.unreachable"_code, base::NextStep::Retry, "test"};
        const auto told = m_link.serve(served, 100ms);
        if (told.wish && m_seen.insert(told.wish->turn).second && isMeant(told)) {
            m_happened = true;
            if (m_loss->what == Loss::What::Outcome) m_doomed = true;
            if (m_loss->what == Loss::What::Wish) m_gone = true;
            if (m_loss->what != Loss::What::Outcome)
                throw base::Failure{"service.unreachable"_code, base::NextStep::Retry, "test"};
        }
        return contract::toJson(told);
    }
    [[nodiscard]] bool happened() const { return m_happened; }

   private:
    bool isMeant(const StationTold& told) {
        return m_loss && told.wish->what == m_loss->wish && ++m_count == m_loss->occurrence;
    }

    StationLink& m_link;
    const std::optional<Loss> m_loss;
    const std::function<contract::StationReported(const contract::StationReport&)> m_reports;
    std::set<std::int64_t> m_seen;
    int m_count = 0;
    std::atomic<bool> m_doomed{false}, m_gone{false}, m_happened{false};
};

class StationLine : public testing::Test {
   protected:
    /// Works with the machines of a station until nothing is left or the station is lost.
    LineTally work(const std::optional<Loss>& loss, PagesOfStation pages = PagesOfStation::Believed) {
        auto& house = m_line.house();
        house.closeOffice();
        LineTally tally;
        {
            const auto opened = House::open(house.home());
            const auto connection = opened->database->connect();
            const auto author =
                base::expected(opened->sessions->authorize(*connection, house.token("operator"), "line.run"), "author");
            StationLink link{600ms};
            const auto reported = [&](const contract::StationReport& print) {
                auto answer = base::expected(
                    openLocalOffice(house.home())->ask(contract::Credentials{house.token("operator")}, print),
                    "report");
                m_reported.push_back(answer.became);
                return answer;
            };
            LossyOffice office{link, loss, reported};
            StationMachines machines;
            machines.home = house.home();
            machines.camera = m_camera;
            machines.patience = 0s;
            const auto station = base::expected(openStation(office, {}, machines), "station");
            const auto devices = openStationDevices(
                link, [&](const std::string& blank) { return profileOfBlank(*opened, blank); }, pages);
            const auto rooms = opened->lineRooms();
            Conductor conductor{rooms, *connection, *devices, author};
            try {
                tally = conductor.runUntilIdle(std::numeric_limits<std::int64_t>::max());
            } catch (const base::Failure& failure) {
                m_broken = failure.code().name();
            }
            link.end();
            station->settle();
            EXPECT_EQ(office.happened(), loss.has_value());
        }
        m_line.letLeasesLapse();
        house.reopenOffice();
        return tally;
    }

    support::LineUnderTest m_line{records::Engine::Sqlite};
    std::string m_camera = "none";
    std::string m_broken;
    std::vector<std::string> m_reported;  ///< what became of what stations had kept
};

TEST_F(StationLine, MakesEveryDocumentAsMachinesOfTheHouseDo) {
    const auto tally = work(std::nullopt);
    EXPECT_EQ(m_broken, "");
    EXPECT_EQ(tally.refused, 0);
    EXPECT_EQ(tally.inDoubt, 0);
    m_line.expectAllDone();
}

TEST_F(StationLine, WhatAStationShowsOfAPageCountsInTrainingOnly) {
    work(std::nullopt, PagesOfStation::Doubted);
    EXPECT_EQ(m_broken, "");
    auto& house = m_line.house();
    const auto released = house.ask("inspector", contract::LineRelease{});
    ASSERT_TRUE(released);
    EXPECT_TRUE(released->documents.empty());
    ASSERT_EQ(released->notReleased.size(), m_line.orders().size());
    EXPECT_EQ(released->notReleased.front().faults.front().code, "line.page-not-seen");
    for (const auto& order : m_line.orders()) {
        const auto number = house.ask("inspector", contract::OrderShow{order})->order.document;
        EXPECT_TRUE(house.ask("inspector", contract::DocumentConfirmPage{number})) << number;
    }
    m_line.expectAllDone();
}

TEST_F(StationLine, APictureThatItsMakerShowsReplacesNobodysEyes) {
    m_camera = "folder";
    work(std::nullopt, PagesOfStation::Doubted);
    auto& house = m_line.house();
    for (const auto& order : m_line.orders())
        EXPECT_NE(house.ask("operator", contract::OrderShow{order})->order.stage, "inspected") << "unseen";

    const HomeFiles files{house.home()};
    for (const auto& page : std::filesystem::directory_iterator{files.pages()})
        base::writeFileDurably(files.scans() / page.path().filename().replace_extension(".jpg"),
                               base::bytesOf("no picture"));
    work(std::nullopt, PagesOfStation::Doubted);
    for (const auto& order : m_line.orders()) {
        const auto shown = house.ask("inspector", contract::OrderShow{order})->order;
        EXPECT_EQ(shown.stage, "inspected");
        std::string doubts;
        const auto verdicts = house.ask("inspector", contract::DocumentShow{shown.document})->verdicts;
        for (const auto& verdict : verdicts)
            if (verdict.check.ends_with("-doubtful")) doubts += verdict.reason + " ";
        EXPECT_NE(doubts.find("printing.scan-not-readable"), std::string::npos);
        EXPECT_NE(doubts.find("line.page-shown-by-maker"), std::string::npos);
        EXPECT_TRUE(house.ask("inspector", contract::DocumentConfirmPage{shown.document}));
    }
    m_line.expectAllDone();
}

class LostPage : public StationLine, public testing::WithParamInterface<int> {};
// The pages of two passports, and the second side of a card.
INSTANTIATE_TEST_SUITE_P(ThatIsTheLastOfItsDocument, LostPage, testing::Values(1, 2, 4));

TEST_P(LostPage, IsReportedByItsStationWhichEndsTheDoubt) {
    work(Loss{Loss::What::Outcome, "print", GetParam()});
    ASSERT_THAT(m_line.doubts(), SizeIs(1));
    EXPECT_THAT(m_reported, IsEmpty());
    work(std::nullopt);
    EXPECT_THAT(m_reported, ElementsAre("recorded"));
    m_line.run();
    for (const auto& order : m_line.orders())
        EXPECT_EQ(m_line.house().ask("operator", contract::OrderShow{order})->order.attempts, 1) << order;
    m_line.expectAllDone();
}

TEST_F(StationLine, ACardWithOneSideThatItsHouseNeverHeardOfIsSpoiled) {
    work(Loss{Loss::What::Outcome, "print", 3});
    ASSERT_THAT(m_line.doubts(), SizeIs(1));
    const auto card = m_line.doubts().front().order;
    work(std::nullopt);
    EXPECT_THAT(m_reported, ElementsAre("recorded"));
    m_line.run();
    EXPECT_EQ(m_line.house().ask("operator", contract::OrderShow{card})->order.attempts, 2);
    m_line.expectAllDone();
}

TEST_F(StationLine, APersonWhoLookedAtAPageIsNotContradicted) {
    work(Loss{Loss::What::Outcome, "print", 1});
    m_line.resolve("spoiled");
    work(std::nullopt);
    EXPECT_THAT(m_reported, ElementsAre("too_late"));
    m_line.run();
    m_line.expectAllDone();
}

TEST_F(StationLine, WhatALineHasWrittenIsReportedByNobody) {
    work(std::nullopt);
    EXPECT_THAT(m_reported, IsEmpty());
    m_line.expectAllDone();
}

TEST_F(StationLine, AKeptPrintThatCannotBeReadStaysAndStopsNobody) {
    const auto torn = HomeFiles{m_line.house().home()}.outcomes() / "torn.print";
    std::filesystem::create_directories(torn.parent_path());
    base::writeFileDurably(torn, "{\"act\":");
    work(std::nullopt);
    EXPECT_THAT(m_reported, IsEmpty());
    EXPECT_TRUE(std::filesystem::exists(torn));
    m_line.expectAllDone();
}

TEST_F(StationLine, NobodyReportsWhatThisHouseDidNotSeal) {
    work(std::nullopt);
    auto& house = m_line.house();
    for (const auto& act : {base::Bytes{}, base::bytesOf("no act"), base::randomBytes(300)})
        EXPECT_TRUE(
            house.ask("operator", contract::StationReport{act, "completed"}).refusal().has("station.unknown-act"_code));
}

class LostStationLine : public StationLine, public testing::WithParamInterface<Loss> {};

constexpr Loss kLosses[] = {
    {Loss::What::Wish, "print", 1, true},        {Loss::What::Outcome, "print", 1, true},
    {Loss::What::Answer, "print", 1, false},     {Loss::What::Wish, "bring", 1, false},
    {Loss::What::Outcome, "bring", 1, false},    {Loss::What::Answer, "bring", 1, false},
    {Loss::What::Wish, "card", 1, false},        {Loss::What::Outcome, "card", 2, false},
    {Loss::What::Answer, "card", 1, false},      {Loss::What::Wish, "transmit", 1, false},
    {Loss::What::Outcome, "transmit", 1, false}, {Loss::What::Wish, "transmit", 30, true},
    {Loss::What::Outcome, "transmit", 30, true}, {Loss::What::Answer, "transmit", 30, false},
    {Loss::What::Wish, "transmit", 80, true},    {Loss::What::Outcome, "transmit", 80, true},
    {Loss::What::Answer, "transmit", 80, false}, {Loss::What::Wish, "look", 1, false},
    {Loss::What::Outcome, "look", 1, false},     {Loss::What::Answer, "look", 1, false},
    {Loss::What::Wish, "page", 1, false},        {Loss::What::Outcome, "page", 1, false},
    {Loss::What::Answer, "page", 1, false},
};
INSTANTIATE_TEST_SUITE_P(AtEachKindOfWish, LostStationLine, testing::ValuesIn(kLosses));

TEST_P(LostStationLine, LosesAndDoublesNothing) {
    const auto& loss = GetParam();
    work(loss);
    EXPECT_EQ(m_line.doubts().size(), loss.leavesDoubt ? 1U : 0U);
    if (loss.what == Loss::What::Answer) {
        EXPECT_EQ(m_broken, "");
    }
    m_line.expectBooksAgree();
    m_line.run();
    EXPECT_EQ(m_line.doubts().size(), loss.leavesDoubt ? 1U : 0U) << "a machine went on from a doubt";
    m_line.resolve("spoiled");
    m_line.run();
    m_line.expectAllDone();
}

TEST(StationLinks, ALineIsServedByWhoAskedForItFromWhereTheyAsked) {
    StationLinks links;
    const records::Author ana{records::OperatorId{"ana"}, records::WorkstationId{"linea-1"}, {}};
    const records::Author eva{records::OperatorId{"eva"}, records::WorkstationId{"linea-1"}, {}};
    const records::Author elsewhere{records::OperatorId{"ana"}, records::WorkstationId{"linea-2"}, {}};
    const std::string name = "0123456789abcdef";
    EXPECT_TRUE(links.attach(ana, "short").refusal().has("station.bad-name"_code));
    EXPECT_TRUE(links.attach(ana, "0123456789abcdef/..").refusal().has("station.bad-name"_code));
    const auto attached = base::expected(links.attach(ana, name), "attached");
    EXPECT_TRUE(links.attach(ana, name).refusal().has("station.in-use"_code));
    std::thread line{[&] {
        contract::StationWish wish;
        wish.what = "bring";
        EXPECT_TRUE(attached->link().ask(wish, {}).outcome);
    }};
    for (const auto& other : {eva, elsewhere}) EXPECT_FALSE(links.serve(other, {name}, 50ms).wish);
    const auto told = links.serve(ana, {name}, 5s);
    ASSERT_TRUE(told.wish);
    contract::StationOutcome outcome;
    outcome.turn = told.wish->turn;
    for (const auto& other : {eva, elsewhere}) EXPECT_FALSE(links.serve(other, {name, outcome}, 10ms).wish);
    links.serve(ana, {name, outcome}, 10ms);
    line.join();
}

TEST(StationLink, AnOutcomeOfAnotherWishIsNotTaken) {
    StationLink link{300ms};
    std::thread station{[&] {
        const auto told = link.serve({"name"}, 5s);
        contract::StationOutcome outcome;
        outcome.turn = told.wish->turn - 1;
        link.serve({"name", outcome}, 10ms);
    }};
    contract::StationWish wish;
    wish.what = "card";
    const auto asked = link.ask(wish, {});
    EXPECT_FALSE(asked.outcome);
    EXPECT_TRUE(asked.fetched);
    station.join();
}

TEST(StationLink, AStationThatIsAtItIsNotLostAndIsToldWhenNobodyWaits) {
    StationLink link{300ms};
    std::atomic<bool> givenUp{false};
    std::thread station{[&] {
        const auto told = link.serve({"name"}, 5s);
        for (int sign = 0; sign < 50 && !givenUp; ++sign) {
            std::this_thread::sleep_for(100ms);
            if (link.serve({"name", std::nullopt, true}, 0ms).giveUp) givenUp = true;
        }
        contract::StationOutcome outcome;
        outcome.turn = told.wish->turn;
        outcome.done = true;
        link.serve({"name", outcome}, 10ms);
    }};
    contract::StationWish wish;
    wish.what = "bring";
    const auto until = std::chrono::steady_clock::now() + 1s;
    const auto asked = link.ask(wish, [&] { return std::chrono::steady_clock::now() < until; });
    EXPECT_TRUE(asked.outcome && asked.outcome->done);
    EXPECT_TRUE(givenUp);
    station.join();
}

}  // namespace
}  // namespace issuance
