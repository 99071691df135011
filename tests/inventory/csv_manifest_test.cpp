// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "inventory/receipts/announcement.hpp"
#include "inventory/receipts/csv_lines.hpp"
#include "tests/inventory/catalogue.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;

class CsvManifestTest : public testing::Test {
   protected:
    base::Result<Announcement> read(const std::string& text, const std::string& supplier = "Imprenta") {
        std::istringstream stream{text};
        return readAnnouncement(stream, {m_items, m_schema, supplier, "OC-1"});
    }
    /// "code where", fault by fault.
    std::vector<std::string> faults(const std::string& text, const std::string& supplier = "Imprenta") {
        const auto found = read(text, supplier);
        std::vector<std::string> lines;
        if (found) return lines;
        for (const auto& fault : found.refusal().faults()) lines.push_back(fault.code.name() + " " + fault.where);
        return lines;
    }
    static std::vector<std::string> textsOf(const Announcement& announcement) {
        std::vector<std::string> texts;
        for (const auto& [range, box, seal, line] : announcement.ranges)
            texts.push_back(range.item + " " + std::to_string(range.first) + "-" + std::to_string(range.last) + " " +
                            box + " " + seal + " " + std::to_string(line));
        return texts;
    }
    ItemCatalogue m_items = productItems();
    base::xml::Schema m_schema = schemaNamed("manifest.xsd");
};

TEST_F(CsvManifestTest, ReadsRangesAndLotsWithTheirBoxesAndSeals) {
    const auto read = this->read(
        "item,first,last,box,seal,lot,quantity\r\n"
        "booklet-ordinary,A0000001,A0000500,C-1,P-1,,\r\n"
        "card-visitor,V0000001,,C-2,\"P,2\",,\r\n"
        "\r\n"
        "laminate-booklet,,,C-3,P-3,L-17,250\r\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->form, "csv utf-8 ,");
    EXPECT_EQ(read->supplier, "Imprenta");
    EXPECT_THAT(textsOf(*read), ElementsAre("booklet-ordinary 1-500 C-1 P-1 2", "card-visitor 1-1 C-2 P,2 3"));
    ASSERT_EQ(read->lots.size(), 1U);
    const LotQuantity lot{"laminate-booklet", "L-17", 250};
    EXPECT_EQ(read->lots[0].what, lot);
    EXPECT_EQ(read->lots[0].line, 5);
    EXPECT_EQ(read->quantity(), 751);
}

TEST_F(CsvManifestTest, SaysThatItReadLatin1AndSemicolons) {
    const auto read = this->read(
        "Art\xED"
        "culo;Desde;\xDAltima;Caja\nbooklet-ordinary;A0000001;A0000002;Ca\xF1"
        "a 1\n");
    ASSERT_FALSE(read);  // "Última" in capitals with its accent is no heading
    const auto good = this->read(
        "Art\xED"
        "culo;Desde;\xFAltima;Caja\nbooklet-ordinary;A0000001;A0000002;Ca\xF1"
        "a 1\n");
    ASSERT_TRUE(good);
    EXPECT_EQ(good->form, "csv latin-1 ;");
    EXPECT_EQ(good->ranges[0].box, "Caña 1");
    const auto utf8 = this->read("\xEF\xBB\xBFitem;serie;caja\nbooklet-ordinary;A0000001;Caña 1\n");
    ASSERT_TRUE(utf8);
    EXPECT_EQ(utf8->form, "csv utf-8 ;");
    EXPECT_EQ(utf8->ranges[0].box, "Caña 1");
}

TEST_F(CsvManifestTest, MakesFewRangesOfBareSerials) {
    const auto read = this->read("A0000003\nA0000004\nA0000001\nV0000009\nA0000002\n");
    ASSERT_TRUE(read);
    EXPECT_THAT(textsOf(*read), ElementsAre("booklet-ordinary 1-4   3", "card-visitor 9-9   4"));
}

TEST_F(CsvManifestTest, NamesEveryFaultWithItsLine) {
    EXPECT_THAT(
        faults("item,first,last,lot,quantity\n"
               "booklet-golden,A0000001,A0000002,,\n"
               "booklet-ordinary,B0000001,A000,,\n"
               "booklet-ordinary,A0000009,A0000001,,\n"
               "laminate-card,,,,100\n"
               "laminate-card,,,L-1,x\n"
               "laminate-card,A0000001,,,\n"
               "booklet-ordinary,,,,10\n"
               "booklet-ordinary,\"A0000001,,,\n"
               "booklet-ordinary,A0000100,A0000200,,\n"
               "booklet-ordinary,A0000150,A0000160,,\n" +
               std::string(2000, 'x') + "\n"),
        ElementsAre("stock.unknown-item line 2", "stock.bad-serial line 3", "stock.bad-serial line 3",
                    "stock.range-reversed line 4", "stock.lot-without-number line 5", "stock.bad-quantity line 6",
                    "stock.item-counted line 7", "stock.bad-serial line 8", "stock.csv-bad-row line 9",
                    "stock.csv-line-too-long line 12", "stock.range-overlaps line 11"));
    EXPECT_THAT(faults("A0000001\nA0000002\nA0000001\n"), ElementsAre("stock.range-overlaps line 3"));
    EXPECT_THAT(faults("item,color\n"), ElementsAre("stock.csv-unknown-column line 1"));
    EXPECT_THAT(faults(""), ElementsAre("stock.manifest-empty "));
    EXPECT_THAT(faults(std::string("\0a\0b", 4)), ElementsAre("stock.manifest-not-text "));
    EXPECT_THAT(faults("A0000001\n", ""), ElementsAre("stock.supplier-missing "));
}

TEST_F(CsvManifestTest, StopsAtItsLimits) {
    EXPECT_THAT(faults("first,last\nA0000000,A9999999\nV0000001,V0000002\nV9,V9\n"),
                ElementsAre("stock.manifest-too-large line 3"));
    std::string scattered;
    for (int number = 0; number < 400'002; number += 2)
        scattered += m_items.find("booklet-ordinary")->serial.serialOf(number) + "\n";
    EXPECT_THAT(faults(scattered), ElementsAre("stock.manifest-scattered "));
    std::string faulty = "serial\n";
    for (int line = 0; line < 3000; ++line) faulty += "X\n";
    EXPECT_EQ(faults(faulty).size(), 1000U);
}

TEST_F(CsvManifestTest, ReadsXmlOfTheSameStream) {
    const auto read = this->read(
        "<manifest supplier=\"Imprenta Ñ\" purchase=\"OC-9\">\n"
        "<range item=\"booklet-ordinary\" first=\"A0000001\" last=\"A0000010\" box=\"C-1\" seal=\"P-1\"/>\n"
        "<lot item=\"ribbon-card\" number=\"R-1\" quantity=\"500\"/>\n</manifest>");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->supplier, "Imprenta Ñ");
    EXPECT_EQ(read->form, "xml");
    EXPECT_EQ(read->ranges[0].seal, "P-1");
    EXPECT_EQ(read->lots[0].what.quantity, 500);
    EXPECT_THAT(faults("<manifest supplier=\"x\" purchase=\"y\"><lot item=\"booklet-ordinary\" number=\"1\" "
                       "quantity=\"5\"/></manifest>"),
                ElementsAre("stock.item-serialised line 1"));
    EXPECT_FALSE(this->read("<manifest supplier='x' purchase='y'><lot item='laminate-card' quantity='5'/></manifest>"));
}

TEST(CsvLines, TellsUtf8FromLatin1) {
    const auto encoding = [](const std::string& text) {
        std::istringstream stream{text};
        return encodingOf(stream);
    };
    EXPECT_EQ(encoding("plain"), TextEncoding::Utf8);
    EXPECT_EQ(encoding("ñandú €"), TextEncoding::Utf8);
    EXPECT_EQ(encoding("\xF1"), TextEncoding::Latin1);
    EXPECT_EQ(encoding("\xC0\x80"), TextEncoding::Latin1);
    EXPECT_EQ(encoding("\xED\xA0\x80"), TextEncoding::Latin1);
    EXPECT_EQ(encoding("cut \xC3"), TextEncoding::Latin1);
    EXPECT_FALSE(encoding(std::string{"a\0", 2}));
    EXPECT_EQ(utf8FromLatin1("Ca\xF1"
                             "a"),
              "Caña");
}

}  // namespace
}  // namespace inventory
