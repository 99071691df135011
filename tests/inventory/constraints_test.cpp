// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "inventory/holdings.hpp"
#include "inventory/reconciliation.hpp"
#include "tests/inventory/stock_fixture.hpp"

/// What the database refuses by itself, whoever asks.
namespace inventory {
namespace {

class StockConstraints : public StockFixture {
   protected:
    std::string attempt(std::string_view statement, const records::Values& values = {}) {
        try {
            m_connection->execute(statement, values);
        } catch (const base::Failure& failure) {
            return failure.code().name();
        }
        return "done";
    }
    std::string enter(const std::string& event, const records::Author& author, const SerialRange& range,
                      const Account& from, const Account& to, const std::string& cause = {}) {
        try {
            enterMovements(*m_connection, {event, author, m_clock.now(), {}, cause}, {{range, from, to}});
        } catch (const base::Failure& failure) {
            return failure.code().name();
        }
        return "done";
    }
    /// One blank of number `number` brought to this state, the way every blank goes.
    void bring(std::int64_t number, const std::string& state) {
        const SerialRange range{"booklet-ordinary", number, number};
        const std::string text = std::to_string(number);
        const auto step = [&](const Account& from, const Account& to) {
            const bool spoils = to.state == "spoiled" && from.state != "spoiled";
            ASSERT_EQ(enter("test", two(), range, from, to, spoils ? "print" : ""), "done") << from.state << to.state;
        };
        if (state == "withheld") return step({"found", "none"}, kHeld);
        step({"supplier", "none"}, kWork);
        if (state == "usable") return;
        if (state == "spoiled" || state == "destroyed") step(kWork, {"quarantine", "spoiled"});
        if (state == "destroyed") step({"quarantine", "spoiled"}, {"destruction", "destroyed"});
        if (state == "expired") step(kWork, {"quarantine", "expired"});
        if (state == "missing" || state == "lost" || state == "stolen") step(kWork, {"vault", "missing"});
        if (state == "lost" || state == "stolen") step({"vault", "missing"}, {"vault", state});
        if (state != "in_use" && state != "personalised" && state != "annulled") return;
        m_connection->execute(
            "INSERT INTO blank (serial, item, number, order_id, document_id) VALUES (?1, 'booklet-ordinary', ?2, ?3, "
            "?3)",
            {"S" + text, number, "o" + text});
        step(kWork, {"vault", "in_use"});
        if (state != "in_use") step({"vault", "in_use"}, {"vault", "personalised"});
        if (state == "annulled") step({"vault", "personalised"}, {"quarantine", "annulled"});
    }
    static std::string whereIs(const std::string& state) {
        const std::set<std::string> away{"spoiled", "expired", "annulled", "withheld"};
        return state == "destroyed" ? "destruction" : away.contains(state) ? "quarantine" : "vault";
    }

    const Account kWork{"vault", "usable"};
    const Account kHeld{"quarantine", "withheld"};
};
TROQUEL_ON_BOTH_ENGINES(StockConstraints);

TEST_P(StockConstraints, AStateFollowsOnlyWhereTheTableOfStepsSaysSo) {
    const std::vector<std::string> states{"usable",  "in_use", "personalised", "spoiled",  "annulled", "expired",
                                          "missing", "lost",   "stolen",       "withheld", "destroyed"};
    const std::set<std::string> allowed{
        "usable>in_use",         "usable>spoiled",       "usable>expired",    "usable>missing",
        "in_use>personalised",   "in_use>spoiled",       "in_use>missing",    "personalised>spoiled",
        "personalised>annulled", "personalised>missing", "spoiled>destroyed", "spoiled>missing",
        "annulled>destroyed",    "annulled>missing",     "expired>destroyed", "expired>missing",
        "missing>lost",          "missing>stolen",       "missing>withheld",  "lost>withheld",
        "stolen>withheld",       "withheld>spoiled",     "withheld>missing"};
    std::int64_t number = 0;
    for (const auto& from : states)
        for (const auto& to : states) {
            if (from == to) continue;
            bring(++number, from);
            if (to == "in_use" && from == "usable")
                m_connection->execute(
                    "INSERT INTO blank (serial, item, number, order_id) VALUES (?1, "
                    "'booklet-ordinary', ?2, ?1)",
                    {"T" + std::to_string(number), number});
            const auto outcome = enter("test", two(), {"booklet-ordinary", number, number}, {whereIs(from), from},
                                       {whereIs(to), to}, to == "spoiled" ? "print" : "");
            EXPECT_EQ(outcome, allowed.contains(from + ">" + to) ? "done" : "records.constraint")
                << from << " to " << to;
        }
}

TEST_P(StockConstraints, ASerialExistsOnceAndADocumentHasOneBlank) {
    const SerialRange ten{"booklet-ordinary", 11, 20};
    ASSERT_EQ(enter("receive", two(), ten, {"supplier", "none"}, kWork), "done");
    for (const auto& [first, last] : std::vector<std::pair<int, int>>{{11, 20}, {1, 11}, {20, 30}, {15, 15}, {1, 99}})
        EXPECT_EQ(enter("receive", two(), {"booklet-ordinary", first, last}, {"supplier", "none"}, kWork),
                  "records.constraint")
            << first << "-" << last;
    EXPECT_EQ(enter("receive", two(), {"booklet-official", 11, 20}, {"supplier", "none"}, kWork), "done");
    const std::string insert = "INSERT INTO blank (serial, item, number, order_id, document_id) VALUES ";
    ASSERT_EQ(attempt(insert + "('A11', 'booklet-ordinary', 11, 'o1', 'd1')"), "done");
    EXPECT_EQ(attempt(insert + "('A11', 'booklet-ordinary', 12, 'o2', 'd2')"), "records.unique");
    EXPECT_EQ(attempt(insert + "('A12', 'booklet-ordinary', 12, 'o1', 'd2')"), "records.unique");
    EXPECT_EQ(attempt(insert + "('A12', 'booklet-ordinary', 12, 'o2', 'd1')"), "records.unique");
    EXPECT_EQ(attempt("UPDATE blank SET document_id = 'other' WHERE serial = 'A11'"), "records.constraint");
    EXPECT_EQ(attempt("UPDATE blank SET serial = 'A9' WHERE serial = 'A11'"), "records.constraint");
    EXPECT_EQ(attempt("DELETE FROM blank"), "records.constraint");
}

TEST_P(StockConstraints, AMovementTakesSerialsOnlyFromWhereTheyStand) {
    ASSERT_EQ(enter("receive", two(), {"x", 1, 100}, {"supplier", "none"}, kWork), "done");
    ASSERT_EQ(enter("issue", two(), {"x", 41, 60}, kWork, {"destruction", "expired"}), "done");
    EXPECT_EQ(enter("test", two(), {"x", 40, 41}, kWork, kWork), "records.constraint");
    EXPECT_EQ(enter("test", two(), {"x", 41, 41}, kWork, kWork), "records.constraint");
    EXPECT_EQ(enter("test", two(), {"x", 101, 101}, kWork, kWork), "records.constraint");
    EXPECT_EQ(enter("test", two(), {"y", 1, 1}, kWork, kWork), "records.constraint");
    EXPECT_EQ(enter("test", two(), {"x", 1, 1}, kWork, {"nowhere", "usable"}), "records.constraint");
    EXPECT_EQ(enter("test", two(), {"x", 1, 1}, kWork, {"supplier", "usable"}), "records.constraint");
    EXPECT_EQ(enter("test", two(), {"x", 1, 1}, kWork, {"vault", "in_use"}), "records.constraint");
    EXPECT_EQ(enter("test", two(), {"x", 1, 1}, kWork, {"quarantine", "spoiled"}), "records.constraint");
    EXPECT_EQ(number("SELECT count(*) FROM stock_run"), 3);
}

TEST_P(StockConstraints, AMovementCountsItsSerialsAndNeedsTwoWhereTwoAreNeeded) {
    const Account away{"quarantine", "spoiled"};
    ASSERT_EQ(enter("receive", two(), {"x", 1, 100}, {"supplier", "none"}, kWork), "done");
    EXPECT_EQ(enter("spoil", one(), {"x", 1, 5}, kWork, away, "print"), "records.constraint");
    EXPECT_EQ(enter("spoil", twice(), {"x", 1, 5}, kWork, away, "print"), "records.constraint");
    EXPECT_EQ(enter("receive", one(), {"x", 200, 201}, {"supplier", "none"}, kWork), "records.constraint");
    EXPECT_EQ(enter("spoil", two(), {"x", 5, 4}, kWork, away, "print"), "records.constraint");
    EXPECT_EQ(attempt("INSERT INTO stock_movement (time, event, person, second, workstation, item, first_number, "
                      "last_number, quantity, span, from_place, from_state, to_place, to_state, detail) VALUES ('t', "
                      "'move', 'ana', 'beto', 'w', 'x', 1, 5, 4, 3, 'vault', 'usable', 'vault', 'usable', '')"),
              "records.constraint");
    EXPECT_EQ(enter("spoil", two(), {"x", 1, 5}, kWork, away, "print"), "done");
    EXPECT_EQ(number("SELECT sum(quantity) FROM stock_ledger"), 0);
}

TEST_P(StockConstraints, RunsAreCutAndJoinedAsMovementsPass) {
    ASSERT_EQ(enter("receive", two(), {"x", 1, 50}, {"supplier", "none"}, kWork), "done");
    ASSERT_EQ(enter("receive", two(), {"x", 101, 150}, {"supplier", "none"}, kWork), "done");
    ASSERT_EQ(enter("receive", two(), {"x", 51, 100}, {"supplier", "none"}, kWork), "done");
    const Account away{"destruction", "expired"};
    EXPECT_EQ(runsAt(*m_connection, "vault"), (std::vector<inventory::Run>{{{"x", 1, 150}, kWork}}));
    ASSERT_EQ(enter("move", two(), {"x", 10, 20}, kWork, away), "done");
    ASSERT_EQ(enter("move", two(), {"x", 30, 40}, kWork, away), "done");
    ASSERT_EQ(enter("move", two(), {"x", 21, 29}, kWork, away), "done");
    EXPECT_EQ(runsAt(*m_connection, "destruction"), (std::vector<inventory::Run>{{{"x", 10, 40}, away}}));
    EXPECT_EQ(runsWithin(*m_connection, {"x", 5, 45}),
              (std::vector<inventory::Run>{{{"x", 5, 9}, kWork}, {{"x", 10, 40}, away}, {{"x", 41, 45}, kWork}}));
    EXPECT_EQ(runOf(*m_connection, "x", 151), std::nullopt);
    EXPECT_EQ(reconcile(*m_connection).unexplained(), 0);
}

TEST_P(StockConstraints, AWorkstationHasOneOpenShiftAndAClosedOneStaysClosed) {
    ASSERT_EQ(attempt("INSERT INTO stock_shift (id, workstation, opened_at) VALUES ('s', 'w', 't')"), "done");
    EXPECT_EQ(attempt("INSERT INTO stock_shift (id, workstation, opened_at) VALUES ('r', 'w', 't')"), "records.unique");
    EXPECT_EQ(attempt("UPDATE stock_shift SET closed_at = 'u' WHERE id = 's'"), "done");
    EXPECT_EQ(attempt("UPDATE stock_shift SET closed_at = NULL WHERE id = 's'"), "records.constraint");
    EXPECT_EQ(attempt("INSERT INTO stock_shift (id, workstation, opened_at) VALUES ('r', 'w', 't')"), "done");
}

}  // namespace
}  // namespace inventory
