// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "records/operators/permission_table.hpp"
#include "records/operators/segregation.hpp"

namespace records {
namespace {

using namespace base::literals;

RoleSet subset(unsigned bits) {
    RoleSet roles;
    for (std::size_t at = 0; at < kAllRoles.size(); ++at)
        if ((bits >> at & 1U) != 0) roles.insert(kAllRoles[at]);
    return roles;
}

bool mayDo(const RoleSet& roles, std::initializer_list<std::string_view> permissions) {
    for (const auto permission : permissions)
        if (!permits(roles, permission)) return false;
    return true;
}

TEST(Control13, NoAllowedSetOfRolesReachesFromCaptureToRelease) {
    unsigned allowed = 0;
    for (unsigned bits = 0; bits < 1U << kAllRoles.size(); ++bits) {
        const RoleSet roles = subset(bits);
        if (!checkSegregation(roles)) continue;
        ++allowed;
        EXPECT_FALSE(mayDo(roles, {"order.import", "line.run", "line.inspect", "line.release"})) << namesOf(roles);
        EXPECT_FALSE(mayDo(roles, {"stock.issue", "line.run"})) << namesOf(roles);
        EXPECT_FALSE(mayDo(roles, {"stock.receive", "line.run"})) << namesOf(roles);
    }
    EXPECT_GT(allowed, 0U);
}

TEST(Control13, ASetIsRefusedOnlyForWhatItCovers) {
    for (unsigned bits = 0; bits < 1U << kAllRoles.size(); ++bits) {
        const RoleSet roles = subset(bits);
        if (checkSegregation(roles)) continue;
        const bool wholeLine = mayDo(roles, {"order.import", "line.run", "line.inspect", "line.release"});
        EXPECT_TRUE(wholeLine || permits(roles, "stock.issue")) << namesOf(roles);
    }
}

TEST(Control13, EachRoleAloneIsAllowed) {
    for (const Role role : kAllRoles) EXPECT_TRUE(checkSegregation({role}).ok()) << nameOf(role);
}

TEST(Control13, AnOperatorIsNeitherInspectorNorCustodian) {
    EXPECT_TRUE(checkSegregation({Role::Operator, Role::Inspector}).refusal().has("people.roles-cover-line"_code));
    EXPECT_TRUE(checkSegregation({Role::Operator, Role::Custodian}).refusal().has("people.custody-and-line"_code));
    EXPECT_TRUE(checkSegregation({Role::Operator, Role::Clerk}).ok());
}

TEST(Control13, EveryOperationHasSomebodyWhoMayDoIt) {
    const RoleSet everyone{kAllRoles.begin(), kAllRoles.end()};
    EXPECT_EQ(operationsOf(everyone), (std::set{Operation::Capture, Operation::Personalise, Operation::Inspect,
                                                Operation::Release, Operation::Custody}));
}

TEST(Roles, AreReadByTheNameTheyAreWrittenWith) {
    for (const Role role : kAllRoles) EXPECT_EQ(roleNamed(nameOf(role)).value(), role);
    EXPECT_TRUE(roleNamed("king").refusal().has("people.unknown-role"_code));
}

TEST(PermissionTable, LetsTheAuditorLookCountAndExportOnly) {
    const std::set<std::string_view> others{"chip.read", "count.plan", "count.do", "stock.report-export"};
    for (const auto permission : permissionsOf(Role::Auditor))
        EXPECT_TRUE(permission.ends_with(".view") || others.contains(permission)) << permission;
}

}  // namespace
}  // namespace records
