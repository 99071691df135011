// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/database/server_time.hpp"

namespace records {

std::optional<base::Timestamp> serverTime(Connection& connection) {
    if (connection.engine() == Engine::Sqlite) return std::nullopt;
    const auto row = connection.queryOne("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)");
    return base::Timestamp{std::chrono::microseconds{row.value().integer(0)}};
}

}  // namespace records
