// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/data_preparation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "chip/lds/com.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "issuance/document/catalogue.hpp"
#include "issuance/document/holder_check.hpp"
#include "issuance/document/validity.hpp"
#include "issuance/training/people.hpp"
#include "issuance/training/portraits.hpp"
#include "printing/inspection/page_inspection.hpp"
#include "tests/chip/support/specimen.hpp"
#include "tests/printing/sample_images.hpp"

namespace issuance {
namespace {

using chip::lds::File;

class DataPreparationTest : public testing::Test {
   protected:
    DataPreparationTest() {
        for (const auto& kind : m_catalogue.kinds())
            for (const auto& name : kind.pageDesigns)
                m_designs.emplace(
                    name, base::expected(printing::PageDesign::load(kTemplates / "pages" / (name + ".xml")), name));
    }

    TravelDocument documentOf(const char* kindName, training::PersonKind person) const {
        const auto* kind = m_catalogue.find(KindId{kindName});
        const auto today = base::dayOf(m_house.clock.now());
        const int years = kind->validity.front().years;
        return {kind, training::inventPerson(5, person, today), DocumentNumber{"A00000001"}, today,
                lastDayOf(*kind, today, years)};
    }

    /// Made, found sound on paper, personalised on a simulated chip and read back by PACE.
    chip::ChipInspection madeAndInspected(const TravelDocument& document, const HolderImages& images) const {
        auto prepared = base::expected(m_preparation.prepare(document, images, &m_signer), "prepared");
        expectSoundPages(document, images, prepared);
        chip::ChipContent content;
        content.files = prepared.files;
        const auto keys = keysOf(document, prepared.mrz);
        content.mrz = keysOf(document, prepared.mrz).mrz.value();
        content.activeAuthentication.emplace();
        content.activeAuthentication->curve = chip::lds::KeyCurve::BrainpoolP256r1;
        content.activeAuthentication->privateScalar = std::move(prepared.activeAuthenticationKey);
        chip::SimulatedChip chip;
        EXPECT_TRUE(chip::Encoder{chip::testing::icaoAppletProfile()}.personalize(chip, content).locked());
        auto found = chip::inspectChip(chip, keys, {m_house.anchors, m_house.clock.now()});
        EXPECT_TRUE(found.passed());
        EXPECT_EQ(found.files, prepared.files);
        return found;
    }

    static chip::InspectionKeys keysOf(const TravelDocument& document, const Mrz& mrz) {
        const auto& lower = mrz.lines.at(1);
        return {chip::MrzKey::of(document.number.text(), lower.substr(13, 6), lower.substr(21, 6)), std::nullopt};
    }

    void expectSoundPages(const TravelDocument& document, const HolderImages& images,
                          const PreparedDocument& prepared) const {
        for (const auto& page : prepared.pages) {
            const auto& design = m_designs.at(page.design);
            const auto values = pageValuesFor(design, document, prepared.mrz, images);
            EXPECT_TRUE(printing::inspectPage(page.pdf, design, values).empty()) << page.design;
        }
    }

    const std::filesystem::path kTemplates = support::sourceDir() / "templates";
    signing::testing::House m_house;
    signing::DocumentSigner m_signer = m_house.documentSigner();
    Catalogue m_catalogue =
        *Catalogue::load(kTemplates / "kinds", base::xml::Schema::compile(kTemplates / "schemas/document-kind.xsd"));
    PageDesigns m_designs;
    ChipProfiles m_chips{{"icao-applet", chip::testing::icaoAppletProfile()}};
    DataPreparation m_preparation{m_designs, m_chips, m_house.clock};
};

TEST_F(DataPreparationTest, OfASmallChildPrintsTheTextAndLeavesOutDg7) {
    auto document = documentOf("passport-ordinary", training::PersonKind::SmallChild);
    document.signatureWaiver = SignatureWaiver::Minor;
    const auto found = madeAndInspected(document, {training::drawPortrait(5), {}});
    EXPECT_FALSE(found.files.contains(File::Dg7));
    const auto com = chip::lds::decodeCom(found.files.at(File::Com));
    ASSERT_TRUE(com);
    EXPECT_EQ(std::ranges::count(com->content.dataGroups, File::Dg7), 0);
    EXPECT_EQ(com->content.dataGroups.size(), 6U);
    ASSERT_TRUE(found.dg11);
    const auto& design = m_designs.at("passport-data-page");
    const auto prepared = m_preparation.prepare(document, {training::drawPortrait(5), {}}, &m_signer);
    EXPECT_EQ(pageValuesFor(design, document, prepared->mrz, {}).texts.at("signature"), "MENOR");
}

TEST_F(DataPreparationTest, ConvertsThePngOfASignatureTablet) {
    const auto png = samples::transparentPngOf(samples::signature());
    const auto found = madeAndInspected(documentOf("passport-ordinary", training::PersonKind::Adult),
                                        {training::drawPortrait(6), png});
    ASSERT_TRUE(found.dg7);
    EXPECT_TRUE(found.defects.empty());
    const auto image = printing::decodeImage(found.dg7->images.at(0));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->width, 600U);
    EXPECT_GT(image->pixels.front(), 250) << "a white ground";
}

TEST_F(DataPreparationTest, BringsTheFaceIntoTheFormOfTheChipProfile) {
    const auto document = documentOf("passport-ordinary", training::PersonKind::Adult);
    const HolderImages images{training::drawPortrait(7), training::drawSignature(7)};
    const auto asItCame = chip::lds::decodeDg2(m_preparation.prepare(document, images, &m_signer)->files.at(File::Dg2));
    EXPECT_EQ(asItCame->content.faces.front().standard, chip::lds::BiometricStandard::Iso19794Of2005);
    auto& profile = m_chips.at("icao-applet");
    profile.biometrics = chip::lds::BiometricStandard::Iso39794;
    profile.portrait = {chip::lds::ImageFormat::Jpeg2000, 300, 386, 9000};
    const auto dg2 = chip::lds::decodeDg2(m_preparation.prepare(document, images, &m_signer)->files.at(File::Dg2));
    ASSERT_TRUE(dg2);
    const auto& face = dg2->content.faces.front();
    EXPECT_EQ(face.standard, chip::lds::BiometricStandard::Iso39794);
    EXPECT_EQ(face.format, chip::lds::ImageFormat::Jpeg2000);
    EXPECT_EQ(face.width, 300);
    EXPECT_EQ(face.height, 386);
    EXPECT_LE(face.image.size(), 9000U);
}

TEST_F(DataPreparationTest, RefusesAnUnsignedDocumentWithoutAWaiver) {
    const auto prepared = m_preparation.prepare(documentOf("passport-ordinary", training::PersonKind::Adult),
                                                {training::drawPortrait(6), {}}, &m_signer);
    ASSERT_FALSE(prepared);
}

TEST_F(DataPreparationTest, PrintsTheTextOfEveryWaiverOfEveryKind) {
    for (const auto& kind : m_catalogue.kinds()) {
        EXPECT_NE(kind.waiverOf(SignatureWaiver::Unable), nullptr) << kind.id;
        for (const auto& waiver : kind.signatureWaivers) {
            const bool passport = kind.mrzFormat == MrzFormat::Td3;
            auto document = documentOf(kind.id.text().c_str(),
                                       passport ? training::PersonKind::Adult : training::PersonKind::Neighbour);
            document.signatureWaiver = waiver.reason;
            const HolderImages images{training::drawPortrait(7), {}};
            const auto prepared = m_preparation.prepare(document, images, &m_signer);
            ASSERT_TRUE(prepared) << kind.id << " " << prepared.refusal().first().code.name();
            expectSoundPages(document, images, *prepared);
        }
    }
}

/// Words of the widest letter, as long as a name's longest part may reasonably be, up to the length that intake takes.
TEST_F(DataPreparationTest, FitsEveryNameThatTheKindTakes) {
    for (const auto& kind : m_catalogue.kinds()) {
        const bool passport = kind.mrzFormat == MrzFormat::Td3;
        auto document = documentOf(kind.id.text().c_str(),
                                   passport ? training::PersonKind::Adult : training::PersonKind::Neighbour);
        const std::size_t word = kind.longestName / 2 - 1;
        document.holder.surname = std::string(word, 'W') + " " + std::string(kind.longestName - word - 1, 'W');
        document.holder.givenNames = document.holder.surname;
        document.holder.placeOfBirth = std::string(kind.longestPlace, 'M');
        const auto today = base::dayOf(m_house.clock.now());
        EXPECT_TRUE(faultsOf(document.holder, kind, kind.validity.front().years, today).empty()) << kind.id;
        const auto prepared =
            m_preparation.prepare(document, {training::drawPortrait(8), training::drawSignature(8)}, &m_signer);
        ASSERT_TRUE(prepared) << kind.id << " " << prepared.refusal().first().where;
        EXPECT_TRUE(prepared->mrz.nameTruncated);
    }
}

}  // namespace
}  // namespace issuance
