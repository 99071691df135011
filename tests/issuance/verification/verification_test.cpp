// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/verification.hpp"

#include <unistd.h>

#include <csignal>

#include "contract/judgements.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/verification/apart.hpp"
#include "tests/issuance/verification/verification_house.hpp"
#include "tests/printing/sample_documents.hpp"

namespace issuance {
namespace {

using namespace std::chrono_literals;

/// Books with one act.
class OneAct : public IssuedActs {
   public:
    explicit OneAct(IssuedAct act) : m_act(std::move(act)) {}
    [[nodiscard]] std::optional<IssuedAct> find(const std::string& number) const override {
        if (number != "CM-2026-000417") return std::nullopt;
        return m_act;
    }
    [[nodiscard]] bool wrote(const std::string& number, base::BytesView /*file*/) const override {
        return number == "CM-2026-000417";
    }

   private:
    IssuedAct m_act;
};

class Verifying : public VerificationHouse {};

TEST_F(Verifying, ASignedAndSealedCertificateIsAuthentic) {
    const auto said = verify(signedPage());
    EXPECT_EQ(said.verdict, Verdict::Authentic);
    EXPECT_EQ(said.kind, Verification::Kind::Pdf);
    EXPECT_EQ(said.number, "CM-2026-000417");
    ASSERT_EQ(said.signatures.size(), 1U);
    EXPECT_TRUE(said.signatures.front().trusted && said.signatures.front().revocationKnown);
    ASSERT_TRUE(said.seal && said.seal->act);
    EXPECT_TRUE(said.seal->authentic);
    EXPECT_EQ(*said.seal->act, act());
    for (const auto& each : said.seal->comparisons)
        EXPECT_EQ(each.onPage, each.field == "type" ? std::nullopt : std::optional{true}) << each.field;
    ASSERT_EQ(said.reasons.size(), 1U);
    EXPECT_EQ(said.reasons.front().code.name(), "verification.annulment-open");
}

TEST_F(Verifying, SignaturesOfTwoAndArchivedOnesAreAuthentic) {
    const auto twice =
        base::expected(signPdf(signedPage(), field("Ana Ixcot", 25), {endorser, anchors}), "second signature");
    EXPECT_EQ(verdictOf(twice), "authentic");
    const signing::testing::TimestampAuthority authority;
    const auto client = authority.client(clock);
    const std::vector<signing::Certificate> timeRoots{authority.root};
    const signing::RevocationSource source{{houseList(), authority.revocationList()}};
    trust.timestampRoots = timeRoots;
    const auto archived =
        base::expected(closeAt(twice, SignatureLevel::LTA, {anchors, timeRoots, source, client, clock}), "B-LTA");
    const auto said = verify(archived);
    EXPECT_EQ(said.verdict, Verdict::Authentic);
    EXPECT_EQ(said.signatures.size(), 3U);
    // Years later, when certificates have ended and nobody gives lists any more.
    trust.lists.clear();
    EXPECT_EQ(nameOf(verifyDocument(archived, {trust, clock.now() + 24h * 300}).verdict), "authentic");
    EXPECT_EQ(nameOf(verifyDocument(twice, {trust, clock.now() + 24h * 300}).verdict), "unknown-signer");
}

TEST_F(Verifying, WithoutASealASignatureIsEnough) {
    auto plain = document({});
    plain.seal.reset();
    const auto said = verify(signedBy(printing::samples::drawn(plain)));
    EXPECT_EQ(said.verdict, Verdict::Authentic);
    EXPECT_FALSE(said.seal);
    EXPECT_EQ(said.number, "CM-2026-000417");
}

TEST_F(Verifying, BooksTellWhatHoldsNoMore) {
    const auto pdf = signedPage();
    EXPECT_EQ(nameOf(verify(pdf, std::make_unique<OneAct>(IssuedAct{}).get()).verdict), "authentic");
    const OneAct annulled{{true, "2026-12-01T10:00:00.000000Z", "datos erróneos"}};
    const auto said = verify(pdf, &annulled);
    EXPECT_EQ(said.verdict, Verdict::Annulled);
    EXPECT_EQ(said.reasons.back().code.name(), "verification.annulled");
    EXPECT_EQ(verify(page(), &annulled).verdict, Verdict::Annulled);
    const OneAct other{{false, "", "", base::Bytes(32, 1)}};
    EXPECT_EQ(verify(pdf, &other).verdict, Verdict::Altered);
    auto unknown = act();
    unknown.number = "CM-2026-999999";
    EXPECT_EQ(verify(sealOf(unknown), &annulled).verdict, Verdict::NotOurs);
}

TEST_F(Verifying, SealsComeAsOctetsHexadecimalOrBase64) {
    const auto seal = sealOf(act());
    EXPECT_TRUE(says(seal, Verdict::AuthenticSeal, "verification.compare-page"));
    EXPECT_TRUE(says(base::bytesOf(base::toHex(seal) + "\n"), Verdict::AuthenticSeal));
    EXPECT_TRUE(says(base::bytesOf(base::toBase64(seal)), Verdict::AuthenticSeal));
    auto forged = seal;
    forged.back() ^= 1U;
    EXPECT_TRUE(says(forged, Verdict::Altered, "signing.signature-wrong"));
    EXPECT_TRUE(says(base::BytesView{seal}.first(seal.size() - 9), Verdict::UnknownSigner));
    const auto pdf = signedPage();
    trust.sealSigners.clear();
    EXPECT_TRUE(says(seal, Verdict::UnknownSigner, "verification.seal-unchecked"));
    // The signature of a signed page says enough; that its seal was not checked is said.
    EXPECT_TRUE(says(pdf, Verdict::Authentic, "verification.seal-unchecked"));
}

TEST_F(Verifying, StrangersAndTheRevokedAreNotTrusted) {
    const auto pdf = signedPage();
    trust.lists = {houseList({certifier.certificate})};
    EXPECT_TRUE(says(pdf, Verdict::UnknownSigner, "signing.certificate-revoked"));
    trust.lists.clear();
    EXPECT_TRUE(says(pdf, Verdict::Authentic, "verification.revocation-open"));
    trust.signatureRoots.clear();
    EXPECT_TRUE(says(pdf, Verdict::UnknownSigner, "signing.issuer-unknown"));
    // Who signs documents for travel signs no certificates: countries' roots are no roots of signatures.
    trust.signatureRoots = {};
    trust.countrySigners.insert(trust.countrySigners.end(), anchors.begin(), anchors.end());
    EXPECT_TRUE(says(pdf, Verdict::UnknownSigner));
}

TEST_F(Verifying, WhatIsNoDocumentOfOursIsSaidSo) {
    auto plain = document({});
    plain.seal.reset();
    EXPECT_TRUE(says(printing::samples::drawn(plain), Verdict::NotOurs, "verification.no-seal"));
    EXPECT_TRUE(says(samples::encryptedPage(), Verdict::Unreadable, "printing.pdf-encrypted"));
    EXPECT_TRUE(says({}, Verdict::Unreadable, "verification.unknown-file"));
    EXPECT_TRUE(says(base::bytesOf("una carta"), Verdict::Unreadable));
    EXPECT_TRUE(says(base::bytesOf("%PDF-1.7\nnada"), Verdict::Unreadable));
    EXPECT_TRUE(says(base::bytesOf("\x89PNG\r\n\x1a\nnada"), Verdict::Unreadable));
    EXPECT_TRUE(says(base::bytesOf("\xFF\xD8\xFF nada"), Verdict::Unreadable));
    EXPECT_TRUE(says(base::bytesOf("dc03"), Verdict::UnknownSigner));
}

TEST(Apart, WhatFallsOrNeverEndsTakesNobodyAlong) {
    const base::Bytes large(3000000, 7);
    EXPECT_EQ(base::expected(performedApart([&] { return large; }), "answer"), large);
    const auto refused = [](const std::function<base::Bytes()>& work) {
        const auto done = performedApart(work, {std::chrono::milliseconds{400}});
        return done ? std::string{}
                    : done.refusal().first().code.name() + " " + done.refusal().first().arguments.front().second;
    };
    EXPECT_EQ(refused([]() -> base::Bytes {
                  ::raise(SIGSEGV);
                  return {};
              }),
              "verification.reader-failed signal 11");
    EXPECT_EQ(refused([]() -> base::Bytes { throw std::runtime_error{"no"}; }), "verification.reader-failed exit 3");
    EXPECT_EQ(refused([]() -> base::Bytes {
                  while (true) ::pause();
              }),
              "verification.reader-failed time");
}

TEST_F(Verifying, TheReadingRoomSaysItWithoutBooks) {
    contract::FileVerify question{{"constancia.pdf", signedPage()},
                                  {{"root.pem", base::bytesOf(signing::pemOfCertificate(anchors.front().der))},
                                   {"csca.cer", trust.countrySigners.front().der},
                                   {"sello.cer", trust.sealSigners.front().der}}};
    const auto said = openReadingRoom()->ask({}, question);
    ASSERT_TRUE(said);
    EXPECT_EQ(said->verdict, "authentic");
    EXPECT_EQ(said->annulment, "open");
    EXPECT_EQ(said->seal->values.size(), 6U);
    question.trust.push_back({"mala.pem", base::bytesOf("nada")});
    EXPECT_FALSE(openReadingRoom()->ask({}, question));
}

}  // namespace
}  // namespace issuance
