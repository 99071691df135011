// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace records {

/// One thing that happened, as the journal keeps it. Objects are named by kind and id ("blank" "A0001234"); facts are
/// short words and numbers (a cause, a stage, a count), never a holder's data.
struct JournalEntry {
    Author author;
    std::string act;         ///< "stock.receive", "line.report", …
    std::string objectKind;  ///< "blank", "order", "document", "operator", …
    std::string objectId;
    std::string reason;
    std::vector<std::pair<std::string, std::string>> facts;
};

/// Appends to the journal inside the transaction that makes the change, so that neither stands without the other.
void appendToJournal(Transaction& transaction, const base::Clock& clock, const JournalEntry& entry);

/// The facts of the last entry of an act about an object, by name; none where there is no entry.
std::map<std::string, std::string> lastFactsOf(Connection& connection, std::string_view act,
                                               std::string_view objectKind, std::string_view objectId);

}  // namespace records
