// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/files.hpp"
#include "printing/flow/draw_flow.hpp"
#include "tests/printing/own_templates.hpp"
#include "tests/printing/sample_documents.hpp"

namespace printing {
namespace {

using testing::HasSubstr;

class TemplateLanguage : public OwnTemplates {};

TEST_F(TemplateLanguage, PutWordsBetweenRepetitions) {
    const auto act = load(R"(<textos nombre="all" significado="x" ejemplo="a|b|c"/>)",
                          R"(<parrafo><cada en="all" como="x" entre="; " final=" y ">{x}</cada>.</parrafo>)");
    ASSERT_TRUE(act);
    EXPECT_EQ(text(*act, {{"all", ActList{"a", "b", "c"}}}), "a; b y c.");
    EXPECT_EQ(text(*act, {{"all", ActList{"a"}}}), "a.");
}

TEST_F(TemplateLanguage, WriteAmountsDaysAndCountsAsLawyersDo) {
    const auto act = load(
        R"(<monto nombre="fee" significado="x" ejemplo="USD 10.00"/><fecha nombre="day" significado="x" ejemplo="1998-01-02"/>
           <hora nombre="at" significado="x" ejemplo="13:00"/><textos nombre="all" significado="x" ejemplo="a" filas="1"/>)",
        R"(<parrafo>{fee}: {fee|letras}; {day}, {day|corta}, {day|letras}; {at}, {at|letras}; {all|cuenta} {all|cuenta-letras-femeninas}
           <concuerda con="all" singular="hoja" plural="hojas"/></parrafo>)");
    ASSERT_TRUE(act);
    EXPECT_EQ(
        text(*act, samplesOf(act->shape())),
        "US$ 10.00: diez dólares de los Estados Unidos de América exactos; 2 de enero de 1998, 02/01/1998, dos de "
        "enero de mil novecientos noventa y ocho; 13:00, las trece horas; 1 una hoja");
    auto values = samplesOf(act->shape());
    values.insert_or_assign("fee", "GTQ 1001000.01");
    values.insert_or_assign("all", ActList(21, "a"));
    EXPECT_THAT(text(*act, values), HasSubstr("Q 1,001,000.01: un millón un mil quetzales con un centavo;"));
    EXPECT_THAT(text(*act, values), HasSubstr("21 veintiuna hojas"));
    values.insert_or_assign("fee", "GTQ 2000000.00");
    EXPECT_THAT(text(*act, values), HasSubstr("dos millones de quetzales exactos"));
    values.insert_or_assign("fee", "GTQ 1.00");
    EXPECT_THAT(text(*act, values), HasSubstr("un quetzal exacto"));
}

TEST_F(TemplateLanguage, NumberOnlyTheClausesThatStand) {
    for (const auto& [numbering, expected] :
         std::vector<std::pair<std::string, std::string>>{{"ordinal", "PRIMERO. Apertura. a SEGUNDO. c"},
                                                          {"ordinal-femenino", "PRIMERA. Apertura. a SEGUNDA. c"},
                                                          {"romana", "I) Apertura. a II) c"},
                                                          {"articulo", "Artículo 1. Apertura. a Artículo 2. c"}}) {
        const auto act = load(kName, "<clausulas numeracion=\"" + numbering +
                                         "\"><clausula titulo=\"Apertura.\">a</clausula><si cuando=\"name = 'Luis'\">"
                                         "<clausula>b</clausula></si><clausula>c</clausula></clausulas>");
        ASSERT_TRUE(act);
        EXPECT_EQ(text(*act, {{"name", "Ana"}}), expected);
    }
    const auto act = load(kName, "<visto>a</visto><considerando>{name}</considerando><por-tanto>b</por-tanto>");
    ASSERT_TRUE(act);
    EXPECT_EQ(text(*act, {{"name", "Ana"}}), "VISTO: a CONSIDERANDO: Ana POR TANTO: b");
}

const std::string kMany =
    R"(<texto nombre="kind" significado="x" ejemplo="entrada" valores="entrada|salida"/>
       <texto nombre="note" significado="x" ejemplo="" opcional="sí"/>
       <entero nombre="count" significado="x" ejemplo="9"/><monto nombre="fee" significado="x" ejemplo="USD 10.50"/>
       <fecha nombre="day" significado="x" ejemplo="2026-02-03"/><hora nombre="at" significado="x" ejemplo="09:30"/>
       <grupo nombre="holder" significado="x"><genero nombre="gender" significado="x" ejemplo="femenino"/></grupo>
       <textos nombre="rows" significado="x" filas="2" ejemplo="1"/>)";
const std::string kAllUsed = R"(<parrafo>{kind}{count}{fee}{day}{at}{rows|cuenta}<si cuando="note consta">{note}</si>
       <concuerda con="holder.gender" masculino="el" femenino="la"/></parrafo>)";

TEST_F(TemplateLanguage, HoldConditions) {
    const auto holds = [&](const std::string& condition) {
        const auto act =
            load(kMany, "<parrafo>[<si cuando=\"" + condition + "\">sí</si><si-no>no</si-no>]</parrafo>" + kAllUsed);
        EXPECT_TRUE(act) << condition << (act ? "" : " " + codes(act.refusal()).front());
        return act && text(*act, samplesOf(act->shape())).rfind("[sí]", 0) == 0;
    };
    for (const char* condition : {"kind = 'entrada'",
                                  "kind ≠ 'salida'",
                                  "note falta",
                                  "no note consta",
                                  "count = 9",
                                  "count > 8",
                                  "count ≥ 9",
                                  "count menor que 10",
                                  "count mayor que 8",
                                  "fee > 10",
                                  "fee ≤ 10.5",
                                  "day mayor que 2026-02-02",
                                  "day = 2026-02-03",
                                  "at &lt; 10:00",
                                  "holder.gender = 'femenino'",
                                  "rows = 2",
                                  "rows consta",
                                  "count = 1 o rows = 2",
                                  "no (count = 9 y rows = 3)",
                                  "count = 9 o count = 1 y count = 2",
                                  "note ≠ 'x' o count = 9"})
        EXPECT_TRUE(holds(condition)) << condition;
    for (const char* condition :
         {"kind = 'salida'", "note consta", "count menor que 9", "fee = 10", "holder.gender = 'masculino'",
          "rows &lt; 2", "note = 'x'", "note ≠ 'x'", "(count = 9 o count = 1) y count = 2"})
        EXPECT_FALSE(holds(condition)) << condition;
}

TEST_F(TemplateLanguage, RefuseConditionsAtTheirColumn) {
    const auto refused = [&](const std::string& condition) {
        const auto act = load(kMany, "\n<si cuando=\"" + condition + "\"/>" + kAllUsed);
        if (act) return std::string{"nothing"};
        const auto& fault = act.refusal().first();
        return fault.code.name() + " " + fault.where;
    };
    EXPECT_EQ(refused("kind = 'entrada' y"), "printing.act-condition-malformed line 7, column 31");
    EXPECT_EQ(refused("count == 3"), "printing.act-condition-malformed line 7, column 20");
    EXPECT_EQ(refused("count &lt; ñ"), "printing.act-condition-malformed line 7, column 24");
    EXPECT_EQ(refused("(count = 3"), "printing.act-condition-malformed line 7, column 23");
    EXPECT_EQ(refused("kind = 'abierto"), "printing.act-condition-malformed line 7, column 20");
    EXPECT_EQ(refused("kind = 'entrada' y nadie consta"), "printing.act-placeholder-unknown line 7, column 32");
    EXPECT_EQ(refused("kind = 'Entrada'"), "printing.act-comparison-unfit line 7, column 20");
    EXPECT_EQ(refused("kind > 'entrada'"), "printing.act-comparison-unfit line 7, column 20");
    EXPECT_EQ(refused("count = 'nueve'"), "printing.act-comparison-unfit line 7, column 21");
    EXPECT_EQ(refused("count = day"), "printing.act-comparison-unfit line 7, column 21");
    EXPECT_EQ(refused("day = 2026-02-30"), "printing.act-comparison-unfit line 7, column 19");
    EXPECT_EQ(refused("holder = 'x'"), "printing.act-comparison-unfit line 7, column 22");
    EXPECT_EQ(refused(std::string(200, '(') + "count = 1"), "printing.act-condition-malformed line 7, column 29");
    EXPECT_EQ(refused("no count = 3 y (at = 10:00 o rows = 1)"), "nothing");
}

}  // namespace
}  // namespace printing
