// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/workstation_certificates.hpp"

#include "tests/records/house.hpp"

namespace records {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;

std::string digest(char digit) { return std::string(64, digit); }

class WorkstationCertificatesTest : public HouseTest {
   protected:
    void SetUp() override {
        HouseTest::SetUp();
        m_two = m_administrator;
        m_two.approver = enrol("eva", {Role::SecurityOfficer});
        m_two.workstation = m_workstation;
    }
    /// A certificate of linea-1 whose SHA-256 and key's are this digit over and over.
    [[nodiscard]] IssuedCertificate issued(char digit, char key = 0) const {
        return {m_workstation, digest(digit), "0" + std::string{digit}, digest(key == 0 ? digit : key),
                m_clock.now() + 24h * 365};
    }
    base::Outcome enroll(const IssuedCertificate& certificate) {
        return change([&](Transaction& transaction) { return m_certificates.enroll(transaction, m_two, certificate); });
    }
    base::FailureCode refusalOf(char digit) {
        const auto stands = m_certificates.check(*m_connection, m_workstation, digest(digit));
        return stands ? base::FailureCode{} : stands.refusal().first().code;
    }
    std::vector<CertificateState> states() {
        std::vector<CertificateState> all;
        for (const auto& each : m_certificates.all(*m_connection)) all.push_back(each.state);
        return all;
    }

    WorkstationCertificates m_certificates{m_clock};
    Author m_two;
    static constexpr base::FailureCode kNone{};
};
TROQUEL_ON_BOTH_ENGINES(WorkstationCertificatesTest);

TEST_P(WorkstationCertificatesTest, LetInOnlyWhoIsEnrolled) {
    EXPECT_EQ(refusalOf('a'), "people.workstation-not-enrolled"_code);
    base::expected(enroll(issued('a')), "enrolment");
    EXPECT_EQ(refusalOf('a'), kNone);
    // The certificate is one workstation's.
    EXPECT_TRUE(m_certificates.check(*m_connection, WorkstationId{"linea-2"}, digest('a'))
                    .refusal()
                    .has("people.workstation-not-enrolled"_code));
    EXPECT_EQ(entries("workstation.enroll"), 1);
}

TEST_P(WorkstationCertificatesTest, TakeTwoPeopleToEnroll) {
    const auto alone = change(
        [&](Transaction& transaction) { return m_certificates.enroll(transaction, m_administrator, issued('a')); });
    EXPECT_TRUE(alone.refusal().has("people.second-person-missing"_code));
    auto twice = m_two;
    twice.approver = twice.person;
    const auto same =
        change([&](Transaction& transaction) { return m_certificates.enroll(transaction, twice, issued('a')); });
    EXPECT_TRUE(same.refusal().has("people.same-person"_code));
    EXPECT_TRUE(states().empty());
}

TEST_P(WorkstationCertificatesTest, KnowNoWorkstationThatIsNotThere) {
    auto elsewhere = issued('a');
    elsewhere.workstation = WorkstationId{"linea-9"};
    EXPECT_TRUE(enroll(elsewhere).refusal().has("people.unknown-workstation"_code));
}

TEST_P(WorkstationCertificatesTest, EndWithTheirTime) {
    base::expected(enroll(issued('a')), "enrolment");
    m_clock.advance(24h * 365);
    EXPECT_EQ(refusalOf('a'), kNone);
    m_clock.advance(1s);
    EXPECT_EQ(refusalOf('a'), "people.workstation-expired"_code);
    EXPECT_EQ(states(), std::vector{CertificateState::Expired});
}

TEST_P(WorkstationCertificatesTest, StandBesideTheNextOneUntilThatIsUsed) {
    base::expected(enroll(issued('a')), "enrolment");
    m_certificates.noteUse(*m_connection, m_administrator, digest('a'));
    done([&](Transaction& transaction) {
        return m_certificates.renew(transaction, m_administrator, issued('b'), digest('a'));
    });
    EXPECT_EQ(refusalOf('a'), kNone);
    EXPECT_EQ(refusalOf('b'), kNone);
    EXPECT_EQ(states(), (std::vector{CertificateState::Waiting, CertificateState::InUse}));
    m_certificates.noteUse(*m_connection, m_administrator, digest('b'));
    EXPECT_EQ(refusalOf('a'), "people.workstation-succeeded"_code);
    EXPECT_EQ(refusalOf('b'), kNone);
    EXPECT_EQ(states(), (std::vector{CertificateState::InUse, CertificateState::Succeeded}));
    m_certificates.noteUse(*m_connection, m_administrator, digest('b'));
    EXPECT_EQ(entries("workstation.first-use"), 2);
}

TEST_P(WorkstationCertificatesTest, AskForAFreshKeyUnlessTheAnswerWasLost) {
    base::expected(enroll(issued('a', 'k')), "enrolment");
    // Nobody used the first one: the same request may be answered again.
    base::expected(enroll(issued('b', 'k')), "enrolment");
    m_certificates.noteUse(*m_connection, m_administrator, digest('b'));
    EXPECT_TRUE(enroll(issued('c', 'k')).refusal().has("people.key-known"_code));
}

TEST_P(WorkstationCertificatesTest, AreRevokedWithTheSessionsThere) {
    base::expected(enroll(issued('a')), "enrolment");
    m_certificates.noteUse(*m_connection, m_administrator, digest('a'));
    base::expected(enroll(issued('b')), "enrolment");
    enrol("ana", {Role::Operator});
    const auto token = tokenOf("ana");
    const auto revoke = [&] {
        return change([&](Transaction& transaction) {
            return m_certificates.revoke(transaction, m_administrator, m_workstation, "robado");
        });
    };
    base::expected(revoke(), "revocation");
    EXPECT_EQ(refusalOf('a'), "people.workstation-revoked"_code);
    EXPECT_EQ(refusalOf('b'), "people.workstation-revoked"_code);
    EXPECT_TRUE(m_sessions.authorize(*m_connection, token, "").refusal().has("people.no-session"_code));
    EXPECT_EQ(m_certificates.all(*m_connection).front().reason, "robado");
    EXPECT_EQ(entries("workstation.revoke"), 1);
    EXPECT_TRUE(revoke().refusal().has("people.no-certificate-stands"_code));
}

TEST_P(WorkstationCertificatesTest, NeverLeaveTheBooks) {
    base::expected(enroll(issued('a')), "enrolment");
    for (const std::string statement :
         {"DELETE FROM workstation_certificate", "UPDATE workstation_certificate SET valid_until = '2099-01-01'"})
        EXPECT_THROW(change([&](Transaction& transaction) { return transaction.connection().execute(statement); }),
                     base::Failure)
            << statement;
}

}  // namespace
}  // namespace records
