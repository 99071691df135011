// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/own_documents.hpp"

#include "issuance/order/order_book.hpp"
#include "tests/issuance/registers/registers_fixture.hpp"

namespace issuance {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class OwnDocumentsTest : public RegistersFixture {
   protected:
    static Holder holder() {
        Holder holder;
        holder.surname = "Xiloj Cutzal";
        holder.givenNames = "María Fernanda";
        holder.dateOfBirth = *day("1991-07-04");
        holder.nationality = "GTM";
        return holder;
    }
    /// A document of the house in a state, without keys.
    void make(const std::string& number, const std::string& state = "released",
              const std::string& last = "2031-01-01") {
        OrderContent content;
        content.kind = "passport-ordinary";
        content.sex = "F";
        content.setHolder(holder());
        m_connection->execute("INSERT INTO order_file (sha256, station, taken_at, taken_by) VALUES (?1, 's', '', '')",
                              {number});
        m_connection->execute(
            "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, delivery_site, "
            "content, portrait, signature, received_at) VALUES (?1, 's', ?1, ?1, 'passport-ordinary', ?1, 'c', ?3, ?2, "
            "?2, '')",
            {number, base::Bytes{}, contract::storedJson(content)});
        m_connection->execute(
            "INSERT INTO document (id, number, kind, order_id, blank_serial, state, mrz, issued_on, expires_on) VALUES "
            "(?1, ?1, 'passport-ordinary', ?1, ?1, ?2, '', '2026-01-02', ?3)",
            {number, state, last});
    }
    void makeKeyed(const std::string& number, const std::string& state = "released",
                   const std::string& last = "2031-01-01") {
        make(number, state, last);
        records::Transaction tx{*m_connection};
        noteHolder(tx, clerk(), m_confidential, {number, number, number}, holder());
        tx.commit();
    }
    void noteRelease(const std::string& number) {
        m_connection->execute(
            "INSERT INTO stage_event (order_id, sequence, attempt, stage, outcome, cause, began_at, ended_at, person, "
            "workstation, blank) VALUES (?1, 1, 1, 'release', 'finish', '', '', '', '', '', ?1)",
            {number});
    }
    void noteLoss(const std::string& number, const std::string& status) {
        m_connection->execute("INSERT INTO document_loss (document_id, position, status, time) VALUES (?1, 1, ?2, '')",
                              {number, status});
    }
    std::vector<Candidate> found() {
        return base::expected(m_registers.search(*m_connection, m_sought, {"documentos"}, NeedToKnow::No), "search")
            .candidates;
    }
    /// "A0000001 vigente" of everybody found.
    std::vector<std::string> states() {
        std::vector<PersonInRegister> persons;
        for (const auto& each : found()) persons.push_back(each.found);
        std::vector<std::string> states;
        for (const auto& row : m_registers.rowsOf(*m_connection, persons, "documentos"))
            states.push_back(row.row + " " + row.values.back().second);
        std::sort(states.begin(), states.end());
        return states;
    }
};
TROQUEL_ON_BOTH_ENGINES(OwnDocumentsTest);

TEST_P(OwnDocumentsTest, AreFoundByTheirHolderAndNamedAsPeopleNameThem) {
    makeKeyed("A0000001");
    const auto candidates = found();
    ASSERT_THAT(candidates, SizeIs(1));
    EXPECT_EQ(candidates[0].found.person.document, "A0000001");
    EXPECT_THAT(candidates[0].grounds, ElementsAre("name.equal", "born.swapped"));
    const auto rows = m_registers.rowsOf(*m_connection, {candidates[0].found}, "documentos");
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_THAT(rows[0].values, ElementsAre(std::pair{"tipo", "Pasaporte ordinario"}, std::pair{"numero", "A0000001"},
                                            std::pair{"emision", "2026-01-02"}, std::pair{"vencimiento", "2031-01-01"},
                                            std::pair{"estado", "vigente"}));
}

TEST_P(OwnDocumentsTest, AreThoseThatWereReleasedAndAsTheyStandToday) {
    makeKeyed("A0000001");
    makeKeyed("A0000002", "released", "2026-11-25");
    makeKeyed("A0000003", "in_production");
    makeKeyed("A0000004", "void");
    makeKeyed("A0000005", "void");
    noteRelease("A0000005");
    makeKeyed("A0000006", "void");
    noteRelease("A0000006");
    noteLoss("A0000006", "stolen");
    EXPECT_THAT(found(), SizeIs(6));
    EXPECT_THAT(states(), ElementsAre("A0000001 vigente", "A0000002 vencido", "A0000005 anulado", "A0000006 robado"));
}

/// A database that was migrated when there were no registers yet.
class OlderDocumentsTest : public OwnDocumentsTest {
   protected:
    static constexpr std::size_t kBeforeRegisters = 10;
    std::vector<records::MigrationSet> sets() const override {
        auto older = migrations();
        older.migrations = older.migrations.first(kBeforeRegisters);
        return {records::migrations(), inventory::migrations(), older};
    }
};
TROQUEL_ON_BOTH_ENGINES(OlderDocumentsTest);

TEST_P(OlderDocumentsTest, GetTheirKeysWhenTheBooksAreOpenedNext) {
    constexpr int kMany = 201;
    for (int each = 0; each < kMany; ++each) make("A" + std::to_string(1000 + each));
    const std::vector<records::MigrationSet> all = RegistersFixture::sets();
    records::migrate(ownerDatabase(), all, m_clock);
    m_connection = ownerDatabase().connect();
    EXPECT_THAT(found(), IsEmpty());
    EXPECT_EQ(count("own_document_unkeyed"), kMany);
    const TaskQueue queue{m_clock, std::chrono::minutes{2}, 3};
    const OrderBook orders{queue, m_confidential, m_clock};
    keyOlderDocuments(ownerDatabase(), orders, m_confidential);
    EXPECT_EQ(count("own_document_unkeyed"), 0);
    EXPECT_EQ(count("own_document_person"), kMany);
    EXPECT_THAT(found(), SizeIs(RegisterBook::kMostCandidates));
    keyOlderDocuments(ownerDatabase(), orders, m_confidential);
    EXPECT_EQ(count("own_document_person"), kMany);
}

}  // namespace
}  // namespace issuance
