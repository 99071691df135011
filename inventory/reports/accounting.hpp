// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "inventory/item_catalogue.hpp"
#include "inventory/reports/period.hpp"

namespace inventory {

/// Quantities by why they moved: the ledger's event, for spoilage with its cause ("spoil:print").
using ByCause = std::map<std::string, std::int64_t>;

/// One item at one place over a period, as the state's accounts see it: what is on hand
/// (docs/formats/accounting-export.md).
struct AccountingLine {
    std::string item;
    std::string place;
    std::int64_t opening = 0;
    ByCause in;
    ByCause out;
    std::int64_t closing = 0;
};

struct AccountingPeriod {
    std::string from;  ///< days, both included
    std::string to;
    std::vector<AccountingLine> lines;  ///< by item and place
    std::int64_t unexplained = 0;
};

/// Whether a blank in this state is on hand: in the house and neither made into a document, destroyed, nor reported
/// lost or stolen.
bool isOnHand(std::string_view state);

/// The period as accounts see it, from books that were asked for without place, item or event.
AccountingPeriod accountingOf(const PeriodBooks& books, std::string from, std::string to);

/// The currency in which the state keeps its accounts.
inline constexpr std::string_view kAccountingCurrency = "GTQ";

/// RFC 4180, one line a quantity: from,to,item,place,concept,cause,quantity,unit_value,value,currency.
std::string accountingCsv(const AccountingPeriod& period, const ItemCatalogue& catalogue);
/// As templates/schemas/accounting-export.xsd has it.
std::string accountingXml(const AccountingPeriod& period, const ItemCatalogue& catalogue);

/// "62.40"; empty where the item has no value in the accounts' currency.
std::string valueText(const Item* item, std::int64_t quantity);

}  // namespace inventory
