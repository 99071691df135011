// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/apdu/card.hpp"

namespace chip {

/// How far a chip has come in its life: nothing on it; written to but open; final.
enum class ChipState { Blank, Partial, Locked };
std::string_view nameOf(ChipState state);

/// Looks, and changes nothing: resets the chip, asks for EF.CardAccess, selects the application and asks for EF.COM,
/// and leaves the application selected. Refuses "personalization.no-application" for chips without it and
/// "personalization.state-unclear" for answers that mean none of the three. What Card throws, it throws.
base::Result<ChipState> probeChip(Card& card);

/// The chip's unique identifier as the reader tells it (PC/SC part 3, FF CA 00 00). Refuses
/// "personalization.no-identity".
base::Result<base::Bytes> chipIdentity(Card& card);

/// Whether the chip tells the same identifier each time it comes to a reader: all but four octets that begin with 08,
/// which are drawn anew (ISO/IEC 14443-3, contents of the UID).
bool isFixedIdentity(base::BytesView identity);

/// Whether the chip is certainly not the one that once told the identifier: both are fixed, and they differ. A chip
/// that tells none, or draws one now or drew it then, may be any.
bool isAnotherChip(base::BytesView known, Card& card);

}  // namespace chip
