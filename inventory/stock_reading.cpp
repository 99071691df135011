// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <tuple>

#include "inventory/stock_blank.hpp"

namespace inventory {
namespace {

using namespace base::literals;

using AccountOfItem = std::tuple<std::string, std::string, std::string>;

std::map<AccountOfItem, std::int64_t> sums(records::Connection& connection, std::string_view question) {
    std::map<AccountOfItem, std::int64_t> found;
    connection.forEach(question, {}, [&](const records::Row& row) {
        found[{row.text(0), row.text(1), row.text(2)}] = row.integer(3);
    });
    return found;
}

std::int64_t valueIn(const std::map<AccountOfItem, std::int64_t>& amounts, const AccountOfItem& account) {
    const auto found = amounts.find(account);
    return found == amounts.end() ? 0 : found->second;
}

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
    return {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.textOrEmpty(6), row.text(7)};
}

}  // namespace

std::vector<BalanceLine> Stock::balance(records::Connection& connection) const {
    const auto counted = sums(connection, "SELECT item, place, state, count(*) FROM blank GROUP BY item, place, state");
    const auto entered = sums(connection,
                              "SELECT item, place, state, sum(quantity) FROM stock_ledger WHERE place <> 'supplier' "
                              "GROUP BY item, place, state");
    auto accounts = counted;
    accounts.insert(entered.begin(), entered.end());
    std::vector<BalanceLine> lines;
    for (const auto& [account, ignored] : accounts) {
        const std::int64_t quantity = valueIn(counted, account);
        const std::int64_t unexplained = std::abs(quantity - valueIn(entered, account));
        if (quantity == 0 && unexplained == 0) continue;
        const auto& [item, place, state] = account;
        lines.push_back({item, place, state, quantity, unexplained});
    }
    return lines;
}

base::Result<History> Stock::history(records::Connection& connection, std::string_view serial) const {
    const auto blank = connection.queryOne("SELECT serial, item, place, state, number FROM blank WHERE serial = ?1",
                                           {std::string{serial}});
    if (!blank) return base::Fault{"stock.unknown-serial"_code, {{"serial", std::string{serial}}}};
    History history{blank->text(0), blank->text(1), blank->text(2), blank->text(3), {}};
    const std::int64_t number = blank->integer(4);
    std::vector<std::pair<std::int64_t, HistoryEvent>> found;
    // A range of at most 2^span serials over this number begins less than 2^span before it.
    for (std::int64_t span = 0; span <= spanOf(Manifest::kMostSerials); ++span)
        connection.forEach(
            "SELECT id, time, event, to_place, to_state, person, second, detail FROM stock_movement WHERE item = ?1 "
            "AND span = ?2 AND first_number BETWEEN ?3 AND ?4 AND last_number >= ?4",
            {history.item, span, number - (std::int64_t{1} << span) + 1, number},
            [&](const records::Row& row) { found.emplace_back(row.integer(0), eventFrom(row)); });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [id, event] : found) history.events.push_back(std::move(event));
    return history;
}

std::string Stock::exportCsv(records::Connection& connection) const {
    std::string text = "serial,item,place,state,shift,order,document,cause\r\n";
    connection.forEach(
        "SELECT serial, item, place, state, shift, order_id, document_id, cause FROM blank ORDER BY item, number", {},
        [&](const records::Row& row) {
            for (std::size_t column = 0; column < 8; ++column)
                text += (column == 0 ? "" : ",") + csvField(row.textOrEmpty(column));
            text += "\r\n";
        });
    return text;
}

}  // namespace inventory
