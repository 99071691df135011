// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/files.hpp"
#include "printing/flow/draw_flow.hpp"
#include "tests/printing/own_templates.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/sample_images.hpp"

namespace printing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class ActTemplates : public OwnTemplates {};

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

TEST_F(ActTemplates, SayInPlainWordsWhatIsNoXml) {
    const auto refused = [&](const std::string& body) {
        const auto act = load(kName, "\n" + body);
        const auto& fault = act.refusal().first();
        return fault.code.name() + " " + (fault.arguments.empty() ? "" : fault.arguments.front().second) + " " +
               fault.where;
    };
    EXPECT_EQ(refused("<parrafo>{name}<negrita></parrafo>"), "printing.act-tag-mismatch negrita line 2, column 35");
    EXPECT_EQ(refused("<parrafo>{name} & más</parrafo>").substr(0, 31), "printing.act-ampersand  line 2,");
    EXPECT_EQ(refused("<parrafo>{name}&nbsp;</parrafo>").substr(0, 31), "printing.act-ampersand  line 2,");
    EXPECT_EQ(refused("<si cuando=\"count < 3\">{name}</si>").substr(0, 31), "printing.act-less-than  line 2,");
    EXPECT_EQ(refused("<parrafo>3 < 4 {name}</parrafo>").substr(0, 31), "printing.act-less-than  line 2,");
    const auto open = ActTemplate::read(base::bytesOf("<plantilla>\n<cuerpo>"), m_folder.path());
    EXPECT_EQ(open.refusal().first().code.name(), "printing.act-tag-open");
    EXPECT_EQ(
        ActTemplate::read(base::bytesOf("<!DOCTYPE plantilla [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><plantilla>&x;"
                                        "</plantilla>"),
                          m_folder.path())
            .refusal()
            .first()
            .code.name(),
        "xml.doctype");
}

TEST_F(ActTemplates, EndTheirRepetitions) {
    std::string body = "x";
    for (const char* alias : {"e", "d", "c", "b", "a"})
        body = "<cada en=\"all\" como=\"" + std::string{alias} + "\">" + body + "</cada>";
    const auto act =
        load(R"(<textos nombre="all" significado="x" ejemplo="a" filas="1000"/>)", "<parrafo>" + body + "</parrafo>");
    ASSERT_TRUE(act);
    const auto filled = act->fill(samplesOf(act->shape()));
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.refusal().first().code.name(), "printing.act-too-long");
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
