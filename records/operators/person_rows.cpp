// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/person_rows.hpp"

#include "base/failure.hpp"

namespace records {

std::string locking(const Connection& connection, std::string_view sql) {
    return std::string{sql} + (connection.engine() == Engine::Postgresql ? " FOR UPDATE" : "");
}

RoleSet rolesOf(Connection& connection, const OperatorId& person) {
    RoleSet roles;
    for (const Row& row : connection.query("SELECT role FROM person_role WHERE person = ?1", {person.text()}))
        roles.insert(base::expected(roleNamed(row.text(0)), "person_role"));
    return roles;
}

void endSessions(Connection& connection, const OperatorId& person, base::Timestamp now) {
    connection.execute("UPDATE session SET ended_at = ?2 WHERE person = ?1 AND ended_at IS NULL",
                       {person.text(), base::formatTimestamp(now)});
}

}  // namespace records
