// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace records {

/// What a person is in the house. What each may do stands in permission_table.cpp.
enum class Role {
    Operator,
    Inspector,
    Supervisor,
    Custodian,
    Clerk,
    Certifier,
    LegalAdviser,
    SecurityOfficer,
    Auditor,
    Administrator,
    ConfidentialOfficer,  ///< of those whom the law has kept confidential: refugees, asylees, and who asks to be one
};

using RoleSet = std::set<Role>;

inline constexpr std::array kAllRoles{
    Role::Operator, Role::Inspector,     Role::Supervisor,         Role::Custodian,
    Role::Clerk,    Role::Certifier,     Role::LegalAdviser,       Role::SecurityOfficer,
    Role::Auditor,  Role::Administrator, Role::ConfidentialOfficer};

/// "operator", "security_officer": as stored and exchanged.
std::string_view nameOf(Role role);
/// Refuses "people.unknown-role".
base::Result<Role> roleNamed(std::string_view name);
/// "custodian, operator".
std::string namesOf(const RoleSet& roles);

}  // namespace records
