// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "inventory/item_catalogue.hpp"
#include "inventory/reports/period.hpp"

namespace inventory {

/// What became of an item's blanks in a stretch of time, in the whole house.
struct YearCount {
    std::int64_t received = 0;   ///< from suppliers
    std::int64_t back = 0;       ///< found without a book knowing them, or back from among documents, lost and stolen
    std::int64_t documents = 0;  ///< made into documents
    std::int64_t destroyed = 0;
    std::int64_t lost = 0;     ///< reported lost or stolen
    std::int64_t spoiled = 0;  ///< became spoiled; they stay on hand until they are destroyed
};

/// One item over a year. On hand at the end = on hand at its beginning + received + back − documents − destroyed −
/// lost.
struct YearLine {
    std::string item;
    std::int64_t opening = 0;  ///< on hand, as isOnHand says
    YearCount year;
    std::array<YearCount, 12> months;
    std::int64_t closing = 0;
};

struct YearReport {
    int year = 0;
    std::vector<YearLine> lines;  ///< by item
    std::int64_t unexplained = 0;
};

/// The year's report from one pass over the ledger; outside a transaction.
YearReport yearReport(records::Connection& connection, int year);

/// RFC 4180: item,month,opening,received,back,documents,destroyed,lost,spoiled,closing,closing_value,currency; opening,
/// closing and value only on an item's line for the whole year, whose month is empty.
std::string yearCsv(const YearReport& report, const ItemCatalogue& catalogue);

}  // namespace inventory
