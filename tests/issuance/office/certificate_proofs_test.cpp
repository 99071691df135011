// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>

#include "issuance/signature/pdf_signature.hpp"
#include "tests/issuance/office/certificates_at_the_office.hpp"
#include "tests/issuance/office/stamping_office.hpp"
#include "tests/support/silent_server.hpp"

/// Certificates at the levels that hold for years, with OpenSSL's time-stamping authority over HTTP.
namespace issuance {
namespace {

using testing::Each;
using testing::IsEmpty;

class CertificateProofs : public StampingOffice {
   protected:
    CertificateNumberLine shownNumber(const std::string& number) {
        return base::expected(m_house.ask("clerk", CertificateShow{number}), number).numbers.back();
    }
    static std::vector<std::string> noticesOf(const PkiStatusTold& status) {
        std::vector<std::string> codes;
        for (const auto& each : status.notices) codes.push_back(each.notice.code);
        return codes;
    }
};
TROQUEL_ON_BOTH_ENGINES(CertificateProofs);

TEST_P(CertificateProofs, AreALevelThatTwoPeopleSetAndThatCanBeReached) {
    EXPECT_EQ(base::expected(m_house.ask("clerk", SignatureLevelShow{}), "level").level, "B-B");
    const auto refused = [&](const SignatureLevelSet& asked) {
        return refusalOf(m_house.ask("security_officer", asked, "administrator"));
    };
    auto asked = level("B-LTA");
    EXPECT_EQ(refusalOf(m_house.ask("security_officer", asked)), "people.second-person-missing");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", asked, "administrator")), "people.not-permitted");
    EXPECT_EQ(refused(level("B-X")), "signature.level-unknown");
    EXPECT_EQ(refused({"B-T", {}, {}, {}, {}}), "signature.authority-missing");
    asked.timestampUrl = "ftp://sello.example/tsa";
    EXPECT_EQ(refused(asked), "signature.address-wrong");
    asked.timestampUrl = "http://127.0.0.1:1/tsa";
    EXPECT_EQ(refused(asked), "http.unreachable");
    asked = level("B-T");
    asked.anchors = base::bytesOf("no es un certificado");
    EXPECT_EQ(refused(asked), "signature.anchor-unreadable");
    asked.anchors = houseRoot().der;
    EXPECT_EQ(refused(asked), "signing.timestamp-untrusted");
    asked = level("B-T");
    asked.timestampPolicy = "1.2.840.";
    EXPECT_EQ(refused(asked), "signature.policy-wrong");
    EXPECT_EQ(base::expected(m_house.ask("clerk", SignatureLevelShow{}), "level").level, "B-B");
    setLevel("B-LTA");
    const auto told = base::expected(m_house.ask("clerk", SignatureLevelShow{}), "level");
    EXPECT_EQ(told.level, "B-LTA");
    EXPECT_EQ(told.timestampUrl, m_server.url("/tsa"));
    EXPECT_THAT(told.anchors, testing::ElementsAre(HasSubstr("Time root")));
    EXPECT_EQ(told.renewalDays, 90);
}

TEST_P(CertificateProofs, AreATimestampInTheSignatureAtBT) {
    readyToSign();
    setLevel("B-T");
    const auto certificate = signedOne();
    EXPECT_EQ(certificate.level, "B-T");
    EXPECT_THAT(certificate.lacking, IsEmpty());
    const auto all = reports(certificate.number, 0);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_TRUE(all.front().trusted && all.front().provenMoment && all.front().coversWholeFile());
    EXPECT_FALSE(all.front().archived);
    EXPECT_THAT(due(), IsEmpty());
}

TEST_P(CertificateProofs, AreWholeWhenTheLastPersonHasSigned) {
    readyToSign();
    setLevel("B-LTA");
    const auto request = resolutionReviewed();
    const auto once = base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign");
    const auto number = once.certificates.front().number;
    EXPECT_EQ(once.certificates.front().level, "B-T");
    EXPECT_THAT(due(), IsEmpty()) << "it awaits its endorsement";
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateProve{number, false})), "certificate.not-issued");
    const auto twice = base::expected(m_house.ask("chief", CertificateEndorse{{request}, secret()}), "endorse");
    EXPECT_EQ(twice.certificates.front().level, "B-LTA");
    EXPECT_THAT(twice.certificates.front().lacking, IsEmpty());
    EXPECT_THAT(due(), IsEmpty());
    // Two years after, when the signers' certificates have ended.
    const auto later = reports(number, 3 * 365);
    ASSERT_THAT(later, SizeIs(3));
    for (const auto& report : later) EXPECT_TRUE(report.trusted) << report.field;
    EXPECT_TRUE(later.front().revocationKnown && later.front().archived);
    const auto verified =
        base::expected(m_house.ask("clerk", CertificateVerify{{"r.pdf", files(number).front().content}}), "verify");
    EXPECT_EQ(verified.verdict, "authentic");
    EXPECT_THAT(journalText(), HasSubstr("certificate.proof"));
}

TEST_P(CertificateProofs, AreAcceptedByOtherPrograms) {
    readyToSign();
    setLevel("B-LTA");
    const auto file = save(signedOne().number);
    EXPECT_EQ(run("qpdf", {"--check", file}).exitCode, 0);
    const auto told = run("pdfsig", {"-nocert", file}).output;
    EXPECT_THAT(told, HasSubstr("Signature is Valid"));
    EXPECT_THAT(told, HasSubstr("Signature #2"));
    EXPECT_THAT(told, testing::Not(HasSubstr("invalid")));
}

/// Its authority names a responder that never answers, before the list that does.
class ProofsOfASilentResponder : public StampingOffice {
   protected:
    support::SilentServer m_silent;
    signing::testing::TimestampAuthority m_other{
        "critical,timeStamping", "authorityInfoAccess = OCSP;URI:" + m_silent.url("/ocsp") +
                                     "\ncrlDistributionPoints = URI:" + m_server.url("/lista.crl") + "\n"};
    ProofsOfASilentResponder() { m_answers = &m_other; }
};
TROQUEL_ON_BOTH_ENGINES(ProofsOfASilentResponder);

TEST_P(ProofsOfASilentResponder, WaitForItOnceInACommand) {
    readyToSign();
    setLevel("B-LTA");
    EXPECT_EQ(m_silent.connections(), 1) << "whoever sets the level";
    const auto done =
        base::expected(m_house.ask("certifier", CertificateSign{reviewedRequests(2), secret(), {}}), "sign");
    for (const auto& each : done.certificates) EXPECT_EQ(each.level, "B-LTA");
    EXPECT_EQ(m_silent.connections(), 2) << "two certificates at the counter wait for it once";
    const auto first = base::expected(
        m_house.ask("certifier", CertificateProve{done.certificates.front().number, true, {m_silent.url("")}}),
        "prove");
    EXPECT_EQ(m_silent.connections(), 2) << "what failed for an earlier one of the command is not asked";
    EXPECT_THAT(first.unreachable, testing::ElementsAre(m_silent.url("")));
}

TEST_P(CertificateProofs, StayDueWhereTheAuthorityDoesNotAnswerAndNothingIsLost) {
    readyToSign();
    setLevel("B-LTA");
    const auto requests = reviewedRequests(2);
    m_down = true;
    const int before = m_asked;
    const auto done = base::expected(m_house.ask("certifier", CertificateSign{requests, secret(), {}}), "sign");
    EXPECT_EQ(m_asked - before, 1) << "nobody is asked again while the counter waits";
    ASSERT_THAT(done.certificates, SizeIs(2));
    for (const auto& each : done.certificates) {
        EXPECT_EQ(each.stage, "issued");
        EXPECT_EQ(each.level, "B-B");
    }
    EXPECT_EQ(done.certificates.front().lacking.front().code, "http.refused");
    EXPECT_EQ(done.certificates.back().lacking.front().code, "certificate.proofs-not-tried");
    EXPECT_THAT(due(), SizeIs(2));
    const CertificateProve prove{done.certificates.front().number, false};
    EXPECT_EQ(refusalOf(m_house.ask("certifier", prove)), "http.refused");
    m_down = false;
    EXPECT_EQ(refusalOf(m_house.ask("clerk", prove)), "people.not-permitted");
    const auto proven = base::expected(m_house.ask("certifier", prove), "prove");
    EXPECT_EQ(proven.level, "B-LTA");
    EXPECT_THAT(due(), SizeIs(1));
    for (const auto& report : reports(prove.number, 3 * 365)) EXPECT_TRUE(report.trusted) << report.field;
    EXPECT_EQ(refusalOf(m_house.ask("certifier", prove)), "certificate.proofs-complete");
}

TEST_P(CertificateProofs, ThatAreDueShowAtTheCertificateAndAmongWhatIsToBeDoneAboutKeys) {
    readyToSign();
    setLevel("B-LTA");
    m_down = true;
    const auto requests = reviewedRequests(2);
    const auto done = base::expected(m_house.ask("certifier", CertificateSign{requests, secret(), {}}), "sign");
    const auto first = done.certificates.front().number, last = done.certificates.back().number;
    EXPECT_EQ(shownNumber(first).level, "B-B");
    EXPECT_EQ(shownNumber(first).proofDue, "level");
    EXPECT_EQ(shownNumber(first).levelDue, "B-LTA");
    const auto connection = books();
    if (connection->engine() == records::Engine::Sqlite)
        connection->executeScript("DROP TRIGGER IF EXISTS certificate_refuses_UPDATE");
    connection->execute("UPDATE certificate SET day = '2026-01-31' WHERE number = ?1", {last});
    auto status = base::expected(m_house.ask("auditor", PkiStatus{}), "status");
    EXPECT_EQ(status.proofsDue, 2);
    EXPECT_EQ(status.oldestProofDue, "2026-01-31");
    EXPECT_THAT(noticesOf(status), testing::Contains("pki.proofs-due"));
    m_down = false;
    for (const auto& number : {first, last})
        base::expected(m_house.ask("certifier", CertificateProve{number, false}), "prove");
    EXPECT_EQ(shownNumber(first).level, "B-LTA");
    EXPECT_EQ(shownNumber(first).proofDue, "");
    status = base::expected(m_house.ask("auditor", PkiStatus{}), "status");
    EXPECT_EQ(status.proofsDue, 0);
    EXPECT_EQ(status.oldestProofDue, "");
    EXPECT_THAT(noticesOf(status), testing::Not(testing::Contains("pki.proofs-due")));
}

TEST_P(CertificateProofs, AreRenewedBeforeTheirLastTimestampEnds) {
    readyToSign();
    setLevel("B-LTA");
    const auto number = signedOne().number;
    EXPECT_THAT(due(), IsEmpty());
    EXPECT_EQ(shownNumber(number).proofDue, "");
    auto early = level("B-LTA");
    early.renewalDays = 3650;
    base::expected(m_house.ask("security_officer", early, "administrator"), "days");
    ASSERT_THAT(due(), SizeIs(1));
    EXPECT_EQ(due().front().due, "renewal");
    EXPECT_EQ(shownNumber(number).proofDue, "renewal");
    const auto first = files(number).front().content;
    base::expected(m_house.ask("supervisor", CertificateProve{number, false}), "renew");
    const auto second = files(number).front().content;
    EXPECT_TRUE(second.size() > first.size() && std::equal(first.begin(), first.end(), second.begin()));
    const auto all = reports(number, 0);
    ASSERT_THAT(all, SizeIs(3));
    for (const auto& report : all) EXPECT_TRUE(report.trusted) << report.field;
    setLevel("B-LTA");
    EXPECT_THAT(due(), IsEmpty());
    EXPECT_EQ(base::expected(m_house.ask("supervisor", CertificateProve{number, true}), "renew").revision, 4);
}

TEST_P(CertificateProofs, AreNotMadeForACompromisedKey) {
    readyToSign();
    setLevel("B-LT");
    m_down = true;
    const auto number = signedOne().number;
    m_down = false;
    const auto keys = base::expected(m_house.ask("auditor", CertifierList{}), "keys").certifiers;
    base::expected(m_house.ask("security_officer", CertifierEnd{keys.front().entry, "robo", true}, "administrator"),
                   "end");
    base::expected(m_house.ask("security_officer", PkiCrl{30, "house-authority"}, "administrator"), "list");
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", CertificateProve{number, false})), "signing.certificate-revoked");
    EXPECT_THAT(due(), SizeIs(1));
}

TEST_P(CertificateProofs, WantAnAuthority) {
    readyToSign();
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateProve{signedOne().number, true})),
              "signature.no-authority");
}

}  // namespace
}  // namespace issuance
