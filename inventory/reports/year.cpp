// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reports/year.hpp"

#include <fmt/format.h>

#include <map>

#include "inventory/reports/accounting.hpp"

namespace inventory {
namespace {

base::Timestamp beginOf(int year, unsigned month) {
    return base::Timestamp{std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / 1}};
}

/// Every flow is told twice, once from each end: only where it comes in does it count.
void count(YearCount& counted, const Flow& flow) {
    if (flow.direction != Flow::Direction::In) return;
    const std::string& from = flow.other.state;
    const std::string& to = flow.account.state;
    if (from == state::kNone)
        (flow.other.place == place::kSupplier ? counted.received : counted.back) += flow.quantity;
    else if (!isOnHand(from) && isOnHand(to))
        counted.back += flow.quantity;
    if (to == state::kPersonalised && from != state::kPersonalised) counted.documents += flow.quantity;
    if (to == state::kDestroyed && isOnHand(from)) counted.destroyed += flow.quantity;
    if ((to == state::kLost || to == state::kStolen) && isOnHand(from)) counted.lost += flow.quantity;
    if (to == state::kSpoiled && from != state::kSpoiled) counted.spoiled += flow.quantity;
}

std::string fieldsOf(const YearCount& counted) {
    return fmt::format("{},{},{},{},{},{}", counted.received, counted.back, counted.documents, counted.destroyed,
                       counted.lost, counted.spoiled);
}

}  // namespace

YearReport yearReport(records::Connection& connection, int year) {
    std::vector<base::Timestamp> edges;
    for (unsigned month = 1; month <= 12; ++month) edges.push_back(beginOf(year, month));
    edges.push_back(beginOf(year + 1, 1));
    const auto months = periodBooks(connection, edges, {});

    YearReport report{year, {}, 0};
    std::map<std::string, YearLine> lines;
    for (std::size_t month = 0; month < months.size(); ++month) {
        report.unexplained += months[month].unexplained();
        for (const auto& flow : months[month].flows) {
            count(lines[flow.item].months[month], flow);
            count(lines[flow.item].year, flow);
        }
        for (const auto& account : months[month].accounts) {
            auto& line = lines[account.item];
            if (month == 0 && isOnHand(account.account.state)) line.opening += account.opening;
            if (month == 11 && isOnHand(account.account.state)) line.closing += account.closing;
        }
    }
    for (auto& [item, line] : lines) {
        line.item = item;
        report.lines.push_back(std::move(line));
    }
    return report;
}

std::string yearCsv(const YearReport& report, const ItemCatalogue& catalogue) {
    std::string text =
        "item,month,opening,received,back,documents,destroyed,lost,spoiled,closing,closing_value,currency\r\n";
    for (const auto& line : report.lines) {
        const std::string value = valueText(catalogue.find(line.item), line.closing);
        text += fmt::format("{},,{},{},{},{},{}\r\n", line.item, line.opening, fieldsOf(line.year), line.closing, value,
                            value.empty() ? std::string_view{} : kAccountingCurrency);
        for (std::size_t month = 0; month < line.months.size(); ++month)
            text +=
                fmt::format("{},{}-{:02},,{},,,\r\n", line.item, report.year, month + 1, fieldsOf(line.months[month]));
    }
    return text;
}

}  // namespace inventory
