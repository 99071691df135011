// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/register_lines.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace issuance {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHeading = "apellidos;nombres;nacimiento;documento;fecha;hora;tipo;puesto;destino\n";

struct Read {
    std::string form;
    std::vector<RegisterLine> lines;
    std::vector<std::string> refused;  ///< codes and columns
};

Read readAll(const std::string& text, const char* kind = "movimientos", const char* encoding = "") {
    std::istringstream stream{text};
    Read read;
    auto lines = readRegister(stream, *importedRegister(kind), encoding);
    if (!lines) {
        for (const auto& fault : lines.refusal().faults())
            read.refused.push_back(fault.code.name() +
                                   (fault.arguments.empty() ? "" : " " + fault.arguments.front().second));
        return read;
    }
    read.form = (*lines)->form();
    for (RegisterLine line; (*lines)->next(line);) read.lines.push_back(line);
    return read;
}

std::vector<std::string> faultsOf(const std::string& line, const char* encoding = "") {
    std::vector<std::string> faults;
    const auto read = readAll(kHeading + line + "\n", "movimientos", encoding);
    for (const auto& fault : read.lines.at(0).faults) faults.push_back(fault.code.name() + " " + fault.where);
    return faults;
}

TEST(RegisterLines, AreReadFromCsvInAnyOrderOfColumnsAndWithEitherFormOfDays) {
    const auto read = readAll(
        "Puesto,TIPO,Fecha,Hora,Nacimiento,Nombres,Apellidos\r\n"
        "\"Tecún Umán, II\",Entrada,26/11/2026,6:42,07-04-1991,\" María \"\"Mafer\"\"  Fernanda\",Xiloj Cutzal\r\n");
    ASSERT_EQ(read.lines.size(), 1u);
    const auto& line = read.lines.front();
    EXPECT_EQ(read.form, "csv utf-8 ,");
    EXPECT_THAT(line.faults, IsEmpty());
    EXPECT_EQ(line.line, 2);
    EXPECT_EQ(line.person.surnames, "Xiloj Cutzal");
    EXPECT_EQ(line.person.givenNames, "María \"Mafer\" Fernanda");
    EXPECT_EQ(base::formatDate(*line.person.born), "1991-04-07");
    EXPECT_THAT(line.values, ElementsAre("2026-11-26", "06:42", "entrada", "Tecún Umán, II", "", ""));
}

TEST(RegisterLines, AreTheSameInUtf8AndLatin1) {
    const std::string utf8 = kHeading + "Peña;José;1991-04-07;A-1;2026-01-02;;salida;Pedro de Alvarado;España\n";
    const std::string latin1 = kHeading +
                               "Pe\xF1"
                               "a;Jos\xE9;1991-04-07;A-1;2026-01-02;;salida;Pedro de Alvarado;Espa\xF1"
                               "a\n";
    const auto one = readAll(utf8);
    const auto other = readAll(latin1);
    EXPECT_EQ(one.form, "csv utf-8 ;");
    EXPECT_EQ(other.form, "csv latin-1 ;");
    EXPECT_EQ(one.lines.at(0).person, other.lines.at(0).person);
    EXPECT_EQ(one.lines.at(0).values, other.lines.at(0).values);
    EXPECT_EQ(readAll(utf8, "movimientos", "latin-1").lines.at(0).person.surnames, "PeÃ±a");  // who declares decides
    EXPECT_EQ(readAll("\xEF\xBB\xBF" + utf8).lines.at(0).person, one.lines.at(0).person);
}

TEST(RegisterLines, KeepNamesOfAnyScriptAndRefuseWhatIsNoText) {
    const std::string rest = ";1991-04-07;A-1;2026-01-02;;salida;Aeropuerto;\n";
    for (const std::string name : {"王;小明", "Иванов;Пётр", "عبد الله;محمد", "O’Connor;D’Arcy-Łukasz"}) {
        const auto read = readAll(kHeading + name + rest);
        EXPECT_THAT(read.lines.at(0).faults, IsEmpty()) << name;
        EXPECT_EQ(read.lines.at(0).person.surnames + ";" + read.lines.at(0).person.givenNames, name);
    }
    EXPECT_THAT(faultsOf("Pe\xF1"
                         "a;Ana;;;2026-01-02;;salida;Aeropuerto;",
                         "utf-8"),
                ElementsAre("text.not-utf8 apellidos"));
    EXPECT_THAT(faultsOf("Pe\x01"
                         "a;Ana;;;2026-01-02;;salida;Aeropuerto;"),
                ElementsAre("text.forbidden-character apellidos"));
    EXPECT_THAT(readAll(kHeading + std::string{"a\0b", 3}).refused, ElementsAre("register.not-text"));
}

TEST(RegisterLines, SayEveryFaultOfALine) {
    EXPECT_THAT(
        faultsOf(";;1991-02-30;;02.01.2026;25:00;ida;;"),
        ElementsAre("register.person-nameless apellidos", "register.bad-date nacimiento", "register.bad-date fecha",
                    "register.bad-time hora", "register.unknown-word tipo", "register.value-missing puesto"));
    EXPECT_THAT(faultsOf("Pérez;Ana;;;2026-01-02;;salida"), ElementsAre("register.field-count "));
    EXPECT_THAT(faultsOf("\"Pérez;Ana;;;2026-01-02;;salida;Aeropuerto;"), ElementsAre("register.bad-quotes "));
    EXPECT_THAT(faultsOf(std::string(1500, 'x')), ElementsAre("register.line-too-long "));
    const auto read =
        readAll(kHeading + "Pérez;Ana;;;2026-13-02;;salida;La Aurora;\nPérez;Ana;;;2026-12-02;;salida;La Aurora;\n");
    EXPECT_EQ(read.lines.at(0).text, "Pérez;Ana;;;2026-13-02;;salida;La Aurora;");
    EXPECT_THAT(read.lines.at(1).faults, IsEmpty());
    EXPECT_EQ(read.lines.at(1).line, 3);
}

TEST(RegisterLines, RefuseAHeadingWithEveryFaultAtOnce) {
    EXPECT_THAT(readAll("apellidos;nombres;Nombres;fecha;tipo;color\n").refused,
                ElementsAre("register.column-twice nombres", "register.column-unknown color",
                            "register.column-missing nacimiento", "register.column-missing puesto"));
    EXPECT_EQ(readAll("").refused.size(), 6u);
    EXPECT_THAT(readAll(kHeading, "movimientos", "ebcdic").refused, ElementsAre("register.unknown-encoding ebcdic"));
    EXPECT_THAT(readAll(kHeading).lines, IsEmpty());
}

TEST(RegisterLines, AreReadFromXml) {
    const std::string row =
        "<fila><apellidos>Peña</apellidos><nombres>José</nombres><nacimiento>1991-04-07</nacimiento>"
        "<tipo>arraigo</tipo><autoridad>Juzgado 1</autoridad><estado>VIGENTE</estado></fila>\n";
    const auto read = readAll("<?xml version=\"1.0\"?>\n<registro nombre=\"alertas\">\n" + row +
                                  "<fila><apellidos>X</apellidos><color>rojo</color></fila></registro>",
                              "alertas");
    EXPECT_EQ(read.form, "xml");
    ASSERT_EQ(read.lines.size(), 2u);
    EXPECT_THAT(read.lines[0].faults, IsEmpty());
    EXPECT_EQ(read.lines[0].line, 3);
    EXPECT_THAT(read.lines[0].values, ElementsAre("arraigo", "Juzgado 1", "", "", "vigente"));
    EXPECT_EQ(read.lines[1].faults.size(), 4u);  // the column, and three values that are missing
    EXPECT_THAT(readAll("<registro nombre=\"visas\"/>", "alertas").refused, ElementsAre("register.xml-other alertas"));
    EXPECT_THAT(readAll("<registro nombre=\"alertas\">", "alertas").refused.size(), 1u);
}

TEST(RegisterLines, OfXmlOnOneLineHaveNumbersOfTheirOwn) {
    const std::string row =
        "<fila><apellidos>Peña</apellidos><nombres>José</nombres><nacimiento/><tipo>arraigo</tipo>"
        "<autoridad>Juzgado 1</autoridad><estado>vigente</estado></fila>";
    const auto read = readAll("<registro nombre=\"alertas\">" + row + row + row + "</registro>", "alertas");
    ASSERT_EQ(read.lines.size(), 3u);
    EXPECT_LT(read.lines[0].line, read.lines[1].line);
    EXPECT_LT(read.lines[1].line, read.lines[2].line);
}

TEST(RegisterLines, OfTwoEncodingsAreRefusedUntilSomebodySaysWhich) {
    const std::string torn = kHeading + "Peña;Jos\xC3;;;2026-01-02;;salida;La Aurora;\n";
    EXPECT_THAT(readAll(torn).refused, ElementsAre("register.encoding-unclear"));
    EXPECT_THAT(readAll(torn, "movimientos", "latin-1").refused, IsEmpty());
}

}  // namespace
}  // namespace issuance
