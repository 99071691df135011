// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/order_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "issuance/training/portraits.hpp"
#include "tests/issuance/order/order_file_fixture.hpp"

namespace issuance {
namespace {

using namespace base::literals;

const StationId kStation{"CAP-01"};

const std::vector<OrderRequest>& threeOrders() {
    static const auto orders = training::makeTrainingOrders(7, {1, 1, 1, 0, 0}, today());
    return orders;
}

std::string threeOrdersFile() { return writeOrderFile(kStation, threeOrders()); }

bool has(const std::vector<base::Fault>& faults, const base::FailureCode& code, const std::string& field) {
    return std::any_of(faults.begin(), faults.end(), [&](const auto& fault) {
        return fault.code == code && fault.where.rfind("line ", 0) == 0 &&
               std::count(fault.arguments.begin(), fault.arguments.end(),
                          std::pair<std::string, std::string>{"field", field}) == 1;
    });
}

TEST(OrderFile, IsReadAsItWasWritten) {
    const auto reading = readOrders(threeOrdersFile());
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->station, kStation);
    EXPECT_EQ(reading->sha256.size(), 64U);
    EXPECT_TRUE(reading->refused.empty());
    ASSERT_EQ(reading->good.size(), 3U);
    for (std::size_t at = 0; at < 3; ++at) {
        EXPECT_EQ(reading->good[at].request, threeOrders()[at]);
        EXPECT_TRUE(reading->good[at].warnings.empty());
    }
    EXPECT_EQ(reading->good[0].line, 3);
}

TEST(OrderFile, RefusesOneOrderWithAllItsFaultsAndTakesTheOthers) {
    auto orders = threeOrders();
    OrderRequest& bad = orders[1];
    bad.kind = KindId{"passport-ordinary"};
    bad.years = 3;
    bad.holder.surname = "Παπαδόπουλος";
    bad.holder.dateOfBirth = *base::parseDate("2026-11-24");
    bad.holder.nationality = "MEX";
    bad.holder.placeOfBirth = std::string(60, 'x');
    bad.holder.cui = Cui{"123"};
    bad.portrait = base::bytesOf("no picture");
    bad.signatureImage.resize(bad.signatureImage.size() / 2);
    const auto reading = readOrders(writeOrderFile(kStation, orders));
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->good.size(), 2U);
    ASSERT_EQ(reading->refused.size(), 1U);
    const auto& faults = reading->refused[0].faults;
    EXPECT_EQ(reading->refused[0].id, bad.id);
    EXPECT_TRUE(has(faults, "kind.validity"_code, "years"));
    EXPECT_TRUE(has(faults, "mrz.no-transliteration"_code, "holder/surname"));
    EXPECT_TRUE(has(faults, "holder.born-in-future"_code, "holder/date-of-birth"));
    EXPECT_TRUE(has(faults, "holder.nationality"_code, "holder/nationality"));
    EXPECT_TRUE(has(faults, "holder.too-long"_code, "holder/place-of-birth"));
    EXPECT_TRUE(has(faults, "cui.malformed"_code, "holder/personal-number"));
    EXPECT_TRUE(has(faults, "picture.unknown-format"_code, "portrait"));
    EXPECT_TRUE(has(faults, "picture.damaged"_code, "signature"));
}

TEST(OrderFile, KeepsFaultsOfTheSchemaWithTheirOrder) {
    std::string xml = replaced(threeOrdersFile(), "<sex>", "<sex>Q");
    xml = replaced(xml, "<priority>", "<hurry>now</hurry><priority>");
    const auto reading = readOrders(xml);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->good.size(), 2U);
    ASSERT_EQ(reading->refused.size(), 1U);
    EXPECT_EQ(reading->refused[0].id, threeOrders()[0].id);
    EXPECT_TRUE(has(reading->refused[0].faults, "xml.bad-value"_code, "order-file/order/holder/sex"));
    EXPECT_TRUE(has(reading->refused[0].faults, "xml.unexpected-element"_code, "order-file/order/hurry"));
}

TEST(OrderFile, ReportsAMissingPartOnce) {
    const std::string xml = threeOrdersFile();
    const std::size_t begin = xml.find("<portrait>");
    const std::size_t end = xml.find("</portrait>") + 11;
    const auto reading = readOrders(xml.substr(0, begin) + xml.substr(end));
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->refused.size(), 1U);
    EXPECT_EQ(reading->refused[0].faults.size(), 1U);
    EXPECT_EQ(reading->good.size(), 2U);
}

TEST(OrderFile, RefusesAllOrdersOfALineThatTheyShare) {
    std::string xml = replaced(threeOrdersFile(), "<sex>", "<sex>Q");
    std::replace(xml.begin() + static_cast<std::ptrdiff_t>(xml.find("<order-file")), xml.end(), '\n', ' ');
    const auto reading = readOrders(xml);
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->good.empty());
    EXPECT_EQ(reading->refused.size(), 3U);
}

TEST(OrderFile, TakesNoneOfTwoOrdersWithOneId) {
    auto orders = threeOrders();
    orders[2].id = orders[0].id;
    const auto reading = readOrders(writeOrderFile(kStation, orders));
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->good.size(), 1U);
    ASSERT_EQ(reading->refused.size(), 2U);
    for (const auto& refused : reading->refused)
        EXPECT_TRUE(has(refused.faults, "order-file.duplicate-order"_code, "order/@id"));
}

/// The first order unsigned, for the reason if there is one.
std::string unsignedFile(std::optional<SignatureWaiver> reason, const char* born = "1990-01-07") {
    auto orders = threeOrders();
    orders[0].years = 5;
    orders[0].holder.dateOfBirth = *base::parseDate(born);
    orders[0].signatureImage.clear();
    orders[0].signatureWaiver = reason;
    return writeOrderFile(kStation, orders);
}

TEST(OrderFile, RefusesAnOrderWithNeitherSignatureNorWaiver) {
    const auto reading = readOrders(unsignedFile(std::nullopt));
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->good.size(), 2U);
    ASSERT_EQ(reading->refused.size(), 1U);
    ASSERT_EQ(reading->refused[0].faults.size(), 1U);
    EXPECT_TRUE(has(reading->refused[0].faults, "signature.missing"_code, "signature"));
    EXPECT_EQ(reading->refused[0].faults[0].where, "line 3");
}

TEST(OrderFile, TakesAnOrderWhoseSignatureIsWaived) {
    for (const auto& [reason, born] : {std::pair{SignatureWaiver::Minor, "2019-11-24"},
                                       {SignatureWaiver::Minor, "2026-11-23"},
                                       {SignatureWaiver::Unable, "1930-01-01"}}) {
        const auto reading = readOrders(unsignedFile(reason, born));
        ASSERT_TRUE(reading);
        ASSERT_EQ(reading->good.size(), 3U) << born;
        EXPECT_EQ(reading->good[0].request.signatureWaiver, reason);
        EXPECT_TRUE(reading->good[0].request.signatureImage.empty());
    }
}

TEST(OrderFile, WaivesForYouthOnlyBelowTheAgeOfTheKind) {
    const auto reading = readOrders(unsignedFile(SignatureWaiver::Minor, "2019-11-23"));
    ASSERT_EQ(reading->refused.size(), 1U);
    EXPECT_TRUE(has(reading->refused[0].faults, "signature.not-a-minor"_code, "signature-waived"));
    auto worker = training::makeTrainingOrders(7, {0, 0, 0, 0, 1}, today());
    worker[0].signatureImage.clear();
    worker[0].signatureWaiver = SignatureWaiver::Minor;
    const auto refused = readOrders(writeOrderFile(kStation, worker));
    ASSERT_EQ(refused->refused.size(), 1U);
    EXPECT_TRUE(has(refused->refused[0].faults, "signature.waiver-not-allowed"_code, "signature-waived"));
}

TEST(OrderFile, TakesNoSignatureTogetherWithAWaiverNorAnUnknownReason) {
    const std::string both =
        replaced(threeOrdersFile(), "</signature>", "</signature><signature-waived reason=\"unable\"/>");
    EXPECT_EQ(readOrders(both)->refused.size(), 1U);
    const std::string unknown = replaced(unsignedFile(SignatureWaiver::Unable), "reason=\"unable\"", "reason=\"lazy\"");
    const auto reading = readOrders(unknown);
    ASSERT_EQ(reading->refused.size(), 1U);
    EXPECT_EQ(reading->refused[0].faults.size(), 1U);
    EXPECT_TRUE(reading->refused[0].faults[0].code == "xml.bad-value"_code);
}

TEST(OrderFile, RefusesImpossibleDatesAndUnknownKinds) {
    const std::string born = "<date-of-birth>" + base::formatDate(threeOrders()[0].holder.dateOfBirth);
    const auto badDate = readOrders(replaced(threeOrdersFile(), born, "<date-of-birth>1990-02-30"));
    ASSERT_EQ(badDate->refused.size(), 1U);
    ASSERT_EQ(badDate->refused[0].faults.size(), 1U);
    EXPECT_TRUE(has(badDate->refused[0].faults, "base.not-a-date"_code, "holder/date-of-birth"));
    const auto badKind = readOrders(replaced(threeOrdersFile(), "<kind>passport-ordinary", "<kind>passport-golden"));
    EXPECT_TRUE(has(badKind->refused.at(0).faults, "order-file.unknown-kind"_code, "kind"));
}

TEST(OrderFile, KeepsTheDayAnOrderIsDueOnAlsoWhenItCameLate) {
    auto orders = threeOrders();
    orders[0].due = base::parseDate("2026-12-01").value();
    orders[1].due = base::parseDate("2026-11-01").value();
    const auto file = writeOrderFile(kStation, orders);
    const auto reading = readOrders(file);
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->good.size(), 3U);
    for (std::size_t at = 0; at < 3; ++at) EXPECT_EQ(reading->good[at].request.due, orders[at].due);
    const auto wrong = readOrders(replaced(file, "2026-12-01", "2026-02-30"));
    ASSERT_EQ(wrong->refused.size(), 1U);
    EXPECT_TRUE(has(wrong->refused[0].faults, "base.not-a-date"_code, "due"));
}

TEST(OrderFile, WarnsOfAnOddCui) {
    auto orders = threeOrders();
    orders[0].holder.cui = Cui{"2345678980101"};
    const auto reading = readOrders(writeOrderFile(kStation, orders));
    ASSERT_EQ(reading->good.size(), 3U);
    EXPECT_TRUE(has(reading->good[0].warnings, "cui.check-digit"_code, "holder/personal-number"));
    EXPECT_TRUE(reading->good[1].warnings.empty());
}

TEST(OrderFile, BringsNamesIntoOneForm) {
    auto orders = threeOrders();
    orders[0].holder.surname = "  Nun\u0303ez \n de  Leo\u0301n";
    const auto reading = readOrders(writeOrderFile(kStation, orders));
    ASSERT_EQ(reading->good.size(), 3U);
    EXPECT_EQ(reading->good[0].request.holder.surname, "Nuñez de León");
}

TEST(OrderFile, RefusesFilesThatAreNoOrderFile) {
    EXPECT_TRUE(readOrders("").refusal().has("xml.not-well-formed"_code));
    EXPECT_TRUE(readOrders("<html/>").refusal().first().code.name().rfind("xml.", 0) == 0);
    EXPECT_FALSE(readOrders("<order-file version=\"1\" station=\"CAP-01\"/>"));
    EXPECT_FALSE(readOrders(replaced(threeOrdersFile(), "version=\"1\"", "version=\"2\"")));
    EXPECT_FALSE(readOrders(replaced(threeOrdersFile(), "station=\"CAP-01\"", "")));
    EXPECT_FALSE(readOrders(replaced(threeOrdersFile(), "</order-file>", "<extra/></order-file>")));
    EXPECT_TRUE(readOrders(threeOrdersFile().substr(0, 5000)).refusal().has("xml.not-well-formed"_code));
}

TEST(OrderFile, RefusesFilesThatMeanHarm) {
    const std::string bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
        "\"&a;&a;&a;&a;\">]><order-file>&b;</order-file>";
    EXPECT_TRUE(readOrders(bomb).refusal().has("xml.doctype"_code));
    const std::string outside = "<!DOCTYPE o [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><order-file>&x;</order-file>";
    EXPECT_TRUE(readOrders(outside).refusal().has("xml.doctype"_code));
    EXPECT_TRUE(readOrders(std::string(std::size_t{100} * 1024 * 1024, ' ')).refusal().has("xml.too-large"_code));
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<order>";
    EXPECT_TRUE(readOrders(deep).refusal().has("xml.not-well-formed"_code));
}

TEST(OrderFile, RefusesAFileWithMoreFaultsThanAreReported) {
    std::string xml = "<order-file version=\"1\" station=\"CAP-01\">\n";
    for (int i = 0; i < 2000; ++i) xml += "<order id=\"A-" + std::to_string(i) + "\"/>\n";
    EXPECT_TRUE(readOrders(xml + "</order-file>").refusal().has("order-file.too-many-faults"_code));
}

TEST(OrderFile, QuotesNoEndlessValue) {
    const auto reading = readOrders(replaced(threeOrdersFile(), "<sex>", "<sex>" + std::string(100000, 'Q')));
    ASSERT_EQ(reading->refused.size(), 1U);
    for (const auto& fault : reading->refused[0].faults)
        for (const auto& [name, value] : fault.arguments) EXPECT_LT(value.size(), 400U);
}

}  // namespace
}  // namespace issuance
