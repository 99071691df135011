// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "inventory/reconciliation.hpp"

namespace inventory {

/// What came into an account, or went out of it, by one kind of act.
struct Flow {
    enum class Direction { In, Out };
    std::string item;
    Account account;
    Direction direction = Direction::In;
    Account other;      ///< where it came from or went to
    std::string event;  ///< of the ledger
    std::string cause;  ///< of spoilage; empty for all else
    std::int64_t quantity = 0;
    std::vector<SerialRange> ranges = {};  ///< which serials, once each; only where they were asked for
};
std::string_view nameOf(Flow::Direction direction);

/// An account over a period. Opening and closing count the serials that stand there, in and out sum the movements.
struct AccountPeriod {
    std::string item;
    Account account;
    std::int64_t opening = 0;
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t closing = 0;

    /// opening + in − out − closing: zero, unless a movement took serials from where they did not stand.
    [[nodiscard]] std::int64_t missing() const { return opening + in - out - closing; }
};

/// The books over a period.
struct PeriodBooks {
    std::vector<AccountPeriod> accounts;  ///< by item, place and state; those with nothing but zeros left out
    std::vector<Flow> flows;              ///< by item, account, direction, other account, event and cause
    std::vector<BrokenMovement> broken;   ///< movements of the period that took serials from where they did not stand
    std::vector<Difference> differences;  ///< where stock_run says otherwise; only of a period that ends now
    std::int64_t movements = 0;           ///< how many the period has
    std::int64_t misdated = 0;            ///< of these, how many bear a time before it (the clock was set back)

    [[nodiscard]] std::int64_t unexplained() const;
};

/// What to look at. Empty texts: all.
struct PeriodQuestion {
    std::string place = {};
    std::string item = {};
    std::string event = {};  ///< only flows of this event; the accounts stay whole
    bool serials = false;    ///< with the ranges of each flow
};

/// The books between each two neighbours of `edges`, which ascend: from an edge up to, not including, the next. One
/// pass over the ledger, at one moment of the database, outside a transaction. A last edge after every movement is
/// "now".
///
/// The ledger's order is what happened; its times come from clocks. A movement belongs to the latest time that the
/// ledger had reached by then, so that a clock set back cannot move it before what it builds upon.
std::vector<PeriodBooks> periodBooks(records::Connection& connection, const std::vector<base::Timestamp>& edges,
                                     const PeriodQuestion& question);

/// From the beginning of all books, and to a time after any.
base::Timestamp beginOfBooks();
base::Timestamp endOfBooks();

}  // namespace inventory
