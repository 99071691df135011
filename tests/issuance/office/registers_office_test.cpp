// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_registers.hpp"
#include "tests/issuance/office/training_house.hpp"

/// Registers and diligences as people at the office have them.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using testing::IsEmpty;
using testing::SizeIs;

class RegistersOfficeTest : public testing::Test {
   protected:
    base::Result<RegisterImported> import(const std::string& person, const std::string& name,
                                          const base::Bytes& content) {
        const auto sent = m_house.bring(person, content);
        if (!sent) return sent.refusal();
        return m_house.ask(person, RegisterImport{name, "capacitacion", *sent, false, {}});
    }
    std::int64_t entries() { return m_house.ask("auditor", JournalVerify{})->entries; }
    support::TrainingHouse m_house;
};

TEST_F(RegistersOfficeTest, ImportsTheTrainingRegistersAndFindsNamesakesInThem) {
    for (const char* name : {"movimientos", "residencias", "visas", "alertas"}) {
        const auto imported = import("supervisor", name, m_house.material(std::string{name} + ".csv"));
        ASSERT_TRUE(imported) << name;
        EXPECT_GT(imported->rows, 0) << name;
        EXPECT_EQ(imported->quarantined, 0) << name;
        EXPECT_EQ(imported->person, "supervisor");
    }
    const auto csv = m_house.material("movimientos.csv");
    const std::string text{csv.begin(), csv.end()};
    const auto begin = text.find("\r\n") + 2;
    std::vector<std::string> fields(1);
    for (const char c : text.substr(begin, text.find('\r', begin) - begin)) {
        if (c == ';')
            fields.emplace_back();
        else
            fields.back() += c;
    }
    const SoughtPerson first{fields[0], fields[1], fields[2], fields[4], fields[3]};
    const auto before = entries();
    const auto answer = m_house.ask("clerk", RegisterSearch{first, {"movimientos"}, {}});
    ASSERT_TRUE(answer);
    EXPECT_GE(answer->candidates.size(), 2u) << "the person and the namesake";
    EXPECT_EQ(entries(), before + 2) << "the asking, and what was shown";

    const auto opened = m_house.ask("clerk", DiligenceOpen{first, {"movimientos", "alertas", "documentos"}});
    ASSERT_TRUE(opened);
    for (const auto& each : opened->candidates)
        ASSERT_TRUE(
            m_house.ask("clerk", DiligenceDecide{opened->number, each.position,
                                                 each.document == fields[4] ? "same" : "namesake", "documento"}));
    ASSERT_TRUE(m_house.ask("clerk", DiligenceConclude{opened->number}));
    const auto shown = m_house.ask("certifier", DiligenceShow{opened->number});
    ASSERT_TRUE(shown);
    EXPECT_GE(shown->rows.size(), 4u);
    EXPECT_EQ(shown->rows.front().values.at("documento"), fields[4]);
    EXPECT_THAT(m_house.ask("auditor", DiligenceList{})->diligences, SizeIs(1));
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
}

TEST_F(RegistersOfficeTest, LetsNobodyImportSearchOrDecideWhoMayNot) {
    const auto csv = base::bytesOf("apellidos;nombres;nacimiento;fecha;tipo;puesto\nXiloj;Ana;;2026-01-02;ida;x\n");
    EXPECT_TRUE(import("clerk", "movimientos", csv).refusal().has("people.not-permitted"_code));
    EXPECT_TRUE(import("supervisor", "movimientos", csv).refusal().has("register.nothing-good"_code));
    EXPECT_THAT(m_house.ask("auditor", RegisterImports{})->imports, IsEmpty());
    const SoughtPerson person{"Xiloj", "Ana", "1991-13-01", {}, {}};
    EXPECT_TRUE(m_house.ask("operator", RegisterSearch{person, {"movimientos"}, {}})
                    .refusal()
                    .has("people.not-permitted"_code));
    EXPECT_FALSE(m_house.ask("clerk", RegisterSearch{person, {"movimientos"}, {}}));
    EXPECT_TRUE(
        m_house.ask("auditor", DiligenceOpen{person, {"movimientos"}}).refusal().has("people.not-permitted"_code));
}

TEST_F(RegistersOfficeTest, GivesTheQuarantineBackWithItsReasons) {
    const auto imported =
        import("administrator", "movimientos",
               base::bytesOf("apellidos;nombres;nacimiento;fecha;tipo;puesto\n"
                             "Xiloj;Ana;;2026-01-02;salida;La Aurora\nXiloj;Ana;;2026-01-02;ida;x\n"));
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->quarantined, 1);
    const auto listed = m_house.ask("administrator", RegisterQuarantine{imported->number});
    ASSERT_THAT(listed->lines, SizeIs(1));
    EXPECT_EQ(listed->lines[0].line, 3);
    EXPECT_EQ(listed->lines[0].fault.code, "register.unknown-word");
    EXPECT_EQ(listed->lines[0].text, "Xiloj;Ana;;2026-01-02;ida;x");
}

}  // namespace
}  // namespace issuance
