// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "base/result.hpp"

namespace chip {

/// What goes wrong, for tests and drills, at the n-th command after the fault was injected (1 for the next).
struct ChipFault {
    enum class Kind {
        RemovedBefore,  ///< the card is gone before the command reaches it: throws "card.removed"
        RemovedAfter,   ///< the command took effect, its answer is lost: throws "card.removed"
        TornWrite,      ///< of the data of UPDATE BINARY the first half is written, then the card is gone
        WrongStatus,    ///< the command is not carried out, the answer is `status`
        FlippedBit,     ///< one bit of the answer is wrong
        Silence,        ///< the command took effect, no answer comes: throws "card.silent"
        Slow,           ///< the answer comes after `delay`
        FullMemory,     ///< from this command on nothing more is written: 6A84
        WornOutFile,    ///< from this command on what is written to `file` is kept with a wrong bit, and acknowledged
    };
    Kind kind = Kind::RemovedBefore;
    std::size_t atCommand = 1;
    std::uint16_t status = 0x6F00;
    std::uint16_t file = 0x0102;
    std::chrono::milliseconds delay{500};

    /// "removed-after@12", "status:6581@3", "slow:2000@1", "worn-out-file:0102@1". Refuses "simulator.fault-unknown".
    static base::Result<ChipFault> read(std::string_view text);
};

}  // namespace chip
