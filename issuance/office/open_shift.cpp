// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/open_shift.hpp"

namespace issuance {

std::optional<std::string> openShiftAt(records::Connection& connection, const std::string& workstation) {
    const auto row =
        connection.queryOne("SELECT id FROM stock_shift WHERE workstation = ?1 AND closed_at IS NULL", {workstation});
    return row ? std::optional{row->text(0)} : std::nullopt;
}

}  // namespace issuance
