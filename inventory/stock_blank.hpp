// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/stock.hpp"

namespace inventory {

/// A blank as it stands in the books.
struct Stock::Blank {
    std::string serial;
    std::string item;
    std::int64_t number = 0;
    Account account;
    std::string shift;
    std::string order;
    std::string document;

    [[nodiscard]] SerialRange range() const { return {item, number, number}; }
};

/// What a question adds to keep others from the rows it reads; SQLite lets one write at a time anyway.
inline std::string_view lockWords(records::Connection& connection, std::string_view words) {
    return connection.engine() == records::Engine::Postgresql ? words : std::string_view{};
}

}  // namespace inventory
