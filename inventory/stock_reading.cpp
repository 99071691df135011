// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "inventory/reconciliation.hpp"
#include "inventory/stock_blank.hpp"

namespace inventory {
namespace {

using namespace base::literals;

/// A field as RFC 4180 writes it.
std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

HistoryEvent eventFrom(const records::Row& row) {
    return {row.text(0),        row.text(1), row.text(2),        row.text(3),       row.text(4),
            row.textOrEmpty(5), row.text(6), row.textOrEmpty(7), row.textOrEmpty(8)};
}

constexpr const char* kEventColumns = "time, event, to_place, to_state, person, second, detail, reference, cause, id";

/// The movements over serial ?2 of item ?1. A range of at most 2^span serials over it begins less than 2^span before
/// it, so that each span is a short stretch of the index. On SQLite one branch a span, for it plans a join over them
/// badly; PostgreSQL would plan so many branches anew at each question, so that there the spans are a loop, kept apart
/// by OFFSET 0.
std::string overSerial(records::Engine engine) {
    const auto spans = spanOf(Manifest::kMostSerials);
    if (engine == records::Engine::Postgresql)
        return std::string{"SELECT found.* FROM generate_series(0, "} + std::to_string(spans) +
               ") AS spans (span), LATERAL (SELECT " + kEventColumns +
               " FROM stock_movement m WHERE m.item = ?1 AND m.span = spans.span AND m.first_number BETWEEN ?2 - "
               "((1::bigint << spans.span) - 1) AND ?2 AND m.last_number >= ?2 OFFSET 0) AS found ORDER BY found.id";
    std::string branches;
    for (std::int64_t span = 0; span <= spans; ++span)
        branches += std::string{branches.empty() ? "" : " UNION ALL "} + "SELECT " + kEventColumns +
                    " FROM stock_movement WHERE item = ?1 AND span = " + std::to_string(span) +
                    " AND first_number BETWEEN ?2 - " + std::to_string((std::int64_t{1} << span) - 1) +
                    " AND ?2 AND last_number >= ?2";
    return branches + " ORDER BY id";
}

}  // namespace

std::vector<BalanceLine> Stock::balance(records::Connection& connection) const {
    const auto books = reconcile(connection);
    std::map<std::pair<std::string, Account>, BalanceLine> lines;
    const auto lineOf = [&](const std::string& item, const Account& account) -> BalanceLine& {
        return lines.try_emplace({item, account}, BalanceLine{item, account.place, account.state, 0, 0}).first->second;
    };
    for (const auto& holding : books.holdings) lineOf(holding.item, holding.account).quantity = holding.quantity;
    for (const auto& difference : books.differences)
        for (const auto& account : {difference.held, difference.entered})
            if (account) lineOf(difference.range.item, *account).unexplained += difference.range.quantity();
    std::vector<BalanceLine> found;
    for (auto& [key, line] : lines) found.push_back(std::move(line));
    return found;
}

base::Result<History> Stock::history(records::Connection& connection, std::string_view serial) const {
    const base::Fault unknown{"stock.unknown-serial"_code, {{"serial", std::string{serial}}}};
    const Item* item = m_catalogue.itemOf(serial);
    if (item == nullptr) return unknown;
    const std::int64_t number = *item->serial.numberOf(serial);
    const auto run = runOf(connection, item->id, number);
    if (!run) return unknown;
    History history{std::string{serial}, item->id, run->account.place, run->account.state, {}};
    connection.forEach(overSerial(connection.engine()), {item->id, number},
                       [&](const records::Row& row) { history.events.push_back(eventFrom(row)); });
    return history;
}

std::string Stock::exportCsv(records::Connection& connection) const {
    std::map<std::string, std::string> work;  // order,document by serial
    connection.forEach("SELECT serial, order_id, document_id FROM blank", {}, [&](const records::Row& row) {
        work[row.text(0)] = csvField(row.text(1)) + "," + csvField(row.textOrEmpty(2));
    });
    std::map<std::string, std::string> causes;
    connection.forEach("SELECT item, first_number, last_number, cause FROM stock_movement WHERE cause IS NOT NULL", {},
                       [&](const records::Row& row) {
                           const auto& serials = m_catalogue.find(row.text(0))->serial;
                           for (auto number = row.integer(1); number <= row.integer(2); ++number)
                               causes[serials.serialOf(number)] = row.text(3);
                       });
    const auto valueOf = [](const std::map<std::string, std::string>& values, const std::string& serial,
                            const char* otherwise) {
        const auto found = values.find(serial);
        return found == values.end() ? std::string{otherwise} : found->second;
    };
    std::string text = "serial,item,place,state,order,document,cause\r\n";
    connection.forEach(
        "SELECT item, first_number, last_number, place, state FROM stock_run ORDER BY item, first_number", {},
        [&](const records::Row& row) {
            const Item& item = *m_catalogue.find(row.text(0));
            const std::string account = "," + item.id + "," + csvField(row.text(3)) + "," + row.text(4) + ",";
            for (auto number = row.integer(1); number <= row.integer(2); ++number) {
                const std::string serial = item.serial.serialOf(number);
                text += serial + account + valueOf(work, serial, ",") + "," + valueOf(causes, serial, "") + "\r\n";
            }
        });
    return text;
}

}  // namespace inventory
