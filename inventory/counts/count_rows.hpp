// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "inventory/counts/counts.hpp"

/// What the sources of this folder share.
namespace inventory {

/// What a round amounts to. `lacking` and `held` are runs as the books have them now.
struct Counts::Verdict {
    bool agreed = false;  ///< the counters with each other
    std::vector<CountFinding> findings;
    std::vector<Run> lacking;          ///< at the place by the books, and not counted
    std::vector<Run> foundAgain;       ///< counted, and missing, lost or stolen by the books
    std::vector<SerialRange> unknown;  ///< counted, and in no book
    std::vector<Run> elsewhere;        ///< counted, and somewhere else by the books

    [[nodiscard]] bool balances() const {
        return agreed && lacking.empty() && foundAgain.empty() && unknown.empty() && elsewhere.empty();
    }
};

/// Everything a counter scanned in a round, in ascending order and once each.
std::vector<SerialRange> countedBy(records::Connection& connection, const Count& count, std::int64_t round,
                                   const std::string& counter);

/// Whether the person keeps the place or is a custodian at all.
bool isInCustody(records::Connection& connection, const records::OperatorId& person, std::string_view place);

/// Who counts in a round, in the order in which they began.
std::vector<Counter> countersOf(records::Connection& connection, const std::string& number);

std::optional<Count> findCount(records::Connection& connection, std::string_view number, std::string_view more = {});

using namespace base::literals;

inline base::Fault unknownCount(std::string_view number) {
    return {"count.unknown"_code, {{"count", std::string{number}}}};
}

}  // namespace inventory
