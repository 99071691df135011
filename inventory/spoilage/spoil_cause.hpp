// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// Why a blank is spoiled: a code of the house's list, which every house begins with and may add to.
struct SpoilCause {
    std::string code;
    friend bool operator==(const SpoilCause&, const SpoilCause&) = default;

    static const SpoilCause Print, Chip, Laminate, Operator, Supplier, Inspection, Doubt, Cancelled;
};
inline const SpoilCause SpoilCause::Print{"print"};
inline const SpoilCause SpoilCause::Chip{"chip"};
inline const SpoilCause SpoilCause::Laminate{"laminate"};
inline const SpoilCause SpoilCause::Operator{"operator"};
inline const SpoilCause SpoilCause::Supplier{"supplier"};
inline const SpoilCause SpoilCause::Inspection{"inspection"};
inline const SpoilCause SpoilCause::Doubt{"doubt"};
inline const SpoilCause SpoilCause::Cancelled{"cancelled"};

/// One line of the list.
struct KnownCause {
    SpoilCause cause;
    std::string spanish;
    std::string english;
    bool defective = false;  ///< the blank came so or its material failed; else it was spoiled at work
};

/// By code.
std::vector<KnownCause> knownCauses(records::Connection& connection);
std::optional<KnownCause> knownCause(records::Connection& connection, std::string_view code);
/// Adds a cause or changes its words. Refuses "stock.bad-cause": a code is 2 to 20 of a-z 0-9 -, the words are there.
base::Outcome putCause(records::Transaction& tx, const records::Author& author, const base::Clock& clock,
                       const KnownCause& cause);

}  // namespace inventory
