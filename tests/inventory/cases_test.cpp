// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cases/cases.hpp"

#include <set>
#include <thread>

#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;
using Of = CaseQuestion::Of;

class CasesTest : public StockFixture {
   protected:
    static NewCase lackingTen() {
        return {CaseKind::Discrepancy,
                "vault",
                "transfer:T-1",
                "La caja llegó abierta",
                {CaseMatter::lacking({"booklet-ordinary", 1, 10}), CaseMatter::ofLot("ribbon", "L-7", 20, 20)}};
    }
    static NewCase surplus() {
        return {CaseKind::SupplierClaim,
                "vault",
                "",
                "Sobran",
                {CaseMatter::surplus({"booklet-ordinary", 20, 21}, "vault")}};
    }
    std::string open(const NewCase& fresh) {
        records::Transaction tx{*m_connection};
        auto number = m_cases.open(tx, one(), fresh);
        tx.commit();
        return number;
    }
    auto resolve(const std::string& number, const records::Author& author, const std::string& reason = "Aclarado") {
        return act([&](auto& tx) { return m_cases.resolve(tx, author, number, reason); });
    }
    auto note(const std::string& number, const std::string& text) {
        return act([&](auto& tx) { return m_cases.note(tx, one(), number, text); });
    }
    std::vector<std::string> numbers(const CaseQuestion& question) {
        std::vector<std::string> found;
        for (const auto& each : m_cases.list(*m_connection, question)) found.push_back(each.number);
        return found;
    }
    std::int64_t journalled(const std::string& act) {
        return m_connection->queryOne("SELECT count(*) FROM journal_entry WHERE act = ?1", {act})->integer(0);
    }
    Cases m_cases{m_items, m_clock};
};
TROQUEL_ON_BOTH_ENGINES(CasesTest);

TEST_P(CasesTest, KeepsWhatItIsAboutWithADeadlineOfItsKind) {
    const auto number = open(lackingTen());
    EXPECT_EQ(number, "CASO-2026-000001");
    const auto found = m_cases.show(*m_connection, number);
    ASSERT_TRUE(found);
    EXPECT_EQ(base::formatDate(found->deadline), "2026-11-28");
    EXPECT_EQ(found->reference, "transfer:T-1");
    EXPECT_EQ(found->openedBy, "oscar");
    EXPECT_EQ(found->openedWith, "");
    ASSERT_EQ(found->matters.size(), 2U);
    EXPECT_EQ(found->matters[0].serials, (SerialRange{"booklet-ordinary", 1, 10}));
    EXPECT_EQ(found->matters[0].expected, 10);
    EXPECT_EQ(found->matters[0].found, 0);
    EXPECT_EQ(found->matters[1].lot, "L-7");
    EXPECT_FALSE(found->matters[1].serials);
    ASSERT_TRUE(act([&](auto& tx) { return m_cases.setDeadline(tx, one(), CaseKind::Discrepancy, 2); }));
    EXPECT_EQ(base::formatDate(m_cases.show(*m_connection, open(lackingTen()))->deadline), "2026-11-25");
    EXPECT_EQ(codes(act([&](auto& tx) { return m_cases.setDeadline(tx, one(), CaseKind::Missing, 0); })),
              Codes{"case.bad-deadline"});
    EXPECT_EQ(journalled("case.open"), 2);
}

TEST_P(CasesTest, NumbersCasesByTheYearWithoutGaps) {
    open(surplus());
    {
        records::Transaction abandoned{*m_connection};
        EXPECT_EQ(m_cases.open(abandoned, one(), surplus()), "CASO-2026-000002");
    }
    EXPECT_EQ(open(surplus()), "CASO-2026-000002");
    m_clock.advance(std::chrono::days{60});
    EXPECT_EQ(open(surplus()), "CASO-2027-000001");
}

TEST_P(CasesTest, GivesTwoWhoOpenAtOnceNumbersOfTheirOwn) {
    std::set<std::string> mine;
    std::set<std::string> theirs;
    const auto openTen = [this](std::set<std::string>& numbers) {
        const auto connection = database().connect();
        for (int at = 0; at < 10; ++at) {
            records::Transaction tx{*connection};
            numbers.insert(m_cases.open(tx, one(), surplus()));
            tx.commit();
        }
    };
    std::thread other{[&] { openTen(theirs); }};
    openTen(mine);
    other.join();
    mine.insert(theirs.begin(), theirs.end());
    EXPECT_EQ(mine.size(), 20U);
    EXPECT_EQ(*mine.rbegin(), "CASO-2026-000020");
}

TEST_P(CasesTest, ListsThoseThatAreOverdue) {
    const auto first = open(lackingTen());
    const auto second = open(surplus());
    m_clock.advance(std::chrono::days{5});
    EXPECT_THAT(numbers({Of::Overdue, {}, "", ""}), ElementsAre());
    m_clock.advance(std::chrono::days{1});
    EXPECT_THAT(numbers({Of::Overdue, {}, "", ""}), ElementsAre(first));
    EXPECT_THAT(numbers({Of::Open, {}, "", ""}), ElementsAre(first, second));
    ASSERT_TRUE(resolve(first, two()));
    EXPECT_THAT(numbers({Of::Overdue, {}, "", ""}), ElementsAre());
    EXPECT_THAT(numbers({Of::Resolved, {}, "", ""}), ElementsAre(first));
    EXPECT_THAT(numbers({Of::All, CaseKind::SupplierClaim, "", ""}), ElementsAre(second));
    EXPECT_THAT(numbers({Of::All, {}, "quarantine", ""}), ElementsAre());
    EXPECT_THAT(numbers({Of::All, {}, "", "transfer:T-1"}), ElementsAre(first));
}

TEST_P(CasesTest, TakesTwoPeopleToWriteSomethingOff) {
    const auto lacking = open(lackingTen());
    EXPECT_EQ(codes(resolve(lacking, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(resolve(lacking, twice())), Codes{"people.same-person"});
    EXPECT_EQ(codes(resolve(lacking, two(), "  ")), Codes{"case.bad-text"});
    ASSERT_TRUE(resolve(lacking, two()));
    EXPECT_EQ(codes(resolve(lacking, two())), Codes{"case.resolved-already"});
    EXPECT_TRUE(m_cases.show(*m_connection, lacking)->resolution->writtenOff);
    const auto more = open(surplus());
    ASSERT_TRUE(resolve(more, one()));
    EXPECT_EQ(m_cases.show(*m_connection, more)->resolution->second, "");
    EXPECT_EQ(codes(resolve("CASO-2026-000099", two())), Codes{"case.unknown"});
    EXPECT_EQ(journalled("case.resolve"), 2);
}

TEST_P(CasesTest, StaysOpenWhileASerialIsMissing) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    const Account vault{"vault", "usable"};
    const auto author = two();
    enterMovements(*m_connection, {"report", author, m_clock.now()},
                   {{{"booklet-ordinary", 3, 4}, vault, {"vault", "missing"}}});
    const auto number = open(lackingTen());
    const auto refused = resolve(number, two());
    ASSERT_EQ(codes(refused), Codes{"case.still-missing"});
    EXPECT_EQ(refused.refusal().first().arguments[0].second, "A0000003-A0000004");
    enterMovements(*m_connection, {"report", author, m_clock.now()},
                   {{{"booklet-ordinary", 3, 4}, {"vault", "missing"}, {"vault", "lost"}}});
    EXPECT_TRUE(resolve(number, two()));
}

TEST_P(CasesTest, KeepsNotesAndNeverLosesThem) {
    const auto number = open(lackingTen());
    ASSERT_TRUE(note(number, "Se revisó la bóveda"));
    ASSERT_TRUE(note(number, "Otra vez\nsin resultado"));
    ASSERT_TRUE(resolve(number, two()));
    ASSERT_TRUE(note(number, "Apareció después"));
    EXPECT_EQ(codes(note(number, "")), Codes{"case.bad-text"});
    EXPECT_EQ(codes(note(number, std::string(2001, 'a'))), Codes{"case.bad-text"});
    EXPECT_EQ(codes(note(number, std::string{"a\0b", 3})), Codes{"case.bad-text"});
    EXPECT_EQ(codes(note("CASO-1", "x")), Codes{"case.unknown"});
    const auto found = m_cases.show(*m_connection, number);
    ASSERT_EQ(found->notes.size(), 3U);
    EXPECT_EQ(found->notes[2].text, "Apareció después");
    for (const auto* statement :
         {"DELETE FROM stock_case", "UPDATE stock_case SET reason = 'x'", "DELETE FROM stock_case_note",
          "UPDATE stock_case_matter SET found = expected", "UPDATE stock_case_resolution SET second = NULL"})
        EXPECT_THROW(m_connection->execute(statement), base::Failure) << statement;
}

}  // namespace
}  // namespace inventory
