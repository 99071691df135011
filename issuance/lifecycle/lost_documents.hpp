// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inventory/ranges_held.hpp"
#include "issuance/line/conductor.hpp"

/// What becomes of orders and documents whose blanks are missing, lost, stolen or found again (control 20).
namespace issuance {

/// The documents of these blanks are missing. Those still on the line are held there, and no other document is made for
/// their orders. Refuses as TaskQueue::decide does where a machine works on one.
base::Outcome noteMissingDocuments(const LineRooms& rooms, records::Transaction& tx, const records::Author& author,
                                   const std::vector<inventory::UsedBlank>& blanks);

/// The documents of these blanks are `status` ("lost", "stolen", "found") and void for good; orders that were still on
/// the line start again with another blank. Refuses as TaskQueue::decide does.
base::Outcome cancelLostDocuments(const LineRooms& rooms, records::Transaction& tx, const records::Author& author,
                                  const std::vector<inventory::UsedBlank>& blanks, const std::string& status);

/// "missing", "lost", "stolen" or "found"; nothing for a document that never was.
std::optional<std::string> lossOf(records::Connection& connection, const std::string& document);

}  // namespace issuance
