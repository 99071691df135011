// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/line/line_rooms.hpp"

namespace issuance {

/// Writes how a physical act ended, with all that follows from it: materials used up, a refused blank spoiled, the key
/// of a written chip erased. In the caller's transaction, before anything else in it. Throws "line.lease-lost" where
/// the act is no longer its station's, and what the books refuse.
void recordEnd(const LineRooms& rooms, records::Transaction& transaction, const ActOutcome& outcome, Arrival arrival);

/// What became of an outcome that was kept somewhere.
enum class Reported {
    Recorded,
    Known,    ///< it had been written, and only the answer was lost
    TooLate,  ///< a person has looked since, whose word stands: the journal has what the machine would have said
};
std::string_view nameOf(Reported reported);

/// Writes an outcome that was kept, in the caller's transaction.
Reported reportKept(const LineRooms& rooms, records::Transaction& transaction, const ActOutcome& outcome);

}  // namespace issuance
