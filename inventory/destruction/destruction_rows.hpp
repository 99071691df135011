// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/destruction/destruction.hpp"
#include "records/database/database.hpp"

/// Reading and writing rows of destructions, for the sources of this folder.
namespace inventory {

/// Without members, serials and scans; by number.
std::vector<Destruction> destructionsIn(records::Connection& connection);
/// Whole; none where no destruction has this number.
std::optional<Destruction> destructionNumbered(records::Connection& connection, std::string_view number);

void addParticipants(records::Connection& connection, const std::string& destruction, std::string_view part,
                     std::int64_t naming, const std::vector<Participant>& people);
/// Into a table with the columns destruction, item, first_number and last_number.
void addRanges(records::Connection& connection, std::string_view table, const std::string& destruction,
               const std::vector<SerialRange>& ranges);

}  // namespace inventory
