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
        std::filesystem::create_directory_symlink(support::sourceDir() / "templates" / "fonts",
                                                  m_folder.path() / "fonts");
    }

    base::Result<ActTemplate> load(const std::string& values, const std::string& body, const std::string& around = "") {
        const auto file = m_folder.path() / "acts" / "test.xml";
        base::writeFileDurably(file, "<act name=\"test\" title=\"Prueba\"><values>" + values + "</values>" + around +
                                         "<body>" + body + "</body></act>");
        return ActTemplate::load(file, samples::actSchema());
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

const std::string kName = R"(<text name="name" means="x" sample="Ana"/>)";

TEST_F(ActTemplates, ThoseShippedAreFilledWithTheirSamples) {
    const auto names = samples::actNames();
    ASSERT_EQ(names.size(), 6U);
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

TEST_F(ActTemplates, ValuesAreTextAndNeverMarkup) {
    const auto act = load(kName, "<p>[{name}]</p>");
    ASSERT_TRUE(act);
    EXPECT_EQ(text(*act, {{"name", "<b>{name}</b> &amp; {{x}} \n \t {page}"}}), "[<b>{name}</b> &amp; {{x}} {page}]");
    EXPECT_EQ(text(*act, {{"name", "\n"}}), "[]");
}

TEST_F(ActTemplates, RepeatsAndChooses) {
    const auto act = load(
        R"(<list name="rows" means="x" rows="2"><text name="serial" means="x" sample="A|B"/></list>
           <texts name="notes" means="x" presence="optional" sample="uno|dos" rows="2"/>
           <integer name="count" means="x" sample="21"/>)",
        R"(<each in="rows" as="row"><p>Serie {row.serial|upper}</p></each>
           <if present="notes"><items marks="roman"><each in="notes" as="note"><item>{note}</item></each></items></if>
           <unless present="notes"><p>Sin notas.</p></unless>
           <p><b>{count|words-feminine}</b> libretas, {{llaves}}</p>)");
    ASSERT_TRUE(act);
    EXPECT_EQ(text(*act, samplesOf(act->shape())), "Serie A Serie B I. uno II. dos veintiuna libretas, {llaves}");
    EXPECT_EQ(text(*act, {{"rows", ActList{}}, {"count", "1000"}}), "Sin notas. mil libretas, {llaves}");
}

TEST_F(ActTemplates, RefusesValuesWithEveryFaultAtOnce) {
    const auto act = load(
        kName + R"(<date name="day" means="x" sample="2026-01-01"/><integer name="count" means="x" sample="1"/>
            <time name="at" means="x" sample="10:00"/>
            <list name="rows" means="x"><text name="serial" means="x" sample="A"/></list>)",
        R"(<p>{name} {day|words} {count|words} {at|words}</p><each in="rows" as="row"><p>{row.serial}</p></each>)");
    ASSERT_TRUE(act);
    const auto document = act->fill({{"day", "2026-02-30"},
                                     {"count", "-1"},
                                     {"at", "24:00"},
                                     {"rows", ActList{ActMap{{"serial", "A"}}, ActMap{{"series", "B"}}, "C"}},
                                     {"more", "x"}});
    ASSERT_FALSE(document);
    EXPECT_THAT(codes(document.refusal()),
                UnorderedElementsAre("printing.act-value-unknown more", "printing.act-value-missing name",
                                     "printing.act-value-unfit day", "printing.act-value-unfit count",
                                     "printing.act-value-unfit at", "printing.act-value-unknown rows[2].series",
                                     "printing.act-value-missing rows[2].serial", "printing.act-value-unfit rows[3]"));
    const auto empty =
        act->fill({{"name", ""}, {"day", "2026-02-28"}, {"count", "1"}, {"at", "23:59"}, {"rows", "no list"}});
    ASSERT_FALSE(empty);
    EXPECT_THAT(codes(empty.refusal()),
                UnorderedElementsAre("printing.act-value-missing name", "printing.act-value-unfit rows"));
}

TEST_F(ActTemplates, RefusesTemplatesThatContradictThemselves) {
    EXPECT_THAT(faultsOfLoading(kName, "<p>{name} {other} {name|words} {Bad} {</p>"),
                UnorderedElementsAre("printing.act-placeholder-malformed {Bad}", "printing.act-placeholder-malformed {",
                                     "printing.act-placeholder-unknown other", "printing.act-format-unfit name"));
    EXPECT_THAT(faultsOfLoading(kName, "<p>nada</p>"), ElementsAre("printing.act-value-unused name"));
    const std::string optional = R"(<text name="name" means="x" sample="Ana" presence="optional"/>)";
    EXPECT_THAT(faultsOfLoading(optional, "<p>{name}</p>"), ElementsAre("printing.act-optional-unguarded name"));
    EXPECT_THAT(faultsOfLoading(optional, "<unless present=\"name\"><p>{name}</p></unless>"),
                ElementsAre("printing.act-optional-unguarded name"));
    EXPECT_THAT(faultsOfLoading(optional, "<if present=\"name\"><p>{name}</p></if>"), ElementsAre());
    EXPECT_THAT(faultsOfLoading(kName + kName, "<p>{name}</p>"),
                ElementsAre("printing.act-template-inconsistent name", "printing.act-value-unused name"));
    EXPECT_THAT(faultsOfLoading(kName, "<p>{name} <page-number/></p>"),
                ElementsAre("printing.act-template-inconsistent page-number"));
    EXPECT_THAT(faultsOfLoading(kName,
                                "<table><columns><column/><column/></columns><rows><row><cell>{name}</cell>"
                                "</row></rows></table>"),
                ElementsAre("printing.act-template-inconsistent row"));
    EXPECT_THAT(faultsOfLoading(kName, "<each in=\"name\" as=\"x\"><p>{x}</p></each>"),
                ElementsAre("printing.act-placeholder-unknown name"));
    EXPECT_FALSE(faultsOfLoading(kName, "<p>{name}</p><script/>").empty());
}

TEST_F(ActTemplates, ShowTheLogoOfAHeadingWhereverItStands) {
    const std::string body = R"(<if present="name"><heading logo="coat.png"><title>{name}</title></heading></if>)";
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
}

TEST_F(ActTemplates, NamesTheValueWhoseCharacterIsMissing) {
    const auto act = load(R"(<list name="rows" means="x"><text name="serial" means="x" sample="A"/></list>)",
                          R"(<each in="rows" as="row"><p>{row.serial}</p></each>)");
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
