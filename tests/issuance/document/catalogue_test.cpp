// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/files.hpp"
#include "issuance/document/number_pattern.hpp"
#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using namespace base::literals;

base::xml::Schema kindSchema() {
    return base::xml::Schema::compile(support::sourceDir() / "templates/schemas/document-kind.xsd");
}

std::filesystem::path kindsFolder() { return support::sourceDir() / "templates/kinds"; }

Catalogue catalogue() { return *Catalogue::load(kindsFolder(), kindSchema()); }

std::string ordinaryPassport() {
    return base::textOf(*base::readFile(kindsFolder() / "passport-ordinary.xml", 1 << 20));
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

TEST(Catalogue, HoldsTheKindsOfTheHouse) {
    const Catalogue kinds = catalogue();
    EXPECT_EQ(kinds.kinds().size(), 5U);
    const DocumentKind* ordinary = kinds.find(KindId{"passport-ordinary"});
    ASSERT_NE(ordinary, nullptr);
    EXPECT_EQ(ordinary->nameEs, "Pasaporte ordinario");
    EXPECT_EQ(ordinary->mrzFormat, MrzFormat::Td3);
    EXPECT_EQ(ordinary->documentCode, "PP");
    EXPECT_EQ(ordinary->blankItem, "booklet-ordinary");
    EXPECT_EQ(ordinary->blankPages, 32);
    EXPECT_EQ(ordinary->chipProfile, "icao-applet");
    EXPECT_EQ(ordinary->release, ReleaseRule::SecondPerson);
    EXPECT_EQ(ordinary->validityOf(10)->minimumAge, 18);
    EXPECT_EQ(ordinary->validityOf(7), nullptr);
    EXPECT_EQ(kinds.find(KindId{"passport-official"})->documentCode, "PO");
    EXPECT_EQ(kinds.find(KindId{"special-travel-document"})->nationality.code, "XXB");
    EXPECT_EQ(kinds.find(KindId{"nothing"}), nullptr);
}

TEST(Catalogue, CardsHaveTwoSidesNoChipAndNumbersOfASequence) {
    const Catalogue kinds = catalogue();
    for (const char* id : {"border-visitor-card", "border-worker-card"}) {
        const DocumentKind* card = kinds.find(KindId{id});
        ASSERT_NE(card, nullptr);
        EXPECT_EQ(card->mrzFormat, MrzFormat::Td1);
        EXPECT_EQ(card->chipProfile, std::nullopt);
        EXPECT_EQ(card->pageDesigns, (std::vector<std::string>{std::string{id} + "-front", std::string{id} + "-back"}));
        EXPECT_EQ(card->number.from, NumberSource::From::Sequence);
        EXPECT_EQ(writeNumber(card->number.pattern, 2026, 42)->text().substr(1), "26000042");
    }
}

TEST(Catalogue, SaysWhatStandsInPlaceOfASignature) {
    const Catalogue kinds = catalogue();
    const DocumentKind* ordinary = kinds.find(KindId{"passport-ordinary"});
    ASSERT_NE(ordinary->waiverOf(SignatureWaiver::Minor), nullptr);
    EXPECT_EQ(ordinary->waiverOf(SignatureWaiver::Minor)->text, "MENOR");
    EXPECT_EQ(ordinary->waiverOf(SignatureWaiver::Minor)->belowAge, 7);
    EXPECT_EQ(ordinary->waiverOf(SignatureWaiver::Unable)->text, "NO FIRMA");
    EXPECT_EQ(ordinary->waiverOf(SignatureWaiver::Unable)->belowAge, 0);
    EXPECT_EQ(kinds.find(KindId{"border-worker-card"})->waiverOf(SignatureWaiver::Minor), nullptr);
}

TEST(Catalogue, TakesEachReasonForNoSignatureOnce) {
    const support::ScratchFolder folder;
    base::writeFileDurably(folder.path() / "a.xml",
                           replaced(ordinaryPassport(), "reason=\"minor\"", "reason=\"unable\""));
    EXPECT_FALSE(Catalogue::load(folder.path(), kindSchema()));
    base::writeFileDurably(folder.path() / "a.xml",
                           replaced(ordinaryPassport(), "reason=\"minor\"", "reason=\"lazy\""));
    EXPECT_TRUE(Catalogue::load(folder.path(), kindSchema()).refusal().has("xml.bad-value"_code));
}

TEST(Catalogue, SaysWhenAChipIsEncodedAndWhatADocumentUsesUp) {
    const support::ScratchFolder folder;
    const auto load = [&](const std::string& text) {
        base::writeFileDurably(folder.path() / "a.xml", text);
        return Catalogue::load(folder.path(), kindSchema());
    };
    const std::string chip = "<chip profile=\"icao-applet\"/>";
    const std::string materials =
        "<materials><material item=\"ribbon\" step=\"print\" low=\"9\"/>"
        "<material item=\"label\" step=\"encode\" quantity=\"2\" documents=\"500\"/></materials>";
    EXPECT_EQ(load(ordinaryPassport())->kinds().front().encoding, Encoding::AfterPrinting);
    const auto loaded = load(
        replaced(ordinaryPassport(), chip, "<chip profile=\"icao-applet\" encoded=\"before-printing\"/>" + materials));
    ASSERT_TRUE(loaded);
    const auto& kind = loaded->kinds().front();
    EXPECT_EQ(kind.encoding, Encoding::BeforePrinting);
    ASSERT_EQ(kind.materials.size(), 2U);
    EXPECT_EQ(kind.materials[0].item, "label");
    EXPECT_EQ(kind.materials[0].step, MaterialStep::Encode);
    EXPECT_EQ(kind.materials[0].quantity, 2);
    EXPECT_EQ(kind.materials[0].documents, 500);
    EXPECT_EQ(kind.materials[0].low, 0);
    EXPECT_EQ(kind.materials[1].quantity, 1);
    EXPECT_EQ(kind.materials[1].documents, 1);
    EXPECT_EQ(kind.materials[1].low, 9);
    EXPECT_TRUE(load(replaced(ordinaryPassport(), chip, materials)).refusal().has("kind.wrong-rule"_code))
        << "without a chip nothing is encoded";
    EXPECT_FALSE(load(replaced(ordinaryPassport(), chip, chip + replaced(materials, "ribbon", "label"))));
    EXPECT_TRUE(load(replaced(ordinaryPassport(), chip, chip + replaced(materials, "\"print\"", "\"laminate\"")))
                    .refusal()
                    .has("xml.bad-value"_code));
}

TEST(Catalogue, ReportsEveryFaultOfEveryFile) {
    const support::ScratchFolder folder;
    base::writeFileDurably(folder.path() / "a.xml", replaced(ordinaryPassport(), "format=\"TD3\"", "format=\"TD9\""));
    base::writeFileDurably(folder.path() / "b.xml", replaced(ordinaryPassport(), "code=\"PP\"", "code=\"AC\""));
    base::writeFileDurably(folder.path() / "c.xml",
                           replaced(ordinaryPassport(), "<years>5</years>", "<years>10</years>"));
    base::writeFileDurably(folder.path() / "d.xml", "<document-kind");
    base::writeFileDurably(folder.path() / "e.xml", ordinaryPassport());
    base::writeFileDurably(folder.path() / "f.xml", ordinaryPassport());
    const auto loaded = Catalogue::load(folder.path(), kindSchema());
    ASSERT_FALSE(loaded);
    const base::Refusal& refusal = loaded.refusal();
    EXPECT_EQ(refusal.faults().size(), 5U);
    EXPECT_EQ(refusal.first().where, "a.xml line 5");
    for (const auto& code : {"xml.bad-value"_code, "kind.wrong-code"_code, "kind.wrong-rule"_code,
                             "xml.not-well-formed"_code, "kind.duplicate"_code})
        EXPECT_TRUE(refusal.has(code)) << code.name();
}

TEST(Catalogue, MayNotBeEmpty) {
    const support::ScratchFolder folder;
    EXPECT_TRUE(Catalogue::load(folder.path(), kindSchema()).refusal().has("kind.none"_code));
    EXPECT_TRUE(Catalogue::load(folder.path() / "absent", kindSchema()).refusal().has("kind.none"_code));
}

TEST(NumberPattern, RefusesWhatItCannotWrite) {
    EXPECT_EQ(*writeNumber("V{year}{number:6}", 2026, 7), DocumentNumber{"V26000007"});
    EXPECT_EQ(*writeNumber("{number:9}", 2026, 123456789), DocumentNumber{"123456789"});
    EXPECT_TRUE(writeNumber("V{number:2}", 2026, 100).refusal().has("number.exhausted"_code));
    for (const char* bad : {"", "V", "{year}", "v{number:6}", "V{number:0}", "V{number:6}X"})
        EXPECT_TRUE(writeNumber(bad, 2026, 1).refusal().has("number.bad-pattern"_code)) << bad;
}

}  // namespace
}  // namespace issuance
