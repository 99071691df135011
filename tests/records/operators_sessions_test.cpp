// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/sessions.hpp"

#include "records/approvals/approval.hpp"
#include "tests/records/house.hpp"

namespace records {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;

class SessionsTest : public HouseTest {
   protected:
    base::FailureCode refusalOf(std::string_view token, std::string_view permission) {
        const auto author = m_sessions.authorize(*m_connection, token, permission);
        return author ? base::FailureCode{} : author.refusal().first().code;
    }
    base::FailureCode refusedLogIn(const std::string& user, std::string_view password) {
        const auto session = m_sessions.logIn(*m_connection, user, secret(password), m_workstation);
        return session ? base::FailureCode{} : session.refusal().first().code;
    }
};
TROQUEL_ON_BOTH_ENGINES(SessionsTest);

TEST_P(SessionsTest, NameTheAuthorOfWhatTheRolesPermit) {
    const auto ana = enrol("ana", {Role::Operator});
    const auto token = tokenOf("ana");
    const auto author = m_sessions.authorize(*m_connection, token, "line.run");
    ASSERT_TRUE(author.ok());
    EXPECT_EQ(author->person, ana);
    EXPECT_EQ(author->workstation, m_workstation);
    EXPECT_FALSE(author->approver.has_value());
    EXPECT_EQ(refusalOf(token, "stock.receive"), "people.not-permitted"_code);
    EXPECT_EQ(refusalOf(token, ""), base::FailureCode{});
    EXPECT_EQ(refusalOf("0000", ""), "people.no-session"_code);
    EXPECT_EQ(refusalOf("", ""), "people.no-session"_code);
}

TEST_P(SessionsTest, RestWhileSomebodyOnlyWatches) {
    enrol("ana", {Role::Operator});
    const auto token = tokenOf("ana");
    for (int minute = 0; minute < 14; ++minute) {
        m_clock.advance(1min);
        EXPECT_TRUE(m_sessions.authorize(*m_connection, token, "", Presence::NotShown).ok());
    }
    m_clock.advance(1min);
    EXPECT_EQ(m_sessions.authorize(*m_connection, token, "", Presence::NotShown).refusal().first().code,
              "people.session-expired"_code);
}

TEST_P(SessionsTest, KeepOnlyTheHashOfTheToken) {
    enrol("ana", {Role::Operator});
    const auto token = tokenOf("ana");
    const auto kept = m_connection->queryOne("SELECT token_sha256 FROM session")->text(0);
    EXPECT_NE(kept, token);
    EXPECT_EQ(refusalOf(kept, ""), "people.no-session"_code);
}

TEST_P(SessionsTest, DoNotTellAnUnknownUserFromAWrongPassword) {
    enrol("ana", {Role::Operator});
    EXPECT_EQ(refusedLogIn("ana", "no es la suya"), "people.log-in-refused"_code);
    EXPECT_EQ(refusedLogIn("nadie", "no es la suya"), "people.log-in-refused"_code);
    EXPECT_EQ(m_sessions.logIn(*m_connection, "ana", passwordOf("ana"), WorkstationId{"otro"}).refusal().first().code,
              "people.unknown-workstation"_code);
}

TEST_P(SessionsTest, LockTheAccountWithAGrowingDelay) {
    enrol("ana", {Role::Operator});
    for (int count = 0; count < 5; ++count) EXPECT_EQ(refusedLogIn("ana", "mala"), "people.log-in-refused"_code);
    EXPECT_EQ(logIn("ana").refusal().first().code, "people.locked"_code);
    EXPECT_EQ(entries("session.lock"), 1);
    m_clock.advance(31s);
    EXPECT_EQ(refusedLogIn("ana", "mala"), "people.log-in-refused"_code);
    m_clock.advance(31s);
    EXPECT_EQ(logIn("ana").refusal().first().code, "people.locked"_code);
    m_clock.advance(30s);
    EXPECT_TRUE(logIn("ana").ok());
    EXPECT_EQ(refusedLogIn("ana", "mala"), "people.log-in-refused"_code);
    EXPECT_TRUE(logIn("ana").ok());
}

TEST_P(SessionsTest, Control15AnEndedClearanceBlocksLogInAndOpenSessions) {
    enrol("ana", {Role::Operator});
    const SessionRules longLasting{24h * 1000, 24h * 1000};
    const Sessions sessions{m_clock, m_passwords, longLasting};
    const auto session = sessions.logIn(*m_connection, "ana", passwordOf("ana"), m_workstation);
    const auto token = base::textOf(session->token.reveal());
    const auto ana = session->person;
    done([&](Transaction& t) { return m_operators.setClearance(t, m_administrator, ana, 2026y / 11 / 24); });
    m_clock.advance(24h);
    EXPECT_TRUE(sessions.authorize(*m_connection, token, "line.run").ok());
    EXPECT_TRUE(logIn("ana").ok());
    m_clock.advance(16h);
    EXPECT_EQ(logIn("ana").refusal().first().code, "people.clearance-ended"_code);
    EXPECT_EQ(sessions.authorize(*m_connection, token, "line.run").refusal().first().code,
              "people.clearance-ended"_code);
}

TEST_P(SessionsTest, EndWhenIdleAndAtTheLatestAfterTheirTime) {
    enrol("ana", {Role::Operator});
    const auto idle = tokenOf("ana");
    m_clock.advance(15min);
    EXPECT_EQ(refusalOf(idle, ""), "people.session-expired"_code);
    const auto busy = tokenOf("ana");
    for (int count = 0; count < 71; ++count) {
        m_clock.advance(10min);
        ASSERT_EQ(refusalOf(busy, ""), base::FailureCode{}) << count;
    }
    m_clock.advance(10min);
    EXPECT_EQ(refusalOf(busy, ""), "people.session-expired"_code);
}

TEST_P(SessionsTest, EndWithLogOutDeactivationAndANewPassword) {
    const auto ana = enrol("ana", {Role::Operator});
    auto token = tokenOf("ana");
    EXPECT_TRUE(change([&](Transaction& t) { return m_sessions.logOut(t, token); }).ok());
    EXPECT_EQ(refusalOf(token, ""), "people.no-session"_code);
    EXPECT_FALSE(change([&](Transaction& t) { return m_sessions.logOut(t, token); }).ok());
    token = tokenOf("ana");
    done([&](Transaction& t) { return m_operators.resetPassword(t, m_administrator, ana, passwordOf("ana")); });
    EXPECT_EQ(refusalOf(token, ""), "people.no-session"_code);
    token = tokenOf("ana");
    done([&](Transaction& t) { return m_operators.deactivate(t, m_administrator, ana, "renuncia"); });
    EXPECT_EQ(refusalOf(token, ""), "people.no-session"_code);
    EXPECT_EQ(logIn("ana").refusal().first().code, "people.log-in-refused"_code);
    EXPECT_EQ(entries("session.open"), 3);
    EXPECT_EQ(entries("session.close"), 1);
}

TEST_P(SessionsTest, EndWithTheWorkstationAndLoseARevokedRoleAtOnce) {
    const auto ana = enrol("ana", {Role::Operator, Role::Clerk});
    const auto token = tokenOf("ana");
    done([&](Transaction& t) { return m_operators.revokeRole(t, m_administrator, ana, Role::Operator); });
    EXPECT_EQ(refusalOf(token, "line.run"), "people.not-permitted"_code);
    Author elsewhere = m_administrator;
    elsewhere.workstation = WorkstationId{"linea-2"};
    done([&](Transaction& t) {
        return m_sites.createWorkstation(t, m_administrator,
                                         {elsewhere.workstation, "Línea 2", SiteId{"central"}, true});
    });
    done([&](Transaction& t) { return m_sites.closeWorkstation(t, elsewhere, m_workstation, "mudanza"); });
    EXPECT_EQ(refusalOf(token, ""), "people.no-session"_code);
}

class ApprovalsTest : public HouseTest {
   protected:
    base::Result<Author> together(std::string_view first, std::string_view second) {
        return authorizeTwo(m_sessions, *m_connection, {first, second}, "stock.receive");
    }
};
TROQUEL_ON_BOTH_ENGINES(ApprovalsTest);

TEST_P(ApprovalsTest, Control03TwoDifferentPeopleMakeOneAuthor) {
    const auto eva = enrol("eva", {Role::Custodian});
    const auto leo = enrol("leo", {Role::Custodian});
    const auto author = together(tokenOf("eva"), tokenOf("leo"));
    ASSERT_TRUE(author.ok());
    EXPECT_EQ(author->person, eva);
    EXPECT_EQ(author->approver, leo);
}

TEST_P(ApprovalsTest, Control03TheSamePersonTwiceIsRefusedAlsoUnderTwoSessions) {
    enrol("eva", {Role::Custodian});
    const auto first = tokenOf("eva");
    EXPECT_TRUE(together(first, first).refusal().has("people.same-person"_code));
    EXPECT_TRUE(together(first, tokenOf("eva")).refusal().has("people.same-person"_code));
}

TEST_P(ApprovalsTest, Control17OneAuthorisedPersonIsNotEnough) {
    enrol("eva", {Role::Custodian});
    enrol("ana", {Role::Operator});
    const auto eva = tokenOf("eva");
    EXPECT_TRUE(together(eva, "").refusal().has("people.second-person-missing"_code));
    const auto withOperator = together(eva, tokenOf("ana"));
    ASSERT_TRUE(withOperator.refusal().has("people.not-permitted"_code));
    EXPECT_EQ(withOperator.refusal().first().where, "second person");
    EXPECT_TRUE(together(tokenOf("ana"), eva).refusal().has("people.not-permitted"_code));
}

TEST_P(ApprovalsTest, Control11TheSecondPersonMayNeedAnotherPermission) {
    enrol("ana", {Role::Operator});
    enrol("sol", {Role::Supervisor});
    const auto ana = tokenOf("ana");
    const auto sol = tokenOf("sol");
    EXPECT_TRUE(authorizeTwo(m_sessions, *m_connection, {ana, sol}, "stock.spoil", "line.resolve").ok());
    EXPECT_FALSE(authorizeTwo(m_sessions, *m_connection, {sol, ana}, "stock.spoil", "line.resolve").ok());
}

}  // namespace
}  // namespace records
