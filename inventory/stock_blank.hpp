// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/stock.hpp"

namespace inventory {

/// A blank as it stands in the books.
struct Stock::Blank {
    std::string serial;
    SerialRange range;  ///< it alone
    Account account;
    std::string order;     ///< empty where it was never taken
    std::string document;  ///< empty where it is bound to none
};

/// What a question adds to keep others from the rows it reads; SQLite lets one write at a time anyway.
inline std::string_view lockWords(records::Connection& connection, std::string_view words) {
    return connection.engine() == records::Engine::Postgresql ? words : std::string_view{};
}

/// The workstation's open shift, which nobody else opens, closes or fills until the transaction ends.
std::optional<std::string> lockOpenShift(records::Connection& connection, const records::WorkstationId& workstation);

/// "shift:<id>".
inline std::string shiftReference(const std::string& shift) { return "shift:" + shift; }

}  // namespace inventory
