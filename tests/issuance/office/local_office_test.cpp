// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "base/failure.hpp"
#include "contract/acts.hpp"
#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_reports.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/house.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/role.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/ipp_test_printer.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

class LocalOfficeTest : public testing::Test {
   protected:
    support::TrainingHouse m_house;
};

TEST_F(LocalOfficeTest, EveryActIsRefusedToEveryRoleThatLacksItsPermission) {
    forEachDeclaration([&](const Declaration& act) {
        if (act.permission.empty()) return;
        bool someone = false;
        for (const auto role : records::kAllRoles) {
            const bool permitted = records::permits({role}, act.permission);
            someone = someone || permitted;
            if (permitted || role == records::Role::Administrator) continue;  // the first person holds two roles
            const auto answer = m_house.office().perform(
                act.name, {m_house.token(std::string{records::nameOf(role)}), ""}, Json::object());
            ASSERT_FALSE(answer) << act.name;
            EXPECT_TRUE(answer.refusal().has("people.not-permitted"_code))
                << act.name << " by " << records::nameOf(role);
        }
        EXPECT_TRUE(someone) << act.name << " is permitted to nobody";
    });
}

TEST_F(LocalOfficeTest, WithoutASessionNothingIsAnswered) {
    forEachDeclaration([&](const Declaration& act) {
        if (act.effect == Effect::Opens) return;
        const auto answer = m_house.office().perform(act.name, {"no-such-token", ""}, Json::object());
        ASSERT_FALSE(answer) << act.name;
        EXPECT_TRUE(answer.refusal().has("people.no-session"_code)) << act.name;
    });
    EXPECT_TRUE(m_house.office().perform("no.such-act", {}, Json::object()).refusal().has("office.unknown-act"_code));
}

TEST_F(LocalOfficeTest, ActsOfTwoPeopleTakeTwo) {
    const StockReceive receive{m_house.material("manifest.xml")};
    EXPECT_TRUE(m_house.ask("custodian", receive).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(m_house.ask("custodian", receive, "custodian").refusal().has("people.same-person"_code));
    EXPECT_FALSE(m_house.ask("custodian", receive, "operator"));
    const auto received = m_house.ask("custodian", receive, "custodian2");
    ASSERT_TRUE(received);
    EXPECT_EQ(received->quantity, 200);
    EXPECT_FALSE(m_house.ask("custodian", receive, "custodian2"));
}

TEST_F(LocalOfficeTest, APlaceIsOpenedAndHandedOverByItsPeople) {
    ASSERT_TRUE(m_house.ask("custodian", StockReceive{m_house.material("manifest.xml")}, "custodian2"));
    const PlaceAdd fresh{"mobile", "unidad-1", "Unidad 1", "central", "custodian", 100, true, {}};
    EXPECT_FALSE(m_house.ask("custodian", fresh));
    ASSERT_TRUE(m_house.ask("supervisor", fresh));
    EXPECT_EQ(m_house.ask("auditor", PlaceShow{"mobile:unidad-1"})->place.custodian, "custodian");
    const auto handed = m_house.ask("custodian", CustodyHandover{"mobile:unidad-1", "custodian2", {}}, "custodian2");
    ASSERT_TRUE(handed);
    EXPECT_EQ(handed->outgoing, "custodian");
    EXPECT_EQ(handed->incoming, "custodian2");
    EXPECT_TRUE(m_house.ask("custodian", CustodyHandover{"vault", "custodian", {}}, "custodian2")
                    .refusal()
                    .has("custody.not-counted"_code));
    EXPECT_EQ(m_house.ask("auditor", CustodyHistory{"mobile:unidad-1"})->changes.size(), 2U);
    ASSERT_TRUE(m_house.ask("supervisor", PlaceClose{"mobile:unidad-1", "fin"}));
    EXPECT_FALSE(m_house.ask("supervisor", PlaceClose{"vault", "fin"}));
    EXPECT_EQ(m_house.ask("auditor", PlaceShow{"vault"})->quantity, 200);
}

TEST_F(LocalOfficeTest, ARefusedActLeavesNoTrace) {
    const auto before = m_house.ask("auditor", JournalVerify{})->entries;
    EXPECT_FALSE(m_house.ask("custodian", StockIssue{"booklet-ordinary", 10, "linea-1"}, "custodian2"));
    EXPECT_EQ(m_house.ask("auditor", JournalVerify{})->entries, before);
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
}

TEST_F(LocalOfficeTest, AnOrderFileIsTakenOnceAndOnlyFromItsStation) {
    const auto files = m_house.ask("operator", TrainingMaterial{});
    ASSERT_TRUE(files);
    const OrderImport good{files->files[1].content, files->files[2].content, std::nullopt};
    auto altered = good;
    altered.file.back() = ' ';
    EXPECT_FALSE(m_house.ask("operator", altered));
    auto unsignedFile = good;
    unsignedFile.signature.clear();
    EXPECT_TRUE(m_house.ask("operator", unsignedFile).refusal().has("signing.signature-missing"_code));

    const auto first = m_house.ask("operator", good);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->taken.size(), 14U);
    ASSERT_EQ(first->refused.size(), 1U);
    EXPECT_EQ(first->refused[0].faults.size(), 3U);
    const auto again = m_house.ask("operator", good);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->alreadyTaken);
    EXPECT_TRUE(again->taken.empty());
    EXPECT_EQ(m_house.ask("operator", OrderList{})->orders.size(), 14U);
}

TEST_F(LocalOfficeTest, TheWholeLineRunsAndWhoMadeADocumentCannotReleaseIt) {
    m_house.stockAndOrders();
    const auto ran = m_house.ask(
        "operator",
        LineRun{"folder", "simulated", m_house.ask("operator", OrderList{})->orders.front().order, std::nullopt});
    ASSERT_TRUE(ran);
    EXPECT_EQ(ran->waitingForRelease, 14);
    EXPECT_EQ(m_house.ask("inspector", LineRelease{})->documents.size(), 14U);
    const auto numbers = m_house.ask("operator", DocumentList{})->numbers;
    ASSERT_EQ(numbers.size(), 14U);
    for (const auto& number : numbers)
        EXPECT_TRUE(m_house.ask("operator", DocumentVerify{number})->authentic) << number;
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
}

TEST_F(LocalOfficeTest, ReportsAgreeWithALineThatRan) {
    m_house.stockAndOrders();
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    ASSERT_TRUE(m_house.ask("inspector", LineRelease{}));
    const auto production = m_house.ask("auditor", ReportProduction{});
    ASSERT_TRUE(production);
    EXPECT_TRUE(production->findings.empty());
    EXPECT_EQ(production->personalised, 14);

    const auto reconciled = m_house.ask("custodian", StockReconcile{"workstation:linea-1", "", "", "", "", false});
    ASSERT_TRUE(reconciled);
    EXPECT_TRUE(reconciled->unexplained.empty());
    std::int64_t made = 0;
    for (const auto& flow : reconciled->flows)
        if (flow.event == "personalise" && flow.direction == "in") made += flow.quantity;
    EXPECT_EQ(made, 14);
    const auto narrowed = m_house.ask("custodian", StockReconcile{"vault", "", "", "card-visitor", "issue", true});
    ASSERT_TRUE(narrowed);
    ASSERT_EQ(narrowed->flows.size(), 1U);
    EXPECT_EQ(narrowed->flows[0].quantity, 10);
    EXPECT_EQ(narrowed->flows[0].serials.size(), 1U);
    const auto refused = m_house.ask("custodian", StockReconcile{"moon", "2026-13-01", "", "cheese", "", false});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().faults().size(), 3U);

    EXPECT_EQ(m_house.ask("auditor", ReportAccounting{"2020-01-01", "2090-01-01", "xml"})->unexplained, 0);
    EXPECT_TRUE(m_house.ask("auditor", ReportAccounting{"2020-01-01", "2019-01-01", "xml"})
                    .refusal()
                    .has("report.bad-period"_code));
    EXPECT_TRUE(m_house.ask("auditor", ReportAccounting{"2020-01-01", "2020-01-01", "pdf"})
                    .refusal()
                    .has("report.bad-format"_code));
    EXPECT_TRUE(m_house.ask("auditor", ReportYear{20}).refusal().has("report.bad-year"_code));
}

TEST_F(LocalOfficeTest, KeepsOnceWhatWasReadAsItWasMade) {
    m_house.stockAndOrders();
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    const auto house = House::open(m_house.home());
    const auto connection = house->database->connect();
    const auto octets = [&](const std::string& purpose) {
        return connection->queryOne("SELECT SUM(length(content)) FROM document_file WHERE purpose = ?1", {purpose})
            ->integer(0);
    };
    EXPECT_GT(octets("made"), 0);
    // Of the passports; what is kept of people whom the law protects is sealed, and without content all the same.
    EXPECT_EQ(octets("read"), 0);
    const auto orders = m_house.ask("operator", OrderList{})->orders;
    for (const auto& order : orders) {
        const auto document = house->documents->numbered(*connection, order.document);
        ASSERT_TRUE(document) << order.document;
        const auto made = house->documents->files(*connection, document->id, "made");
        std::map<std::string, base::Bytes> read;
        for (auto& file : house->documents->files(*connection, document->id, "read")) read[file.name] = file.content;
        EXPECT_EQ(read.size(), made.size()) << order.document;
        for (const auto& file : made) EXPECT_EQ(read[file.name], file.content) << order.document << " " << file.name;
    }
}

TEST_F(LocalOfficeTest, ReportsWhatTheLineDidInADayOrAShift) {
    m_house.stockAndOrders();
    const auto first = m_house.ask("operator", OrderList{})->orders.front().order;
    LineRun run{"folder", "simulated", std::nullopt, std::nullopt};
    run.damageOrder = first;
    ASSERT_TRUE(m_house.ask("operator", run));
    ASSERT_TRUE(m_house.ask("inspector", LineRelease{}));
    for (const bool ofShift : {false, true}) {
        const auto told = m_house.ask("supervisor", ReportLine{"", "linea-1", ofShift, true});
        ASSERT_TRUE(told) << ofShift;
        EXPECT_EQ(told->released, 14);
        EXPECT_EQ(told->releasedAtFirst, 13);
        ASSERT_EQ(told->refusals.size(), 1U);
        EXPECT_EQ(told->refusals[0].step, "inspect");
        EXPECT_EQ(told->refusals[0].cause, "inspection-failed");
        std::map<std::string, LineStepReported> whole;
        for (const auto& step : told->steps)
            if (step.workstation.empty()) whole[step.step] = step;
        EXPECT_EQ(whole.at("print").done, 15);
        EXPECT_EQ(whole.at("inspect").refused, 1);
        EXPECT_GT(whole.at("print").workMedian, 0);

        std::map<std::string, base::Bytes> files;
        for (const auto& file : told->files) files[file.name] = file.content;
        std::string words;
        const auto page = base::expected(printing::extractText(files.at("production-report.pdf"), 0), "report");
        for (const auto& box : page) words += box.text + " ";
        EXPECT_NE(words.find("INFORME DE PRODUCCIÓN"), std::string::npos) << words;
        EXPECT_NE(words.find("No pasó la inspección"), std::string::npos) << words;
        EXPECT_NE(words.find("92.9 %"), std::string::npos) << words;
        EXPECT_NE(base::textOf(files.at("steps.csv")).find("\r\nprint,,15,0,0,1.0000,"), std::string::npos);
        EXPECT_EQ(base::textOf(files.at("refusals.csv")),
                  "step,workstation,cause,count\r\ninspect,linea-1,inspection-failed,1\r\n");
    }
    EXPECT_EQ(m_house.ask("supervisor", ReportLine{"2020-01-01", "", false, false})->released, 0);
    EXPECT_TRUE(
        m_house.ask("supervisor", ReportLine{"mayo", "", false, false}).refusal().has("report.bad-period"_code));
    EXPECT_TRUE(m_house.ask("supervisor", ReportLine{"", "luna", false, false})
                    .refusal()
                    .has("people.unknown-workstation"_code));
    EXPECT_TRUE(
        m_house.ask("supervisor", ReportLine{"", "", true, false}).refusal().has("report.shift-of-nobody"_code));
    EXPECT_TRUE(m_house.ask("supervisor", ReportLine{"2020-01-01", "linea-1", true, false})
                    .refusal()
                    .has("report.no-shift"_code));
}

TEST_F(LocalOfficeTest, AHistoryNamesWhatPeopleKnow) {
    m_house.stockAndOrders();
    const auto order = m_house.ask("operator", OrderList{})->orders.front().order;
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    ASSERT_TRUE(m_house.ask("inspector", LineRelease{}));
    const auto document =
        m_house.ask("operator", DocumentShow{m_house.ask("operator", OrderShow{order})->order.document});
    ASSERT_TRUE(document);
    const auto history = m_house.ask("auditor", StockHistory{document->blank});
    ASSERT_TRUE(history);
    std::map<std::string, HistoryLine> byEvent;
    for (const auto& event : history->events) byEvent[event.event] = event;
    EXPECT_EQ(byEvent.at("receive").reference.substr(0, 8), "receipt:");
    EXPECT_NE(byEvent.at("receive").about, "");
    EXPECT_EQ(byEvent.at("issue").about.substr(0, 8), "linea-1 ");
    EXPECT_NE(byEvent.at("take").about.find(' '), std::string::npos) << "station and the order's reference there";
    EXPECT_EQ(byEvent.at("bind").about, document->number);
}

TEST_F(LocalOfficeTest, OverIppThePageAsSentIsCheckedAndTheReportSaysSo) {
    const support::IppTestPrinter printer{"exit 0"};
    m_house.stockAndOrders();
    const auto ran = m_house.ask("operator", LineRun{printer.uri(), "simulated", std::nullopt, std::nullopt});
    ASSERT_TRUE(ran);
    EXPECT_EQ(ran->refused, 0);
    EXPECT_EQ(ran->waitingForRelease, 14);
    const auto made = base::expected(m_house.ask("operator", OrderList{}), "orders").orders;
    for (const auto& order : made) {
        const auto verdicts = m_house.ask("operator", DocumentShow{order.document})->verdicts;
        EXPECT_TRUE(std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict& verdict) {
            return verdict.check == "page-as-sent" || verdict.check == "front-as-sent";
        })) << order.document;
    }
}

TEST_F(LocalOfficeTest, APageThatNothingSeesIsReleasedOnlyAfterAPersonLookedAtIt) {
    const support::IppTestPrinter printer{"exit 0"};
    m_house.stockAndOrders();
    ASSERT_TRUE(m_house.ask("operator", LineRun{printer.uri(), "simulated", std::nullopt, std::nullopt}));
    const auto waiting = m_house.ask("operator", OrderList{})->orders;
    EXPECT_TRUE(m_house.ask("inspector", LineRelease{})->documents.empty());
    EXPECT_TRUE(m_house.ask("inspector", LineRelease{waiting[0].order}).refusal().has("line.page-not-seen"_code));

    EXPECT_TRUE(
        m_house.ask("operator", DocumentConfirmPage{waiting[0].document}).refusal().has("people.not-permitted"_code));
    ASSERT_TRUE(m_house.ask("inspector", DocumentConfirmPage{waiting[0].document}));
    EXPECT_TRUE(m_house.ask("inspector", DocumentConfirmPage{waiting[0].document})
                    .refusal()
                    .has("document.page-not-awaited"_code));
    EXPECT_TRUE(m_house.ask("inspector", DocumentConfirmPage{"no-such"}).refusal().has("document.unknown"_code));
    EXPECT_EQ(m_house.ask("inspector", LineRelease{})->documents, std::vector{waiting[0].document});

    const auto journal = base::textOf(m_house.ask("auditor", JournalExport{})->files.front().content);
    EXPECT_NE(journal.find("document.page-seen"), std::string::npos);
}

TEST_F(LocalOfficeTest, APageThatWasSeenFinishedNeedsNobodyToConfirmIt) {
    m_house.stockAndOrders();
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    const auto order = m_house.ask("operator", OrderList{})->orders.front();
    EXPECT_TRUE(
        m_house.ask("inspector", DocumentConfirmPage{order.document}).refusal().has("document.page-not-awaited"_code));
    EXPECT_EQ(m_house.ask("inspector", LineRelease{})->documents.size(), 14U);
}

TEST_F(LocalOfficeTest, AHeldOrderStandsStillAndACancelledOneEnds) {
    m_house.stockAndOrders();
    const auto orders = m_house.ask("operator", OrderList{})->orders;
    ASSERT_TRUE(m_house.ask("supervisor", OrderHold{orders[0].order, "revisión"}));
    ASSERT_TRUE(m_house.ask("supervisor", OrderCancel{orders[1].order, "desistió"}));
    EXPECT_TRUE(
        m_house.ask("supervisor", OrderCancel{orders[1].order, "otra vez"}).refusal().has("line.not-allowed"_code));
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    EXPECT_EQ(m_house.ask("operator", OrderShow{orders[0].order})->order.standing, "held");
    EXPECT_EQ(m_house.ask("operator", OrderShow{orders[1].order})->order.stage, "cancelled");
    ASSERT_TRUE(m_house.ask("supervisor", OrderRelease{orders[0].order, "resuelto"}));
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    EXPECT_EQ(m_house.ask("operator", OrderShow{orders[0].order})->order.stage, "inspected");
    EXPECT_TRUE(m_house.ask("operator", OrderShow{"no-such"}).refusal().has("order.unknown"_code));
}

}  // namespace
}  // namespace issuance
