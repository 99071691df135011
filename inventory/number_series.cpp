// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/number_series.hpp"

#include <fmt/format.h>

namespace inventory {

std::string nextNumber(records::Transaction& tx, std::string_view prefix, base::Timestamp time) {
    const std::string series = fmt::format("{}-{}", prefix, static_cast<int>(base::dayOf(time).year()));
    auto& connection = tx.connection();
    connection.execute(
        "INSERT INTO stock_series (name, last) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET last = "
        "stock_series.last + 1",
        {series});
    const auto row = connection.queryOne("SELECT last FROM stock_series WHERE name = ?1", {series});
    return fmt::format("{}-{:06}", series, row->integer(0));
}

}  // namespace inventory
