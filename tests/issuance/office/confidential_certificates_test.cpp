// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "contract/acts_of_confidences.hpp"
#include "contract/acts_of_line.hpp"
#include "tests/issuance/office/all_that_is_kept.hpp"
#include "tests/issuance/office/certificates_at_the_office.hpp"

/// A certificate for somebody whom the law has kept confidential, from the counter to the hand-over.
namespace issuance {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class ConfidentialCertificates : public CertificatesAtTheOffice {
   protected:
    ConfidentialCertificates() {
        m_house.enrol("rosa", "clerk", "confidential_officer");
        m_house.enrol("rita", "clerk", "confidential_officer");
        m_house.enrol("raul", "certifier", "confidential_officer");
        makeSealSigner();
        enrolSigner("raul", "Certificador de expedientes reservados");
        enrolSigner("certifier", "Certificadora de Control Migratorio");
    }
    static CertificateRequest reserved() {
        auto asked = wanted("63-A 7");
        asked.confidential = true;
        asked.requirements = {{"dpi", base::bytesOf("%PDF-1.7 copia de María Núñez Cabrera")}};
        return asked;
    }
    std::string request() { return base::expected(m_house.ask("rosa", reserved()), "request").request; }
    std::string diligence(bool confidential = true) {
        if (m_imported.empty()) importMovements(m_imported = "Otro Apellido;Persona Distinta;1950-05-05;GTM;Z1");
        const auto holder = *reserved().holder;
        const SoughtPerson sought{holder.surnames, holder.givenNames, holder.born, {}, {}};
        const auto opened =
            base::expected(m_house.ask("rosa", DiligenceOpen{sought, {"movimientos"}, confidential}), "open");
        base::expected(m_house.ask("rosa", DiligenceConclude{opened.number}), "conclude");
        return opened.number;
    }
    CertificateDraft draftFor(const std::string& request, const std::string& diligence) {
        CertificateDraft asked{request, {}, diligence};
        asked.values = {{"fundamento", "el acuerdo interno 12-2026"},
                        {"desde", "2016-01-01"},
                        {"hasta", "2026-11-25"},
                        {"registro", "de movimiento migratorio"}};
        return asked;
    }
    std::string reviewedOne() {
        const auto number = request();
        base::expected(m_house.ask("rosa", draftFor(number, diligence())), "draft");
        base::expected(m_house.ask("rita", CertificateReview{number, 1}), "review");
        return number;
    }
    SignedCertificate signedOfReserved() {
        return base::expected(m_house.ask("raul", CertificateSign{{reviewedOne()}, secret(), {}}), "sign")
            .certificates.front();
    }
    /// What the folders of the home hold, in hexadecimal.
    std::string filesOfHome() {
        std::string kept;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{contents()})
            if (entry.is_regular_file())
                kept += base::toHex(base::expected(base::readFile(entry.path(), std::size_t{64} << 20U), "file"));
        std::ranges::transform(kept, kept.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        return kept;
    }
    std::filesystem::path contents() { return HomeFiles{m_house.home()}.contents(); }
    std::string databaseAddress() {
        const HomeFiles files{m_house.home()};
        return files.databaseAddress(Institution::load(files.home));
    }
    std::string m_imported;
};
TROQUEL_ON_BOTH_ENGINES(ConfidentialCertificates);

TEST_P(ConfidentialCertificates, AreMadeByWhoNeedsToKnowAndByNobodyElse) {
    EXPECT_EQ(refusalOf(m_house.ask("clerk", reserved())), "confidential.not-permitted");
    const auto number = request();
    EXPECT_EQ(refusalOf(m_house.ask("clerk", draftFor(number, diligence()))), "confidential.not-permitted");
    EXPECT_EQ(refusalOf(m_house.ask("rosa", draftFor(number, diligence(false)))),
              "certificate.diligence-not-confidential");
    base::expected(m_house.ask("rosa", draftFor(number, diligence())), "draft");
    EXPECT_EQ(refusalOf(m_house.ask("clerk2", CertificateReview{number, 1})), "confidential.not-permitted");
    EXPECT_EQ(refusalOf(m_house.ask("clerk2", CertificatePreview{number})), "confidential.not-permitted");
    base::expected(m_house.ask("rita", CertificateReview{number, 1}), "review");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateSign{{number}, secret(), {}})),
              "confidential.not-permitted");
    const auto done = base::expected(m_house.ask("raul", CertificateSign{{number}, secret(), {}}), "sign");
    const auto& certificate = done.certificates.front();
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificateFiles{certificate.number})), "confidential.not-permitted");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificateDeliver{certificate.number, "María", "DPI 1", "counter", {}})),
              "confidential.not-permitted");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateAnnul{certificate.number, "x"}, "supervisor")),
              "confidential.not-permitted");
    base::expected(
        m_house.ask("rosa", CertificateDeliver{certificate.number, "María Núñez Cabrera", "DPI 1", "counter", {}}),
        "deliver");
    EXPECT_TRUE(base::expected(m_house.ask("auditor", JournalVerify{}), "journal").intact);
}

TEST_P(ConfidentialCertificates, AreListedWithoutANameToOthers) {
    const auto certificate = signedOfReserved();
    const auto listed = base::expected(m_house.ask("clerk", CertificateList{""}), "list").certificates;
    ASSERT_THAT(listed, SizeIs(1));
    EXPECT_TRUE(listed[0].confidential);
    EXPECT_EQ(listed[0].number, certificate.number);
    EXPECT_EQ(listed[0].holder + listed[0].applicant + listed[0].contact, "");
    const auto shown = base::expected(m_house.ask("clerk", CertificateShow{certificate.number}), "show");
    EXPECT_EQ(shown.line.holder + shown.line.applicant + shown.line.contact, "");
    const auto open = base::expected(m_house.ask("rosa", CertificateShow{certificate.number}), "show");
    EXPECT_EQ(open.line.holder, "María Núñez Cabrera");
    EXPECT_EQ(open.line.contact, "maria@ejemplo.gt");
}

TEST_P(ConfidentialCertificates, AreKeptSealedAndJudgedAsAnyOther) {
    const auto certificate = signedOfReserved();
    base::expected(
        m_house.ask("rosa", CertificateDeliver{certificate.number, "María Núñez Cabrera", "DPI 7", "counter", {}}),
        "deliver");
    base::expected(
        m_house.ask(
            "rosa",
            CertificateReissue{
                certificate.number, "María Núñez Cabrera", "DPI 7", "lost", "electronic", {}, "63-A 8", "USD 10.00"}),
        "reissue");
    const auto files = base::expected(m_house.ask("rosa", CertificateFiles{certificate.number}), "files").files;
    const auto& pdf = files.front().content;
    const auto kept = support::allThatIsKept(databaseAddress());
    for (const char* name : {"Núñez Cabrera", "Núñez", "maria@ejemplo.gt", "2456 78901 0101", "A1234567"})
        EXPECT_EQ(kept.find(support::asKept(name)), std::string::npos) << name;
    EXPECT_EQ(filesOfHome().find(support::asKept("Núñez Cabrera")), std::string::npos);
    // The PDF lies nowhere as it is; its hash does, for who asks whether it is authentic.
    const auto hash = base::toHex(base::sha256(pdf));
    EXPECT_FALSE(std::filesystem::exists(contents() / hash.substr(0, 2) / hash));
    EXPECT_THAT(kept, HasSubstr(support::asKept(hash)));
    EXPECT_EQ(base::expected(m_house.ask("clerk", CertificateVerify{{"it.pdf", pdf}}), "verify").verdict, "authentic");
    const auto shown = base::expected(m_house.ask("rosa", CertificateShow{certificate.number}), "show");
    ASSERT_THAT(shown.reissues, SizeIs(1));
    EXPECT_EQ(shown.reissues[0].applicant, "María Núñez Cabrera");
    EXPECT_EQ(base::expected(m_house.ask("clerk", CertificateShow{certificate.number}), "show").reissues[0].applicant,
              "");
}

TEST_P(ConfidentialCertificates, OfOthersAreFoundInClearSoThatTheSearchIsOne) {
    enrolSigner("chief", "Jefe de la Unidad de Certificaciones");
    const auto certificate = signedOne();
    const auto kept = support::allThatIsKept(databaseAddress());
    for (const char* name : {"Núñez Cabrera", "maria@ejemplo.gt", "2456 78901 0101", "A1234567"})
        EXPECT_NE(kept.find(support::asKept(name)), std::string::npos) << name;
}

TEST_P(ConfidentialCertificates, AreReadAfterTheKeyWasRotated) {
    const auto certificate = signedOfReserved();
    const auto before = base::expected(m_house.ask("rosa", CertificateFiles{certificate.number}), "files").files;
    const auto rotated =
        base::expected(m_house.ask("security_officer", ConfidentialRotate{}, "administrator"), "rotate");
    // Through a door, answers are kept for those who ask again, under a key of their own.
    EXPECT_EQ(rotated.subjects, support::asksThroughDoor() ? 3 : 2);
    EXPECT_EQ(base::expected(m_house.ask("rosa", CertificateFiles{certificate.number}), "files").files.front().content,
              before.front().content);
}

}  // namespace
}  // namespace issuance
