// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "base/digest.hpp"
#include "records/journal/journal.hpp"
#include "tests/issuance/registers/registers_fixture.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class RegisterBookTest : public RegistersFixture {
   protected:
    /// Imports in a process of its own that is killed before it commits.
    void importKilled(const std::string& content) {
        const auto path = file(content);
        const std::string address = migrated().address();
        m_connection.reset();
        const pid_t child = fork();
        if (child == 0) {
            const auto database = records::Database::open(address);
            const auto connection = database->connect();
            records::Transaction tx{*connection};
            if (m_registers.import(tx, clerk(), {"movimientos", "migracion"}, path)) raise(SIGKILL);
            _exit(1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status));
        m_connection = database().connect();
    }
};
TROQUEL_ON_BOTH_ENGINES(RegisterBookTest);

TEST_P(RegisterBookTest, TakesGoodLinesAndQuarantinesBadOnes) {
    const auto content =
        movements({"Xiloj Cutzal;María Fernanda;1991-04-07;A-1", "Pérez;Ana;1991-02-30;A-2", ";;;", "Ajú;José;;A-3"}) +
        "otra línea\n";
    const auto entry = import(content);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->number, "REG-2026-000001");
    EXPECT_EQ(entry->rows, 2);
    EXPECT_EQ(entry->quarantined, 3);
    EXPECT_EQ(entry->content, base::toHex(base::sha256(base::bytesOf(content))));
    EXPECT_EQ(base::expected(m_contents.get(entry->content), "content"), base::bytesOf(content));

    const auto bad = base::expected(m_registers.quarantine(*m_connection, entry->number), "quarantine");
    ASSERT_THAT(bad, SizeIs(3));
    EXPECT_EQ(bad[0].line, 3);
    EXPECT_EQ(bad[0].fault.code, "register.bad-date"_code);
    EXPECT_EQ(bad[0].fault.where, "nacimiento");
    EXPECT_EQ(bad[1].fault.code, "register.person-nameless"_code);
    EXPECT_EQ(bad[2].line, 6);
    EXPECT_EQ(bad[2].text, "otra línea");
    EXPECT_TRUE(m_registers.quarantine(*m_connection, "REG-2026-000002").refusal().has("register.import-unknown"_code));

    const auto facts = records::lastFactsOf(*m_connection, "register.import", "register", entry->number);
    EXPECT_EQ(facts.at("sha256"), entry->content);
    EXPECT_EQ(facts.at("rows"), "2");
    EXPECT_EQ(facts.at("quarantined"), "3");
}

TEST_P(RegisterBookTest, RefusedAndKilledImportsLeaveNothing) {
    const auto refused = import(movements({";;;", ";;1900-99-99;"}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().first().code, "register.nothing-good"_code);
    EXPECT_EQ(refused.refusal().faults().at(1).where, "line 2, apellidos");
    EXPECT_TRUE(import("x", {"nada", "migracion"}).refusal().has("register.unknown"_code));
    EXPECT_TRUE(import("x", {"visas", ""}).refusal().has("register.source-missing"_code));
    importKilled(movements(std::vector<std::string>(12'000, "Xiloj;Ana;1991-04-07;A-1")));
    for (const auto* table :
         {"register_import", "register_person", "register_row", "register_key", "register_quarantine"})
        EXPECT_EQ(count(table), 0) << table;
    EXPECT_EQ(import(movements({"Xiloj;Ana;1991-04-07;A-1"}))->number, "REG-2026-000001");
}

TEST_P(RegisterBookTest, AnswersEachVersionAsItWas) {
    const std::string born = ";1991-04-07;";
    const auto first = import(movements({"Xiloj Cutzal;María Fernanda" + born + "A-1"}));
    const auto added = import(movements({"Cutzal Xiloj;Maria Fernanda" + born + "A-2"}),
                              {"movimientos", "migracion", ImportOrder::Reach::Addition});
    const auto other = import(movements({"Xiloj Cutzal;Fernanda" + born + "A-3"}), {"movimientos", "aeropuerto"});
    EXPECT_THAT(namesFound(m_sought),
                ElementsAre("María Fernanda Xiloj Cutzal", "Maria Fernanda Cutzal Xiloj", "Fernanda Xiloj Cutzal"));
    const auto whole = import(movements({"Siloj Cutzal;María Fernanda" + born + "A-4"}));
    EXPECT_THAT(namesFound(m_sought), UnorderedElementsAre("María Fernanda Siloj Cutzal", "Fernanda Xiloj Cutzal"));
    EXPECT_THAT(namesFound(m_sought, first->number), ElementsAre("María Fernanda Xiloj Cutzal"));
    EXPECT_THAT(namesFound(m_sought, added->number),
                ElementsAre("María Fernanda Xiloj Cutzal", "Maria Fernanda Cutzal Xiloj"));
    EXPECT_THAT(namesFound(m_sought, other->number), SizeIs(3));
    const auto answer =
        base::expected(m_registers.search(*m_connection, m_sought, {"movimientos"}, NeedToKnow::No), "search");
    EXPECT_THAT(answer.versions, ElementsAre(std::pair{"movimientos", other->number + "," + whole->number}));
    std::vector<std::string> current;
    for (const auto& entry : m_registers.imports(*m_connection))
        if (entry.current) current.push_back(entry.number);
    EXPECT_THAT(current, ElementsAre(whole->number, other->number));
    EXPECT_THAT(m_registers.imports(*m_connection, "visas"), IsEmpty());
}

TEST_P(RegisterBookTest, FindsThePersonUnderEachSlipAndKeepsEachWritingApart) {
    const std::vector<std::string> writings{"Xiloj Cutzal;María Fernanda;1991-04-07;A-1",
                                            "XILOJ CUTZAL;MARIA FERNANDA;1991-04-07;",
                                            "Cutzal Xiloj;Fernanda María;1991-04-07;",
                                            "Siloj Kutsal;Maria Fernanda;1991-04-07;",
                                            "Xiloj;María Fernanda;1991-04-07;",
                                            "Xiloj Cutzal;María Fernanda;1991-07-04;",
                                            "Xiloj Cutzal;María Fernanda;1991-04-17;",
                                            "Xiloj Cutzal;María Fernanda;1981-04-07;",
                                            "Xiloj Cutzal;María Fernanda;;",
                                            "Xiloj Cutzal;María Fernanda;1975-12-24;",
                                            "Шилох;Мария;1991-04-07;",
                                            "Xilox Cutzal;María Fernanda;1991-04-17;"};
    auto lines = writings;
    for (const char* another : {"Pérez López;Juan;1991-04-07;", "Xiloj;Pedro;1960-01-30;"}) lines.emplace_back(another);
    ASSERT_TRUE(import(movements(lines)));
    const auto answer =
        base::expected(m_registers.search(*m_connection, m_sought, {"movimientos"}, NeedToKnow::No), "search");
    std::vector<std::string> found;
    for (const auto& each : answer.candidates) {
        const auto& person = each.found.person;
        found.push_back(person.surnames + ";" + person.givenNames + ";" +
                        (person.born ? base::formatDate(*person.born) : "") + ";" + person.document);
        EXPECT_THAT(each.found.ids, SizeIs(1)) << "who is written otherwise is another until a person says more";
    }
    auto expected = writings;
    expected.erase(expected.begin() + 10);  // another surname: shown to nobody
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
    EXPECT_EQ(found.front(), writings.front());
    EXPECT_FALSE(answer.more);
}

TEST_P(RegisterBookTest, BringsLinesOfOnePersonTogetherInTheirOrder) {
    ASSERT_TRUE(import(movements(
        {"Xiloj;Ana Lucía;1991-04-07;A-1", "Otra;Ana Lucía;1991-04-07;A-2", "Xiloj;Ana Lucía;1991-04-07;A-1"})));
    ASSERT_TRUE(import(movements({"Xiloj;Ana Lucía;1991-04-07;A-1"}), {"movimientos", "aeropuerto"}));
    const auto answer =
        base::expected(m_registers.search(*m_connection, {"Xiloj", "Ana Lucía", day("1991-04-07"), "", ""},
                                          {"movimientos"}, NeedToKnow::No),
                       "s");
    ASSERT_FALSE(answer.candidates.empty());
    const auto& person = answer.candidates.front().found;
    EXPECT_THAT(person.ids, SizeIs(2));
    const auto rows = m_registers.rowsOf(*m_connection, {person}, "movimientos");
    std::vector<std::string> places;
    for (const auto& row : rows) places.push_back(row.row);
    EXPECT_THAT(places, ElementsAre("REG-2026-000001/2", "REG-2026-000002/2", "REG-2026-000001/4"));
    EXPECT_THAT(rows.front().values, ElementsAre(std::pair{"fecha", "2026-01-01"}, std::pair{"tipo", "salida"},
                                                 std::pair{"puesto", "La Aurora"}, std::pair{"documento", "A-1"}));
}

TEST_P(RegisterBookTest, RefusesSearchesThatNobodyCouldTrust) {
    const auto refused = [&](const PersonSought& sought, const std::vector<std::string>& registers) {
        const auto answer = m_registers.search(*m_connection, sought, registers, NeedToKnow::No);
        return answer ? std::string{"answered"} : answer.refusal().first().code.name();
    };
    EXPECT_EQ(refused(m_sought, {"movimientos"}), "register.empty");
    ASSERT_TRUE(import(movements({"Xiloj;Ana;1991-04-07;A-1"})));
    EXPECT_EQ(refused(m_sought, {"movimientos"}), "answered");
    EXPECT_EQ(refused(m_sought, {"movimientos", "nada"}), "register.unknown");
    EXPECT_EQ(refused(m_sought, {}), "register.unknown");
    EXPECT_EQ(refused({"", " ", day("1991-04-07"), "", ""}, {"movimientos"}), "register.name-missing");
    EXPECT_EQ(refused({"Xiloj", "Ana", {}, "", ""}, {"movimientos"}), "register.too-vague");
    EXPECT_EQ(refused({"Xiloj", "Ana", {}, "A-1", ""}, {"movimientos"}), "answered");
}

/// The most memory that this process had in use, in KiB.
std::int64_t highestKibibytes() {
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6));
    return -1;
}

TEST_P(RegisterBookTest, ImportsAHundredThousandLinesInBoundedMemory) {
    const auto path = file("apellidos;nombres;nacimiento;documento;fecha;tipo;puesto\n");
    {
        std::ofstream csv{path, std::ios::app};
        for (int line = 0; line < 100'000; ++line)
            csv << "Pérez" << line % 9973 << " López;Juan" << line / 7 << ";19" << 50 + line % 50 << "-0"
                << 1 + line % 9 << "-1" << line % 10 << ";D" << line << ";2026-01-02;"
                << (line % 1000 == 0 ? "nada" : "salida") << ";La Aurora\n";
    }
    // The highest point begins anew here: what earlier tests needed says nothing of this one.
    std::ofstream{"/proc/self/clear_refs"} << 5;
    const std::int64_t before = highestKibibytes();
    const auto entry = act([&](auto& tx) { return m_registers.import(tx, clerk(), {"movimientos", "m"}, path); });
    const std::int64_t needed = highestKibibytes() - before;
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->rows, 99'900);
    EXPECT_EQ(entry->quarantined, 100);
    // SQLite's cache is most of it; the lines as values would take more.
    EXPECT_LT(needed, 32 * 1024) << "KiB";
    EXPECT_EQ(count("register_row"), 99'900);
}

TEST_P(RegisterBookTest, KeepsImportsAndDiligencesAsTheyAre) {
    ASSERT_TRUE(import(movements({"Xiloj;Ana Lucía;1991-04-07;A-1", ";;;"})));
    const auto number = open({"Xiloj", "Ana Lucía", day("1991-04-07"), "", ""})->number;
    ASSERT_TRUE(decide(number, 1, IdentityVerdict::Same));
    ASSERT_TRUE(conclude(number));
    for (const std::string table :
         {"register_import", "register_person", "register_row", "register_key", "register_quarantine", "diligence",
          "diligence_candidate", "diligence_decision", "diligence_conclusion"})
        EXPECT_THROW(m_connection->execute("DELETE FROM " + table), base::Failure) << table;
}

TEST_P(RegisterBookTest, DoesNotTakeTheSameFileTwice) {
    const auto csv = movements({"Xiloj Cutzal;María Fernanda;1991-04-07;A1"});
    const ImportOrder addition{"movimientos", "migracion", ImportOrder::Reach::Addition, {}};
    ASSERT_TRUE(import(csv, addition));
    EXPECT_TRUE(import(csv, addition).refusal().has("register.imported-already"_code));
    ImportOrder other = addition;
    other.source = "consulados";
    EXPECT_TRUE(import(csv, other));
}

TEST_P(RegisterBookTest, NeverTakesTwoForOneBecauseTheyHaveOneName) {
    ASSERT_TRUE(import(movements({"Pérez López;Juan Carlos;;", "Pérez López;Juan Carlos;;"})));
    ASSERT_TRUE(import(movements({"Pérez López;Juan Carlos;;"}), {"movimientos", "consulados"}));
    EXPECT_THAT(namesFound({"Pérez López", "Juan Carlos", day("1990-05-05"), "", ""}), SizeIs(3));
}

TEST_P(RegisterBookTest, FindsWhoSharesPartOfTheNameAmongManyOthers) {
    std::vector<std::string> people;
    constexpr int kOthers = 700;
    for (int at = 0; at < kOthers; ++at)
        people.push_back("Pérez;Juan Carlos;" + std::to_string(1930 + at % 50) + "-0" + std::to_string(1 + at % 4) +
                         "-11;D" + std::to_string(at));
    people.push_back("Pérez;Juan Carlos;;");
    people.push_back("Pérez;Juan Carlos;1980-05-05;Z");
    std::string csv = "apellidos;nombres;nacimiento;documento;fecha;tipo;puesto\n";
    for (const auto& person : people) csv += person + ";2026-01-01;salida;La Aurora\n";
    ASSERT_TRUE(import(csv));
    const PersonSought sought{"Pérez López", "Juan Carlos", day("1990-05-05"), "", ""};
    const auto answer =
        base::expected(m_registers.search(*m_connection, sought, {"movimientos"}, NeedToKnow::No), "search");
    std::vector<std::string> documents;
    for (const auto& each : answer.candidates) documents.push_back(each.found.person.document);
    EXPECT_THAT(documents, testing::AllOf(testing::Contains("Z"), testing::Contains("")));
}

}  // namespace
}  // namespace issuance
