// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/losses/losses.hpp"

#include "inventory/losses/loss_export.hpp"
#include "tests/inventory/transfers/transfer_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;
using Serials = std::vector<std::string>;

class LossControls : public StockFixture {
   protected:
    auto missing(const Serials& serials, const records::Author& author = one(), const std::string& reason = "No está") {
        return act([&](auto& tx) { return m_losses.reportMissing(tx, author, serials, reason); });
    }
    auto report(const Serials& serials, const std::string& kind = "stolen", const records::Author& author = two()) {
        return act([&](auto& tx) { return m_losses.report(tx, author, reportOf(serials, kind)); });
    }
    auto found(const Serials& serials, const records::Author& author = two()) {
        return act([&](auto& tx) { return m_losses.returnFound(tx, author, serials, "Apareció"); });
    }
    static FormalReport reportOf(const Serials& serials, const std::string& kind = "stolen") {
        return {kind, serials, "MP001-2026-1", "Ministerio Público",
                base::expected(base::parseDate("2026-11-23"), "day")};
    }
    Cases m_cases{m_items, m_clock};
    Losses m_losses{m_items, m_cases, m_clock};
};
TROQUEL_ON_BOTH_ENGINES(LossControls);

TEST_P(LossControls, MissingBlanksStayInTheBooksUnderACase) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(4));
    const auto outcome = missing({"A0000004-A0000006"});
    ASSERT_TRUE(outcome);
    EXPECT_THAT(outcome->cases, ElementsAre("CASO-2026-000001", "CASO-2026-000002"));
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault missing 2", "booklet-ordinary vault usable 4",
                                       "booklet-ordinary workstation:linea-1 missing 1",
                                       "booklet-ordinary workstation:linea-1 usable 3"));
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(base::formatDate(m_cases.show(*m_connection, "CASO-2026-000001")->deadline), "2026-11-26");
    EXPECT_EQ(codes(missing({"A0000004", "A0000011", "nada"})), Codes{"stock.bad-range"});
    EXPECT_EQ(codes(missing({"A0000004", "A0000011"}, one(), "")),
              (Codes{"case.bad-text", "stock.unknown-serial", "stock.wrong-state"}));
    EXPECT_EQ(codes(missing({})), Codes{"stock.list-empty"});
    EXPECT_EQ(codes(issue(5)), Codes{"stock.vault-lacks"});
}

TEST_P(LossControls, Control19AStolenBlankProducesARecordForTheDatabase) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(2));
    const auto document = make("o1");
    ASSERT_TRUE(missing({document, "A0000005-A0000006"}));
    EXPECT_THAT(m_losses.reported(*m_connection), ElementsAre());
    ASSERT_TRUE(report({document, "A0000005-A0000006"}));
    const auto records = m_losses.reported(*m_connection);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].range, (SerialRange{"booklet-ordinary", 1, 1}));
    EXPECT_EQ(records[0].issueState, "personalised");
    EXPECT_EQ(records[0].status, "stolen");
    EXPECT_EQ(records[0].report, "MP001-2026-1");
    EXPECT_EQ(records[0].reportDate, "2026-11-23");
    EXPECT_EQ(records[1].range.quantity(), 2);
    EXPECT_EQ(records[1].issueState, "blank");
    ASSERT_TRUE(found({"A0000006"}));
    EXPECT_EQ(m_losses.reported(*m_connection).back().status, "recovered");
}

TEST_P(LossControls, Control20AReportCancelsForGoodAndNoReplacementComesBeforeIt) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(3));
    const auto document = make("o1");
    EXPECT_EQ(codes(report({document})), Codes{"stock.wrong-state"});
    const auto outcome = missing({document});
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->used.size(), 1U);
    EXPECT_EQ(outcome->used[0].document, document);
    EXPECT_EQ(codes(take("o1")), Codes{"stock.order-blank-missing"});

    EXPECT_EQ(codes(report({document}, "lost", one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(report({document}, "lost", twice())), Codes{"people.same-person"});
    auto incomplete = reportOf({document});
    incomplete.number = " ";
    incomplete.authority = "";
    incomplete.date = base::expected(base::parseDate("2026-11-24"), "day");
    EXPECT_EQ(codes(act([&](auto& tx) { return m_losses.report(tx, two(), incomplete); })),
              (Codes{"stock.report-incomplete", "stock.report-incomplete", "stock.report-in-future"}));
    ASSERT_TRUE(report({document}, "lost"));
    EXPECT_EQ(codes(report({document}, "stolen")), Codes{"stock.wrong-state"});
    EXPECT_EQ(codes(missing({document})), Codes{"stock.wrong-state"});
    EXPECT_EQ(*take("o1"), "A0000002");
    const auto two = StockFixture::two();
    for (const std::string state : {"usable", "missing", "personalised"})
        EXPECT_THROW(enterMovements(*m_connection, {"adjust", two, m_clock.now()},
                                    {{{"booklet-ordinary", 1, 1}, {"workstation:linea-1", "lost"}, {"vault", state}}}),
                     base::Failure);
    EXPECT_THROW(m_connection->execute("DELETE FROM stock_loss_report"), base::Failure);
    EXPECT_THROW(m_connection->execute("UPDATE stock_loss_serials SET last_number = 9"), base::Failure);
}

TEST_P(LossControls, WhatIsFoundGoesToQuarantineAndNeverToStock) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(missing({"A0000003-A0000004"}));
    EXPECT_EQ(codes(found({"A0000003"}, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(found({"A0000001"})), Codes{"stock.wrong-state"});
    const auto outcome = found({"A0000003-A0000004", "A0000777"});
    ASSERT_TRUE(outcome);
    EXPECT_THAT(outcome->cases, ElementsAre("CASO-2026-000002"));
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary quarantine withheld 3", "booklet-ordinary vault usable 8"));
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(codes(found({"A0000003"})), Codes{"stock.wrong-state"});
    const auto two = StockFixture::two();
    EXPECT_THROW(enterMovements(*m_connection, {"adjust", two, m_clock.now()},
                                {{{"booklet-ordinary", 3, 3}, {"quarantine", "withheld"}, {"vault", "usable"}}}),
                 base::Failure);
}

TEST_P(LossControls, AShiftWithMissingBlanksClosesShortUnderTheirCaseAndDoesNotHinderTheNext) {
    const auto closeShort = [&](const std::vector<std::string>& returned) {
        return act([&](auto& tx) {
            return m_stock.closeShiftShort(tx, two(), kStation(), {returned, "Con caso abierto"});
        });
    };
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(4));
    EXPECT_EQ(codes(close({"A0000001-A0000003"})), Codes{"stock.not-returned"});
    ASSERT_TRUE(missing({"A0000004"}));
    EXPECT_EQ(codes(close({"A0000001-A0000004"})), (Codes{"stock.not-of-shift", "stock.shift-short"}));
    EXPECT_EQ(codes(close({"A0000001-A0000003"})), Codes{"stock.shift-short"});
    EXPECT_EQ(codes(closeShort({"A0000001-A0000004"})), Codes{"stock.not-of-shift"});
    ASSERT_TRUE(closeShort({"A0000001-A0000003"}));
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE act = 'stock.close' AND facts LIKE '%missing%'"), 1);
    ASSERT_TRUE(issue(2));
    ASSERT_TRUE(report({"A0000004"}));
    ASSERT_TRUE(close({"A0000001-A0000002"}));
    EXPECT_EQ(unexplained(), 0);
}

class FoundAtASite : public TransferFixture {};
TROQUEL_ON_BOTH_ENGINES(FoundAtASite);

TEST_P(FoundAtASite, BlanksGoToTheQuarantineOfTheirSite) {
    ASSERT_TRUE(open({"quarantine", "xela", "Cuarentena de Xela", "xela", records::OperatorId{"carla"}, {}, true, {}}));
    const auto id = sent(asking(std::vector<std::string>{"A0000001-A0000005"}));
    ASSERT_TRUE(arrive(id, {"P-1", SealFound::Intact, {"A0000001-A0000005"}}));
    const Losses losses{m_items, m_cases, m_clock};
    ASSERT_TRUE(act([&](auto& tx) {
        return losses.reportMissing(tx, by("carla"), {"A0000001", "A0000050"}, "No aparecen");
    }));
    ASSERT_TRUE(act([&](auto& tx) {
        return losses.returnFound(tx, by("carla", "ana"), {"A0000001", "A0000050"}, "Aparecieron");
    }));
    EXPECT_EQ(at("quarantine:xela", "withheld"), 1);
    EXPECT_EQ(at("quarantine", "withheld"), 1) << "what was missed in the central vault";
    EXPECT_EQ(unexplained(), 0);
}

TEST(LossExport, WritesXmlAfterItsSchemaAndCsv) {
    const std::vector<ReportedNumber> numbers{
        {"A0000001", "PP", "GTM", "GTM", "stolen", "personalised", "2026-11-23", "MP-1",
         "Fiscalía \"A\", <sur> & norte"},
        {"F00000017", "", "GTM", "GTM", "recovered", "blank", "2026-11-23", "MP-2", "PNC"}};
    const auto xml = xmlOf(numbers, base::Timestamp{});
    const auto document = base::xml::Document::parse(base::bytesOf(xml));
    ASSERT_TRUE(document) << xml;
    EXPECT_TRUE(schemaNamed("lost-and-stolen.xsd").faultsOf(*document).empty()) << xml;
    EXPECT_EQ(document->root().children("document")[0].attributeOr("authority", ""), numbers[0].authority);
    EXPECT_EQ(csvOf(numbers),
              "number,type,issuer,country,status,issue-state,report-date,report,authority\r\n"
              "A0000001,PP,GTM,GTM,stolen,personalised,2026-11-23,MP-1,\"Fiscalía \"\"A\"\", <sur> & norte\"\r\n"
              "F00000017,,GTM,GTM,recovered,blank,2026-11-23,MP-2,PNC\r\n");
}

}  // namespace
}  // namespace inventory
