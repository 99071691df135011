// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/holdings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace inventory {
namespace {

Run runFrom(const records::Row& row) {
    return {{row.text(0), row.integer(1), row.integer(2)}, {row.text(3), row.text(4)}};
}

}  // namespace

std::optional<Run> runOf(records::Connection& connection, std::string_view item, std::int64_t number) {
    const auto row = connection.queryOne(
        "SELECT item, first_number, last_number, place, state FROM stock_run WHERE item = ?1 AND first_number <= ?2 "
        "ORDER BY first_number DESC LIMIT 1",
        {std::string{item}, number});
    if (!row || row->integer(2) < number) return std::nullopt;
    return runFrom(*row);
}

std::vector<Run> runsWithin(records::Connection& connection, const SerialRange& range) {
    std::vector<Run> runs;
    if (const auto before = runOf(connection, range.item, range.first)) runs.push_back(*before);
    connection.forEach(
        "SELECT item, first_number, last_number, place, state FROM stock_run WHERE item = ?1 AND first_number > ?2 AND "
        "first_number <= ?3 ORDER BY first_number",
        {range.item, range.first, range.last}, [&](const records::Row& row) { runs.push_back(runFrom(row)); });
    if (runs.empty()) return runs;
    runs.front().range.first = std::max(runs.front().range.first, range.first);
    runs.back().range.last = std::min(runs.back().range.last, range.last);
    return runs;
}

std::vector<Run> runsAt(records::Connection& connection, std::string_view place) {
    std::vector<Run> runs;
    connection.forEach(
        "SELECT item, first_number, last_number, place, state FROM stock_run WHERE place = ?1 ORDER BY item, "
        "first_number",
        {std::string{place}}, [&](const records::Row& row) { runs.push_back(runFrom(row)); });
    return runs;
}

std::vector<SerialRange> rangesIn(records::Connection& connection, std::string_view item, const Account& account,
                                  std::int64_t most) {
    std::vector<SerialRange> ranges;
    connection.forEach(
        "SELECT item, first_number, last_number FROM stock_run WHERE item = ?1 AND place = ?2 AND state = ?3 "
        "ORDER BY first_number LIMIT ?4",
        {std::string{item}, account.place, account.state, most}, [&](const records::Row& row) {
            ranges.push_back({row.text(0), row.integer(1), row.integer(2)});
        });
    return ranges;
}

std::vector<SerialRange> lowestIn(records::Connection& connection, std::string_view item, const Account& account,
                                  std::int64_t quantity) {
    std::vector<SerialRange> found;
    for (auto& range : rangesIn(connection, item, account, quantity)) {
        if (quantity == 0) break;
        range.last = std::min(range.last, range.first + quantity - 1);
        quantity -= range.quantity();
        found.push_back(std::move(range));
    }
    return found;
}

std::int64_t quantityIn(records::Connection& connection, std::string_view item, const Account& account) {
    return connection
        .queryOne(
            "SELECT coalesce(sum(last_number - first_number + 1), 0) FROM stock_run WHERE item = ?1 AND place = ?2 AND "
            "state = ?3",
            {std::string{item}, account.place, account.state})
        ->integer(0);
}

std::vector<Holding> holdings(records::Connection& connection, std::string_view place) {
    std::vector<Holding> found;
    const std::string all{
        "SELECT item, place, state, sum(last_number - first_number + 1) FROM stock_run {}GROUP BY item, place, state "
        "ORDER BY item, place, state"};
    const records::Values values = place.empty() ? records::Values{} : records::Values{std::string{place}};
    connection.forEach(fmt::format(fmt::runtime(all), place.empty() ? "" : "WHERE place = ?1 "), values,
                       [&](const records::Row& row) {
                           found.push_back({row.text(0), {row.text(1), row.text(2)}, row.integer(3)});
                       });
    return found;
}

}  // namespace inventory
