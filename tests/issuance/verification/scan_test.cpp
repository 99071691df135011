// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/verification/scanner.hpp"
#include "tests/issuance/verification/verification_house.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/sample_images.hpp"

namespace issuance {
namespace {

using samples::pdfOf;
using samples::scanned;
using samples::Scanner;

class Scans : public VerificationHouse {};

TEST_F(Scans, TurnedNoisyAndCoarseGiveTheirSeal) {
    const auto pdf = signedPage();
    for (const auto& scanner : {Scanner{150, 0, 14}, Scanner{150, 1.5, 14}, Scanner{150, -10, 14}, Scanner{200, 10, 16},
                                Scanner{300, -4.3, 20}, Scanner{150, 183, 14}}) {
        const auto image = scanned(pdf, scanner);
        const auto said = verify(printing::encodeJpeg(image, 70, static_cast<int>(scanner.resolution)));
        EXPECT_EQ(nameOf(said.verdict), "authentic-seal") << scanner.resolution << " dpi, " << scanner.turned;
        EXPECT_EQ(said.kind, Verification::Kind::Scan);
        ASSERT_TRUE(said.seal && said.seal->act);
        EXPECT_EQ(*said.seal->act, act());
        // What a picture says, only a person reads.
        for (const auto& each : said.seal->comparisons) EXPECT_FALSE(each.onPage) << each.field;
    }
}

TEST_F(Scans, ComeAsPngAndPdfToo) {
    const auto image = scanned(signedPage(), {150, 2, 14});
    EXPECT_TRUE(says(samples::pngOf(image), Verdict::AuthenticSeal, "verification.compare-page"));
    const auto said = verify(pdfOf(image, 150));
    EXPECT_EQ(said.verdict, Verdict::AuthenticSeal);
    EXPECT_EQ(said.kind, Verification::Kind::Scan);
}

TEST_F(Scans, OfForgedSealsAreAltered) {
    auto forged = sealOf(act());
    forged.back() ^= 1U;
    const auto image = scanned(printing::samples::drawn(document(forged)), {200, 1, 8});
    EXPECT_TRUE(says(printing::encodeJpeg(image, 85, 200), Verdict::Altered, "signing.signature-wrong"));
}

TEST_F(Scans, WithoutASealAreNotOurs) {
    auto plain = document({});
    plain.seal.reset();
    const auto image = scanned(printing::samples::drawn(plain), {150, 1, 10});
    EXPECT_TRUE(says(printing::encodeJpeg(image, 70, 150), Verdict::NotOurs, "verification.no-seal"));
    const auto whole = printing::encodeJpeg(image, 70, 150);
    EXPECT_TRUE(says(base::BytesView{whole}.first(whole.size() / 2), Verdict::Unreadable, "printing.image-damaged"));
}

}  // namespace
}  // namespace issuance
