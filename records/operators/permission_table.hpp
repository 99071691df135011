// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "records/operators/role.hpp"

namespace records {

/// The permissions that a role carries. A permission is the text that an act of the contract names ("stock.receive").
const std::vector<std::string_view>& permissionsOf(Role role);

/// Whether one of the roles carries the permission. The empty permission is everyone's who has a session.
bool permits(const RoleSet& roles, std::string_view permission);

/// Whether it takes a session that was opened with more than a password: what personalises documents (control 16).
bool needsStrongFactor(std::string_view permission);

}  // namespace records
