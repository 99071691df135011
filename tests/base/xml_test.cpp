// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/digest.hpp"
#include "base/xml_relaxng.hpp"

namespace base::xml {
namespace {

Result<Document> parse(std::string_view text, const Limits& limits = {}) {
    return Document::parse(bytesOf(text), limits);
}

TEST(Xml, ReadsElementsAttributesAndLines) {
    const auto document = parse("<a x='1'>\n <b>é &amp; ñ</b>\n <b/>\n <c/>\n</a>");
    ASSERT_TRUE(document);
    const auto root = document->root();
    EXPECT_EQ(root.attribute("x"), "1");
    EXPECT_FALSE(root.attribute("y"));
    EXPECT_EQ(root.children("b").size(), 2U);
    EXPECT_EQ(root.childText("b"), "é & ñ");
    EXPECT_EQ(root.child("c")->line(), 4);
}

TEST(Xml, RefusesEntityBombsBeforeTheyGoOff) {
    std::string bomb = "<!DOCTYPE a [<!ENTITY x0 'ha'>";
    for (int i = 1; i < 40; ++i)
        bomb +=
            "<!ENTITY x" + std::to_string(i) + " '&x" + std::to_string(i - 1) + ";&x" + std::to_string(i - 1) + ";'>";
    const auto refused = parse(bomb + "]><a b='&x39;'>&x39;</a>");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.refusal().has("xml.doctype"_code));
}

TEST(Xml, RefusesExternalEntities) {
    const auto refused = parse("<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>&f;</a>");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.refusal().has("xml.doctype"_code));
}

TEST(Xml, RefusesBrokenTooDeepAndTooLargeDocuments) {
    EXPECT_EQ(parse("<a>\n<b></a>").refusal().first().where, "line 2, column 8");
    EXPECT_TRUE(parse("").refusal().has("xml.not-well-formed"_code));
    EXPECT_TRUE(parse("<a/>", Limits{2}).refusal().has("xml.too-large"_code));
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    EXPECT_TRUE(parse(deep).refusal().has("xml.not-well-formed"_code));
}

class XmlSchema : public testing::Test {
   protected:
    XmlSchema() : m_file(std::filesystem::temp_directory_path() / ("troquel-" + randomId() + ".xsd")) {
        std::ofstream{m_file} << R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:element name="order"><xs:complexType><xs:sequence>
  <xs:element name="date" type="xs:date"/><xs:element name="size" type="xs:int"/>
 </xs:sequence><xs:attribute name="id" use="required"/></xs:complexType></xs:element></xs:schema>)";
    }
    ~XmlSchema() override { std::filesystem::remove(m_file); }
    std::filesystem::path m_file;
};

TEST_F(XmlSchema, FindsEveryFaultWithItsLineAndField) {
    const auto schema = Schema::compile(m_file);
    EXPECT_TRUE(schema.faultsOf(*parse("<order id='1'><date>2026-01-01</date><size>3</size></order>")).empty());
    const auto faults = schema.faultsOf(*parse("<order>\n<date>ayer</date>\n<size>x</size>\n</order>"));
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[0].code, "xml.missing-attribute"_code);
    EXPECT_EQ(faults[1].code, "xml.bad-value"_code);
    EXPECT_EQ(faults[1].where, "line 2");
    EXPECT_EQ(faults[2].arguments[0].second, "order/size");
}

TEST_F(XmlSchema, TellsMissingFromUnexpectedElements) {
    const auto schema = Schema::compile(m_file);
    EXPECT_EQ(schema.faultsOf(*parse("<order id='1'><date>2026-01-01</date></order>"))[0].code,
              "xml.missing-element"_code);
    EXPECT_EQ(schema.faultsOf(*parse("<order id='1'><other/></order>"))[0].code, "xml.unexpected-element"_code);
}

class XmlRelaxNg : public testing::Test {
   protected:
    XmlRelaxNg() : m_file(std::filesystem::temp_directory_path() / ("troquel-" + randomId() + ".rng")) {
        std::ofstream{m_file} << R"(<grammar xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <start><element name="carta"><attribute name="clase"><choice><value>simple</value><value>doble</value></choice></attribute>
  <optional><attribute name="ancho"><data type="decimal"><param name="minInclusive">1</param><param name="maxInclusive">9</param></data></attribute></optional>
  <element name="saludo"><text/></element><zeroOrMore><ref name="nota"/></zeroOrMore></element></start>
 <define name="nota"><element name="nota"><mixed><zeroOrMore><ref name="nota"/></zeroOrMore></mixed></element></define>
</grammar>)";
    }
    ~XmlRelaxNg() override { std::filesystem::remove(m_file); }

    std::vector<std::string> faults(std::string_view text) {
        const auto document = parse(text);
        std::vector<std::string> found;
        for (const auto& fault : RelaxNg::compile(m_file).faultsOf(*document, SourceMap{*document, bytesOf(text)}))
            found.push_back(fault.code.name() + " " + fault.arguments[0].second + " " + fault.arguments[1].second +
                            " at " + fault.where);
        return found;
    }

    std::filesystem::path m_file;
};

TEST_F(XmlRelaxNg, NamesEveryFaultAndItsColumn) {
    using Found = std::vector<std::string>;
    EXPECT_EQ(faults("<carta clase='simple' ancho='2.5'><saludo>Hola</saludo><nota>a<nota/></nota></carta>"), Found{});
    EXPECT_EQ(
        faults("<carta clase='triple'\n  ñandú='x' ancho='0.5'>\n  <!-- <b/> --> <firma/><nota/> y más\n</carta>"),
        (Found{"xml.value-unfit carta clase at line 1, column 15",
               "xml.attribute-unknown carta ñandú at line 2, column 10",
               "xml.value-unfit carta ancho at line 2, column 20", "xml.element-unfit carta firma at line 3, column 17",
               "xml.text-unfit carta  y más\n at line 1, column 1",
               "xml.element-lacking carta saludo at line 1, column 1"}));
    EXPECT_EQ(faults("<cartas/>"), Found{"xml.element-unfit cartas cartas at line 1, column 1"});
    EXPECT_EQ(faults("<carta><saludo/></carta>"), Found{"xml.attribute-lacking carta clase at line 1, column 1"});
    EXPECT_EQ(faults("<carta clase='simple'>\n<nota/>\n<saludo/></carta>").size(), 1U);
}

TEST(XmlSource, CountsCharactersOfAttributesAndBraces) {
    const std::string text = "<?xml version='1.0'?>\n<a é='1 &lt; 2'><![CDATA[ñ{]]>&#123; <b/>x}</a>";
    const auto document = parse(text);
    const SourceMap map{*document, bytesOf(text)};
    const auto root = document->root();
    EXPECT_EQ(map.placeOf(root).text(), "line 2, column 1");
    EXPECT_EQ(map.placeOf(root, "é", 0).text(), "line 2, column 7");
    EXPECT_EQ(map.placeOf(root, "é", 4).text(), "line 2, column 14");
    EXPECT_EQ(map.placeOf(*root.child("b")).column, 38);
    ASSERT_EQ(map.bracesOf(root).size(), 3U);
    EXPECT_EQ(map.bracesOf(root)[0].column, 27);
    EXPECT_EQ(map.bracesOf(root)[1].column, 31);
}

}  // namespace
}  // namespace base::xml
