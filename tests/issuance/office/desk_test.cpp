// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <future>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <thread>

#include "base/failure.hpp"
#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_losses.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_sites.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/house.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"
#include "tests/support/ipp_test_printer.hpp"

/// What people do at a desk: places, shifts, release of all that waits.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

class DeskTest : public testing::TestWithParam<records::Engine> {
   protected:
    void produceAll(const std::string& who) {
        base::expected(m_house.ask(who, LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
    }
    /// Every blank of the house that lies usable at the workstation, as a scanner would read them.
    std::vector<std::string> unusedAt(const std::string& place) {
        std::vector<std::string> serials;
        std::istringstream lines{m_house.ask("custodian", StockExport{})->text};
        for (std::string line; std::getline(lines, line);)
            if (line.find("," + place + ",usable,") != std::string::npos)
                serials.push_back(line.substr(0, line.find(',')));
        return serials;
    }
    std::int64_t journalled(const std::string& act, const std::string& object) {
        const auto exported = m_house.ask("auditor", JournalExport{});
        std::istringstream lines{base::textOf(exported->files.front().content)};
        std::int64_t count = 0;
        for (std::string line; std::getline(lines, line);) {
            const auto entry = Json::parse(line);
            count += entry.at("act") == act && entry.at("objectId") == object ? 1 : 0;
        }
        return count;
    }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
};
TROQUEL_ON_BOTH_ENGINES(DeskTest);

TEST_P(DeskTest, AnAdministratorMakesListsAndClosesPlaces) {
    ASSERT_TRUE(m_house.ask("admin", SiteCreate{"norte", "Sede norte"}));
    ASSERT_TRUE(m_house.ask("admin", WorkstationCreate{"norte-1", "Norte 1", "norte"}));
    EXPECT_TRUE(m_house.ask("admin", SiteCreate{"norte", "x"}).refusal().has("people.site-known"_code));
    EXPECT_TRUE(m_house.ask("admin", SiteClose{"norte", "fin"}).refusal().has("people.site-has-workstations"_code));
    EXPECT_TRUE(m_house.ask("admin", WorkstationClose{"linea-1", "fin"}).refusal().has("people.own-workstation"_code));
    EXPECT_FALSE(m_house.ask("supervisor", SiteCreate{"sur", "Sede sur"}));
    ASSERT_TRUE(m_house.ask("admin", WorkstationClose{"norte-1", "fin"}));
    ASSERT_TRUE(m_house.ask("supervisor",
                            PlaceAdd{"vault", "norte", "Bóveda norte", "norte", "custodian2", std::nullopt, true, {}}));
    EXPECT_TRUE(m_house.ask("admin", SiteClose{"norte", "fin"}).refusal().has("custody.site-has-place"_code));
    ASSERT_TRUE(m_house.ask("supervisor", PlaceClose{"vault:norte", "fin"}));
    ASSERT_TRUE(m_house.ask("admin", SiteClose{"norte", "fin"}));

    const auto sites = m_house.ask("custodian", SiteList{})->sites;
    ASSERT_EQ(sites.size(), 2U);
    EXPECT_EQ(sites[0].site, "central");
    EXPECT_TRUE(sites[0].active);
    EXPECT_EQ(sites[0].workstations, 1);
    EXPECT_FALSE(sites[1].active);
    EXPECT_EQ(sites[1].workstations, 0);
    const auto stations = m_house.ask("auditor", WorkstationList{})->workstations;
    ASSERT_EQ(stations.size(), 2U);
    EXPECT_EQ(stations[1].name, "Norte 1");
    EXPECT_FALSE(stations[1].active);
    for (const char* act : {"site.create", "site.close"}) EXPECT_EQ(journalled(act, "norte"), 1) << act;
    for (const char* act : {"workstation.create", "workstation.close"}) EXPECT_EQ(journalled(act, "norte-1"), 1) << act;
}

TEST_P(DeskTest, AWorkstationWithAnOpenShiftStaysUntilTheShiftIsClosed) {
    ASSERT_TRUE(m_house.ask("custodian", StockReceive{m_house.material("manifest.xml")}, "custodian2"));
    ASSERT_TRUE(m_house.ask("admin", WorkstationCreate{"linea-2", "Línea 2", "central"}));
    const auto issued = m_house.ask("custodian", StockIssue{"card-visitor", 5, "linea-2"}, "custodian2");
    ASSERT_TRUE(issued);
    EXPECT_TRUE(m_house.ask("admin", WorkstationClose{"linea-2", "fin"}).refusal().has("office.shift-open"_code));
    auto stations = m_house.ask("custodian", WorkstationList{})->workstations;
    EXPECT_TRUE(stations[1].active) << "a refused closing left the workstation closed";
    EXPECT_TRUE(stations[1].shiftOpen);
    EXPECT_EQ(journalled("workstation.close", "linea-2"), 0);

    const auto closed = m_house.ask("custodian", StockClose{"linea-2", issued->ranges}, "custodian2");
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->returned, 5);
    EXPECT_EQ(closed->ranges, issued->ranges);
    ASSERT_TRUE(m_house.ask("admin", WorkstationClose{"linea-2", "fin"}));
    EXPECT_TRUE(m_house.ask("custodian", StockIssue{"card-visitor", 5, "linea-2"}, "custodian2")
                    .refusal()
                    .has("people.unknown-workstation"_code));
}

TEST_P(DeskTest, Control06AShiftClosesWhenEveryBlankIsAccountedFor) {
    m_house.stockAndOrders();
    const auto orders = m_house.ask("operator", OrderList{})->orders;
    base::expected(m_house.ask("operator", LineRun{"folder", "simulated", orders.front().order, std::nullopt}), "line");
    auto unused = unusedAt("workstation:linea-1");
    ASSERT_EQ(unused.size(), 50U - 14U - 1U);

    const StockClose whole{"linea-1", unused};
    EXPECT_TRUE(m_house.ask("custodian", whole).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(m_house.ask("custodian", whole, "custodian").refusal().has("people.same-person"_code));
    EXPECT_FALSE(m_house.ask("operator", whole, "custodian"));
    const std::vector<std::string> allButOne{unused.begin() + 1, unused.end()};
    const auto lacking = m_house.ask("custodian", StockClose{"linea-1", allButOne}, "custodian2");
    ASSERT_FALSE(lacking);
    EXPECT_TRUE(lacking.refusal().has("stock.not-returned"_code));
    EXPECT_EQ(lacking.refusal().first().arguments.front().second, unused.front());
    EXPECT_TRUE(m_house.ask("custodian", StockClose{"linea-9", {}}, "custodian2")
                    .refusal()
                    .has("people.unknown-workstation"_code));

    const auto closed = m_house.ask("custodian", whole, "custodian2");
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->issued, 50);
    EXPECT_EQ(closed->personalised, 14);
    EXPECT_EQ(closed->spoiled, 1);
    EXPECT_EQ(closed->returned, 35);
    EXPECT_EQ(closed->unexplained, 0);
    EXPECT_EQ(journalled("stock.close", closed->shift), 1);
    EXPECT_TRUE(unusedAt("workstation:linea-1").empty());
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
    EXPECT_TRUE(m_house.ask("custodian", StockClose{"linea-1", {}}, "custodian2").refusal().has("stock.no-shift"_code));
}

TEST_P(DeskTest, Control06AShiftThatLacksABlankClosesOnlyWithASupervisorAndACase) {
    ASSERT_TRUE(m_house.ask("custodian", StockReceive{m_house.material("manifest.xml")}, "custodian2"));
    ASSERT_TRUE(m_house.ask("custodian", StockIssue{"card-visitor", 5, "linea-1"}, "custodian2"));
    const auto unused = unusedAt("workstation:linea-1");
    const std::vector<std::string> allButOne{unused.begin() + 1, unused.end()};
    const StockCloseShort shorter{"linea-1", allButOne, "No aparece en el puesto"};
    EXPECT_TRUE(m_house.ask("custodian", StockClose{"linea-1", allButOne}, "custodian2")
                    .refusal()
                    .has("stock.not-returned"_code));
    EXPECT_TRUE(m_house.ask("custodian", shorter).refusal().has("people.second-person-missing"_code));
    for (const auto& [first, second] : {std::pair{"custodian", "custodian2"},
                                        {"operator", "supervisor"},
                                        {"supervisor", "supervisor"},
                                        {"supervisor", "custodian"}})
        EXPECT_FALSE(m_house.ask(first, shorter, second)) << first << " with " << second;
    EXPECT_TRUE(m_house.ask("custodian", StockCloseShort{"linea-1", unused, "Por si acaso"}, "supervisor")
                    .refusal()
                    .has("stock.shift-balances"_code));
    EXPECT_TRUE(m_house.ask("custodian", StockCloseShort{"linea-1", allButOne, " "}, "supervisor")
                    .refusal()
                    .has("case.bad-text"_code));
    EXPECT_EQ(unusedAt("workstation:linea-1"), unused) << "what is refused moves nothing";

    const auto closed = m_house.ask("custodian", shorter, "supervisor");
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->returned, 4);
    EXPECT_EQ(closed->unexplained, 1);
    ASSERT_EQ(closed->cases.size(), 1U);
    const auto found = m_house.ask("supervisor", CaseShow{closed->cases.front()});
    EXPECT_EQ(found->line.kind, "discrepancy");
    ASSERT_EQ(found->matters.size(), 1U);
    EXPECT_EQ(found->matters.front().serials, unused.front());
    EXPECT_EQ(m_house.ask("custodian", StockHistory{unused.front()})->state, "missing");
    EXPECT_TRUE(unusedAt("workstation:linea-1").empty());
    EXPECT_EQ(journalled("stock.close", closed->shift), 1);
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
    EXPECT_TRUE(m_house.ask("custodian", shorter, "supervisor").refusal().has("stock.no-shift"_code));
}

TEST_P(DeskTest, Control06AShiftWhoseMissingBlankHasACaseStillNeedsTheSupervisor) {
    ASSERT_TRUE(m_house.ask("custodian", StockReceive{m_house.material("manifest.xml")}, "custodian2"));
    ASSERT_TRUE(m_house.ask("custodian", StockIssue{"card-visitor", 3, "linea-1"}, "custodian2"));
    const auto unused = unusedAt("workstation:linea-1");
    const auto missing = m_house.ask("operator", StockMissing{{unused.front()}, "No aparece"});
    ASSERT_TRUE(missing);
    const std::vector<std::string> rest{unused.begin() + 1, unused.end()};
    EXPECT_TRUE(
        m_house.ask("custodian", StockClose{"linea-1", rest}, "custodian2").refusal().has("stock.shift-short"_code));
    const auto closed = m_house.ask("custodian", StockCloseShort{"linea-1", rest, "Con caso abierto"}, "supervisor");
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->cases, missing->cases);
    EXPECT_EQ(closed->unexplained, 1);
}

TEST_P(DeskTest, ADocumentThatCameBackIsAnnulledByTwoAndVoidForGood) {
    m_house.stockAndOrders();
    base::expected(m_house.ask("operator", LineRun{"folder", "simulated", {}, std::nullopt}), "line");
    std::string serial;
    const auto there = m_house.ask("custodian", PlaceShow{"workstation:linea-1"});
    for (const auto& line : there->lines)
        if (line.state == "personalised") serial = line.ranges.front().substr(0, line.ranges.front().find('-'));
    base::expected(m_house.ask("custodian", StockClose{"linea-1", unusedAt("workstation:linea-1")}, "custodian2"),
                   "close");
    const StockAnnul back{{serial}, "Devuelto por el titular"};
    EXPECT_TRUE(m_house.ask("custodian", back).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(m_house.ask("custodian", back, "custodian2").refusal().has("document.not-released"_code));
    EXPECT_EQ(m_house.ask("custodian", StockHistory{serial})->state, "personalised");

    base::expected(m_house.ask("inspector", LineRelease{}), "release");
    const auto annulled = m_house.ask("custodian", back, "custodian2");
    ASSERT_TRUE(annulled);
    EXPECT_EQ(annulled->quantity, 1);
    ASSERT_EQ(annulled->documents.size(), 1U);
    const auto& number = annulled->documents.front();
    EXPECT_EQ(m_house.ask("custodian", StockHistory{serial})->state, "annulled");
    EXPECT_EQ(m_house.ask("operator", DocumentShow{number})->state, "void");
    EXPECT_TRUE(m_house.ask("custodian", back, "custodian2").refusal().has("stock.wrong-state"_code));
    EXPECT_EQ(journalled("stock.annul", ""), 1);
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
}

TEST_P(DeskTest, EveryTextThatIsNoRangeIsNamedAtOnce) {
    m_house.stockAndOrders();
    const auto unused = unusedAt("workstation:linea-1");
    const auto reversed = unused[1] + "-" + unused[0];
    const auto ofTwoItems = unused.front() + "-" + unused.back();
    const auto refused = m_house.ask(
        "custodian", StockClose{"linea-1", {"garabato", reversed, ofTwoItems, unused[0] + "-", ""}}, "custodian2");
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().faults().size(), 5U);
    for (const auto& fault : refused.refusal().faults()) EXPECT_EQ(fault.code, "stock.bad-range"_code);
    const auto twice =
        m_house.ask("custodian", StockClose{"linea-1", {unused[0] + "-" + unused[1], unused[1]}}, "custodian2");
    ASSERT_FALSE(twice);
    EXPECT_TRUE(twice.refusal().has("stock.returned-twice"_code));
}

TEST_P(DeskTest, ReleaseOfAllLeavesWhatOneMadeOneselfAndSaysSo) {
    m_house.stockAndOrders();
    m_house.enrol("operator2", "operator");
    const auto orders = m_house.ask("operator", OrderList{})->orders;
    const std::size_t own = 4;
    for (std::size_t i = own; i < orders.size(); ++i)
        base::expected(m_house.ask("supervisor", OrderHold{orders[i].order, "espera"}), "hold");
    produceAll("operator");
    for (std::size_t i = own; i < orders.size(); ++i)
        base::expected(m_house.ask("supervisor", OrderRelease{orders[i].order, "sigue"}), "release");
    produceAll("operator2");
    base::expected(m_house.ask("admin", OperatorRevoke{"operator", "operator"}), "revoke");
    base::expected(m_house.ask("admin", OperatorGrant{"operator", "inspector"}), "grant");

    const auto released = m_house.ask("operator", LineRelease{});
    ASSERT_TRUE(released);
    EXPECT_EQ(released->documents.size(), orders.size() - own);
    ASSERT_EQ(released->notReleased.size(), own);
    std::set<std::string> left;
    for (const auto& order : released->notReleased) {
        left.insert(order.order);
        ASSERT_EQ(order.faults.size(), 1U);
        EXPECT_EQ(order.faults.front().code, "line.released-by-maker");
    }
    for (std::size_t i = 0; i < own; ++i) EXPECT_EQ(left.count(orders[i].order), 1U) << orders[i].order;
    EXPECT_TRUE(m_house.ask("operator", LineRelease{orders[0].order}).refusal().has("line.released-by-maker"_code));
    EXPECT_EQ(m_house.ask("inspector", LineRelease{})->documents.size(), own);
}

TEST_P(DeskTest, TheLineRunsOnlyWithDevicesThatAreThere) {
    const auto refusal = [&](const std::string& printer, const std::string& reader) {
        const auto ran = m_house.ask("operator", LineRun{printer, reader, std::nullopt, std::nullopt});
        return ran ? base::Refusal{std::vector<base::Fault>{}} : ran.refusal();
    };
    EXPECT_TRUE(refusal("impresora", "simulated").has("line.unknown-printer"_code));
    const auto nobody = "ipp://127.0.0.1:" + std::to_string(support::freePort()) + "/ipp/print";
    EXPECT_TRUE(refusal(nobody, "simulated").has("line.printer-absent"_code));
    const auto both = refusal("impresora", "lector");
    ASSERT_EQ(both.faults().size(), 2U);
    EXPECT_EQ(both.faults()[1].code, "line.unknown-reader"_code);
    EXPECT_EQ(both.faults()[1].arguments[1].second.rfind("simulated", 0), 0U);
}

TEST_P(DeskTest, AnUnknownStageOrStandingIsRefusedWithThoseThatThereAre) {
    const auto refused = m_house.ask("operator", OrderList{"impreso", "tarde", std::nullopt, std::nullopt});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().faults().size(), 2U);
    EXPECT_EQ(refused.refusal().faults()[0].code, "order.unknown-stage"_code);
    EXPECT_THAT(
        refused.refusal().faults()[0].arguments,
        testing::Contains(testing::Pair(
            "known", "received, cleared, prepared, printed, encoded, inspected, released, cancelled, sent_back")));
    EXPECT_EQ(refused.refusal().faults()[1].code, "order.unknown-standing"_code);
    EXPECT_TRUE(m_house.ask("operator", OrderList{"printed", "ready", std::nullopt, std::nullopt}));
}

TEST_P(DeskTest, PeopleAreSeenAndCheckpointsSignedByThoseWhoMay) {
    EXPECT_EQ(m_house.ask("supervisor", OperatorList{})->operators.size(), 12U);
    EXPECT_TRUE(m_house.ask("auditor", OperatorList{}));
    EXPECT_FALSE(m_house.ask("operator", OperatorList{}));
    EXPECT_TRUE(m_house.ask("auditor", JournalCheckpoint{}).refusal().has("people.not-permitted"_code));
    EXPECT_TRUE(m_house.ask("security_officer", JournalCheckpoint{}));
    EXPECT_EQ(m_house.ask("auditor", JournalVerify{})->checkpoints, 1);
}

/// Releases one order in a transaction of its own that stays open until `finish`.
class OtherInspector {
   public:
    OtherInspector(support::TrainingHouse& training, const std::string& order)
        : m_house(House::open(training.home())), m_connection(m_house->database->connect()) {
        const auto author = base::expected(
            m_house->sessions->authorize(*m_connection, training.token("inspector2"), "line.release"), "");
        m_transaction = std::make_unique<records::Transaction>(*m_connection);
        auto task = base::expected(m_house->queue->claimOrder(*m_transaction, author, LineStation{"other"},
                                                              ProductionOrderId{order}, Step::Release),
                                   order);
        base::expected(m_house->queue->report(*m_transaction, author, task, LineEvent::Finish, {}), order);
        const auto document = m_house->documents->ofOrder(*m_connection, ProductionOrderId{order});
        m_house->documents->setState(*m_transaction, document->id, "released");
    }
    void finish() { m_transaction->commit(); }
    /// Whether somebody waits for what this one holds.
    bool isWaitedFor() {
        return m_connection
                   ->queryOne(
                       "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                       "wait_event_type = 'Lock'")
                   ->integer(0) > 0;
    }

   private:
    std::unique_ptr<House> m_house;
    std::unique_ptr<records::Connection> m_connection;
    std::unique_ptr<records::Transaction> m_transaction;
};

TEST(ReleaseOfAll, GoesOnWhereAnotherReleasedOneMeanwhile) {
    support::MigratedDatabase database{records::Engine::Postgresql, {}};
    support::TrainingHouse house{database.ownerAddress()};
    house.enrol("inspector2", "inspector");
    house.stockAndOrders();
    base::expected(house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
    const auto order = house.ask("operator", OrderList{})->orders.at(3).order;

    OtherInspector other{house, order};
    auto releasing = std::async(std::launch::async, [&] { return house.ask("inspector", LineRelease{}); });
    while (!other.isWaitedFor() && releasing.wait_for(std::chrono::milliseconds{5}) != std::future_status::ready) {
    }
    other.finish();
    const auto released = releasing.get();
    ASSERT_TRUE(released);
    EXPECT_EQ(released->documents.size(), 13U);
    ASSERT_EQ(released->notReleased.size(), 1U);
    EXPECT_EQ(released->notReleased.front().order, order);
    EXPECT_EQ(released->notReleased.front().faults.front().code, "line.not-allowed");
    EXPECT_EQ(house.ask("operator", DocumentList{})->numbers.size(), 14U);
}

}  // namespace
}  // namespace issuance
