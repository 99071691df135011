// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_template.hpp"

#include <gmock/gmock.h>

#include "base/files.hpp"
#include "printing/flow/draw_flow.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

/// Templates of a test's own, beside the shipped fonts.
class ActTemplates : public testing::Test {
   protected:
    void SetUp() override {
        std::filesystem::create_directories(m_folder.path() / "acts");
        for (const char* shared : {"fonts", "hyphenation", "schemas", "estilo-legal.xml"})
            std::filesystem::create_symlink(support::sourceDir() / "templates" / shared, m_folder.path() / shared);
    }

    base::Result<ActTemplate> load(const std::string& values, const std::string& body, const std::string& around = "") {
        const auto file = m_folder.path() / "acts" / "test.xml";
        base::writeFileDurably(file,
                               "<plantilla nombre=\"prueba\" tipo=\"acta\" version=\"3\" vigencia=\"2026-01-01\" "
                               "titulo=\"Prueba\"><fundamento>Artículo 1</fundamento><datos>" +
                                   values + "</datos>" + around + "<cuerpo>" + body + "</cuerpo></plantilla>");
        return ActTemplate::load(file);
    }

    std::vector<std::string> faultsOfLoading(const std::string& values, const std::string& body) {
        const auto act = load(values, body);
        return act ? std::vector<std::string>{} : codes(act.refusal());
    }

    static std::vector<std::string> codes(const base::Refusal& refusal) {
        std::vector<std::string> codes;
        for (const auto& fault : refusal.faults()) codes.push_back(fault.code.name() + " " + fault.arguments[0].second);
        return codes;
    }

    std::string text(const ActTemplate& act, const ActMap& values) {
        const auto document = act.fill(values);
        EXPECT_TRUE(document) << (document ? "" : codes(document.refusal()).front());
        return document ? samples::wordsOf(samples::drawn(*document)) : "";
    }

    support::ScratchFolder m_folder;
};

const std::string kName = R"(<texto nombre="name" significado="x" ejemplo="Ana"/>)";

TEST_F(ActTemplates, ThoseShippedAreFilledWithTheirSamples) {
    const auto names = samples::actNames("acts");
    ASSERT_GE(names.size(), 7U);
    const auto folder = support::binaryDir() / "acts";
    std::filesystem::create_directories(folder);
    for (const auto& name : names) {
        const auto act = samples::act(name);
        EXPECT_EQ(act.name(), name);
        const auto document = act.fill(samplesOf(act.shape()));
        ASSERT_TRUE(document) << name;
        const auto pdf = samples::drawn(*document);
        base::writeFileDurably(folder / (name + ".pdf"), pdf);
        const std::string text = samples::wordsOf(pdf);
        EXPECT_THAT(text, HasSubstr("INSTITUTO GUATEMALTECO DE MIGRACIÓN")) << name;
        EXPECT_THAT(text, Not(HasSubstr("{"))) << name;
        samples::outputOf("qpdf --check " + (folder / (name + ".pdf")).string());
    }
}

TEST_F(ActTemplates, OfCertificatesAreFilledWithTheirSamples) {
    const auto folder = support::binaryDir() / "certificates";
    std::filesystem::create_directories(folder);
    const auto names = samples::actNames("certificates");
    EXPECT_GE(names.size(), 17U);
    for (const auto& name : names) {
        const auto act = samples::act(name, "certificates");
        EXPECT_EQ(act.name(), name);
        EXPECT_FALSE(act.legalBasis().empty()) << name;
        auto document = act.fill(samplesOf(act.shape()));
        ASSERT_TRUE(document) << name;
        ASSERT_TRUE(document->seal) << name;
        document->seal->octets = base::Bytes(240, 0x5a);
        const auto drawn = drawPlaced(*document);
        ASSERT_TRUE(drawn) << name << (drawn ? "" : " " + codes(drawn.refusal()).front());
        EXPECT_FALSE(drawn->signatures.empty()) << name;
        const auto file = folder / (name + ".pdf");
        base::writeFileDurably(file, drawn->pdf);
        const std::string text = samples::wordsOf(drawn->pdf);
        EXPECT_THAT(text, HasSubstr("INSTITUTO GUATEMALTECO DE MIGRACIÓN")) << name;
        EXPECT_THAT(text, Not(HasSubstr("{"))) << name;
        EXPECT_THAT(text, HasSubstr("Folio 1 de ")) << name;
        samples::outputOf("qpdf --check " + file.string());
    }
}

TEST_F(ActTemplates, TheDestructionActSaysWhatHappened) {
    const auto act = samples::act("destruction-act");
    auto values = samplesOf(act.shape());
    values.erase("differences");
    const std::string whole = text(act, values);
    EXPECT_THAT(whole, HasSubstr("el día veintitrés de noviembre de dos mil veintiséis, a las nueve horas con treinta "
                                 "minutos"));
    EXPECT_THAT(whole, HasSubstr("ciento veintitrés (123) unidades"));
    EXPECT_THAT(whole, HasSubstr("ocupa una (1) de sus páginas"));
    EXPECT_THAT(whole, HasSubstr("no se encontró diferencia alguna"));
    EXPECT_THAT(whole, HasSubstr("C-0002000"));
    values.insert_or_assign("differences", "falta la serie A-9");
    EXPECT_THAT(text(act, values), HasSubstr("lo que proceda: falta la serie A-9."));
}

TEST_F(ActTemplates, TellWhatTheyAre) {
    const auto act =
        load(R"(<texto nombre="name" significado="de quién" ejemplo="Ana" libre="sí"/>)", "<parrafo>{name}</parrafo>");
    ASSERT_TRUE(act);
    EXPECT_EQ(act->name(), "prueba");
    EXPECT_EQ(act->type(), "acta");
    EXPECT_EQ(act->version(), 3);
    EXPECT_EQ(base::formatDate(act->effective()), "2026-01-01");
    EXPECT_EQ(act->title(), "Prueba");
    EXPECT_THAT(act->legalBasis(), ElementsAre("Artículo 1"));
    EXPECT_EQ(act->shape().field("name")->origin, ActShape::Origin::Clerk);
    EXPECT_EQ(act->shape().field("name")->meaning, "de quién");
}

TEST_F(ActTemplates, ValuesAreTextAndNeverMarkup) {
    const auto act = load(kName, "<parrafo>[{name}]</parrafo>");
    ASSERT_TRUE(act);
    EXPECT_EQ(text(*act, {{"name", "<negrita>{name}</negrita> &amp; {{x}} \n \t {page}"}}),
              "[<negrita>{name}</negrita> &amp; {{x}} {page}]");
    EXPECT_EQ(text(*act, {{"name", "\n"}}), "[]");
}

TEST_F(ActTemplates, RepeatAndChoose) {
    const auto act = load(
        R"(<lista nombre="rows" significado="x" filas="2"><texto nombre="serial" significado="x" ejemplo="a|b"/></lista>
           <textos nombre="notes" significado="x" opcional="sí" ejemplo="uno|dos" filas="2"/>
           <entero nombre="count" significado="x" ejemplo="21"/>)",
        R"(<cada en="rows" como="row"><parrafo>Serie {row.serial|mayusculas}</parrafo></cada>
           <si cuando="notes consta"><puntos marcas="romanas"><cada en="notes" como="note"><punto>{note}</punto></cada>
           </puntos></si>
           <si-no><parrafo>Sin notas.</parrafo></si-no>
           <parrafo><negrita>{count|letras-femeninas}</negrita> libretas, {{llaves}}</parrafo>)");
    ASSERT_TRUE(act);
    EXPECT_EQ(text(*act, samplesOf(act->shape())), "Serie A Serie B I. uno II. dos veintiuna libretas, {llaves}");
    EXPECT_EQ(text(*act, {{"rows", ActList{}}, {"count", "1000"}}), "Sin notas. un mil libretas, {llaves}");
}

TEST_F(ActTemplates, PutWordsBetweenRepetitions) {
    const auto act = load(R"(<textos nombre="all" significado="x" ejemplo="a|b|c"/>)",
                          R"(<parrafo><cada en="all" como="x" entre="; " final=" y ">{x}</cada>.</parrafo>)");
    ASSERT_TRUE(act);
    EXPECT_EQ(text(*act, {{"all", ActList{"a", "b", "c"}}}), "a; b y c.");
    EXPECT_EQ(text(*act, {{"all", ActList{"a"}}}), "a.");
}

TEST_F(ActTemplates, WriteAmountsDaysAndCountsAsLawyersDo) {
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

TEST_F(ActTemplates, NumberOnlyTheClausesThatStand) {
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

TEST_F(ActTemplates, HoldConditions) {
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

TEST_F(ActTemplates, RefuseConditionsAtTheirColumn) {
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

TEST_F(ActTemplates, RefuseValuesWithEveryFaultAtOnce) {
    const auto act = load(
        kName +
            R"(<fecha nombre="day" significado="x" ejemplo="2026-01-01"/><entero nombre="count" significado="x" ejemplo="1"/>
            <hora nombre="at" significado="x" ejemplo="10:00"/><monto nombre="fee" significado="x" ejemplo="GTQ 1.00"/>
            <genero nombre="gender" significado="x" ejemplo="femenino"/>
            <texto nombre="kind" significado="x" ejemplo="a" valores="a|b"/>
            <lista nombre="rows" significado="x"><texto nombre="serial" significado="x" ejemplo="A"/></lista>)",
        R"(<parrafo>{name} {day|letras} {count|letras} {at|letras} {fee} {kind}
           <concuerda con="gender" masculino="el" femenino="la"/></parrafo>
           <cada en="rows" como="row"><parrafo>{row.serial}</parrafo></cada>)");
    ASSERT_TRUE(act);
    const auto document = act->fill({{"day", "2026-02-30"},
                                     {"count", "-1"},
                                     {"at", "24:00"},
                                     {"fee", "GTQ 1"},
                                     {"gender", "f"},
                                     {"kind", "c"},
                                     {"rows", ActList{ActMap{{"serial", "A"}}, ActMap{{"series", "B"}}, "C"}},
                                     {"more", "x"}});
    ASSERT_FALSE(document);
    EXPECT_THAT(codes(document.refusal()),
                UnorderedElementsAre("printing.act-value-unknown more", "printing.act-value-missing name",
                                     "printing.act-value-unfit day", "printing.act-value-unfit count",
                                     "printing.act-value-unfit at", "printing.act-value-unfit fee",
                                     "printing.act-value-unfit gender", "printing.act-value-unfit kind",
                                     "printing.act-value-unknown rows[2].series",
                                     "printing.act-value-missing rows[2].serial", "printing.act-value-unfit rows[3]"));
    auto values = samplesOf(act->shape());
    values.insert_or_assign("name", "");
    values.insert_or_assign("rows", "no list");
    const auto empty = act->fill(values);
    ASSERT_FALSE(empty);
    EXPECT_THAT(codes(empty.refusal()),
                UnorderedElementsAre("printing.act-value-missing name", "printing.act-value-unfit rows"));
}

TEST_F(ActTemplates, TakeWhatTheyDeclareOfMoreValues) {
    const auto act = load(
        kName + R"(<lista nombre="rows" significado="x"><texto nombre="serial" significado="x" ejemplo="A"/></lista>)",
        R"(<parrafo>{name}</parrafo><cada en="rows" como="row"><parrafo>{row.serial}</parrafo></cada>)");
    ASSERT_TRUE(act);
    const ActMap all{{"name", "Ana"}, {"more", "x"}, {"rows", ActList{ActMap{{"serial", "A"}, {"state", "B"}}}}};
    EXPECT_EQ(text(*act, valuesFor(act->shape(), all)), "Ana A");
}

TEST_F(ActTemplates, RefuseTemplatesThatContradictThemselves) {
    EXPECT_THAT(faultsOfLoading(kName, "<parrafo>{name} {other} {name|letras} {Bad} {</parrafo>"),
                UnorderedElementsAre("printing.act-placeholder-malformed {Bad}", "printing.act-placeholder-malformed {",
                                     "printing.act-placeholder-unknown other", "printing.act-format-unfit name"));
    EXPECT_THAT(faultsOfLoading(kName, "<parrafo>nada</parrafo>"), ElementsAre("printing.act-value-unused name"));
    const std::string optional = R"(<texto nombre="name" significado="x" ejemplo="Ana" opcional="sí"/>)";
    const auto guarded = [&](const std::string& condition, const std::string& otherwise = "") {
        return faultsOfLoading(optional, "<si cuando=\"" + condition + "\"><parrafo>{name}</parrafo></si>" + otherwise)
            .empty();
    };
    EXPECT_THAT(faultsOfLoading(optional, "<parrafo>{name}</parrafo>"),
                ElementsAre("printing.act-optional-unguarded name"));
    EXPECT_TRUE(guarded("name consta"));
    EXPECT_TRUE(guarded("name = 'Ana' y name consta"));
    EXPECT_TRUE(guarded("no (name falta)"));
    EXPECT_TRUE(guarded("name = 'a' o name = 'b'"));
    EXPECT_FALSE(guarded("name falta"));
    EXPECT_FALSE(guarded("no name = 'a'"));
    EXPECT_FALSE(guarded("name falta o name = 'b'"));
    EXPECT_FALSE(guarded("name consta", "<si-no><parrafo>{name}</parrafo></si-no>"));
    EXPECT_THAT(faultsOfLoading(optional, "<si cuando=\"name falta\"/> <si-no><parrafo>{name}</parrafo></si-no>"),
                ElementsAre());
    EXPECT_THAT(faultsOfLoading(optional, "<si-no><parrafo>x</parrafo></si-no><si cuando=\"name consta\"/>"),
                ElementsAre("printing.act-otherwise-misplaced si-no"));
    EXPECT_THAT(faultsOfLoading(kName + kName, "<parrafo>{name}</parrafo>"),
                ElementsAre("printing.act-value-twice name", "printing.act-value-unused name"));
    EXPECT_THAT(faultsOfLoading(kName, "<parrafo>{name} <folio/></parrafo>"),
                ElementsAre("printing.act-folio-misplaced folio"));
    EXPECT_THAT(faultsOfLoading(kName,
                                "<tabla><columnas><columna/><columna/></columnas><filas><fila><celda>{name}</celda>"
                                "</fila></filas></tabla>"),
                ElementsAre("printing.act-cells-unfit fila"));
    EXPECT_THAT(faultsOfLoading(kName, "<cada en=\"name\" como=\"x\"><parrafo>{x}</parrafo></cada>"),
                ElementsAre("printing.act-placeholder-unfit name"));
    EXPECT_THAT(
        faultsOfLoading(kName, "<parrafo>{name}<concuerda con=\"name\" singular=\"a\" plural=\"b\"/></parrafo>"),
        ElementsAre("printing.act-placeholder-unfit name"));
    EXPECT_THAT(faultsOfLoading(R"(<entero nombre="n" significado="x" ejemplo="uno"/>)",
                                "<parrafo><concuerda con=\"n\" singular=\"a\" femenino=\"b\"/></parrafo>"),
                ElementsAre("printing.act-sample-unfit n", "printing.act-agreement-unfit n"));
    EXPECT_THAT(faultsOfLoading(kName, "<parrafo>{name}</parrafo><script/>"), ElementsAre("xml.element-unfit cuerpo"));
}

TEST_F(ActTemplates, NameTheColumnOfAPlaceholder) {
    const auto act = load(kName, "\n<parrafo>ñandú {{x}} {name} <negrita>{b}</negrita>\n  {other}</parrafo>");
    ASSERT_FALSE(act);
    ASSERT_EQ(act.refusal().faults().size(), 2U);
    EXPECT_EQ(act.refusal().faults()[0].where, "line 2, column 38");
    EXPECT_EQ(act.refusal().faults()[1].where, "line 3, column 3");
}

TEST_F(ActTemplates, ShowPicturesWhereverTheyStand) {
    const std::string body =
        R"(<si cuando="name consta"><membrete escudo="coat.png" descripcion="Escudo"><titulo>{name}</titulo>
        </membrete></si><imagen archivo="coat.png" descripcion="Escudo nacional" ancho="30"/>)";
    EXPECT_THAT(faultsOfLoading(kName, body).front(), HasSubstr("file.missing"));
    std::filesystem::create_directories(m_folder.path() / "images");
    base::writeFileDurably(m_folder.path() / "images" / "coat.png", ::samples::pngOf(::samples::greyPortrait()));
    const auto act = load(kName, body);
    ASSERT_TRUE(act);
    const auto document = act->fill({{"name", "Ana"}});
    ASSERT_TRUE(document);
    const auto* heading = std::get_if<TitleBlock>(&document->blocks.front());
    ASSERT_NE(heading, nullptr);
    ASSERT_NE(heading->logo, nullptr);
    EXPECT_EQ(heading->logo->width, 210U);
    EXPECT_EQ(heading->logoText, "Escudo");
    EXPECT_EQ(std::get<Picture>(document->blocks.back()).text, "Escudo nacional");
    EXPECT_EQ(samples::pageCountOf(samples::drawn(*document)), 1);
}

TEST_F(ActTemplates, KeepTheRoomOfTheSealAndOfSignatures) {
    const auto act =
        load(kName,
             R"(<firmas><firmante clave="certificador"><nombre>{name}</nombre><cargo>Jefa</cargo></firmante></firmas>)",
             "<sello><verificacion>AB-{name}</verificacion><nota>Verifique.</nota></sello>");
    ASSERT_TRUE(act);
    const auto document = act->fill({{"name", "Ana"}});
    ASSERT_TRUE(document);
    ASSERT_TRUE(document->seal);
    EXPECT_EQ(document->seal->code, "AB-Ana");
    const auto drawn = drawPlaced(*document);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->signatures.front().key, "certificador");
}

TEST_F(ActTemplates, NameTheValueWhoseCharacterIsMissing) {
    const auto act =
        load(R"(<lista nombre="rows" significado="x"><texto nombre="serial" significado="x" ejemplo="A"/></lista>)",
             R"(<cada en="rows" como="row"><parrafo>{row.serial}</parrafo></cada>)");
    ASSERT_TRUE(act);
    const auto document = act->fill({{"rows", ActList{ActMap{{"serial", "A"}}, ActMap{{"serial", "\u05D0"}}}}});
    ASSERT_TRUE(document);
    const auto pdf = draw(*document);
    ASSERT_FALSE(pdf);
    EXPECT_EQ(pdf.refusal().first().code.name(), "printing.character-missing");
    EXPECT_EQ(pdf.refusal().first().where, "rows[2].serial");
}

}  // namespace
}  // namespace printing
