// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml.hpp"
#include "inventory/reports/accounting.hpp"
#include "inventory/reports/period.hpp"
#include "inventory/reports/year.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr auto kDay = 24h;

base::Timestamp day(int month, int number) {
    return base::Timestamp{std::chrono::sys_days{std::chrono::year{2026} / month / number}};
}

/// 23 November: a delivery of ten. 24: six issued, two documents made, one blank spoiled. 25: the shift is closed.
class ReportsTest : public StockFixture {
   protected:
    void SetUp() override {
        StockFixture::SetUp();
        ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
        m_clock.advance(kDay);
        ASSERT_TRUE(issue(6));
        make("o1");
        make("o2");
        ASSERT_TRUE(spoil(*take("o3"), SpoilCause::Chip));
        m_clock.advance(kDay);
        ASSERT_TRUE(close({"A0000004-A0000006"}));
    }

    PeriodBooks booksOf(base::Timestamp from, base::Timestamp to, const PeriodQuestion& question = {}) {
        return periodBooks(*m_connection, {from, to}, question).front();
    }
    static std::vector<std::string> linesOf(const PeriodBooks& books) {
        std::vector<std::string> lines;
        for (const auto& line : books.accounts)
            lines.push_back(line.account.place + " " + line.account.state + " " + std::to_string(line.opening) + "+" +
                            std::to_string(line.in) + "-" + std::to_string(line.out) + "=" +
                            std::to_string(line.closing));
        return lines;
    }
    std::vector<std::string> flowsOf(const PeriodBooks& books) {
        std::vector<std::string> flows;
        for (const auto& flow : books.flows)
            flows.push_back(std::string{nameOf(flow.direction)} + " " + flow.account.place + " " + flow.event +
                            (flow.cause.empty() ? "" : ":" + flow.cause) + " " + std::to_string(flow.quantity) +
                            (flow.ranges.empty() ? "" : " " + textOf(flow.ranges, m_items)));
        return flows;
    }
};
TROQUEL_ON_BOTH_ENGINES(ReportsTest);

TEST_P(ReportsTest, Control08TheReconciliationShowsUsedUnusedAndSpoiledAndExplainsAll) {
    const auto books = booksOf(day(11, 24), endOfBooks());
    EXPECT_THAT(linesOf(books),
                ElementsAre("documents personalised 0+2-0=2", "quarantine spoiled 0+1-0=1", "vault usable 10+3-6=7",
                            "workstation:linea-1 in_use 0+3-3=0", "workstation:linea-1 personalised 0+2-2=0",
                            "workstation:linea-1 usable 0+6-6=0"));
    EXPECT_EQ(books.unexplained(), 0);
    EXPECT_THAT(books.broken, IsEmpty());
    for (const auto& line : books.accounts) EXPECT_EQ(line.missing(), 0);
}

TEST_P(ReportsTest, APeriodBeginsAndEndsWithItsDays) {
    EXPECT_THAT(linesOf(booksOf(beginOfBooks(), day(11, 24))), ElementsAre("vault usable 0+10-0=10"));
    EXPECT_THAT(linesOf(booksOf(day(11, 24), day(11, 25), {.place = "vault"})), ElementsAre("vault usable 10+0-6=4"));
    EXPECT_THAT(linesOf(booksOf(day(11, 25), day(11, 26), {.place = "vault"})), ElementsAre("vault usable 4+3-0=7"));
    EXPECT_THAT(linesOf(booksOf(day(12, 1), day(12, 2), {.place = "vault"})), ElementsAre("vault usable 7+0-0=7"));
    EXPECT_EQ(booksOf(day(12, 1), day(12, 2)).movements, 0);
    EXPECT_THAT(linesOf(booksOf(day(11, 1), day(12, 1), {.item = "card-visitor"})), IsEmpty());
    EXPECT_EQ(booksOf(beginOfBooks(), day(11, 25)).differences.size(), 0U);
}

TEST_P(ReportsTest, SeveralPeriodsJoinWithoutAGap) {
    const auto periods = periodBooks(*m_connection, {beginOfBooks(), day(11, 24), day(11, 25), endOfBooks()}, {});
    ASSERT_EQ(periods.size(), 3U);
    EXPECT_THAT(linesOf(periods[0]), ElementsAre("vault usable 0+10-0=10"));
    EXPECT_THAT(linesOf(periods[1]), Contains("vault usable 10+0-6=4"));
    EXPECT_THAT(linesOf(periods[2]), Contains("vault usable 4+3-0=7"));
    EXPECT_EQ(periods[0].movements + periods[1].movements + periods[2].movements,
              number("SELECT count(*) FROM stock_movement"));
}

TEST_P(ReportsTest, FlowsNameTheirSerialsWhereTheyAreAskedFor) {
    EXPECT_THAT(flowsOf(booksOf(beginOfBooks(), endOfBooks(), {.place = "vault", .serials = true})),
                ElementsAre("in vault receive 10 A0000001-A0000010", "in vault return 3 A0000004-A0000006",
                            "out vault issue 6 A0000001-A0000006"));
    EXPECT_THAT(flowsOf(booksOf(beginOfBooks(), endOfBooks(), {.event = "spoil", .serials = true})),
                ElementsAre("in quarantine spoil:chip 1 A0000003", "out workstation:linea-1 spoil:chip 1 A0000003"));
    EXPECT_THAT(flowsOf(booksOf(beginOfBooks(), endOfBooks(), {.event = "take"})),
                ElementsAre("in workstation:linea-1 take 3", "out workstation:linea-1 take 3"));
}

TEST_P(ReportsTest, AClockSetBackMovesNothingBeforeWhatItBuildsUpon) {
    m_clock.advance(-3 * kDay);  // 22 November, before the delivery
    ASSERT_TRUE(issue(2));
    EXPECT_THAT(linesOf(booksOf(day(11, 25), endOfBooks(), {.place = "vault"})), ElementsAre("vault usable 4+3-2=5"));
    EXPECT_EQ(booksOf(day(11, 25), endOfBooks()).misdated, 1);
    EXPECT_EQ(booksOf(beginOfBooks(), day(11, 24)).movements, 1);
    EXPECT_THAT(booksOf(day(11, 25), endOfBooks()).broken, IsEmpty());
}

TEST_P(ReportsTest, ListsEverySerialThatStandsElsewhere) {
    const auto owner = ownerDatabase().connect();
    if (GetParam() == records::Engine::Sqlite) owner->execute("INSERT INTO stock_turn VALUES (0)");
    owner->execute("UPDATE stock_run SET last_number = 9 WHERE last_number = 10");
    const auto books = booksOf(day(11, 25), endOfBooks());
    ASSERT_EQ(books.differences.size(), 1U);
    EXPECT_EQ(books.differences[0].range, (SerialRange{"booklet-ordinary", 10, 10}));
    EXPECT_EQ(books.differences[0].held, std::nullopt);
    EXPECT_EQ(books.differences[0].entered, (Account{"vault", "usable"}));
    EXPECT_EQ(books.unexplained(), 1);
    EXPECT_EQ(booksOf(day(11, 25), endOfBooks(), {.place = "vault"}).unexplained(), 1);
    EXPECT_EQ(booksOf(day(11, 25), endOfBooks(), {.place = "quarantine"}).unexplained(), 0);
    EXPECT_EQ(booksOf(day(11, 24), day(11, 25)).unexplained(), 0) << "that period ended before";
}

TEST_P(ReportsTest, AMovementThatTookWhatWasNotThereIsNamed) {
    const auto owner = ownerDatabase().connect();
    owner->executeScript(GetParam() == records::Engine::Sqlite
                             ? "DROP TRIGGER stock_movement_fits; DROP TRIGGER stock_movement_moves"
                             : "ALTER TABLE stock_movement DISABLE TRIGGER USER");
    const bool numbered = GetParam() == records::Engine::Postgresql;  // by the trigger
    owner->execute(
        std::string{"INSERT INTO stock_movement ("} + (numbered ? "id, " : "") +
        "time, event, person, second, workstation, item, first_number, last_number, quantity, span, from_place, "
        "from_state, to_place, to_state, detail) VALUES (" +
        (numbered ? "(SELECT max(id) + 1 FROM stock_movement), " : "") +
        "'2026-11-26T00:00:00.000000Z', 'move', 'ana', 'beto', 'linea-1', 'booklet-ordinary', 3, 4, 2, 1, 'vault', "
        "'usable', 'destruction', 'expired', '')");
    const auto books = booksOf(day(11, 26), endOfBooks(), {.place = "vault"});
    ASSERT_EQ(books.broken.size(), 1U);
    EXPECT_EQ(books.broken[0].range, (SerialRange{"booklet-ordinary", 3, 4}));
    ASSERT_EQ(books.accounts.size(), 1U);
    EXPECT_EQ(books.accounts[0].missing(), -1) << "only A0000004 stood in the vault";
    const auto whole = reconcile(*m_connection);
    ASSERT_EQ(whole.broken.size(), 1U);
    EXPECT_EQ(whole.broken[0].movement, m_connection->queryOne("SELECT max(id) FROM stock_movement")->integer(0));
    EXPECT_EQ(whole.broken[0].range, (SerialRange{"booklet-ordinary", 3, 4}));
}

TEST_P(ReportsTest, TheAccountsSeeWhatIsOnHand) {
    const auto period = accountingOf(booksOf(day(11, 24), day(11, 26)), "2026-11-24", "2026-11-25");
    EXPECT_EQ(accountingCsv(period, m_items),
              "from,to,item,place,concept,cause,quantity,unit_value,value,currency\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,quarantine,opening,,0,62.40,0.00,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,quarantine,in,spoil:chip,1,62.40,62.40,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,quarantine,closing,,1,62.40,62.40,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,vault,opening,,10,62.40,624.00,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,vault,in,return,3,62.40,187.20,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,vault,out,issue,6,62.40,374.40,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,vault,closing,,7,62.40,436.80,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,workstation:linea-1,opening,,0,62.40,0.00,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,workstation:linea-1,in,issue,6,62.40,374.40,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,workstation:linea-1,out,personalise,2,62.40,124.80,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,workstation:linea-1,out,return,3,62.40,187.20,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,workstation:linea-1,out,spoil:chip,1,62.40,62.40,GTQ\r\n"
              "2026-11-24,2026-11-25,booklet-ordinary,workstation:linea-1,closing,,0,62.40,0.00,GTQ\r\n");
}

TEST_P(ReportsTest, TheXmlFormFollowsItsSchemaAndAddsUp) {
    const auto period = accountingOf(booksOf(day(11, 1), day(12, 1)), "2026-11-01", "2026-11-30");
    const auto text = accountingXml(period, m_items);
    const auto document = base::expected(base::xml::Document::parse(base::bytesOf(text)), "xml");
    EXPECT_THAT(schemaNamed("accounting-export.xsd").faultsOf(document), IsEmpty()) << text;
    for (const auto& stock : document.root().children()) {
        std::int64_t sum = 0;
        for (const auto& entry : stock.children())
            sum += std::stoll(*entry.attribute("quantity")) *
                   (entry.name() == "out" || entry.name() == "closing" ? -1 : 1);
        EXPECT_EQ(sum, 0) << *stock.attribute("place");
    }
    EXPECT_THAT(text, HasSubstr("<in cause=\"receive\" quantity=\"10\" value=\"624.00\"/>"));
}

TEST_P(ReportsTest, TheYearAddsUpByMonth) {
    m_clock.advance(10 * kDay);  // 5 December
    ASSERT_TRUE(spoil("A0000010", SpoilCause::Supplier, two()));
    const auto report = yearReport(*m_connection, 2026);
    ASSERT_EQ(report.lines.size(), 1U);
    const auto& line = report.lines[0];
    EXPECT_EQ(line.opening, 0);
    EXPECT_EQ(line.year.received, 10);
    EXPECT_EQ(line.year.documents, 2);
    EXPECT_EQ(line.year.spoiled, 2);
    EXPECT_EQ(line.months[10].spoiled, 1);
    EXPECT_EQ(line.months[11].spoiled, 1);
    EXPECT_EQ(line.closing, 8);
    EXPECT_EQ(report.unexplained, 0);
    const auto csv = yearCsv(report, m_items);
    EXPECT_THAT(csv, HasSubstr("\r\nbooklet-ordinary,,0,10,0,2,0,0,2,8,499.20,GTQ\r\n"));
    EXPECT_THAT(csv, HasSubstr("\r\nbooklet-ordinary,2026-12,,0,0,0,0,0,1,,,\r\n"));
    const auto next = yearReport(*m_connection, 2027);
    ASSERT_EQ(next.lines.size(), 1U);
    EXPECT_EQ(next.lines[0].opening, 8);
    EXPECT_EQ(next.lines[0].closing, 8);
}

}  // namespace
}  // namespace inventory
