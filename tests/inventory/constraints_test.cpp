// SPDX-License-Identifier: GPL-3.0-or-later
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
    /// What a blank in this state looks like.
    void put(const std::string& serial, std::int64_t number, const std::string& state) {
        const bool worked = state == "in_use" || state == "personalised";
        const bool lost = state == "spoiled" || state == "destroyed";
        const auto textIf = [](bool given, const std::string& text) {
            return given ? records::Value{text} : records::Value{};
        };
        m_connection->execute(
            "INSERT INTO blank (serial, item, number, place, state, shift, order_id, document_id, cause) VALUES (?1, "
            "'booklet-ordinary', ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            {serial, number,
             std::string{lost     ? "quarantine"
                         : worked ? "workstation:w"
                                  : "vault"},
             state, textIf(worked, "s"), textIf(worked, "order " + serial), textIf(worked, "document " + serial),
             textIf(lost, "print")});
    }
};
TROQUEL_ON_BOTH_ENGINES(StockConstraints);

TEST_P(StockConstraints, AStateFollowsOnlyWhereTheTableOfStepsSaysSo) {
    m_connection->execute("INSERT INTO stock_shift (id, workstation, opened_at) VALUES ('s', 'w', 't')");
    const std::vector<std::string> states{"usable", "in_use", "personalised", "spoiled"};
    const std::set<std::string> allowed{"usable>in_use", "usable>spoiled", "in_use>personalised", "in_use>spoiled",
                                        "personalised>spoiled"};
    std::int64_t number = 0;
    for (const auto& from : states)
        for (const auto& to : states) {
            if (from == to) continue;
            const std::string serial = "X" + std::to_string(++number);
            put(serial, number, from);
            const bool lost = to == "spoiled";
            const auto outcome = attempt(
                "UPDATE blank SET state = ?2, place = ?3, cause = ?4, shift = ?5, order_id = coalesce(order_id, ?6), "
                "document_id = coalesce(document_id, ?6) WHERE serial = ?1",
                {serial, to,
                 std::string{lost             ? "quarantine"
                             : to == "usable" ? "vault"
                                              : "workstation:w"},
                 lost ? records::Value{"print"} : records::Value{},
                 to == "usable" ? records::Value{} : records::Value{"s"},
                 to == "usable" ? records::Value{} : records::Value{"new " + serial}});
            EXPECT_EQ(outcome, allowed.contains(from + ">" + to) ? "done" : "records.constraint")
                << from << " to " << to;
        }
}

TEST_P(StockConstraints, ASerialExistsOnceAndADocumentHasOneBlank) {
    m_connection->execute("INSERT INTO stock_shift (id, workstation, opened_at) VALUES ('s', 'w', 't')");
    put("A1", 1, "in_use");
    put("A2", 2, "in_use");
    EXPECT_EQ(attempt("INSERT INTO blank (serial, item, number, place, state) VALUES ('A1', 'x', 1, 'vault', "
                      "'usable')"),
              "records.unique");
    EXPECT_EQ(attempt("INSERT INTO blank (serial, item, number, place, state, shift, order_id, document_id) VALUES "
                      "('A3', 'x', 1, 'workstation:w', 'in_use', 's', 'new', 'document A1')"),
              "records.unique");
    EXPECT_EQ(attempt("INSERT INTO blank (serial, item, number, place, state, shift, order_id) VALUES ('A3', 'x', 1, "
                      "'workstation:w', 'in_use', 's', 'order A1')"),
              "records.unique");
    EXPECT_EQ(attempt("UPDATE blank SET document_id = 'other' WHERE serial = 'A1'"), "records.constraint");
    EXPECT_EQ(attempt("UPDATE blank SET serial = 'A9' WHERE serial = 'A1'"), "records.constraint");
}

TEST_P(StockConstraints, AMovementCountsItsSerialsAndNeedsTwoWhereTwoAreNeeded) {
    const auto enter = [this](const std::string& event, const std::string& second, std::int64_t quantity,
                              const std::string& from) {
        return attempt(
            "INSERT INTO stock_movement (time, event, person, second, workstation, item, first_number, last_number, "
            "quantity, span, from_place, from_state, to_place, to_state, detail) VALUES ('t', ?1, 'ana', ?2, 'w', 'x', "
            "1, 5, ?3, 3, ?4, 'usable', 'quarantine', 'spoiled', '')",
            {event, second.empty() ? records::Value{} : records::Value{second}, quantity, from});
    };
    EXPECT_EQ(enter("spoil", "", 5, "workstation:w"), "done");
    EXPECT_EQ(enter("spoil", "", 4, "workstation:w"), "records.constraint");
    EXPECT_EQ(enter("spoil", "ana", 5, "workstation:w"), "records.constraint");
    EXPECT_EQ(enter("spoil", "", 5, "vault"), "records.constraint");
    EXPECT_EQ(enter("receive", "", 5, "supplier"), "records.constraint");
    EXPECT_EQ(enter("receive", "beto", 5, "supplier"), "done");
    EXPECT_EQ(number("SELECT sum(quantity) FROM stock_ledger"), 0);
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
