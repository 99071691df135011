// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/apdu/card.hpp"

namespace chip {

/// How a command goes out whose data do not fit the card's sizes. 9303-11 9.3.1.2 lets MSE:Set KAT and GENERAL
/// AUTHENTICATE use extended lengths whatever is known of the chip's buffers; 9.3.2 lets chains be used where the chip
/// says so.
enum class LongForm { ExtendedFirst, ChainedFirst };

/// Sends the command as it is where it fits, else in the preferred form that the chip takes. A chain ends with its
/// first part that is not answered 9000.
Response transmitLong(Card& card, const Command& command, LongForm preferred);

}  // namespace chip
