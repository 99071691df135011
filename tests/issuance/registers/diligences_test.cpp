// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <thread>

#include "records/journal/journal.hpp"
#include "tests/issuance/registers/registers_fixture.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class DiligencesTest : public RegistersFixture {
   protected:
    /// The person, another of the name, and the person as another office writes her.
    void SetUp() override {
        RegistersFixture::SetUp();
        base::expected(import(movements({"Xiloj Cutzal;María Fernanda;1991-04-07;A-1",
                                         "Xiloj Cutzal;María Fernanda;1975-12-24;A-2",
                                         "Cutzal Xiloj;Maria Fernanda;1991-07-04;A-3"})),
                       "import");
    }
};
TROQUEL_ON_BOTH_ENGINES(DiligencesTest);

TEST_P(DiligencesTest, AreDecidedByPeopleAndCitedByNumber) {
    const auto opened = open(m_sought);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->number, "DIL-2026-000001");
    ASSERT_THAT(opened->candidates, SizeIs(3));
    for (const auto& each : opened->candidates)
        EXPECT_EQ(each.verdict, IdentityVerdict::Undecided) << "no machine decides";
    EXPECT_TRUE(m_diligences.rowsOf(*m_connection, opened->number, "movimientos")
                    .refusal()
                    .has("diligence.not-concluded"_code));
    EXPECT_TRUE(conclude(opened->number).refusal().has("diligence.undecided"_code));

    ASSERT_TRUE(decide(opened->number, 1, IdentityVerdict::Same, "mismo documento"));
    ASSERT_TRUE(decide(opened->number, 2, IdentityVerdict::Same, "día y mes invertidos"));
    ASSERT_TRUE(decide(opened->number, 3, IdentityVerdict::Namesake, "otro nacimiento"));
    ASSERT_TRUE(conclude(opened->number));

    const auto found = base::expected(m_diligences.find(*m_connection, opened->number), "find");
    EXPECT_EQ(found.sought, m_sought);
    EXPECT_THAT(found.versions, ElementsAre(std::pair{"movimientos", "REG-2026-000001"}));
    EXPECT_TRUE(found.isConcluded());
    EXPECT_TRUE(found.hadNamesakes());
    EXPECT_EQ(found.openedBy, "carla");
    EXPECT_EQ(found.candidates[2].verdict, IdentityVerdict::Namesake);
    EXPECT_EQ(found.candidates[2].reason, "otro nacimiento");
    EXPECT_EQ(found.candidates[2].decidedBy, "carla");
    EXPECT_EQ(found.candidates[1].candidate.grounds, opened->candidates[1].candidate.grounds);
    EXPECT_EQ(found.candidates[1].candidate.score, opened->candidates[1].candidate.score);

    const auto rows = base::expected(m_diligences.rowsOf(*m_connection, opened->number, "movimientos"), "rows");
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(rows[0].person.document, "A-1");
    EXPECT_EQ(rows[1].person.document, "A-3");
    EXPECT_TRUE(
        m_diligences.rowsOf(*m_connection, opened->number, "alertas").refusal().has("diligence.not-asked"_code));
    const auto facts = records::lastFactsOf(*m_connection, "diligence.conclude", "diligence", opened->number);
    EXPECT_EQ(facts.at("same"), "2");
    EXPECT_EQ(facts.at("namesakes"), "1");
}

TEST_P(DiligencesTest, StandOnWhatTheRegistersSaidThen) {
    const auto opened = open(m_sought);
    for (std::int64_t position = 1; position <= 3; ++position)
        ASSERT_TRUE(decide(opened->number, position, IdentityVerdict::Same));
    ASSERT_TRUE(conclude(opened->number));
    ASSERT_TRUE(import(movements({"Pérez;Ana;1991-04-07;B-1"})));
    EXPECT_THAT(base::expected(m_diligences.rowsOf(*m_connection, opened->number, "movimientos"), "rows"), SizeIs(3));
    EXPECT_THAT(open(m_sought)->candidates, IsEmpty());
}

TEST_P(DiligencesTest, RefuseDecisionsThatCannotBe) {
    const auto number = open(m_sought)->number;
    EXPECT_TRUE(decide("DIL-2026-000009", 1, IdentityVerdict::Same).refusal().has("diligence.unknown"_code));
    EXPECT_TRUE(decide(number, 0, IdentityVerdict::Same).refusal().has("diligence.no-such-candidate"_code));
    EXPECT_TRUE(decide(number, 4, IdentityVerdict::Same).refusal().has("diligence.no-such-candidate"_code));
    EXPECT_TRUE(decide(number, 1, IdentityVerdict::Same, "").refusal().has("diligence.reason-missing"_code));
    EXPECT_TRUE(decide(number, 1, IdentityVerdict::Undecided).refusal().has("diligence.reason-missing"_code));
    ASSERT_TRUE(decide(number, 1, IdentityVerdict::Same));
    EXPECT_TRUE(decide(number, 1, IdentityVerdict::Namesake).refusal().has("diligence.decided"_code));
    ASSERT_TRUE(decide(number, 2, IdentityVerdict::Namesake));
    ASSERT_TRUE(decide(number, 3, IdentityVerdict::Namesake));
    ASSERT_TRUE(conclude(number));
    EXPECT_TRUE(conclude(number).refusal().has("diligence.concluded"_code));
    EXPECT_TRUE(decide(number, 1, IdentityVerdict::Same).refusal().has("diligence.concluded"_code));
}

TEST_P(DiligencesTest, FindNobodyToo) {
    const auto opened = open({"Ixquiac", "Pedro Pablo", day("1980-01-01"), "", ""});
    EXPECT_THAT(opened->candidates, IsEmpty());
    ASSERT_TRUE(conclude(opened->number));
    EXPECT_THAT(base::expected(m_diligences.rowsOf(*m_connection, opened->number, "movimientos"), "rows"), IsEmpty());
    EXPECT_FALSE(base::expected(m_diligences.find(*m_connection, opened->number), "find").hadNamesakes());
}

TEST_P(DiligencesTest, AreNumberedWithoutGapsAndListed) {
    ASSERT_TRUE(open(m_sought));
    {
        records::Transaction lost{*m_connection};
        EXPECT_EQ(m_diligences.open(lost, clerk(), m_sought, {"movimientos"}, {})->number, "DIL-2026-000002");
    }
    EXPECT_FALSE(open({"Xiloj", "", {}, "", ""}));
    EXPECT_EQ(open(m_sought)->number, "DIL-2026-000002");
    std::vector<std::string> numbers;
    for (const auto& each : m_diligences.list(*m_connection)) numbers.push_back(each.number);
    EXPECT_THAT(numbers, ElementsAre("DIL-2026-000002", "DIL-2026-000001"));
}

TEST_P(DiligencesTest, CannotEndWhereMorePeopleMayBeMeantThanWereShown) {
    std::vector<std::string> crowd;
    for (int at = 0; at < 150; ++at) crowd.push_back("Pérez López;Juan Carlos;;C-" + std::to_string(at));
    std::string csv = "apellidos;nombres;nacimiento;documento;fecha;tipo;puesto\n";
    for (const auto& each : crowd) csv += each + ";2026-01-02;salida;La Aurora\n";
    ASSERT_TRUE(import(csv, {"movimientos", "otra"}));
    const auto opened = open({"Pérez López", "Juan Carlos", {}, "", ""});
    EXPECT_THAT(opened->candidates, SizeIs(RegisterBook::kMostCandidates));
    EXPECT_TRUE(opened->more);
    EXPECT_TRUE(conclude(opened->number).refusal().has("diligence.cut"_code));
    EXPECT_THAT(
        open({"Pérez López", "Juan Carlos", {}, "C-149", ""})->candidates.front().candidate.found.person.document,
        "C-149");
}

/// The one who comes second is told, on either engine, that it was decided.
TEST_P(DiligencesTest, TwoWhoDecideAtOnceDecideOnce) {
    const auto number = open(m_sought)->number;
    std::array<std::string, 6> told;
    std::vector<std::thread> deciders;
    for (auto& each : told)
        deciders.emplace_back([&] {
            const auto connection = database().connect();
            records::Transaction tx{*connection};
            const auto decided = m_diligences.decide(tx, clerk(), number, 1, IdentityVerdict::Same, "la misma");
            if (decided) tx.commit();
            each = decided ? "decided" : decided.refusal().first().code.name();
        });
    for (auto& each : deciders) each.join();
    EXPECT_EQ(std::count(told.begin(), told.end(), "decided"), 1);
    EXPECT_EQ(std::count(told.begin(), told.end(), "diligence.decided"), 5);
}

}  // namespace
}  // namespace issuance
