// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/issuance/signature/signing_house.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using printing::PdfSignature;
using signing::KeyAlgorithm;
using signing::testing::run;
using signing::testing::TimestampAuthority;
using ::testing::HasSubstr;

class PdfSignatures : public SigningHouse, public ::testing::WithParamInterface<KeyAlgorithm> {
   protected:
    PdfSignatures() : SigningHouse(KeyAlgorithm::EcdsaP256) {}
};

TEST_P(PdfSignatures, OneAfterAnotherAreValidForEveryProgram) {
    const auto clerk = signer("María Núñez", GetParam()), witness = signer("Ana Ixcot", GetParam());
    auto pdf = signedBy(samples::onePage(), clerk, samples::visibleField());
    std::size_t count = 1;
    for (const auto* who : {&witness, &clerk}) {
        for (const auto& report : reports(pdf)) EXPECT_TRUE(report.trusted) << report.field;
        pdf = signedBy(pdf, *who, samples::invisibleField());
        ++count;
    }
    const auto all = reports(pdf);
    ASSERT_EQ(all.size(), count);
    for (const auto& report : all) {
        EXPECT_TRUE(report.intact && report.trusted && report.faults.empty()) << report.field;
        EXPECT_EQ(report.coversWholeFile(), report.field == "Signature3");
        EXPECT_THAT(report.signer, HasSubstr("Tests and training - no legal value"));
    }
    EXPECT_THAT(all[1].signer, HasSubstr("CN=Ana Ixcot"));
    expectOpenSslVerifies(pdf);
    const auto file = write("signed.pdf", pdf);
    const auto checked = run("qpdf", {"--check", file});
    EXPECT_EQ(checked.exitCode, 0) << checked.output;
    const auto pdfsig = run("pdfsig", {file});
    EXPECT_EQ(countOf("Signature is Valid.", pdfsig.output), count) << pdfsig.output;
    EXPECT_EQ(countOf("- Signature Type: ETSI.CAdES.detached", pdfsig.output), count) << pdfsig.output;
    EXPECT_EQ(countOf("- Total document signed", pdfsig.output), 1U) << pdfsig.output;
    if (GetParam() == KeyAlgorithm::Rsa3072Pss) return;  // MuPDF checks through PKCS7_verify, which knows no PSS
    const auto mutool = run("mutool", {"sign", "-v", file});
    EXPECT_EQ(countOf("The document is unchanged since signing", mutool.output), 1U) << mutool.output;
    EXPECT_EQ(countOf("The signature is valid but", mutool.output), count - 1) << mutool.output;
}

INSTANTIATE_TEST_SUITE_P(Algorithms, PdfSignatures,
                         ::testing::Values(KeyAlgorithm::EcdsaP256, KeyAlgorithm::EcdsaP384, KeyAlgorithm::Rsa3072Pss,
                                           KeyAlgorithm::Rsa3072Pkcs1));

class SignedPdf : public SigningHouse {};

TEST_F(SignedPdf, OnBrainpoolCurvesAreValidForOpenSsl) {
    const auto who = signer("Ana Ixcot", KeyAlgorithm::EcdsaBrainpoolP384r1);
    const auto pdf = signedBy(samples::onePage(), who, samples::visibleField());
    EXPECT_TRUE(reports(pdf).front().trusted);
    expectOpenSslVerifies(pdf);
}

TEST_F(SignedPdf, InFilesWithCrossReferenceStreamsKeepTheirForm) {
    const auto who = signer("Ana Ixcot");
    const auto pdf = signedBy(signedBy(samples::onePageWithObjectStreams(), who, samples::visibleField()), who,
                              samples::invisibleField());
    for (const auto& report : reports(pdf)) EXPECT_TRUE(report.trusted) << report.field;
    const auto pdfsig = run("pdfsig", {write("signed.pdf", pdf)});
    EXPECT_EQ(countOf("Signature is Valid.", pdfsig.output), 2U) << pdfsig.output;
    EXPECT_EQ(countOf("- Total document signed", pdfsig.output), 1U) << pdfsig.output;
}

TEST_F(SignedPdf, WithATimestampAreProvenInTime) {
    const TimestampAuthority authority;
    const auto client = authority.client(clock);
    const auto who = signer("María Núñez");
    const auto pdf = signedBy(samples::onePage(), who, samples::visibleField(), &client);
    const std::vector<signing::Certificate> timeRoots{authority.root};
    const auto later = clock.now() + 24h * 60;
    const auto report = verifyPdfSignatures(pdf, {anchors, timeRoots, later});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->front().trusted);
    ASSERT_TRUE(report->front().provenMoment);
    EXPECT_LT(std::chrono::abs(*report->front().provenMoment - clock.now()), 5min);
    EXPECT_THAT(run("pdfsig", {write("signed.pdf", pdf)}).output, HasSubstr("Signature is Valid."));
    expectOpenSslVerifies(pdf);
}

TEST_F(SignedPdf, DoNotHoldForAnyAlteredOctet) {
    const auto who = signer("María Núñez");
    const auto pdf = signedBy(samples::onePage(), who, samples::invisibleField());
    const auto gap = base::expected(printing::readSignatures(pdf), "signatures").front();
    for (std::size_t at = 0; at < pdf.size(); at += (at > gap.gapBegin && at + 997 < gap.gapEnd) ? 997 : 311) {
        if (at > gap.gapBegin && at < gap.gapEnd) continue;
        auto altered = pdf;
        altered[at] ^= 1U;
        const auto report = verifyPdfSignatures(altered, {anchors, {}, clock.now()});
        EXPECT_TRUE(!report || report->empty() || !report->front().intact) << at;
    }
}

TEST_F(SignedPdf, OfStrangersAndWithExpiredCertificatesAreNotTrusted) {
    const auto who = signer("María Núñez");
    const auto pdf = signedBy(samples::onePage(), who, samples::invisibleField());
    const auto unknown = verifyPdfSignatures(pdf, {{}, {}, clock.now()});
    EXPECT_TRUE(unknown->front().intact);
    EXPECT_FALSE(unknown->front().trusted);
    EXPECT_EQ(unknown->front().faults.front().code, "signing.issuer-unknown"_code);
    const auto expired = verifyPdfSignatures(pdf, {anchors, {}, clock.now() + 24h * 60});
    EXPECT_FALSE(expired->front().trusted);
    auto late = samples::invisibleField();
    late.moment = clock.now() + 24h * 60;
    const auto refused = signPdf(pdf, late, {who, anchors});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().first().code, "signing.certificate-not-in-force"_code);
}

TEST_F(SignedPdf, OfAnotherDocumentAreNotTakenOver) {
    const auto who = signer("María Núñez");
    const auto mine =
        base::expected(printing::prepareSignature(samples::onePage(), now(samples::invisibleField())), "field");
    const auto other = base::expected(signing::signCades({who}, base::bytesOf("another document")), "signature");
    const auto pdf = base::expected(printing::placeSignature(mine, other), "PDF");
    const auto report = reports(pdf).front();
    EXPECT_FALSE(report.intact);
    EXPECT_EQ(report.faults.front().code, "signing.content-altered"_code);
    EXPECT_TRUE(reports(samples::onePage()).empty());
    EXPECT_FALSE(reports(samples::signedWith(samples::onePage(), samples::invisibleField())).front().intact);
}

}  // namespace
}  // namespace issuance
