// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/signature/long_term.hpp"

#include "issuance/signature/signature_block.hpp"
#include "printing/finalise/validation_store.hpp"
#include "signing/timestamp/timestamp_transport.hpp"
#include "tests/issuance/signature/signing_house.hpp"
#include "tests/printing/sample_pages.hpp"
#include "tests/signing/openssl_authority.hpp"
#include "tests/support/http_test_server.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using printing::PdfSignature;
using signing::RevocationSource;
using signing::testing::TimestampAuthority;
using support::HttpTestServer;
using ::testing::HasSubstr;

/// A house whose time-stamps come over HTTP from OpenSSL's authority.
class LongTerm : public SigningHouse {
   protected:
    [[nodiscard]] LongTermRooms rooms(const RevocationSource& source) const {
        return {anchors, timeRoots, source, client, clock};
    }
    [[nodiscard]] RevocationSource lists(const std::vector<signing::Certificate>& revoked = {}) const {
        return RevocationSource{{houseList(revoked), authority.revocationList()}};
    }
    [[nodiscard]] printing::SignatureField fieldOf(const std::string& name, const std::string& role, double y) const {
        return base::expected(visibleField({name, role, "Constancia DGM-2026-000123", clock.now()}, 0, {20, y, 70, 20},
                                           samples::design("passport-data-page").fonts),
                              "field");
    }
    /// Signed by a certifier, who certifies, and an endorser.
    [[nodiscard]] base::Bytes signedByTwo() {
        auto first = fieldOf("María Núñez", "Certificadora", 20);
        first.certification = printing::SignatureField::Certification::SignaturesOnly;
        const auto once =
            base::expected(signPdf(samples::onePage(), first, {certifier, anchors, &client}), "first signature");
        return base::expected(signPdf(once, fieldOf("Ana Ixcot", "Directora", 45), {endorser, anchors, &client}),
                              "second signature");
    }
    [[nodiscard]] std::vector<PdfSignatureReport> reportsAt(base::BytesView pdf, base::Timestamp moment) const {
        return base::expected(verifyPdfSignatures(pdf, {anchors, timeRoots, moment}), "reports");
    }
    void expectOpenSslVerifiesStamps(base::BytesView pdf) const {
        for (const auto& stamp : base::expected(printing::readSignatures(pdf), "signatures")) {
            if (stamp.kind != PdfSignature::Kind::DocumentTimestamp) continue;
            const auto verified =
                run("openssl", {"ts", "-verify", "-token_in", "-in", write("token", stamp.cms), "-data",
                                write("stamped", stamp.signedOctets(pdf)), "-CAfile", authority.path("root.pem")});
            EXPECT_EQ(verified.exitCode, 0) << verified.output;
        }
    }
    [[nodiscard]] base::Bytes closed(base::BytesView pdf, SignatureLevel level) const {
        const auto source = lists();
        return base::expected(closeAt(pdf, level, rooms(source)), std::string{nameOf(level)});
    }

    TimestampAuthority authority;
    HttpTestServer server{[this](const HttpTestServer::Question& question) {
        return HttpTestServer::Answer{200, base::expected(authority.reply(question.body), "reply")};
    }};
    std::vector<signing::Certificate> timeRoots{authority.root};
    signing::TimestampClient client{
        signing::httpTransport(server.url("/tsa"), std::make_shared<base::http::Errand>()), {timeRoots}, clock};
    signing::SigningIdentity certifier = enrolled(
        {"Instituto de Prueba", "María Núñez", "", std::chrono::days{30}, KeyAlgorithm::EcdsaP256, "Certificadora"});
    signing::SigningIdentity endorser = signer("Ana Ixcot");
};

TEST_F(LongTerm, LevelsHaveTheirNames) {
    for (const auto level : {SignatureLevel::B, SignatureLevel::T, SignatureLevel::LT, SignatureLevel::LTA})
        EXPECT_EQ(signatureLevelNamed(nameOf(level)), level);
    EXPECT_FALSE(signatureLevelNamed("B-X"));
}

TEST_F(LongTerm, SignaturesOfTwoPeopleHoldForEveryProgramAtEveryLevel) {
    EXPECT_THAT(certifier.certificate.subjectText(), HasSubstr("title=Certificadora"));
    const auto pdf = signedByTwo();
    for (const auto level : {SignatureLevel::T, SignatureLevel::LT, SignatureLevel::LTA}) {
        const auto made = closed(pdf, level);
        const auto all = reportsAt(made, clock.now());
        ASSERT_EQ(all.size(), level == SignatureLevel::LTA ? 3U : 2U);
        for (const auto& report : all) {
            EXPECT_TRUE(report.trusted && report.faults.empty()) << nameOf(level) << report.field;
            EXPECT_NE(report.later, PdfSignature::Later::Other) << report.field;
            EXPECT_EQ(report.archived, level == SignatureLevel::LTA && report.kind == PdfSignature::Kind::Signature);
            EXPECT_EQ(report.revocationKnown, level >= SignatureLevel::LT && report.field != "");
        }
        expectOpenSslVerifies(made);
        const auto checked = run("qpdf", {"--check", write("signed.pdf", made)});
        EXPECT_EQ(checked.exitCode, 0) << checked.output;
        const auto said = pdfsig(made, {anchors.front(), authority.root});
        // Poppler does not judge document time-stamps.
        EXPECT_EQ(countOf("Signature is Valid.", said), 2U) << said;
        expectOpenSslVerifiesStamps(made);
        EXPECT_EQ(countOf("Certificate is Trusted.", said), 2U) << said;
    }
}

TEST_F(LongTerm, ProofsInsideTheFileStillHoldWhenTheCertificatesHaveEnded) {
    const auto later = clock.now() + 24h * 400;
    const auto plain = base::expected(
        signPdf(samples::onePage(), fieldOf("María Núñez", "Certificadora", 20), {certifier, anchors}), "B-B");
    EXPECT_FALSE(reportsAt(plain, later).front().trusted);
    const auto closedWell = closed(plain, SignatureLevel::LTA);
    for (const auto& report : reportsAt(closedWell, later)) EXPECT_TRUE(report.trusted) << report.field;
    EXPECT_TRUE(reportsAt(closedWell, later).front().revocationKnown);
}

TEST_F(LongTerm, SignaturesAreStampedAfterwards) {
    const auto plain = base::expected(
        signPdf(samples::onePage(), fieldOf("María Núñez", "Certificadora", 20), {certifier, anchors}), "B-B");
    const auto stamped = base::expected(stampLastSignature(plain, client), "B-T");
    EXPECT_EQ(stamped.size(), plain.size());
    const auto report = reportsAt(stamped, clock.now()).front();
    EXPECT_TRUE(report.trusted && report.provenMoment && report.coversWholeFile() && report.faults.empty());
    expectOpenSslVerifies(stamped);
    EXPECT_EQ(base::expected(stampLastSignature(stamped, client), "again"), stamped);
    EXPECT_EQ(base::expected(closeAt(stamped, SignatureLevel::T, rooms(lists())), "T"), stamped);
    EXPECT_TRUE(stampLastSignature(samples::onePage(), client).refusal().has("signing.nothing-signed"_code));
}

TEST_F(LongTerm, WhatNobodyStampedInTimeGetsATimestampOverAll) {
    const auto plain = base::expected(
        signPdf(samples::onePage(), fieldOf("María Núñez", "Certificadora", 20), {certifier, anchors}), "B-B");
    for (const auto level : {SignatureLevel::T, SignatureLevel::LT}) {
        // Looked at after it was stamped: the order of arguments is the compiler's.
        const auto stamped = closed(plain, level);
        const auto all = reportsAt(stamped, clock.now());
        ASSERT_EQ(all.size(), 2U);
        const auto& first = all.front();
        EXPECT_TRUE(first.trusted && first.archived && first.provenMoment)
            << nameOf(level) << ": trusted " << first.trusted << ", archived " << first.archived << ", "
            << (first.faults.empty() ? "" : first.faults.front().code.name()) << "; stamp "
            << (all.back().faults.empty() ? "" : all.back().faults.front().code.name());
        EXPECT_EQ(first.revocationKnown, level == SignatureLevel::LT);
    }
    const auto archived = closed(plain, SignatureLevel::LTA);
    const auto source = lists();
    const auto end = archiveEnd(archived, rooms(source));
    ASSERT_TRUE(end);
    EXPECT_GT(*end, clock.now() + 24h * 3600);
    EXPECT_FALSE(archiveEnd(plain, rooms(source)));
    authority.companions = 60;  // no room for it in the signature
    const auto unchanged = base::expected(stampLastSignature(plain, client), "B-T");
    EXPECT_EQ(unchanged, plain);
}

TEST_F(LongTerm, LevelsAreTriedBeforeAnybodyReliesOnThem) {
    const auto source = lists();
    EXPECT_TRUE(tryLevel(SignatureLevel::LTA, rooms(source)));
    const RevocationSource nothing{{}};
    EXPECT_TRUE(tryLevel(SignatureLevel::T, rooms(nothing)));
    EXPECT_TRUE(tryLevel(SignatureLevel::LT, rooms(nothing)).refusal().has("signing.revocation-unknown"_code));
}

TEST_F(LongTerm, ContainersGrowWithWhatComes) {
    authority.companions = 60;  // a token of more than 20 KiB
    const auto source = lists();
    const auto pdf = base::expected(
        signPdf(samples::onePage(), fieldOf("María Núñez", "Certificadora", 20), {certifier, anchors, &client}), "B-T");
    EXPECT_GT(base::expected(printing::readSignatures(pdf), "signatures").front().cms.size(), 20000U);
    const auto archived = base::expected(renewArchive(pdf, rooms(source)), "B-LTA");
    for (const auto& report : reportsAt(archived, clock.now())) EXPECT_TRUE(report.trusted) << report.field;
}

TEST_F(LongTerm, ArchiveTimestampsAreRenewed) {
    const auto once = closed(signedByTwo(), SignatureLevel::LTA);
    const auto source = lists();
    const auto twice = renewArchive(once, rooms(source));
    ASSERT_TRUE(twice);
    const auto all = reportsAt(*twice, clock.now() + 24h * 300);
    ASSERT_EQ(all.size(), 4U);
    for (const auto& report : all)
        EXPECT_TRUE(report.trusted && report.revocationKnown == (report.field != "Signature4"));
    const auto before = printing::readValidationMaterial(once), after = printing::readValidationMaterial(*twice);
    EXPECT_EQ(after->certificates.size(), before->certificates.size());
    EXPECT_GT(before->lists.size(), 1U);
    EXPECT_TRUE(std::equal(once.begin(), once.end(), twice->begin()));
}

TEST_F(LongTerm, RevokedOrUnprovenSignersAreNotClosed) {
    const auto pdf = signedByTwo();
    const auto revoked = lists({certifier.certificate});
    EXPECT_TRUE(addProofs(pdf, rooms(revoked)).refusal().has("signing.certificate-revoked"_code));
    const RevocationSource nothing{{}};
    EXPECT_TRUE(addProofs(pdf, rooms(nothing)).refusal().has("signing.revocation-unknown"_code));
    EXPECT_TRUE(addProofs(samples::onePage(), rooms(nothing)).refusal().has("signing.nothing-signed"_code));
    const auto list = houseList({certifier.certificate});
    const std::vector<signing::RevocationList> known{list};
    const auto told = base::expected(verifyPdfSignatures(pdf, {anchors, timeRoots, clock.now(), known}), "reports");
    EXPECT_FALSE(told.front().trusted);
    EXPECT_TRUE(told.back().trusted);
}

/// An authority of OpenSSL's with one below it, and a certificate from that one for a key of the house's store.
TEST_F(LongTerm, SignersUnderAnIntermediateAuthorityAreJudgedUpToTheRoot) {
    const signing::testing::OpensslAuthority root{"Raíz"}, middle{"Intermedia", &root};
    const auto key = keys().generate(signing::KeyPurpose::ElectronicSignature, KeyAlgorithm::EcdsaP256, "persona");
    const auto leaf = middle.certify("Persona", keys().publicKey(key, signing::CurveForm::Named));
    const std::vector<signing::Certificate> chain{middle.certificate}, roots{root.certificate};
    const signing::SigningIdentity person{keys(), key, leaf};
    const auto pdf = base::expected(signPdf(samples::onePage(), now(samples::visibleField()), {person, chain}), "PDF");
    const auto report = base::expected(verifyPdfSignatures(pdf, {roots, {}, clock.now()}), "reports").front();
    EXPECT_TRUE(report.trusted && report.faults.empty());
    EXPECT_FALSE(report.revocationKnown);
    const auto alone = base::expected(signPdf(samples::onePage(), now(samples::visibleField()), {person}), "PDF");
    EXPECT_FALSE(base::expected(verifyPdfSignatures(alone, {roots, {}, clock.now()}), "reports").front().trusted);
    EXPECT_THAT(pdfsig(pdf, roots), HasSubstr("Certificate is Trusted."));
    const RevocationSource source{{root.revocationList(), middle.revocationList(), authority.revocationList()}};
    const LongTermRooms withRoot{roots, timeRoots, source, client, clock};
    const auto kept = closeAt(pdf, SignatureLevel::LTA, withRoot);
    ASSERT_TRUE(kept);
    for (const auto& each : base::expected(verifyPdfSignatures(*kept, {roots, timeRoots, clock.now()}), "reports"))
        EXPECT_TRUE(each.trusted && (each.revocationKnown || each.field == "Signature2")) << each.field;
}

}  // namespace
}  // namespace issuance
