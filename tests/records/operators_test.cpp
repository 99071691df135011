// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/operators.hpp"

#include <sstream>

#include "base/failure.hpp"
#include "tests/records/house.hpp"

namespace records {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;

class OperatorsTest : public HouseTest {};
TROQUEL_ON_BOTH_ENGINES(OperatorsTest);

TEST_P(OperatorsTest, EnrolTheFirstPersonOnlyOnce) {
    const auto again = change([this](Transaction& transaction) {
        return m_operators.enrolFirst(transaction, person("otra", {Role::Administrator}), m_workstation);
    });
    EXPECT_TRUE(again.refusal().has("people.not-the-first"_code));
}

TEST_P(OperatorsTest, FindAPersonByUserName) {
    const auto id = enrol("ana", {Role::Operator, Role::Clerk});
    const auto found = m_operators.named(*m_connection, "ana");
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->id, id);
    EXPECT_EQ(found->fullName, "Persona ana");
    EXPECT_EQ(found->roles, (RoleSet{Role::Operator, Role::Clerk}));
    EXPECT_EQ(found->clearanceEnd, 2027y / 12 / 31);
    EXPECT_EQ(m_operators.list(*m_connection).size(), 2U);
    EXPECT_TRUE(m_operators.named(*m_connection, "nadie").refusal().has("people.unknown-person"_code));
}

TEST_P(OperatorsTest, TellEveryFaultOfANewPersonAtOnce) {
    enrol("ana", {Role::Operator});
    NewOperator bad{"ana", " ", secret("corta"), {Role::Operator, Role::Inspector}, 2027y / 1 / 1};
    const auto refused = change([&](Transaction& t) { return m_operators.create(t, m_administrator, bad); });
    for (const auto& code : {"people.user-name-taken"_code, "people.full-name-missing"_code,
                             "people.password-too-short"_code, "people.roles-cover-line"_code})
        EXPECT_TRUE(refused.refusal().has(code)) << code.name();
    bad.userName = "Ana María";
    EXPECT_TRUE(change([&](Transaction& t) { return m_operators.create(t, m_administrator, bad); })
                    .refusal()
                    .has("people.bad-user-name"_code));
}

TEST_P(OperatorsTest, GrantAndRevokeRolesInTheJournal) {
    const auto ana = enrol("ana", {Role::Operator});
    EXPECT_TRUE(
        change([&](Transaction& t) { return m_operators.grantRole(t, m_administrator, ana, Role::Clerk); }).ok());
    EXPECT_TRUE(
        change([&](Transaction& t) { return m_operators.revokeRole(t, m_administrator, ana, Role::Operator); }).ok());
    EXPECT_EQ(m_operators.named(*m_connection, "ana")->roles, RoleSet{Role::Clerk});
    EXPECT_EQ(entries("operator.grant"), 1);
    EXPECT_EQ(entries("operator.revoke"), 1);
}

TEST_P(OperatorsTest, Control13GrantsNoRoleThatCompletesTheWayFromCaptureToRelease) {
    const auto ana = enrol("ana", {Role::Operator});
    for (const Role role : {Role::Inspector, Role::Custodian}) {
        const auto granted =
            change([&](Transaction& t) { return m_operators.grantRole(t, m_administrator, ana, role); });
        EXPECT_FALSE(granted.ok()) << nameOf(role);
    }
    EXPECT_EQ(m_operators.named(*m_connection, "ana")->roles, RoleSet{Role::Operator});
    EXPECT_EQ(entries("operator.grant"), 0);
}

TEST_P(OperatorsTest, LetNobodyChangeTheirOwnRoles) {
    const auto self = m_administrator.person;
    EXPECT_TRUE(change([&](Transaction& t) { return m_operators.grantRole(t, m_administrator, self, Role::Auditor); })
                    .refusal()
                    .has("people.own-roles"_code));
    EXPECT_TRUE(change([&](Transaction& t) { return m_operators.deactivate(t, m_administrator, self, "x"); })
                    .refusal()
                    .has("people.own-account"_code));
}

TEST_P(OperatorsTest, KeepAtLeastOneWhoManagesPeople) {
    const auto officer = enrol("oficial", {Role::SecurityOfficer});
    const Author author{officer, m_workstation, {}};
    const auto jefa = m_administrator.person;
    EXPECT_TRUE(change([&](Transaction& t) { return m_operators.deactivate(t, author, jefa, "se retira"); }).ok());
    EXPECT_TRUE(change([&](Transaction& t) {
                    return m_operators.revokeRole(t, m_administrator, officer, Role::SecurityOfficer);
                })
                    .refusal()
                    .has("people.last-manager"_code));
}

TEST_P(OperatorsTest, ChangeTheirPasswordOnlyWithTheCurrentOne) {
    const auto ana = enrol("ana", {Role::Operator});
    const Author author{ana, m_workstation, {}};
    const auto fresh = secret("otra contraseña larga");
    EXPECT_TRUE(change([&](Transaction& t) { return m_operators.changePassword(t, author, secret("falsa"), fresh); })
                    .refusal()
                    .has("people.wrong-password"_code));
    EXPECT_TRUE(
        change([&](Transaction& t) { return m_operators.changePassword(t, author, passwordOf("ana"), fresh); }).ok());
    EXPECT_FALSE(logIn("ana").ok());
    EXPECT_TRUE(m_sessions.logIn(*m_connection, "ana", fresh, m_workstation).ok());
}

TEST_P(OperatorsTest, NeverPutANameOrAPasswordIntoTheJournal) {
    enrol("ana", {Role::Operator});
    static_cast<void>(logIn("ana"));
    for (const Row& row : m_connection->query("SELECT person, object_id, reason, facts FROM journal_entry"))
        for (std::size_t column = 0; column < 4; ++column) {
            EXPECT_EQ(row.text(column).find("Persona"), std::string::npos);
            EXPECT_EQ(row.text(column).find("contrase"), std::string::npos);
        }
}

TEST_P(OperatorsTest, LeaveNothingBehindWhenTheTransactionIsNotCommitted) {
    {
        Transaction transaction{*m_connection};
        EXPECT_TRUE(m_operators.create(transaction, m_administrator, person("ana", {Role::Operator})).ok());
    }
    EXPECT_FALSE(m_operators.named(*m_connection, "ana").ok());
    EXPECT_EQ(entries("operator.create"), 1);
}

TEST_P(OperatorsTest, SitesAndWorkstationsHaveIdsOfTheirOwn) {
    const auto attempt = [&](const Workstation& workstation) {
        return change([&](Transaction& t) { return m_sites.createWorkstation(t, m_administrator, workstation); });
    };
    const SiteId central{"central"};
    EXPECT_TRUE(attempt({m_workstation, "x", central}).refusal().has("people.workstation-known"_code));
    EXPECT_TRUE(attempt({WorkstationId{"a b"}, "x", central}).refusal().has("people.bad-id"_code));
    EXPECT_TRUE(attempt({WorkstationId{"b"}, "x", SiteId{"luna"}}).refusal().has("people.unknown-site"_code));
    EXPECT_TRUE(attempt({WorkstationId{"linea-2"}, "Línea 2", central}).ok());
    EXPECT_EQ(m_sites.workstations(*m_connection).size(), 2U);
    EXPECT_TRUE(change([&](Transaction& t) {
                    return m_sites.create(t, m_administrator, {central, "x"});
                })
                    .refusal()
                    .has("people.site-known"_code));
    EXPECT_TRUE(attempt({WorkstationId{"linea-3"}, " ", central}).refusal().has("people.place-name-missing"_code));
}

TEST_P(OperatorsTest, CloseAWorkstationFromAnotherAndASiteWhenNoneIsLeft) {
    const SiteId north{"norte"};
    const WorkstationId station{"norte-1"};
    const auto close = [&](const SiteId& site) {
        return change([&](Transaction& t) { return m_sites.close(t, m_administrator, site, "mudanza"); });
    };
    const auto closeStation = [&](const WorkstationId& id) {
        return change([&](Transaction& t) { return m_sites.closeWorkstation(t, m_administrator, id, "mudanza"); });
    };
    done([&](Transaction& t) { return m_sites.create(t, m_administrator, {north, "Sede norte"}); });
    done([&](Transaction& t) { return m_sites.createWorkstation(t, m_administrator, {station, "Norte 1", north}); });
    EXPECT_TRUE(close(north).refusal().has("people.site-has-workstations"_code));
    EXPECT_TRUE(closeStation(m_workstation).refusal().has("people.own-workstation"_code));
    EXPECT_TRUE(closeStation(station));
    EXPECT_TRUE(closeStation(station).refusal().has("people.unknown-workstation"_code));
    EXPECT_TRUE(close(north));
    EXPECT_TRUE(close(north).refusal().has("people.unknown-site"_code));
    EXPECT_TRUE(change([&](Transaction& t) {
                    return m_sites.createWorkstation(t, m_administrator, {WorkstationId{"norte-2"}, "Norte 2", north});
                })
                    .refusal()
                    .has("people.unknown-site"_code));
    EXPECT_EQ(entries("workstation.close"), 1);
    EXPECT_EQ(entries("site.close"), 1);
    const auto sites = m_sites.sites(*m_connection);
    ASSERT_EQ(sites.size(), 2U);
    EXPECT_TRUE(sites[0].active);
    EXPECT_FALSE(sites[1].active);
}

TEST_P(OperatorsTest, AnAuthorWhoseWorkstationIsClosedClosesNoOther) {
    const WorkstationId second{"linea-2"};
    done([&](Transaction& t) {
        return m_sites.createWorkstation(t, m_administrator, {second, "Línea 2", SiteId{"central"}});
    });
    done([&](Transaction& t) { return m_sites.closeWorkstation(t, m_administrator, second, "mudanza"); });
    Author gone = m_administrator;
    gone.workstation = second;
    const auto refused =
        change([&](Transaction& t) { return m_sites.closeWorkstation(t, gone, m_workstation, "mudanza"); });
    EXPECT_TRUE(refused.refusal().has("people.own-workstation"_code));
}

}  // namespace
}  // namespace records
