// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"
#include "records/operators/role.hpp"

/// What the sources of this folder share about the rows of people.
namespace records {

/// The statement with its rows locked until the end of the transaction. SQLite has one writer at a time and needs none.
std::string locking(const Connection& connection, std::string_view sql);

RoleSet rolesOf(Connection& connection, const OperatorId& person);

/// Ends all open sessions of a person.
void endSessions(Connection& connection, const OperatorId& person, base::Timestamp now);

}  // namespace records
