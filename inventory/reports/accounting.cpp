// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reports/accounting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/xml.hpp"

namespace inventory {
namespace {

constexpr std::array<std::string_view, 6> kOnHand{state::kUsable,  state::kInUse,   state::kSpoiled,
                                                  state::kExpired, state::kMissing, state::kWithheld};

std::string causeOf(const Flow& flow) { return flow.cause.empty() ? flow.event : flow.event + ":" + flow.cause; }

/// Whether the flow changes what is on hand at its place, rather than only the state of something there.
bool crosses(const Flow& flow) {
    return isOnHand(flow.account.state) && !(isOnHand(flow.other.state) && flow.other.place == flow.account.place);
}

/// Calls `take` with concept, cause and quantity of everything that a line says, in the order of the accounts.
template <class Take>
void forEachQuantity(const AccountingLine& line, Take&& take) {
    take("opening", std::string{}, line.opening);
    for (const auto& [cause, quantity] : line.in) take("in", cause, quantity);
    for (const auto& [cause, quantity] : line.out) take("out", cause, quantity);
    take("closing", std::string{}, line.closing);
}

std::string attribute(std::string_view name, const std::string& value) {
    return value.empty() ? std::string{} : fmt::format(" {}=\"{}\"", name, base::xml::escape(value));
}

}  // namespace

bool isOnHand(std::string_view state) { return std::find(kOnHand.begin(), kOnHand.end(), state) != kOnHand.end(); }

AccountingPeriod accountingOf(const PeriodBooks& books, std::string from, std::string to) {
    AccountingPeriod period{std::move(from), std::move(to), {}, books.unexplained()};
    std::map<std::pair<std::string, std::string>, AccountingLine> lines;
    for (const auto& account : books.accounts) {
        if (!isOnHand(account.account.state)) continue;
        auto& line = lines[{account.item, account.account.place}];
        line.opening += account.opening;
        line.closing += account.closing;
    }
    for (const auto& flow : books.flows) {
        if (!crosses(flow)) continue;
        auto& line = lines[{flow.item, flow.account.place}];
        (flow.direction == Flow::Direction::In ? line.in : line.out)[causeOf(flow)] += flow.quantity;
    }
    for (auto& [key, line] : lines) {
        std::tie(line.item, line.place) = key;
        period.lines.push_back(std::move(line));
    }
    return period;
}

std::string valueText(const Item* item, std::int64_t quantity) {
    if (item == nullptr) return {};
    for (const auto& value : item->values)
        if (value.currency == kAccountingCurrency)
            return fmt::format("{}.{:02}", value.hundredths * quantity / 100, value.hundredths * quantity % 100);
    return {};
}

std::string accountingCsv(const AccountingPeriod& period, const ItemCatalogue& catalogue) {
    std::string text = "from,to,item,place,concept,cause,quantity,unit_value,value,currency\r\n";
    for (const auto& line : period.lines) {
        const Item* item = catalogue.find(line.item);
        const std::string unit = valueText(item, 1);
        forEachQuantity(line, [&](const char* concept_, const std::string& cause, std::int64_t quantity) {
            text += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", period.from, period.to, line.item, line.place,
                                concept_, cause, quantity, unit, valueText(item, quantity),
                                unit.empty() ? std::string_view{} : kAccountingCurrency);
        });
    }
    return text;
}

std::string accountingXml(const AccountingPeriod& period, const ItemCatalogue& catalogue) {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    text += fmt::format("<accounting-export from=\"{}\" to=\"{}\" currency=\"{}\" unexplained=\"{}\">\n", period.from,
                        period.to, kAccountingCurrency, period.unexplained);
    for (const auto& line : period.lines) {
        const Item* item = catalogue.find(line.item);
        text += "  <stock" + attribute("item", line.item) + attribute("place", line.place) +
                attribute("unit-value", valueText(item, 1)) + ">\n";
        forEachQuantity(line, [&](const char* element, const std::string& cause, std::int64_t quantity) {
            text += fmt::format("    <{}{} quantity=\"{}\"{}/>\n", element, attribute("cause", cause), quantity,
                                attribute("value", valueText(item, quantity)));
        });
        text += "  </stock>\n";
    }
    return text + "</accounting-export>\n";
}

}  // namespace inventory
