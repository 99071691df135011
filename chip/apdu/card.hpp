// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "chip/apdu/apdu.hpp"

namespace chip {

/// A chip that answers APDUs: in a PC/SC reader, or simulated in this process. Throws Failure "card.removed" and
/// "card.silent" (no answer within the deadline), both with NextStep::CallSupervisor: the chip's state is in doubt.
class Card {
   public:
    virtual ~Card() = default;
    virtual Response transmit(const Command& command) = 0;
    /// Cold reset: the chip forgets its session.
    virtual void reset() = 0;
    [[nodiscard]] virtual base::Bytes answerToReset() const = 0;
    /// How long each exchange may take from now on; what cannot be late takes no notice.
    virtual void answerWithin(std::chrono::milliseconds /*deadline*/) {}
    /// The reader's name, for messages.
    [[nodiscard]] virtual std::string readerName() const = 0;
    /// Largest command data and response data that may be sent in one APDU (255/256 short; more with extended length).
    [[nodiscard]] virtual std::size_t largestCommandData() const { return 255; }
    [[nodiscard]] virtual std::size_t largestResponseData() const { return 256; }
    /// Whether the chip says that it takes a long command in chained parts (ISO/IEC 7816-4 5.3.3).
    [[nodiscard]] virtual bool takesChains() const { return false; }
    /// Whether the chip says that it takes lengths of two octets, of which buffer sizes nothing follows.
    [[nodiscard]] virtual bool takesExtendedLengths() const { return largestCommandData() > 255; }
};

}  // namespace chip
