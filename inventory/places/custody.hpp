// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inventory/places/places.hpp"
#include "inventory/places/presence.hpp"
#include "inventory/serial_range.hpp"

namespace inventory {

/// A place that changes hands. `counted`: what both people counted there, serials and ranges.
struct HandOver {
    std::string place;
    records::OperatorId incoming;
    std::vector<std::string> counted;
    OnDifference onDifference = OnDifference::Refuse;
};

/// One hand-over as the books keep it.
struct HandedOver {
    std::string place;
    std::int64_t number = 0;  ///< of the place's hand-overs
    std::string time;
    std::string outgoing;  ///< empty where nobody answered for the place before
    std::string incoming;
    std::string person;
    std::string second;         ///< empty at the opening of a place
    std::int64_t quantity = 0;  ///< blanks counted
    std::int64_t missing = 0;
    std::int64_t surplus = 0;
    std::string caseId;  ///< where the count differed
};

/// What a custodian answers for, as a custody card shows it.
struct CardLine {
    std::string item;
    std::string state;
    std::int64_t quantity = 0;
    std::vector<std::string> ranges;
};
struct CustodyCard {
    Place place;
    std::string since;  ///< time of the last hand-over; empty where there was none
    std::vector<CardLine> lines;
    std::int64_t quantity = 0;
};

/// Who answers for which place. Custody changes by a hand-over with a count, which is recorded for good.
class Custody {
   public:
    Custody(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Gives a place to another custodian; two people: the incoming one and whoever answers for the place now. Where
    /// nobody does, or that person is no custodian any more, anyone else who may hand over stands in. Exact equality of
    /// count and books, or refusal with every difference, or a case about it: what is lacking is missing from then on.
    /// Refuses "people.second-person-missing", "people.same-person", "custody.unknown-place", "custody.place-closed",
    /// "custody.bad-custodian", "custody.incoming-absent", "custody.outgoing-absent", "custody.same-custodian",
    /// "stock.bad-range", "custody.not-counted", "custody.not-here".
    base::Result<HandedOver> handOver(records::Transaction& tx, const records::Author& author,
                                      const HandOver& handOver) const;

    /// The first custodian of a new, empty place.
    void appoint(records::Transaction& tx, const records::Author& author, const std::string& place,
                 const records::OperatorId& custodian) const;

    /// Refuses "custody.unknown-place".
    [[nodiscard]] base::Result<CustodyCard> card(records::Connection& connection, std::string_view place) const;
    /// Every hand-over of the place in order. Refuses "custody.unknown-place".
    [[nodiscard]] base::Result<std::vector<HandedOver>> history(records::Connection& connection,
                                                                std::string_view place) const;

   private:
    [[nodiscard]] std::vector<base::Fault> faultsOfPeople(records::Connection& connection,
                                                          const records::Author& author, const Place& place,
                                                          const records::OperatorId& incoming) const;
    std::string openCase(records::Transaction& tx, const records::Author& author, const HandedOver& done,
                         const CountDifference& difference) const;
    void record(records::Transaction& tx, const HandedOver& done, const std::vector<SerialRange>& counted) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
