// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "records/operators/role.hpp"

namespace records {

/// The operations between an application and a document handed out, of which nobody may hold all (9303-2: control 13).
enum class Operation { Capture, Personalise, Inspect, Release, Custody };

/// "capture", "personalise", "inspect", "release", "custody".
std::string_view nameOf(Operation operation);

/// The permissions by which an operation is done.
const std::vector<std::string_view>& permissionsOf(Operation operation);

/// The operations that a person with these roles could do.
std::set<Operation> operationsOf(const RoleSet& roles);

/// Refuses "people.roles-cover-line" where the roles reach from capture to release, and "people.custody-and-line" where
/// one person would keep the blanks and personalise them.
base::Outcome checkSegregation(const RoleSet& roles);

}  // namespace records
