// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "chip/apdu/card.hpp"
#include "chip/personalization/chip_content.hpp"
#include "chip/personalization/chip_profile.hpp"

namespace chip {

/// One command of a personalisation, and what it is for.
struct ChipStep {
    StepKind kind;
    std::string where;  ///< the file or secret concerned, for messages
    Command command;
};

/// How one family of chip products wants to be written: which commands, in which order. Nothing is sent here.
class Dialect {
   public:
    virtual ~Dialect() = default;
    /// Everything from the first write to the lock, as few commands as the chunk allows, for a chip whose application
    /// is selected.
    [[nodiscard]] virtual std::vector<ChipStep> compose(const ChipContent& content) const = 0;
};

/// The dialect that the profile names. `chunk` is the most data of one write. Throws "personalization.no-dialect".
std::unique_ptr<Dialect> dialectOf(const ChipProfile& profile, std::size_t chunk);

}  // namespace chip
